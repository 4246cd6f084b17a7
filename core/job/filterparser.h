// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "job/jobfilter.h"

namespace haulwatch {

/// Where a filter's text is not understood. The words are the caller's business.
struct FilterError {
    enum class Kind : std::uint8_t {
        UnknownKey, ///< subject: the key
        UnknownValue, ///< subject: the value; key says of which
        MissingValue, ///< "host:" with nothing behind it
        BadComparison, ///< not "<" or ">", a number and a known unit; subject: the value
        OpenQuote,
    };
    Kind kind {};
    std::size_t position = 0; ///< in bytes, of the part that is wrong
    std::size_t length = 0;
    std::string key;
    std::string subject;

    bool operator==(const FilterError &) const = default;
};

/// Reads a filter, one line of text. The window's filter field, its views and `list --filter` share it.
///
// clang-format off
///     words                every one must occur in the name, an address, a file name, the folder, the host or the code's name
///     "two words"          as one
///     state:failed,queued  one of the states: BITS' names, or failed, retrying, ready, downloading, finished, active
///     cause:not-found      the cause of the present error
///     code:404             also code:0x80190194, code:BG_E_HTTP_ERROR_404
///     host:example.org     part of the host of a file or of the present error
///     name:text            part of the job's name
///     file:text            part of a file's name or address
///     age:>2h              since it was added: s, m, h, d, w
///     size:<1.5GB          kB, MB, GB, TB; KiB, MiB, GiB, TiB
///     is:attention         also problem, active, open, done, unverified
// clang-format on
///
/// Several values of one key, separated by commas: any of them. A "-" before a part: not that. All parts must hold.
/// ASCII letters match without regard to case.
[[nodiscard]] tl::expected<JobFilter, FilterError> parseFilter(std::string_view text);

/// The keys, and the words one may write behind `key` (none for keys with free values): for completion and help.
[[nodiscard]] std::span<const std::string_view> filterKeys();
[[nodiscard]] std::vector<std::string_view> filterValues(std::string_view key);

} // namespace haulwatch
