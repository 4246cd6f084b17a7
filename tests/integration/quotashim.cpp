// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into the program: a file below the folder HAULWATCH_QUOTA_FOLDER may only become as large as the number in
// the file HAULWATCH_QUOTA says, which may change meanwhile. More is refused as a disk quota refuses it: part of a
// write is taken, the next one is EDQUOT, and so is space asked for in advance.
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

template <typename Function>
Function *original(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

off_t limitOf(int descriptor)
{
    constexpr off_t kNone = std::numeric_limits<off_t>::max();
    const char *folder = std::getenv("HAULWATCH_QUOTA_FOLDER");
    const char *quota = std::getenv("HAULWATCH_QUOTA");
    char path[PATH_MAX];
    const auto self = "/proc/self/fd/" + std::to_string(descriptor);
    const auto length = ::readlink(self.c_str(), path, sizeof path);
    if (folder == nullptr || quota == nullptr || length < 0
        || !std::string(path, static_cast<std::size_t>(length)).starts_with(folder))
        return kNone;
    off_t bytes = kNone;
    std::ifstream(quota) >> bytes;
    return bytes;
}

} // namespace

extern "C" {

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset)
{
    static auto *const write = original<decltype(pwrite)>("pwrite");
    const off_t room = limitOf(descriptor) - offset;
    if (room <= 0 && count > 0) {
        errno = EDQUOT;
        return -1;
    }
    return write(descriptor, bytes, std::min(count, static_cast<size_t>(room)), offset);
}

int fallocate(int descriptor, int mode, off_t offset, off_t length)
{
    static auto *const allocate = original<decltype(fallocate)>("fallocate");
    if (limitOf(descriptor) - offset < length) {
        errno = EDQUOT;
        return -1;
    }
    return allocate(descriptor, mode, offset, length);
}
}
