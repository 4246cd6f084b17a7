// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <string>

#include "socket/socketconnection.h"

namespace haulwatch {

/// Lets other processes of the same user reach the engine of this one. Each client gets a connection of its own to the
/// engine; when there are too many, the idlest goes for the next that comes. Must be gone before the engine is.
class SocketServer : public QObject {
    Q_OBJECT

public:
    static constexpr int kMostClients = 64;

    /// `socket` listens in `directory`. `attach` makes a connection to the engine; called on this object's thread.
    SocketServer(std::string directory, FileDescriptor socket, SocketConnection::Attach attach);

    /// Tells all clients.
    ~SocketServer() override;

private:
    void acceptClients();
    void welcome(FileDescriptor client);
    void makeRoom();
    void countOut(SocketConnection *connection);

    std::string m_directory;
    FileDescriptor m_socket;
    SocketConnection::Attach m_attach;
    QSocketNotifier m_incoming;
    QTimer m_breather;
    int m_clients = 0;
};

} // namespace haulwatch
