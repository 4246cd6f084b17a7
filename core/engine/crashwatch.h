// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include "engine/jobbook.h"
#include "engine/jobwork.h"
#include "engine/sessionlog.h"

namespace haulwatch {

/// Keeps one job from taking all the others down again and again. Those that were at work when the engine crashed are
/// suspects: they come back one by one, each until it has shown that the engine lives on with it. One that was there a
/// second time waits for the user, in ERROR. Owned by the core thread.
class CrashWatch {
public:
    using Index = JobBook::Index;

    /// How long a suspect must be at work.
    static constexpr Milliseconds kProbation {30'000};

    /// `crashed`: the engine before this one ended by a fault of its own.
    CrashWatch(JobBook &book, const WorkTable &work, SessionLog &log, bool crashed);

    /// A job of a former session, before anything else is done with it. True: it is ERROR now.
    bool condemn(Index job, Instant now);
    /// Whether it may be given a place beside those that are at work.
    [[nodiscard]] bool mayBegin(Index job) const;
    /// At the end of a turn.
    void advance(Instant now);

private:
    [[nodiscard]] bool isCleared(JobId id, Instant now);

    JobBook &m_book;
    const WorkTable &m_work;
    SessionLog &m_log;
    std::set<JobId> m_suspects;
    std::set<JobId> m_condemned;
    std::set<JobId> m_tried; // suspects that have been at work in this session
};

} // namespace haulwatch
