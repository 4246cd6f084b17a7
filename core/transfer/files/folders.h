// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace haulwatch {

/// The folder a file or folder lies in, by its absolute path.
[[nodiscard]] std::string folderOf(const std::string &path);
/// Whether something has this name, be it a link that leads nowhere: 0, ENOENT, or the errno of not knowing.
[[nodiscard]] int lookUp(const std::string &path);
/// Makes names given or taken in the folder survive a power loss. 0 or an errno.
[[nodiscard]] int syncFolder(const std::string &folder);

} // namespace haulwatch
