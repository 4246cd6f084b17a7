// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace haulwatch {

/// By what a file that was left on the disk is known again, besides its size.
struct FileMark {
    std::uint64_t inode = 0; ///< 0: the file system does not keep them
    std::int64_t modified = 0; ///< seconds since 1970; 0: nothing is known

    bool operator==(const FileMark &) const = default;
};

} // namespace haulwatch
