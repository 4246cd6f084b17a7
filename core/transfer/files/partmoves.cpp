// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/files/partmoves.h"

#include <cerrno>
#include <cstdio>
#include <set>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>

#include "job/errorcatalog.h"
#include "transfer/files/finalnames.h"
#include "transfer/files/folders.h"
#include "transfer/files/volume.h"

namespace haulwatch {
namespace {

// A second name first, so that a crash before the new place is remembered finds the file at the old one.
int moveOne(const PartMove &move)
{
    if (::link(move.from.c_str(), move.to.c_str()) == 0)
        return 0;
    if (errno == ENOENT || errno == EXDEV)
        return errno;
    const int error = renameByFlag(move.from, move.to);
    return error == EINVAL || error == ENOSYS ? renameByPlaceholder(move.from, move.to) : error;
}

void moveBack(std::span<const PartMove> moves)
{
    struct stat status { };
    for (const PartMove &move : moves) {
        if (::lstat(move.from.c_str(), &status) == 0)
            static_cast<void>(::unlink(move.to.c_str()));
        else
            static_cast<void>(::rename(move.to.c_str(), move.from.c_str()));
    }
}

} // namespace

Result<void> movePartFiles(std::span<const PartMove> moves)
{
    std::vector<PartMove> done;
    std::set<std::string> folders;
    for (const PartMove &move : moves) {
        int error = moveOne(move);
        if (error == ENOENT && lookUp(move.from) == ENOENT) {
            if (isOnVolume(folderOf(move.from), move.volume))
                continue;
            error = EXDEV; // it is on a disk that is away
        }
        if (error == 0) {
            done.push_back(move);
            folders.insert(folderOf(move.to));
            continue;
        }
        moveBack(done);
        return error == EXDEV ? refuse(Refusal::OtherFileSystem, folderOf(move.to))
                              : refuse(Refusal::FolderNotWritable, classifyErrno(error).code, folderOf(move.to));
    }
    for (const std::string &folder : folders) {
        if (const int error = syncFolder(folder); error != 0) {
            moveBack(done);
            return refuse(Refusal::FolderNotWritable, classifyErrno(error).code, folder);
        }
    }
    return {};
}

} // namespace haulwatch
