// SPDX-License-Identifier: GPL-3.0-or-later
#include "socket/socketconnection.h"

#include <utility>

#include <sys/socket.h>

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr auto kHelloPatience = 10s;
constexpr auto kPartingPatience = 2s;
constexpr auto kWorkPatience = 10s; // a client that takes nothing of its answer for so long is as good as idle
constexpr qint64 kReadAhead = 64 << 10;
constexpr qint64 kWriteAhead = 256 << 10;
constexpr std::size_t kMostPending = 1024;

} // namespace

SocketConnection::SocketConnection(FileDescriptor socket, Attach attach, QObject *parent)
    : QObject(parent)
    , m_socket(this)
    , m_patience(this)
    , m_attach(std::move(attach))
    , m_lines(wire::kMaxRequestBytes)
{
    m_socket.setReadBufferSize(kReadAhead);
    connect(&m_socket, &QLocalSocket::readyRead, this, &SocketConnection::readRequests);
    connect(&m_socket, &QLocalSocket::bytesWritten, this, [this] {
        m_silence.start();
        write();
        readRequests();
    });
    connect(&m_socket, &QLocalSocket::disconnected, this, &SocketConnection::closed);
    m_socket.setSocketDescriptor(socket.release());

    m_silence.start();
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_socket.abort();
        Q_EMIT closed();
    });
    m_patience.start(kHelloPatience);
}

SocketConnection::~SocketConnection()
{
    // The engine's thread may be about to call the notify function: let go of it while this object is still whole.
    m_service.reset();
    m_socket.disconnect(this);
}

SocketConnection::Idleness SocketConnection::idleness() const
{
    if (m_isParting)
        return Idleness::Busy; // goes as it is
    if (!m_service)
        return Idleness::Strange;
    const bool hasWork = !m_pending.empty() || m_socket.bytesToWrite() > 0;
    if (hasWork && silence() < kWorkPatience)
        return Idleness::Busy;
    return m_wantsChanges ? Idleness::Watching : Idleness::Idle;
}

void SocketConnection::part(wire::Parting why, const std::string &detail)
{
    if (std::exchange(m_isParting, true))
        return;
    m_service.reset();
    const std::string line = wire::encode(wire::ServerMessage {wire::Goodbye {why, detail}});
    m_socket.write(line.data(), static_cast<qint64>(line.size()));
    m_socket.flush();
    m_patience.start(kPartingPatience);
    m_socket.disconnectFromServer();
}

bool SocketConnection::isBusy() const
{
    return m_isParting || m_pending.size() >= kMostPending || m_socket.bytesToWrite() >= kWriteAhead;
}

void SocketConnection::readRequests()
{
    while (!isBusy()) {
        if (const auto line = m_lines.next()) {
            handle(*line);
            continue;
        }
        if (m_lines.isTooLong()) {
            part(wire::Parting::TooLong);
            return;
        }
        if (m_socket.bytesAvailable() == 0)
            return;
        const QByteArray bytes = m_socket.read(kReadAhead);
        m_lines.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    }
}

void SocketConnection::handle(std::string_view line)
{
    m_silence.start();
    auto message = wire::decodeClientMessage(line);
    if (!message) {
        part(wire::Parting::Malformed, message.error());
        return;
    }
    if (const auto *hello = std::get_if<wire::Hello>(&*message)) {
        greet(*hello);
        return;
    }
    auto &request = std::get<wire::ClientRequest>(*message);
    if (!m_service) {
        part(wire::Parting::Malformed, "a hello was expected");
        return;
    }
    m_pending.emplace(m_service->post(std::move(request.request)), request.id);
}

void SocketConnection::greet(const wire::Hello &hello)
{
    if (hello.version != wire::kVersion) {
        part(wire::Parting::OtherVersion);
        return;
    }
    if (m_service) {
        part(wire::Parting::Malformed, "a second hello");
        return;
    }
    m_patience.stop();
    m_wantsChanges = hello.changes;
    const std::string line = wire::encode(wire::ServerMessage {wire::Hello {wire::kVersion, hello.changes}});
    m_socket.write(line.data(), static_cast<qint64>(line.size()));

    m_service = m_attach(hello.changes);
    m_service->setNotify([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                write();
                readRequests();
            },
            Qt::QueuedConnection);
    });
    write();
}

void SocketConnection::takeResponses()
{
    for (Response &response : m_service->takeResponses()) {
        const auto it = m_pending.find(response.id);
        if (it == m_pending.end())
            continue;
        response.id = it->second;
        m_pending.erase(it);
        m_outbox.push(std::move(response));
    }
}

void SocketConnection::takeInfo()
{
    const auto engines = m_service->engines();
    if (engines.empty() || engines.front() == m_info)
        return;
    m_info = engines.front();
    m_outbox.push(m_info);
}

void SocketConnection::write()
{
    if (!m_service)
        return;
    takeResponses();
    takeInfo();
    while (m_socket.bytesToWrite() < kWriteAhead) {
        if (const auto line = m_outbox.next()) {
            m_socket.write(line->data(), static_cast<qint64>(line->size()));
            continue;
        }
        auto changes = m_wantsChanges ? m_service->takeChanges() : std::nullopt;
        if (!changes)
            return;
        m_outbox.push(std::move(*changes));
    }
}

} // namespace haulwatch
