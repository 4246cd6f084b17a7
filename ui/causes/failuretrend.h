// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "job/jobtable.h"

namespace haulwatch {

/// When the jobs failed that are in ERROR, for each cause.
struct FailureTrends {
    static constexpr std::size_t kSteps = 8;
    using Counts = std::array<std::uint32_t, kSteps>; ///< jobs, by equal parts of the time from first to last

    WallTime first {}; ///< failure, of any cause
    WallTime last {};
    std::array<Counts, kCauseCount> byCause {};

    /// When the last part begins.
    [[nodiscard]] WallTime recent() const { return last - (last - first) / static_cast<int>(kSteps); }
};

/// Looks at every job.
[[nodiscard]] FailureTrends failureTrends(const JobTable &table);

} // namespace haulwatch
