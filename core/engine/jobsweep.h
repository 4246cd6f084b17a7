// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/jobbook.h"
#include "engine/jobverbs.h"
#include "engine/sessionlog.h"
#include "engine/targetregister.h"
#include "service/enginelimits.h"

namespace haulwatch {

/// Ends what nobody has touched for the inactivity time, and forgets what has been over for the retention time. Both
/// are counted in days on which an engine ran, so that no wrong clock, be it wrong from the start, ends anything. Owned
/// by the core thread.
class JobSweep {
public:
    using Index = JobBook::Index;

    JobSweep(JobBook &book, JobVerbs &verbs, TargetRegister &targets, SessionLog &log, const EngineLimits &limits,
             Instant now)
        : m_book(book)
        , m_verbs(verbs)
        , m_targets(targets)
        , m_log(log)
        , m_limits(limits)
        , m_last(now)
    {
        m_log.addDays(now.wall, now.wall);
    }

    void advance(Instant now);

private:
    void sweepJob(Index job, Instant now);
    [[nodiscard]] bool isOlder(WallTime since, std::chrono::days limit, Instant now) const;

    JobBook &m_book;
    JobVerbs &m_verbs;
    TargetRegister &m_targets;
    SessionLog &m_log;
    const EngineLimits &m_limits;
    Instant m_last;
};

} // namespace haulwatch
