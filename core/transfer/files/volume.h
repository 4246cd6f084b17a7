// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "system/filedescriptor.h"

namespace haulwatch {

/// Which file system the folder lies on, in words that mean the same after a reboot; of a folder that is not there, the
/// one it would be made on. Empty: it can't be told. Blocks for the disk.
///
/// Two ways, by what the file system can say of itself. st_dev is none of them: it counts the order in which disks were
/// found. f_fsid is made of the file system's own UUID by ext2–4, btrfs and ZFS, and tells two disks under one path
/// apart; the others make it of st_dev or leave it empty. For those it is the folder that the file system is mounted
/// on: once the disk is taken away, the empty folder belongs to the system disk, and the place is another one.
[[nodiscard]] std::string volumeOf(const std::string &folder);

/// Whether the folder lies where it lay when `volume` was asked for; also when that is not known.
[[nodiscard]] bool isOnVolume(const std::string &folder, const std::string &volume);

/// Whether the file's inode number will be the same after a reboot. FAT has none, and a program in user space may make
/// them up.
[[nodiscard]] bool keepsInodeNumber(const FileDescriptor &file);

} // namespace haulwatch
