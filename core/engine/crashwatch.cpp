// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crashwatch.h"

#include <algorithm>
#include <vector>

#include "job/errorcatalog.h"

namespace haulwatch {

CrashWatch::CrashWatch(JobBook &book, const WorkTable &work, SessionLog &log, bool crashed)
    : m_book(book)
    , m_work(work)
    , m_log(log)
    , m_suspects(log.session().suspects.begin(), log.session().suspects.end())
{
    if (!crashed)
        return;
    for (const JobId id : log.session().atWork) {
        if (!m_suspects.insert(id).second)
            m_condemned.insert(id);
    }
    // Each is counted once, even if this engine gets no further than here.
    log.setAtWork({});
    log.setSuspects({m_suspects.begin(), m_suspects.end()});
    log.flush();
}

bool CrashWatch::condemn(Index job, Instant now)
{
    const JobState state = m_book.state(job);
    if (m_condemned.erase(m_book.table().idOf(job)) == 0
        || (state != JobState::Queued && state != JobState::TransientError))
        return false;
    JobError error = errorFrom(classify(code::kProcessAborted));
    error.detail = "the engine ended while this job was at work, twice";
    error.time = now.wall;
    m_book.countError(job);
    m_book.fail(job, state == JobState::Queued ? Trigger::FailedFatally : Trigger::GaveUp, std::move(error), 0, now);
    m_book.storeStatus(job, {});
    m_book.makeUrgent();
    return true;
}

bool CrashWatch::mayBegin(Index job) const
{
    const JobId id = m_book.table().idOf(job);
    if (!m_suspects.contains(id))
        return true;
    const auto &active = m_work.active();
    return std::none_of(active.begin(), active.end(),
                        [&](Index other) { return m_suspects.contains(m_book.table().idOf(other)); });
}

void CrashWatch::advance(Instant now)
{
    std::vector<JobId> atWork;
    for (const Index job : m_work.active()) {
        atWork.push_back(m_book.table().idOf(job));
        if (m_suspects.contains(atWork.back()))
            m_tried.insert(atWork.back());
    }
    std::erase_if(m_suspects, [&](JobId id) { return isCleared(id, now); });
    m_log.setAtWork(std::move(atWork));
    m_log.setSuspects({m_suspects.begin(), m_suspects.end()});
    m_log.flush();
}

// It came to rest by itself, or works long enough. One that only lost its place or was suspended has shown nothing.
bool CrashWatch::isCleared(JobId id, Instant now)
{
    const auto job = m_book.table().find(id);
    if (!job || isFinal(m_book.state(*job)))
        return true;
    const JobState state = m_book.state(*job);
    if (isActive(state))
        return now.monotonic - m_work.at(*job).dispatched >= kProbation;
    return m_tried.contains(id) && state != JobState::Queued && state != JobState::Suspended;
}

} // namespace haulwatch
