// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "job/result.h"

namespace haulwatch {

/// What the process tells its caller: the contract of the command line.
enum class ExitStatus : int {
    Done = 0,
    Failed = 1, ///< the transfer or an operation
    Usage = 2,
    NotAllowed = 3, ///< in the job's present state
    NoErrorObject = 4, ///< no error information is available for that job
    NoSuchJob = 5,
    StoreUnusable = 6, ///< damaged, locked, not writable, or of a newer version
};

/// The status of a command whose request was refused.
[[nodiscard]] ExitStatus exitStatusOf(const CallError &error);

} // namespace haulwatch
