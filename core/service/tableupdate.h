// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "job/instant.h"
#include "job/job.h"

namespace haulwatch {

/// Everything that happened since the last batch, each job once with its newest values. Lists are sorted by id;
/// an id is in one of them only. The first batch of a connection holds every job under `added`.
struct TableUpdate {
    std::vector<JobRecord> added;
    std::vector<JobRecord> changed; ///< spec pointers are shared: comparing them tells whether the spec changed
    std::vector<JobId> removed;
    WallTime time {};

    [[nodiscard]] bool empty() const { return added.empty() && changed.empty() && removed.empty(); }
};

} // namespace haulwatch
