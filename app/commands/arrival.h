// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "commands/session.h"

namespace haulwatch::commands {

/// Whether a job has come to an end a waiting `add` reports.
enum class Arrival {
    Pending,
    Arrived, ///< completed, or everything is here and Complete is the user's as asked for
    Unfinished, ///< everything is here, but not under its names: the user must look
    Failed, ///< ERROR, or cancelled by somebody
};

[[nodiscard]] Arrival arrivalOf(const JobRecord &job);

/// Waits until each of the jobs has come to an end; says on the console what went wrong. `jobs` become their newest
/// records.
[[nodiscard]] ExitStatus waitForArrival(std::vector<JobRecord> &jobs, Session &session, const Context &context);

} // namespace haulwatch::commands
