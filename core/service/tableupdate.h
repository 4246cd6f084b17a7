// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "job/instant.h"
#include "job/job.h"

namespace haulwatch {

/// Everything that happened since the last batch, each job once with its newest values; an id is in one of the lists
/// only. Jobs may come in any order of ids.
struct TableUpdate {
    std::vector<JobRecord> added;
    std::vector<JobRecord> changed; ///< spec pointers are shared: comparing them tells whether the spec changed
    std::vector<JobId> removed;
    WallTime time {};
    bool isFirst = false; ///< the first of a connection: `added` holds every job, and what is not in it is gone

    [[nodiscard]] bool empty() const { return added.empty() && changed.empty() && removed.empty(); }
};

} // namespace haulwatch
