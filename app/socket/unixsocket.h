// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "system/filedescriptor.h"

namespace haulwatch {

/// The socket of a data directory: `<directory>/socket`, however long the directory's name is, though the address of a
/// Unix socket holds 107 bytes. What fails returns the errno.
namespace unixsocket {

/// Listens; only this user may connect. Replaces the socket a killed process left behind, so call it only while holding
/// the store's lock. EEXIST: something else has that name.
[[nodiscard]] tl::expected<FileDescriptor, int> listenIn(const std::string &directory);

/// Never waits. ENOENT or ECONNREFUSED: nobody listens; EAGAIN: somebody does, but has no room right now.
[[nodiscard]] tl::expected<FileDescriptor, int> connectIn(const std::string &directory);

/// The next client of a listening socket. EAGAIN: there is none.
[[nodiscard]] tl::expected<FileDescriptor, int> accept(int listening);

/// Whether the process at the other end runs as the same user as this one.
[[nodiscard]] bool isPeerThisUser(int connected);

/// Whether there is a socket, whoever made it and whether or not anybody listens.
[[nodiscard]] bool existsIn(const std::string &directory);

void removeFrom(const std::string &directory);

} // namespace unixsocket
} // namespace haulwatch
