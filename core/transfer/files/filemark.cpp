// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/files/filemark.h"

#include <sys/stat.h>

#include "transfer/files/folders.h"
#include "transfer/files/volume.h"

namespace haulwatch {

FileMark markOf(const FileDescriptor &file)
{
    struct stat status { };
    if (::fstat(file.get(), &status) != 0)
        return {};
    return {keepsInodeNumber(file) ? status.st_ino : 0, status.st_mtim.tv_sec};
}

bool isAsLeft(const std::string &path, const KeptFile &kept)
{
    struct stat status { };
    if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)
        || static_cast<Bytes>(status.st_size) != kept.size)
        return false;
    const FileMark &mark = kept.mark;
    if (mark == FileMark {})
        return true;
    // Both, for a number is soon given to the next file of the folder, and whoever writes changes the time.
    return status.st_mtim.tv_sec == mark.modified
        && (mark.inode == 0 || mark.inode == status.st_ino || !isOnVolume(folderOf(path), kept.location.volume));
}

} // namespace haulwatch
