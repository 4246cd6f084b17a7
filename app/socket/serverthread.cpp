// SPDX-License-Identifier: GPL-3.0-or-later
#include "socket/serverthread.h"

#include <QEventLoop>

#include <utility>

namespace haulwatch {

tl::expected<std::unique_ptr<ServerThread>, int> ServerThread::start(const std::string &directory,
                                                                     SocketConnection::Attach attach)
{
    auto socket = unixsocket::listenIn(directory);
    if (!socket)
        return tl::unexpected(socket.error());

    auto serve = [directory, attach = std::move(attach), socket = std::move(*socket)]() mutable {
        const SocketServer server(directory, std::move(socket), std::move(attach));
        QEventLoop().exec();
    };
    std::unique_ptr<QThread> thread(QThread::create(std::move(serve)));
    return std::unique_ptr<ServerThread>(new ServerThread(std::move(thread)));
}

ServerThread::ServerThread(std::unique_ptr<QThread> thread)
    : m_thread(std::move(thread))
{
    m_thread->setObjectName(QStringLiteral("socket"));
    m_thread->start();
}

ServerThread::~ServerThread()
{
    m_thread->quit();
    m_thread->wait();
}

} // namespace haulwatch
