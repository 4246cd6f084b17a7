// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "transfer/transferengine.h"

namespace haulwatch {

/// The names of a job's files on the disk: may they be made, give them, take them away. The rules of TransferEngine's
/// functions of the same purpose; no state, blocking.
[[nodiscard]] Result<std::string> admitFiles(const std::string &folder, std::span<const FileSpec> files);
[[nodiscard]] std::vector<Result<void>> giveFinalNames(std::span<const KeptFile> files);
[[nodiscard]] std::vector<std::string> deletePartFiles(std::span<const KeptFile> files);

/// The three ways to rename `from` to `to` without ever replacing a file, best first. 0 or an errno; EEXIST: the name
/// is taken.
[[nodiscard]] int renameByFlag(const std::string &from, const std::string &to); ///< EINVAL or ENOSYS: not here
[[nodiscard]] int renameByLink(const std::string &from, const std::string &to); ///< EPERM and the like: not here
[[nodiscard]] int renameByPlaceholder(const std::string &from, const std::string &to); ///< works everywhere

} // namespace haulwatch
