// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace haulwatch {

/// What the name of a file says about whether a web page was meant.
enum class PageName : std::uint8_t {
    Page, ///< "a.html"
    Open, ///< "download.php", "12345": may be anything
    NoPage, ///< "a.iso"
};

[[nodiscard]] PageName pageNameOf(std::string_view fileName);
/// Of a web page: text/html and its kin. A type as HttpAnswer holds it.
[[nodiscard]] bool isPageType(std::string_view contentType);
/// Whether these first bytes of an answer may be a page's: markup, perhaps behind blanks and a byte order mark.
[[nodiscard]] bool beginsLikePage(std::string_view bytes);

} // namespace haulwatch
