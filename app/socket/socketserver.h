// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <string>

#include <tl/expected.hpp>

#include "socket/socketconnection.h"

namespace haulwatch {

/// Lets other processes of the same user reach the engine of this one. Each client gets a connection of its own to the
/// engine. Must be gone before the engine is.
class SocketServer : public QObject {
    Q_OBJECT

public:
    static constexpr int kMostClients = 64;

    /// Begins to listen at once. `attach` makes a connection to the engine; called on this object's thread. What fails
    /// returns the errno. Call it only while holding the store's lock.
    [[nodiscard]] static tl::expected<std::unique_ptr<SocketServer>, int> start(const std::string &directory,
                                                                                SocketConnection::Attach attach);

    /// Tells all clients.
    ~SocketServer() override;

private:
    SocketServer(std::string directory, Descriptor socket, SocketConnection::Attach attach);

    void acceptClients();
    void welcome(Descriptor client);

    std::string m_directory;
    Descriptor m_socket;
    SocketConnection::Attach m_attach;
    QSocketNotifier m_incoming;
    QTimer m_breather;
    int m_clients = 0;
};

} // namespace haulwatch
