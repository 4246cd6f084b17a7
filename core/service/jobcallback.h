// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "job/job.h"

namespace haulwatch {

/// Whoever is told of what happens to jobs (BITS: IBackgroundCopyCallback). Called on the core thread, so it must be
/// quick and must not call back. False: not taken; told again later, also after a restart. A job's files come before
/// the job.
class JobCallback {
public:
    virtual ~JobCallback() = default;

    [[nodiscard]] virtual bool fileTransferred(const JobRecord &job, std::uint32_t file) = 0;
    [[nodiscard]] virtual bool jobTransferred(const JobRecord &job) = 0;
    /// For ERROR only; a job that will try again by itself has no news.
    [[nodiscard]] virtual bool jobError(const JobRecord &job) = 0;
    /// Anything else changed; many changes are told as one, at most every 500 ms a job, and never of ERROR and
    /// TRANSFERRED.
    virtual void jobModification(const JobRecord &job) = 0;
};

} // namespace haulwatch
