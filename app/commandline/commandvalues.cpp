// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline/commandvalues.h"

#include <cmath>

namespace haulwatch::commandline {
namespace {

constexpr double kLongestSeconds = 10 * 365.25 * 86'400;

} // namespace

std::optional<Milliseconds> parseSeconds(std::string_view text)
{
    const auto seconds = parseNumber<double>(text);
    if (!seconds || !std::isfinite(*seconds) || *seconds < 0 || *seconds > kLongestSeconds)
        return std::nullopt;
    return Milliseconds {std::llround(*seconds * 1000)};
}

std::optional<ByteRange> parseRange(std::string_view text)
{
    const auto dash = text.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto first = parseNumber<Bytes>(text.substr(0, dash));
    if (!first)
        return std::nullopt;
    if (dash + 1 == text.size())
        return ByteRange {*first, kUnknownSize};
    const auto last = parseNumber<Bytes>(text.substr(dash + 1));
    if (!last || *last < *first || *last >= kUnknownSize - 1)
        return std::nullopt;
    return ByteRange {*first, *last - *first + 1};
}

} // namespace haulwatch::commandline
