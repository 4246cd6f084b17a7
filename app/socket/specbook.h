// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "job/job.h"
#include "socket/wire.h"

namespace haulwatch {

/// The specs a client knows: gives the jobs of a batch their specs back, and lets jobs with equal options share one
/// object again.
class SpecBook {
public:
    /// False: a job without a spec that was never told.
    [[nodiscard]] bool complete(wire::ChangedJob &job);
    void forget(JobId id) { m_specs.erase(id); }

private:
    [[nodiscard]] std::shared_ptr<const JobSpec> share(const std::shared_ptr<const JobSpec> &spec);

    std::unordered_map<JobId, std::shared_ptr<const JobSpec>> m_specs;
    std::vector<std::shared_ptr<const JobOptions>> m_options; ///< the few most recent kinds
};

} // namespace haulwatch
