// SPDX-License-Identifier: GPL-3.0-or-later
#include "socket/socketservice.h"

#include <QDeadlineTimer>

#include <cerrno>
#include <iterator>
#include <utility>

namespace haulwatch {
namespace {

constexpr qint64 kReadAhead = 1 << 20;

} // namespace

tl::expected<std::unique_ptr<SocketService>, SocketService::Failure>
SocketService::connectTo(const std::string &directory, bool changes, std::chrono::milliseconds patience)
{
    auto socket = unixsocket::connectIn(directory);
    if (!socket)
        return tl::unexpected(socket.error() == EAGAIN ? Failure::NoAnswer : Failure::NobodyListens);
    if (!unixsocket::isPeerThisUser(socket->get()))
        return tl::unexpected(Failure::OtherUser);

    std::unique_ptr<SocketService> service(new SocketService(std::move(*socket)));
    if (const auto failure = service->greet(changes, patience))
        return tl::unexpected(*failure);
    return service;
}

SocketService::SocketService(FileDescriptor socket)
    : m_socket(this)
    , m_lines(wire::kMaxServerLineBytes)
{
    m_socket.setReadBufferSize(kReadAhead);
    connect(&m_socket, &QLocalSocket::readyRead, this, &SocketService::read);
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] {
        read();
        lose();
    });
    m_socket.setSocketDescriptor(socket.release());
}

SocketService::~SocketService()
{
    m_socket.disconnect(this);
    // What was posted last may still be on its way.
    if (m_isConnected)
        m_socket.flush();
}

std::optional<SocketService::Failure> SocketService::greet(bool changes, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    send(wire::Hello {wire::kVersion, changes});
    while (!m_isGreeted && m_isConnected && !deadline.hasExpired())
        m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    if (m_parting == wire::Parting::OtherVersion)
        return Failure::OtherVersion;
    if (m_parting == wire::Parting::TooManyClients)
        return Failure::TooManyClients;
    return m_isGreeted ? std::nullopt : std::optional(Failure::NoAnswer);
}

void SocketService::send(const wire::ClientMessage &message)
{
    const std::string line = wire::encode(message);
    m_socket.write(line.data(), static_cast<qint64>(line.size()));
}

RequestId SocketService::post(Request request)
{
    const RequestId id = ++m_lastId;
    m_pending.try_emplace(id);
    if (!m_isConnected) {
        refuse(id, haulwatch::refuse(Refusal::Unavailable).value());
        return id;
    }

    const std::string line = wire::encode(wire::ClientMessage {wire::ClientRequest {id, std::move(request)}});
    if (line.size() > wire::kMaxRequestBytes)
        refuse(id, haulwatch::refuse(Refusal::TooManyFiles, std::to_string(wire::kMaxRequestBytes)).value());
    else
        m_socket.write(line.data(), static_cast<qint64>(line.size()));
    return id;
}

std::vector<Response> SocketService::takeResponses()
{
    return std::exchange(m_responses, {});
}

std::optional<TableUpdate> SocketService::takeChanges()
{
    if (!m_isBatchWhole)
        return std::nullopt;
    m_isBatchWhole = false;
    m_hasFirstBatch = true;
    auto changes = std::exchange(m_changes, {});
    // What was left unread meanwhile does not announce itself again.
    QMetaObject::invokeMethod(this, &SocketService::read, Qt::QueuedConnection);
    return changes;
}

void SocketService::setNotify(std::function<void()> notify)
{
    m_notify = std::move(notify);
    if (m_isBatchWhole || !m_responses.empty() || !m_isConnected)
        this->notify();
}

void SocketService::notify() const
{
    if (m_notify)
        m_notify();
}

void SocketService::read()
{
    while (m_isConnected && !m_isBatchWhole) {
        if (const auto line = m_lines.next()) {
            handle(*line);
            continue;
        }
        if (m_lines.isTooLong()) {
            lose();
            return;
        }
        if (m_socket.bytesAvailable() == 0)
            return;
        const QByteArray bytes = m_socket.read(kReadAhead);
        m_lines.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    }
}

void SocketService::handle(std::string_view line)
{
    auto message = wire::decodeServerMessage(line);
    if (message)
        std::visit([this](auto &m) { handle(std::move(m)); }, *message);
    else
        lose();
}

void SocketService::handle(wire::Hello hello)
{
    m_isGreeted = hello.version == wire::kVersion;
    if (!m_isGreeted) {
        m_parting = wire::Parting::OtherVersion;
        lose();
    }
}

void SocketService::handle(wire::Goodbye goodbye)
{
    m_parting = goodbye.why;
    lose();
}

void SocketService::handle(wire::ResponsePart part)
{
    const auto it = m_pending.find(part.id);
    if (it == m_pending.end())
        return;

    auto *records = part.result ? std::get_if<std::vector<JobRecord>>(&*part.result) : nullptr;
    if (records) {
        auto &all = it->second;
        all.insert(all.end(), std::make_move_iterator(records->begin()), std::make_move_iterator(records->end()));
        if (part.more)
            return;
        part.result = Answer {std::move(all)};
    }
    m_pending.erase(it);
    m_responses.push_back({part.id, std::move(part.result)});
    notify();
}

void SocketService::handle(wire::ChangesPart part)
{
    append(std::move(part.added), m_changes.added);
    append(std::move(part.changed), m_changes.changed);
    for (const JobId id : part.removed) {
        m_specs.forget(id);
        m_changes.removed.push_back(id);
    }
    m_changes.time = part.time;
    m_changes.isFirst = !m_hasFirstBatch;
    m_isBatchWhole = m_isConnected && !part.more;
    if (m_isBatchWhole)
        notify();
}

void SocketService::append(std::vector<wire::ChangedJob> jobs, std::vector<JobRecord> &records)
{
    for (wire::ChangedJob &job : jobs) {
        if (!m_specs.complete(job)) {
            lose();
            return;
        }
        records.push_back(std::move(job.record));
    }
}

void SocketService::handle(EngineInfo info)
{
    m_info = std::make_shared<const EngineInfo>(std::move(info));
    notify();
}

std::vector<std::shared_ptr<const EngineInfo>> SocketService::engines() const
{
    return m_info ? std::vector {m_info} : std::vector<std::shared_ptr<const EngineInfo>> {};
}

void SocketService::refuse(RequestId id, CallError why)
{
    m_pending.erase(id);
    m_responses.push_back({id, tl::unexpected(std::move(why))});
    notify();
}

void SocketService::lose()
{
    if (!std::exchange(m_isConnected, false))
        return;
    m_socket.abort();
    for (const auto &[id, parts] : std::exchange(m_pending, {}))
        m_responses.push_back({id, haulwatch::refuse(Refusal::Unavailable)});
    notify();
}

} // namespace haulwatch
