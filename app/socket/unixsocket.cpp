// SPDX-License-Identifier: GPL-3.0-or-later
#include "socket/unixsocket.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace haulwatch {

namespace unixsocket {
namespace {

constexpr const char *kName = "socket";
constexpr int kBacklog = 64;

/// A directory and the socket's address in it, by way of the open directory if the plain path is too long for an
/// address.
struct Place {
    FileDescriptor directory;
    sockaddr_un address {};
};

tl::expected<Place, int> locateIn(const std::string &directory)
{
    Place place;
    place.directory = FileDescriptor(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!place.directory.isOpen())
        return tl::unexpected(errno);

    std::string path = directory + '/' + kName;
    if (path.size() >= sizeof place.address.sun_path)
        path = "/proc/self/fd/" + std::to_string(place.directory.get()) + '/' + kName;
    place.address.sun_family = AF_UNIX;
    std::memcpy(place.address.sun_path, path.c_str(), path.size() + 1);
    return place;
}

const sockaddr *generic(const sockaddr_un &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

FileDescriptor newSocket()
{
    return FileDescriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

/// 0, or the errno.
int removeStale(int directory)
{
    struct stat status { };
    if (::fstatat(directory, kName, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? 0 : errno;
    if (!S_ISSOCK(status.st_mode))
        return EEXIST;
    return ::unlinkat(directory, kName, 0) == 0 ? 0 : errno;
}

} // namespace

tl::expected<FileDescriptor, int> listenIn(const std::string &directory)
{
    const auto place = locateIn(directory);
    if (!place)
        return tl::unexpected(place.error());
    if (const int error = removeStale(place->directory.get()))
        return tl::unexpected(error);

    FileDescriptor socket = newSocket();
    // On the descriptor, so that the name never exists with wider rights.
    if (!socket.isOpen() || ::fchmod(socket.get(), S_IRUSR | S_IWUSR) != 0
        || ::bind(socket.get(), generic(place->address), sizeof place->address) != 0
        || ::listen(socket.get(), kBacklog) != 0)
        return tl::unexpected(errno);
    return socket;
}

tl::expected<FileDescriptor, int> connectIn(const std::string &directory)
{
    const auto place = locateIn(directory);
    if (!place)
        return tl::unexpected(place.error());

    FileDescriptor socket = newSocket();
    if (!socket.isOpen() || ::connect(socket.get(), generic(place->address), sizeof place->address) != 0)
        return tl::unexpected(errno);
    return socket;
}

tl::expected<FileDescriptor, int> accept(int listening)
{
    FileDescriptor socket(::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!socket.isOpen())
        return tl::unexpected(errno);
    return socket;
}

bool isPeerThisUser(int connected)
{
    ucred peer {};
    socklen_t size = sizeof peer;
    return ::getsockopt(connected, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
}

bool existsIn(const std::string &directory)
{
    const auto place = locateIn(directory);
    struct stat status { };
    return place && ::fstatat(place->directory.get(), kName, &status, AT_SYMLINK_NOFOLLOW) == 0
        && (S_ISSOCK(status.st_mode) || S_ISLNK(status.st_mode));
}

void removeFrom(const std::string &directory)
{
    if (const auto place = locateIn(directory))
        removeStale(place->directory.get());
}

} // namespace unixsocket
} // namespace haulwatch
