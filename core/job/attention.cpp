// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/attention.h"

namespace haulwatch {
namespace {

bool isShortOfRetries(const JobRecord &job)
{
    const auto &limit = job.spec->options->retry.maxRetries;
    return limit && job.error && job.error->attempt > *limit / 2;
}

} // namespace

bool needsAttention(const JobRecord &job, WallTime now)
{
    switch (job.status.state) {
    case JobState::Error:
        return true;
    case JobState::Suspended:
        return job.status.has(kHasError) || now >= *attentionDue(job);
    case JobState::TransientError:
        return isShortOfRetries(job);
    case JobState::Transferred:
        return job.status.has(kCompleteRefused) || now >= *attentionDue(job);
    default:
        return false;
    }
}

std::optional<WallTime> expiryOf(const JobRecord &job)
{
    if (isActive(job.status.state) || isFinal(job.status.state))
        return std::nullopt;
    return toWallTime(job.status.modified) + kInactivityTimeout;
}

std::optional<WallTime> attentionDue(const JobRecord &job)
{
    if (job.status.state == JobState::Suspended)
        return *expiryOf(job) - kExpiryWarning;
    if (job.status.state != JobState::Transferred)
        return std::nullopt;
    return toWallTime(job.status.transferred) + kCompletionGrace;
}

} // namespace haulwatch
