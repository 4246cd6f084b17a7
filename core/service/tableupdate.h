// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "job/engineid.h"
#include "job/instant.h"
#include "job/job.h"

namespace haulwatch {

/// Everything that happened since the last batch, each job once with its newest values; an id is in one of the lists
/// only. Jobs may come in any order of ids. All
/// are of one engine.
struct TableUpdate {
    std::vector<JobRecord> added;
    std::vector<JobRecord> changed; ///< spec pointers are shared: comparing them tells whether the spec changed
    std::vector<JobId> removed;
    WallTime time {}; ///< by the engine's clock
    bool isFirst = false; ///< of a connection: `added` holds every job of the engine, and what is not in it is gone
    EngineId engine = kHomeEngine;

    [[nodiscard]] bool empty() const { return added.empty() && changed.empty() && removed.empty(); }
};

} // namespace haulwatch
