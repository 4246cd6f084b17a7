// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace haulwatch {

/// Where the jobs live: what the command line says, else HAULWATCH_DATA_DIR, else the user's data folder. Absolute.
[[nodiscard]] std::string dataDirectory(const std::string &fromCommandLine);

/// The path made absolute from where the process stands; an empty one is that place itself.
[[nodiscard]] std::string absolutePath(const std::string &path);

} // namespace haulwatch
