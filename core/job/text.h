// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Text as protocols write it: letters are ASCII's, whatever the locale.
namespace haulwatch::text {

[[nodiscard]] constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] std::string lowered(std::string_view text);
/// Without the blanks and line breaks around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace haulwatch::text
