// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalSocket>
#include <QObject>

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "service/jobservice.h"
#include "socket/linebuffer.h"
#include "socket/specbook.h"
#include "socket/unixsocket.h"
#include "socket/wire.h"

namespace haulwatch {

/// The engine of another process, reached through the socket of the data directory. Belongs to the thread that made it,
/// which must run an event loop. While a batch of changes waits to be taken nothing more is read, so a slow reader
/// slows only itself; with changes, responses come behind them. Once the engine is gone, every open request is refused
/// with Unavailable.
class SocketService : public QObject, public JobService {
    Q_OBJECT

public:
    enum class Failure {
        NobodyListens,
        NoAnswer, ///< somebody listens, but said nothing in time or hung up
        OtherVersion, ///< a Haulwatch that speaks another protocol
        OtherUser,
        TooManyClients,
    };

    /// Waits for the engine's greeting at most `patience`.
    [[nodiscard]] static tl::expected<std::unique_ptr<SocketService>, Failure>
    connectTo(const std::string &directory, bool changes, std::chrono::milliseconds patience);

    ~SocketService() override;

    RequestId post(Request request) override;
    [[nodiscard]] std::vector<Response> takeResponses() override;
    [[nodiscard]] std::optional<TableUpdate> takeChanges() override;
    void setNotify(std::function<void()> notify) override;
    [[nodiscard]] bool isConnected() const override { return m_isConnected; }
    [[nodiscard]] std::vector<std::shared_ptr<const EngineInfo>> engines() const override;

private:
    explicit SocketService(FileDescriptor socket);

    [[nodiscard]] std::optional<Failure> greet(bool changes, std::chrono::milliseconds patience);
    void send(const wire::ClientMessage &message);
    void read();
    void handle(std::string_view line);
    void handle(wire::Hello hello);
    void handle(wire::Goodbye goodbye);
    void handle(wire::ResponsePart part);
    void handle(wire::ChangesPart part);
    void handle(EngineInfo info);
    void append(std::vector<wire::ChangedJob> jobs, std::vector<JobRecord> &records);
    void refuse(RequestId id, CallError why);
    void lose();
    void notify() const;

    QLocalSocket m_socket;
    LineBuffer m_lines;
    SpecBook m_specs;
    std::function<void()> m_notify;
    std::vector<Response> m_responses;
    std::map<RequestId, std::vector<JobRecord>> m_pending; ///< the parts that have come so far
    TableUpdate m_changes;
    bool m_isBatchWhole = false;
    bool m_hasFirstBatch = false; ///< it was taken
    bool m_isGreeted = false;
    bool m_isConnected = true;
    std::optional<wire::Parting> m_parting;
    std::shared_ptr<const EngineInfo> m_info;
    RequestId m_lastId = 0;
};

} // namespace haulwatch
