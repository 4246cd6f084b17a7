// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "service/folderspace.h"

namespace haulwatch {

/// Asks the kernel only (statvfs), not the table of mounts: in a chroot or a container that does not list what is
/// mounted, too. May wait as long as the file system does.
[[nodiscard]] FolderSpace spaceOf(const std::string &folder);

} // namespace haulwatch
