// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

#include "service/request.h"

class QNetworkReply;

namespace haulwatch {

/// Asks servers how large the files of a draft are, before they become a job: HEAD, and where a server does not tell it
/// so, a GET of one byte that is broken off after the head. Uses the draft's headers, proxy, certificates and user info
/// as the job would, but gives them to no other server than the one they are for. Keeps nothing. GUI thread.
class SizeProbe : public QObject {
    Q_OBJECT

public:
    struct Answer {
        std::optional<std::uint64_t> size; ///< bytes
        int status = 0; ///< HTTP; 0: no answer
    };

    static constexpr std::size_t kMostAddresses = 64; ///< of a draft, the first ones

    explicit SizeProbe(QObject *parent = nullptr);
    ~SizeProbe() override;

    /// Asks what has not been asked yet, and breaks off what the draft no longer holds. Options that differ from the
    /// last ones begin everything anew.
    void ask(const JobDraft &draft);
    /// Null: not known yet, or never asked for.
    [[nodiscard]] const Answer *answerOf(const std::string &address) const;
    [[nodiscard]] bool isAsking() const { return !m_running.empty(); }

Q_SIGNALS:
    void answered();

private:
    struct Inquiry {
        std::string address; ///< as in the draft
        QUrl url; ///< where it led; without user info
        bool isByRange = false;
        bool isAtHome = true; ///< still at the server that the draft's secrets are for
        bool hasSignedIn = false;
        int redirects = 0;
    };

    void forgetAll();
    void takeOptions(const JobOptions &options);
    void startNext();
    void send(Inquiry inquiry);
    void onHead(QNetworkReply *reply);
    void follow(Inquiry inquiry, const QUrl &target);
    void settle(const std::string &address, const Answer &answer);
    void drop(QNetworkReply *reply);

    QNetworkAccessManager m_manager;
    JobOptions m_options;
    std::deque<std::string> m_waiting;
    std::map<QNetworkReply *, Inquiry> m_running;
    std::map<std::string, Answer> m_answers; ///< by address
};

} // namespace haulwatch
