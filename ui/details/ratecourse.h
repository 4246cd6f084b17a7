// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "job/history.h"

namespace haulwatch {

/// A job's rate from its first byte or failure to its last, as far as its journal tells. A plain value.
struct RateCourse {
    /// One rate from `from` up to `to`; never 0.
    struct Step {
        WallTime from {};
        WallTime to {};
        std::uint64_t bytesPerSecond = 0;

        bool operator==(const Step &) const = default;
    };

    WallTime begin {};
    WallTime end {};
    std::vector<Step> steps; ///< in the order of time, none over another; between them nothing moved
    std::vector<WallTime> failures; ///< failed attempts, in the order of time

    [[nodiscard]] std::uint64_t highest() const;
};

/// The journal tells when an attempt ended and what was here then, but not when it began. So the files are taken to
/// have begun as the engine begins them: in their order, `parallelFiles` at once, the next when one ends, and only
/// while the job was at work. What an attempt brought is spread evenly over its time at work.
/// `history`: oldest first, of a job of `files` files.
[[nodiscard]] RateCourse rateCourse(std::span<const HistoryEntry> history, std::size_t files,
                                    std::uint32_t parallelFiles);

/// One of equal parts of a course's time.
struct RateColumn {
    std::uint64_t highest = 0; ///< bytes per second
    std::uint32_t failures = 0;

    bool operator==(const RateColumn &) const = default;
};

/// The course in `count` columns, however long it is; none if it has no length.
[[nodiscard]] std::vector<RateColumn> columnsOf(const RateCourse &course, std::size_t count);

} // namespace haulwatch
