// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include "job/job.h"

namespace haulwatch {

/// A job that has arrived is given so long to be completed, by itself or by whoever sits there, before it counts as
/// forgotten.
inline constexpr std::chrono::minutes kCompletionGrace {5};

/// A job nobody has touched for so long is cancelled (BITS: JobInactivityTimeout); a week before, it asks for
/// attention.
inline constexpr std::chrono::days kInactivityTimeout {90};
inline constexpr std::chrono::days kExpiryWarning {7};

/// When the job will be cancelled if nobody touches it; nothing while it is at work or over.
[[nodiscard]] std::optional<WallTime> expiryOf(const JobRecord &job);

/// Whether the job gets nowhere without the user, or is about to:
/// it failed for good; it is suspended after a failure, or for so long that it is about to expire; it waits for
/// Complete for longer than the grace, or could not be completed; or it has used more than half of the retries it is
/// allowed.
[[nodiscard]] bool needsAttention(const JobRecord &job, WallTime now);

/// When the answer to needsAttention() turns to yes by the mere passing of time.
[[nodiscard]] std::optional<WallTime> attentionDue(const JobRecord &job);

} // namespace haulwatch
