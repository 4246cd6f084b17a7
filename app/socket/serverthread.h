// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <memory>
#include <string>

#include <tl/expected.hpp>

#include "socket/socketserver.h"

namespace haulwatch {

/// A SocketServer on a thread of its own, so that no client's request, however long, holds up a window. Belongs to the
/// thread that made it; must be gone before the engine is.
class ServerThread {
public:
    /// Clients can connect once this returns. `attach` is called on the new thread. What fails returns the errno.
    [[nodiscard]] static tl::expected<std::unique_ptr<ServerThread>, int> start(const std::string &directory,
                                                                                SocketConnection::Attach attach);
    ~ServerThread();

private:
    explicit ServerThread(std::unique_ptr<QThread> thread);

    std::unique_ptr<QThread> m_thread;
};

} // namespace haulwatch
