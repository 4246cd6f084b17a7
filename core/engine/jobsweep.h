// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/jobbook.h"
#include "engine/jobverbs.h"
#include "engine/targetregister.h"
#include "service/enginelimits.h"

namespace haulwatch {

/// Ends what nobody has touched for the inactivity time, and forgets what has been over for the retention time. Owned
/// by the core thread.
class JobSweep {
public:
    using Index = JobBook::Index;

    JobSweep(JobBook &book, JobVerbs &verbs, TargetRegister &targets, const EngineLimits &limits, Instant now)
        : m_book(book)
        , m_verbs(verbs)
        , m_targets(targets)
        , m_limits(limits)
        , m_last(now)
    {
    }

    void advance(Instant now);

private:
    void sweepJob(Index job, Instant now);

    JobBook &m_book;
    JobVerbs &m_verbs;
    TargetRegister &m_targets;
    const EngineLimits &m_limits;
    Instant m_last;
};

} // namespace haulwatch
