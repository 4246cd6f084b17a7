// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "system/filedescriptor.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// How to know the file again that is open here, as it is now.
[[nodiscard]] FileMark markOf(const FileDescriptor &file);

/// Whether what has this name is the kept file, as it was left. A file that was copied to another disk with its time is
/// still ours: an inode number says something on its own file system only.
[[nodiscard]] bool isAsLeft(const std::string &path, const KeptFile &kept);

} // namespace haulwatch
