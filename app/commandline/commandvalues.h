// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

#include "job/job.h"

namespace haulwatch::commandline {

/// The whole of `text` as a number, whatever the locale; nothing if anything is left over.
template <typename Number>
[[nodiscard]] std::optional<Number> parseNumber(std::string_view text)
{
    Number number {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc {} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// Seconds with an optional fraction, up to ten years; nothing for anything else. Independent of the locale.
[[nodiscard]] std::optional<Milliseconds> parseSeconds(std::string_view text);

/// "FIRST-LAST", both bytes included, or "FIRST-" for all that follows.
[[nodiscard]] std::optional<ByteRange> parseRange(std::string_view text);

} // namespace haulwatch::commandline
