// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "job/attention.h"
#include "job/instant.h"

namespace haulwatch {

/// What one engine may do at once.
struct EngineLimits {
    std::uint32_t activeJobs = 8; ///< besides those of FOREGROUND; 0: nothing is dispatched at all
    std::uint32_t transfers = 64; ///< files in flight, all jobs together
    std::uint32_t transfersPerHost = 16;
    std::uint32_t unfinishedJobs = 1'000'000; ///< a further one is refused with BG_E_TOO_MANY_JOBS_PER_USER
    std::chrono::days inactivity = kInactivityTimeout; ///< then a job is cancelled
    std::chrono::days retention {30}; ///< then a finished or cancelled job is forgotten
    Milliseconds timeSlice {300'000}; ///< after which a job makes room for an equal one that waits

    bool operator==(const EngineLimits &) const = default;
};

} // namespace haulwatch
