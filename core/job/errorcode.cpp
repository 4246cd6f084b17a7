// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/errorcode.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <limits>

namespace haulwatch {

std::string toHex(ErrorCode c)
{
    std::array<char, 11> text {};
    std::snprintf(text.data(), text.size(), "0x%08X", c.value);
    return text.data();
}

std::optional<ErrorCode> parseErrorCode(std::string_view text)
{
    const bool isHex = text.starts_with("0x") || text.starts_with("0X");
    const bool isBareHex = !isHex && text.size() == 8;
    if (isHex)
        text.remove_prefix(2);

    std::int64_t value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, isHex || isBareHex ? 16 : 10);
    if (error != std::errc {} || end != text.data() + text.size())
        return std::nullopt;
    if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::uint32_t>::max())
        return std::nullopt;
    return ErrorCode {static_cast<std::uint32_t>(value)};
}

} // namespace haulwatch
