// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "job/instant.h"

namespace haulwatch {

/// A job's identity for ever: a UUID of version 7 (RFC 9562 §5.7), so ids sort by time of creation.
struct JobId {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    auto operator<=>(const JobId &) const = default;
    [[nodiscard]] bool isNull() const { return high == 0 && low == 0; }
};

/// The id of a job created at `now`; always greater than `previous`, even when the clock stood still or jumped back.
[[nodiscard]] JobId nextJobId(JobId previous, WallTime now, std::uint64_t random);

/// The 36 lower-case characters of RFC 9562 §4.
[[nodiscard]] std::string toString(JobId id);

/// Accepts what toString() wrote, in either case; nothing else.
[[nodiscard]] std::optional<JobId> parseJobId(std::string_view text);

} // namespace haulwatch

template <>
struct std::hash<haulwatch::JobId> {
    std::size_t operator()(const haulwatch::JobId &id) const noexcept
    {
        // The low half is 62 random bits already; the time in the high half adds nothing a bucket needs.
        return static_cast<std::size_t>(id.low ^ (id.high * 0x9E3779B97F4A7C15ULL));
    }
};
