// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "job/jobid.h"

namespace haulwatch {

/// What one run of an engine leaves to the next, besides its jobs.
struct Session {
    std::vector<JobId> atWork; ///< the jobs that are CONNECTING or TRANSFERRING
    std::vector<JobId>
        suspects; ///< that were at work when an engine crashed, and have not shown since that they can be
    std::vector<std::int32_t> days; ///< since 1970, UTC, on which an engine ran; ascending

    bool operator==(const Session &) const = default;
};

/// Where that is kept. It must outlive the process, not a power failure, and losing it is no harm: then no job is
/// suspected, and none is too old.
class SessionRecord {
public:
    virtual ~SessionRecord() = default;

    [[nodiscard]] virtual Session read() = 0;
    /// Instead of what was there; in the kernel's hands when it returns.
    virtual void write(const Session &session) = 0;
};

} // namespace haulwatch
