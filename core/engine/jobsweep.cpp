// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobsweep.h"

#include <chrono>

namespace haulwatch {

// A wrong clock must not end a job: nothing ends while the clock on the wall and the one that never jumps disagree.
void JobSweep::advance(Instant now)
{
    constexpr std::chrono::hours kInterval {1};
    constexpr std::chrono::minutes kTolerance {10};
    const Milliseconds passed = now.monotonic - m_last.monotonic;
    if (passed < kInterval || m_limits.activeJobs == 0)
        return;
    const Milliseconds onTheWall = now.wall - m_last.wall;
    m_last = now;
    if (onTheWall < passed - kTolerance || onTheWall > passed + kTolerance)
        return;
    for (Index job = 0; job < m_book.table().end(); ++job) {
        if (m_book.table().contains(job))
            sweepJob(job, now);
    }
}

void JobSweep::sweepJob(Index job, Instant now)
{
    const JobStatus &status = m_book.table().at(job).status;
    const auto age = now.wall - toWallTime(status.modified);
    if (isFinal(status.state)) {
        if (age >= m_limits.retention)
            m_book.forget(job);
    } else if (!isActive(status.state) && age >= m_limits.inactivity) {
        m_targets.release(m_book.spec(job));
        m_verbs.expire(job, now);
    }
}

} // namespace haulwatch
