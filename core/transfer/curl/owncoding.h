// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace haulwatch {

/// What tells what a file is.
struct FileSigns {
    std::string_view name; ///< that it gets here; a user may have chosen it
    std::string_view asked; ///< the address it was asked for at
    std::string_view answered; ///< the address that answered, behind redirects
    std::string_view contentType; ///< lower case, without parameters
};

/// Whether a file is coded so by itself, as "a.tar.gz" is by "gzip": many mirrors call an archive's own compression a
/// coding of the transfer. A name, a part of an address (its query, too) or the type says so.
[[nodiscard]] bool isOwnCoding(std::string_view coding, const FileSigns &file);

} // namespace haulwatch
