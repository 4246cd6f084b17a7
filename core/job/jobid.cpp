// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/jobid.h"

#include <array>

namespace haulwatch {
namespace {

constexpr std::uint64_t kVersion7 = 0x7000;
constexpr std::uint64_t kVariant = 0x8000000000000000ULL;
constexpr std::uint64_t kVariantMask = 0x3FFFFFFFFFFFFFFFULL;

JobId assemble(std::uint64_t unixMs, std::uint64_t counter, std::uint64_t random)
{
    return {(unixMs << 16) | kVersion7 | (counter & 0xFFF), kVariant | (random & kVariantMask)};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isDashPosition(std::size_t i)
{
    return i == 8 || i == 13 || i == 18 || i == 23;
}

} // namespace

JobId nextJobId(JobId previous, WallTime now, std::uint64_t random)
{
    const auto unixMs = static_cast<std::uint64_t>(now.time_since_epoch().count()) & 0xFFFFFFFFFFFFULL;
    const auto previousMs = previous.high >> 16;
    if (unixMs > previousMs)
        return assemble(unixMs, 0, random);

    // RFC 9562 §6.2, method 1: within one millisecond a counter keeps the order; when it is full, time runs ahead.
    const auto counter = (previous.high & 0xFFF) + 1;
    return counter <= 0xFFF ? assemble(previousMs, counter, random) : assemble(previousMs + 1, 0, random);
}

std::string toString(JobId id)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t nibble = 0; nibble < 32; ++nibble) {
        if (isDashPosition(text.size()))
            text.push_back('-');
        const auto half = nibble < 16 ? id.high : id.low;
        text.push_back(kDigits[(half >> (60 - 4 * (nibble % 16))) & 0xF]);
    }
    return text;
}

std::optional<JobId> parseJobId(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;

    std::array<std::uint64_t, 2> halves {};
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDashPosition(i)) {
            if (text[i] != '-')
                return std::nullopt;
            continue;
        }
        const int digit = hexDigit(text[i]);
        if (digit < 0)
            return std::nullopt;
        auto &half = halves[nibble / 16];
        half = (half << 4) | static_cast<std::uint64_t>(digit);
        ++nibble;
    }
    return JobId {halves[0], halves[1]};
}

} // namespace haulwatch
