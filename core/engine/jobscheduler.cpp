// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobscheduler.h"

#include <algorithm>
#include <array>
#include <utility>

namespace haulwatch {
namespace {

constexpr std::array kBackgroundLevels {Priority::High, Priority::Normal, Priority::Low};
constexpr std::size_t kMostPassedOver = 64; // jobs looked at behind one whose host is busy

} // namespace

void JobScheduler::enqueue(Index job)
{
    if (m_tickets.size() <= job)
        m_tickets.resize(job + 1);
    m_tickets[job] = m_ready.enqueue(job, m_book.table().at(job).status.priority);
}

void JobScheduler::withdraw(Index job)
{
    if (job < m_tickets.size())
        m_tickets[job] = 0;
}

void JobScheduler::takeUp(Index job, Instant now)
{
    fill(job, now);
    if (m_work.at(job).active.empty())
        requeue(job, now);
}

// Nothing moves any more: either a file only waits for a free connection, or all that are left wait for their retry.
void JobScheduler::goOn(const JobAttempts::Ended &ended, Instant now)
{
    fill(ended.job, now);
    if (!m_work.at(ended.job).active.empty())
        return;
    if (!ended.error || (m_attempts.nextFile(ended.job, now) && !m_attempts.heldUntil(ended.job, now)))
        requeue(ended.job, now);
    else
        m_attempts.rest(ended.job, *ended.error, now);
}

void JobScheduler::dispatch(Instant now)
{
    if (m_limits.activeJobs == 0)
        return;
    const auto active = std::vector<Index>(m_work.active().begin(), m_work.active().end());
    for (const Index job : active)
        fill(job, now);
    dispatchLevel(Priority::Foreground, now);
    makeRoom(now);
    for (const Priority level : kBackgroundLevels)
        dispatchLevel(level, now);
}

bool JobScheduler::isWaiting(const ReadyQueue::Place &place) const
{
    return m_tickets[place.job] == place.ticket;
}

bool JobScheduler::hasRoom(Priority level) const
{
    return m_work.flights() < m_limits.transfers
        && (level == Priority::Foreground || activeInBackground() < m_limits.activeJobs);
}

// Counted anew, because a priority may change while its job is at work; there are only a few dozen active jobs.
std::size_t JobScheduler::activeInBackground() const
{
    return static_cast<std::size_t>(std::count_if(m_work.active().begin(), m_work.active().end(), [this](Index job) {
        return m_book.table().at(job).status.priority != Priority::Foreground;
    }));
}

void JobScheduler::dispatchLevel(Priority level, Instant now)
{
    std::vector<ReadyQueue::Place> passedOver;
    while (hasRoom(level) && passedOver.size() < kMostPassedOver) {
        const auto place = m_ready.take(level);
        if (!place)
            break;
        if (isWaiting(*place) && !begin(place->job, now))
            passedOver.push_back(*place);
    }
    for (auto it = passedOver.rbegin(); it != passedOver.rend(); ++it) {
        // A server that is left alone may be so for hours: its jobs must not stand before those of all others.
        if (m_attempts.heldUntil(it->job, now))
            enqueue(it->job);
        else
            m_ready.putBack(*it, level);
    }
}

// False: none of its files can start now.
bool JobScheduler::begin(Index job, Instant now)
{
    JobWork &work = m_work.of(job, now.monotonic);
    const auto file = m_attempts.nextFile(job, now);
    if (!file) {
        withdraw(job);
        // Resumed with everything here already: no network is needed.
        if (!m_book.files(job).facts().hasUnfinishedFiles)
            m_attempts.arrive(job, now);
        return true;
    }
    if (!m_network.isReachable(m_book.hostOfFile(job, *file))) {
        withdraw(job);
        m_network.wait(job, now);
        return true;
    }
    if (!m_crashes.mayBegin(job) || !m_attempts.start(job, *file, now))
        return false;

    withdraw(job);
    work.dispatched = now.monotonic;
    work.retryAt.reset();
    work.meter.reset();
    m_work.enterActive(job);
    m_book.trigger(job, Trigger::Dispatched, HistoryEvent::StateChanged, now);
    fill(job, now);
    return true;
}

void JobScheduler::fill(Index job, Instant now)
{
    const JobWork &work = m_work.at(job);
    const auto most = m_book.spec(job).options->parallelFiles;
    while (work.active.size() < most && m_work.flights() < m_limits.transfers) {
        const auto file = m_attempts.nextFile(job, now);
        if (!file || !m_attempts.start(job, *file, now))
            break;
    }
    m_attempts.setTimer(job);
}

void JobScheduler::requeue(Index job, Instant now)
{
    m_attempts.stopAll(job);
    m_book.trigger(job, Trigger::Preempted, HistoryEvent::StateChanged, now);
    enqueue(job);
}

bool JobScheduler::someoneWaits(Priority level)
{
    // Places given up meanwhile are dropped here, so that nobody makes room for a ghost.
    while (const auto *place = m_ready.peek(level)) {
        if (isWaiting(*place))
            return true;
        static_cast<void>(m_ready.take(level));
    }
    return false;
}

// BITS: a higher level goes before a lower one at once; within a level places go round by time slice.
void JobScheduler::makeRoom(Instant now)
{
    for (const Priority level : kBackgroundLevels) {
        if (activeInBackground() < m_limits.activeJobs || !someoneWaits(level))
            continue;
        if (const auto job = leastDeserving(level, now))
            requeue(*job, now);
        return;
    }
}

std::optional<JobScheduler::Index> JobScheduler::leastDeserving(Priority waiting, Instant now) const
{
    std::optional<Index> found;
    const auto rank = [&](Index job) {
        return std::pair(m_book.table().at(job).status.priority, -m_work.at(job).dispatched.time_since_epoch().count());
    };
    for (const Index job : m_work.active()) {
        const Priority own = m_book.table().at(job).status.priority;
        const bool sliceOver = now.monotonic - m_work.at(job).dispatched >= m_limits.timeSlice;
        if (own == Priority::Foreground || own < waiting || (own == waiting && !sliceOver))
            continue;
        if (!found || rank(job) > rank(*found))
            found = job;
    }
    return found;
}

} // namespace haulwatch
