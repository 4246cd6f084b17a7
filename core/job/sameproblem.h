// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "job/jobtable.h"

namespace haulwatch {

/// What makes two jobs fail alike: the cause, and the place.
struct ProblemKey {
    Cause cause = Cause::None;
    std::string place; ///< the host; for local causes the folder; may be empty
    bool isPlaceLocal = false;

    bool operator==(const ProblemKey &) const = default;
};

/// Nothing for a job that is not failing.
[[nodiscard]] std::optional<ProblemKey> problemKeyOf(const JobRecord &job);

/// The jobs that fail alike, in the order of the table.
struct SameProblem {
    std::vector<JobId> jobs;
    WallTime first {}; ///< of their present errors
    WallTime last {};

    bool operator==(const SameProblem &) const = default;
};

/// `job` is among them; none when it is not failing.
[[nodiscard]] SameProblem sameProblemAs(const JobRecord &job, const JobTable &table);

} // namespace haulwatch
