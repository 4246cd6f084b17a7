// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "service/jobservice.h"
#include "socket/linebuffer.h"
#include "socket/outbox.h"
#include "socket/unixsocket.h"
#include "socket/wire.h"

namespace haulwatch {

/// One client of an engine: hands its requests on and writes what the engine says, as fast as the client reads and no
/// faster. Lives on the server's thread. Trusts the client with nothing: whatever breaks the protocol ends the
/// connection.
class SocketConnection : public QObject {
    Q_OBJECT

public:
    using Attach = std::function<std::unique_ptr<JobService>(bool changes)>;

    SocketConnection(FileDescriptor socket, Attach attach, QObject *parent);
    ~SocketConnection() override;

    /// How readily it may be given up for another client, the readiest last; the rest is one that has not been at work
    /// for the longest.
    enum class Idleness {
        Busy, ///< waits for an answer, or was at work just now
        Watching, ///< wants changes, and nothing else
        Idle,
        Strange, ///< has not said hello
    };
    [[nodiscard]] Idleness idleness() const;
    [[nodiscard]] std::chrono::milliseconds silence() const { return std::chrono::milliseconds(m_silence.elapsed()); }

    /// Says why, and ends the connection.
    void part(wire::Parting why, const std::string &detail = {});

Q_SIGNALS:
    void closed();

private:
    void readRequests();
    void handle(std::string_view line);
    void greet(const wire::Hello &hello);
    void takeResponses();
    void takeInfo();
    void write();
    [[nodiscard]] bool isBusy() const;

    QLocalSocket m_socket;
    QTimer m_patience;
    QElapsedTimer m_silence; ///< since the client said or took something
    Attach m_attach;
    LineBuffer m_lines;
    Outbox m_outbox;
    std::shared_ptr<const EngineInfo> m_info; ///< as the client knows it
    std::unordered_map<RequestId, RequestId> m_pending; ///< the service's number of a request -> the client's
    bool m_wantsChanges = false;
    bool m_isParting = false;
    std::unique_ptr<JobService> m_service; ///< null before the client's Hello
};

} // namespace haulwatch
