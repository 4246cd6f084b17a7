// SPDX-License-Identifier: GPL-3.0-or-later
#include "socket/socketserver.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

} // namespace

SocketServer::SocketServer(std::string directory, FileDescriptor socket, SocketConnection::Attach attach)
    : m_directory(std::move(directory))
    , m_socket(std::move(socket))
    , m_attach(std::move(attach))
    , m_incoming(m_socket.get(), QSocketNotifier::Read, this)
    , m_breather(this)
{
    connect(&m_incoming, &QSocketNotifier::activated, this, &SocketServer::acceptClients);
    m_breather.setSingleShot(true);
    connect(&m_breather, &QTimer::timeout, this, [this] { m_incoming.setEnabled(true); });
}

SocketServer::~SocketServer()
{
    m_incoming.setEnabled(false);
    unixsocket::removeFrom(m_directory);
    const auto connections = findChildren<SocketConnection *>(Qt::FindDirectChildrenOnly);
    for (SocketConnection *connection : connections) {
        connection->disconnect(this);
        connection->part(wire::Parting::Stopping);
    }
}

void SocketServer::acceptClients()
{
    while (true) {
        auto client = unixsocket::accept(m_socket.get());
        if (client) {
            welcome(std::move(*client));
            continue;
        }
        if (client.error() == EINTR || client.error() == ECONNABORTED)
            continue;
        // Out of descriptors or memory: the waiting client would wake us at once again.
        if (client.error() != EAGAIN) {
            m_incoming.setEnabled(false);
            m_breather.start(1s);
        }
        return;
    }
}

void SocketServer::welcome(FileDescriptor client)
{
    if (!unixsocket::isPeerThisUser(client.get()))
        return;
    if (m_clients >= kMostClients)
        makeRoom();
    auto *connection = new SocketConnection(std::move(client), m_attach, this);
    ++m_clients;
    connect(connection, &SocketConnection::closed, this, [this, connection] { countOut(connection); });
    if (m_clients > kMostClients)
        connection->part(wire::Parting::TooManyClients);
}

// Whoever only sits there must not keep others out; whoever is at work may.
void SocketServer::makeRoom()
{
    const auto connections = findChildren<SocketConnection *>(Qt::FindDirectChildrenOnly);
    const auto rank = [](const SocketConnection *c) { return std::pair(c->idleness(), c->silence()); };
    const auto idlest = std::max_element(connections.begin(), connections.end(),
                                         [&](const auto *a, const auto *b) { return rank(a) < rank(b); });
    if (idlest == connections.end() || (*idlest)->idleness() == SocketConnection::Idleness::Busy)
        return;
    countOut(*idlest);
    (*idlest)->part(wire::Parting::TooManyClients);
}

void SocketServer::countOut(SocketConnection *connection)
{
    connection->disconnect(this);
    connection->deleteLater();
    --m_clients;
}

} // namespace haulwatch
