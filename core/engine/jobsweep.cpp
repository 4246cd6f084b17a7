// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobsweep.h"

#include <chrono>
#include <utility>

namespace haulwatch {

// A day counts only if the clock on the wall was seen to pass it as the one that never jumps did.
void JobSweep::advance(Instant now)
{
    constexpr std::chrono::hours kInterval {1};
    constexpr std::chrono::minutes kTolerance {10};
    const Milliseconds passed = now.monotonic - m_last.monotonic;
    if (passed < kInterval || m_limits.activeJobs == 0)
        return;
    const WallTime since = std::exchange(m_last, now).wall;
    const Milliseconds onTheWall = now.wall - since;
    if (onTheWall < passed - kTolerance || onTheWall > passed + kTolerance)
        return;
    m_log.addDays(since, now.wall);
    for (Index job = 0; job < m_book.table().end(); ++job) {
        if (m_book.table().contains(job))
            sweepJob(job, now);
    }
}

void JobSweep::sweepJob(Index job, Instant now)
{
    const JobStatus &status = m_book.table().at(job).status;
    const WallTime modified = toWallTime(status.modified);
    if (isFinal(status.state)) {
        if (isOlder(modified, m_limits.retention, now))
            m_book.forget(job);
    } else if (!isActive(status.state) && isOlder(modified, m_limits.inactivity, now)) {
        m_targets.release(m_book.spec(job));
        m_verbs.expire(job, now);
    }
}

bool JobSweep::isOlder(WallTime since, std::chrono::days limit, Instant now) const
{
    return now.wall - since >= limit && m_log.daysSince(since) >= limit;
}

} // namespace haulwatch
