// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <vector>

#include "dialogs/sizeprobe.h"
#include "service/folderspace.h"

namespace haulwatch {

/// What servers said of files to be added: `files` ("3 files in one job") with their size behind it.
[[nodiscard]] QString withSize(const QString &files, const SizeProbe &probe, const std::vector<std::string> &addresses);

/// What speaks against adding them, a line each: an address that is refused, a folder with too little room.
[[nodiscard]] QString sizeWarnings(const SizeProbe &probe, const std::vector<std::string> &addresses,
                                   const std::optional<FolderSpace> &folder);

} // namespace haulwatch
