// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/networkwaits.h"

#include <algorithm>
#include <utility>

#include "address/loopback.h"
#include "job/errorcatalog.h"

namespace haulwatch {

bool NetworkWaits::isReachable(const std::string &host) const
{
    return m_connected || isLoopback(host);
}

// A server may say the same of its own network; then the job has a time for its next try.
bool NetworkWaits::isWaiting(Index job) const
{
    const JobStatus &status = m_book.table().at(job).status;
    return status.state == JobState::TransientError && status.cause == Cause::NetworkOff && status.nextRetry == 0;
}

// The clock of the no-progress time-out stands still without a network.
Milliseconds NetworkWaits::sinceProgress(Index job, const JobWork &work, Instant now) const
{
    const bool stands = !m_connected && isWaiting(job);
    return std::max((stands ? m_lostAt : now.monotonic) - work.lastProgress, Milliseconds::zero());
}

void NetworkWaits::lose(Instant now)
{
    m_connected = false;
    m_lostAt = now.monotonic;
}

// BITS: "any such job", whatever it failed of, is tried at once.
std::vector<NetworkWaits::Index> NetworkWaits::comeBack(Instant now)
{
    m_connected = true;
    std::vector<Index> waiting;
    for (const auto &[job, work] : m_work.all()) {
        if (m_book.state(job) == JobState::TransientError)
            waiting.push_back(job);
    }
    std::sort(waiting.begin(), waiting.end());
    for (const Index job : waiting) {
        JobWork &work = m_work.at(job);
        if (isWaiting(job))
            work.lastProgress += now.monotonic - std::max(m_lostAt, work.lastProgress);
        for (auto &[file, run] : work.runs) {
            if (run.retryAt)
                run.retryAt = now.monotonic;
        }
        work.retryAt.reset();
        m_book.trigger(job, Trigger::RetryDue, HistoryEvent::StateChanged, now);
        m_work.setTimer(job, std::nullopt);
    }
    return waiting;
}

// No failure: it is not counted, and no timer ends it; but for one who wants no second try.
void NetworkWaits::wait(Index job, Instant now)
{
    const bool isLastTry = m_book.spec(job).options->retry.noProgressTimeout <= Milliseconds::zero();
    JobError error = errorFrom(classify(code::kNetworkDisconnected));
    error.time = now.wall;
    if (isLastTry) {
        error.transient = false;
        error.gaveUp = true;
        m_book.makeUrgent();
    }
    JobWork &work = m_work.of(job, now.monotonic);
    m_work.leaveActive(job);
    m_work.setTimer(job, std::nullopt);
    work.retryAt.reset();
    m_book.fail(job, isLastTry ? Trigger::FailedFatally : Trigger::FailedTransiently, std::move(error), 0, now);
    m_book.storeStatus(job, now.monotonic - work.lastProgress);
}

// BITS: MaximumDownloadTime counts CONNECTING and TRANSFERRING only; Resume begins it anew.
std::vector<NetworkWaits::Index> NetworkWaits::countActiveTime(Instant now)
{
    const MonotonicTime since = std::exchange(m_lastCount, now.monotonic);
    std::vector<Index> outOfTime;
    for (const Index job : m_work.active()) {
        JobWork &work = m_work.at(job);
        work.used += now.monotonic - std::max(since, work.dispatched);
        if (!work.failure && work.used >= m_book.spec(job).options->maxDownloadTime)
            outOfTime.push_back(job);
    }
    return outOfTime;
}

} // namespace haulwatch
