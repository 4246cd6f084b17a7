// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace haulwatch {

/// A folder as the engine's machine has it. Where it is missing, the sizes are those of the nearest folder above it.
struct FolderSpace {
    bool exists = false;
    std::string volume; ///< the folder its file system is mounted on; empty: nothing can be told
    std::uint64_t device = 0; ///< files move without being copied between folders of one device
    std::uint64_t available = 0; ///< bytes, for this user
    std::uint64_t size = 0; ///< bytes

    bool operator==(const FolderSpace &) const = default;
};

} // namespace haulwatch
