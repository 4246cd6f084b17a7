// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "job/jobid.h"
#include "job/jobmachine.h"

namespace haulwatch {

/// What the user asked for and may still take back: verbs that delete something wait here for ten seconds before they
/// are sent. GUI thread.
class UndoQueue : public QObject {
    Q_OBJECT

public:
    using Ticket = std::uint64_t;
    using Clock = std::function<std::chrono::steady_clock::time_point()>;
    static constexpr std::chrono::seconds kGrace {10};

    explicit UndoQueue(QObject *parent = nullptr);

    /// Another clock than the system's; whoever turns it calls sendExpired().
    void setClock(Clock clock) { m_clock = std::move(clock); }

    Ticket add(Verb verb, std::vector<JobId> jobs);
    /// Takes back the one given, or the newest; it is never sent.
    void undo(Ticket ticket);
    void undoNewest();
    /// Does not wait any longer.
    void sendNow(Ticket ticket);
    void sendAll();
    /// Sends what has waited long enough by the clock.
    void sendExpired();

    [[nodiscard]] bool isEmpty() const { return m_waiting.empty(); }
    [[nodiscard]] std::size_t jobCount() const;
    [[nodiscard]] std::chrono::milliseconds left(Ticket ticket) const;

Q_SIGNALS:
    void added(quint64 ticket, haulwatch::Verb verb, std::size_t jobs);
    /// The time is over, or was cut short: now it is to be done.
    void due(haulwatch::Verb verb, const std::vector<haulwatch::JobId> &jobs);
    /// Sent or taken back.
    void ended(quint64 ticket);

private:
    struct Waiting {
        Ticket ticket;
        Verb verb;
        std::vector<JobId> jobs;
        std::chrono::steady_clock::time_point due;
    };

    void end(Ticket ticket, bool send);

    Clock m_clock {std::chrono::steady_clock::now};
    std::vector<Waiting> m_waiting; ///< oldest first
    QTimer m_next;
    Ticket m_last = 0;
};

} // namespace haulwatch
