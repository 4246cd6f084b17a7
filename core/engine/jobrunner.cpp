// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobrunner.h"

#include <algorithm>

#include "job/errorcatalog.h"

namespace haulwatch {
namespace {

constexpr Milliseconds kRateInterval {500};

} // namespace

JobRunner::JobRunner(JobBook &book, TransferEngine &transfers, SessionLog &log, bool crashed,
                     const EngineLimits &limits, std::uint64_t seed)
    : m_book(book)
    , m_limits(limits)
    , m_network(book, m_work)
    , m_attempts(book, transfers, m_work, m_network, limits.transfersPerHost, seed)
    , m_crashes(book, m_work, log, crashed)
    , m_scheduler(book, m_attempts, m_work, m_network, m_crashes, m_limits)
{
}

void JobRunner::onLimitsChanged(Instant now)
{
    m_attempts.setTransfersPerHost(m_limits.transfersPerHost);
    m_scheduler.shrink(now);
}

void JobRunner::adopt(Index job, Milliseconds sinceProgress, Instant now)
{
    m_attempts.recallHold(job, now);
    if (m_crashes.condemn(job, now))
        return;
    if (m_book.state(job) == JobState::TransientError)
        m_attempts.adopt(job, sinceProgress, now);
    if (m_book.state(job) == JobState::Queued)
        m_scheduler.enqueue(job);
}

void JobRunner::enqueueAfresh(Index job, Instant now)
{
    m_attempts.forgive(job, now);
    m_scheduler.enqueue(job);
}

void JobRunner::halt(Index job)
{
    m_scheduler.withdraw(job);
    m_attempts.stopAll(job);
}

void JobRunner::release(Index job)
{
    m_scheduler.withdraw(job);
    m_attempts.release(job);
}

void JobRunner::reconsider(Index job, Instant now)
{
    if (m_book.state(job) == JobState::Queued)
        m_scheduler.enqueue(job);
    m_attempts.reconsider(job, now);
}

void JobRunner::holdUntil(Index job, JournalTicket ticket, Instant now)
{
    m_work.of(job, now.monotonic).heldUntil = ticket;
}

void JobRunner::takeUp(Index job, Instant now)
{
    if (isActive(m_book.state(job)))
        m_scheduler.takeUp(job, now);
}

void JobRunner::handle(const TransferEvent &event, Instant now)
{
    if (const auto ended = m_attempts.handle(event, now))
        m_scheduler.goOn(*ended, now);
}

void JobRunner::advance(Instant now)
{
    m_lastTurn = now.monotonic;
    for (const Index job : m_network.countActiveTime(now)) {
        JobError error = errorFrom(classify(code::kMaxDownloadTime));
        error.time = now.wall;
        m_book.countError(job);
        m_attempts.failFatally(job, error, now);
    }
    for (const Index job : m_attempts.runTimers(now))
        m_scheduler.enqueue(job);
    m_scheduler.dispatch(now);
    m_crashes.advance(now);
    if (now.monotonic - m_lastRates >= kRateInterval) {
        m_lastRates = now.monotonic;
        m_attempts.refreshRates(now);
        m_scheduler.explainWaits(now);
    }
}

void JobRunner::setNetwork(bool connected, Instant now)
{
    if (connected == m_network.isConnected())
        return;
    if (!connected) {
        onNetworkLost(now);
        return;
    }
    for (const Index job : m_network.comeBack(now))
        m_scheduler.enqueue(job);
}

void JobRunner::onNetworkLost(Instant now)
{
    m_network.lose(now);
    for (const Index job : std::vector<Index>(m_work.active().begin(), m_work.active().end())) {
        std::vector<std::uint32_t> cut;
        for (const auto &[file, flight] : m_work.at(job).active) {
            if (!m_network.isReachable(flight.host))
                cut.push_back(file);
        }
        m_attempts.stop(job, cut);
        if (m_work.at(job).active.empty() && !m_attempts.failsOnceSettled(job, now))
            m_network.wait(job, now);
    }
}

std::optional<MonotonicTime> JobRunner::nextWake() const
{
    std::optional<MonotonicTime> at = m_work.nextTimer();
    // Whoever waits for a server that is left alone has no timer of his own.
    if (const auto release = m_attempts.nextRelease(m_lastTurn))
        at = std::min(at.value_or(*release), *release);
    if (!m_work.active().empty())
        at = std::min(at.value_or(m_lastRates + kRateInterval), m_lastRates + kRateInterval);
    return at;
}

} // namespace haulwatch
