// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/files/folders.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "system/filedescriptor.h"

namespace haulwatch {

std::string folderOf(const std::string &path)
{
    const auto slash = path.rfind('/');
    return slash == 0 ? "/" : path.substr(0, slash);
}

int lookUp(const std::string &path)
{
    struct stat status { };
    if (::lstat(path.c_str(), &status) == 0)
        return 0;
    return errno == ENOTDIR ? ENOENT : errno;
}

int syncFolder(const std::string &folder)
{
    const FileDescriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle.isOpen())
        return errno;
    // EINVAL: a file system that can't sync folders; it has no better promise to give.
    return ::fsync(handle.get()) == 0 || errno == EINVAL ? 0 : errno;
}

} // namespace haulwatch
