// SPDX-License-Identifier: GPL-3.0-or-later
// The part of JobRunner that knows what jobs can reach, and for how long they have tried.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "address/loopback.h"
#include "engine/jobrunner.h"
#include "job/errorcatalog.h"
#include "system/networkmonitor.h"

namespace haulwatch {

std::string JobRunner::hostOfFile(Index job, std::uint32_t file) const
{
    return std::string(hostOf(m_book.spec(job).files[file].remote));
}

bool JobRunner::isReachable(const std::string &host) const
{
    return m_connected || isLoopback(host);
}

std::optional<MonotonicTime> JobRunner::heldUntil(Index job, Work &w, Instant now) const
{
    const auto file = nextFile(job, w, now);
    return file ? m_gate.heldUntil(hostOfFile(job, *file), now.monotonic) : std::nullopt;
}

// A server may say the same of its own network; then the job has a time for its next try.
bool JobRunner::waitsForNetwork(Index job) const
{
    const JobStatus &status = m_book.table().at(job).status;
    return status.state == JobState::TransientError && status.cause == Cause::NetworkOff && status.nextRetry == 0;
}

// The clock of the no-progress time-out stands still without a network.
Milliseconds JobRunner::sinceProgress(Index job, const Work &w, Instant now) const
{
    const bool stands = !m_connected && waitsForNetwork(job);
    return std::max((stands ? m_lostAt : now.monotonic) - w.lastProgress, Milliseconds::zero());
}

void JobRunner::setNetwork(bool connected, Instant now)
{
    if (connected == std::exchange(m_connected, connected))
        return;
    if (connected)
        onNetworkBack(now);
    else
        onNetworkLost(now);
}

void JobRunner::onNetworkLost(Instant now)
{
    m_lostAt = now.monotonic;
    for (const Index job : std::vector<Index>(m_active.begin(), m_active.end())) {
        std::vector<std::uint32_t> cut;
        for (const auto &[file, flight] : m_work.at(job).active) {
            if (!isLoopback(flight.host))
                cut.push_back(file);
        }
        interrupt(job, cut);
        if (m_work.at(job).active.empty())
            waitForNetwork(job, now);
    }
}

// BITS: "any such job", whatever it failed of, is tried at once.
void JobRunner::onNetworkBack(Instant now)
{
    std::vector<Index> waiting;
    for (const auto &[job, w] : m_work) {
        if (m_book.state(job) == JobState::TransientError)
            waiting.push_back(job);
    }
    std::sort(waiting.begin(), waiting.end());
    for (const Index job : waiting) {
        Work &w = m_work.at(job);
        if (waitsForNetwork(job))
            w.lastProgress += now.monotonic - std::max(m_lostAt, w.lastProgress);
        for (auto &[file, run] : w.runs) {
            if (run.retryAt)
                run.retryAt = now.monotonic;
        }
        w.retryAt.reset();
        m_book.trigger(job, Trigger::RetryDue, HistoryEvent::StateChanged, now);
        setTimer(job, w);
        enqueue(job);
    }
}

// No failure: it is not counted, and no timer ends it.
void JobRunner::waitForNetwork(Index job, Instant now)
{
    JobError error = errorFrom(classify(code::kNetworkDisconnected));
    error.time = now.wall;
    if (m_book.spec(job).options->retry.noProgressTimeout <= Milliseconds::zero()) {
        error.transient = false;
        error.gaveUp = true;
        failFatally(job, error, now);
        return;
    }
    Work &w = work(job, now);
    leaveActive(job);
    w.retryAt.reset();
    const Milliseconds silence = now.monotonic - w.lastProgress;
    m_book.fail(job, Trigger::FailedTransiently, std::move(error), 0, now);
    m_book.storeStatus(job, silence);
    setTimer(job, w);
}

// BITS: MaximumDownloadTime counts CONNECTING and TRANSFERRING only; Resume begins it anew.
void JobRunner::countActiveTime(Instant now)
{
    const MonotonicTime since = std::exchange(m_lastCount, now.monotonic);
    for (const Index job : std::vector<Index>(m_active.begin(), m_active.end())) {
        Work &w = m_work.at(job);
        w.used += now.monotonic - std::max(since, w.dispatched);
        if (w.used < m_book.spec(job).options->maxDownloadTime)
            continue;
        JobError error = errorFrom(classify(code::kMaxDownloadTime));
        error.time = now.wall;
        m_book.countError(job);
        failFatally(job, error, now);
    }
}

} // namespace haulwatch
