// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobscheduler.h"

#include <algorithm>
#include <array>
#include <utility>

namespace haulwatch {
namespace {

constexpr std::array kBackgroundLevels {Priority::High, Priority::Normal, Priority::Low};
constexpr std::size_t kMostPassedOver = 64; // jobs looked at behind one that cannot begin
constexpr std::size_t kMostExplained = 200; // jobs of a host; those behind them are simply in line
constexpr Milliseconds kPatience {10'000}; // with a server that does not answer, while another waits

} // namespace

void JobScheduler::enqueue(Index job)
{
    if (m_tickets.size() <= job)
        m_tickets.resize(job + 1);
    m_tickets[job] = m_ready.enqueue(job, m_book.table().at(job).status.priority, hostOfJob(job));
}

std::string JobScheduler::hostOfJob(Index job)
{
    const FileLedger &files = m_book.files(job);
    const JobWork *work = m_work.find(job);
    for (std::uint32_t file = work != nullptr ? work->cursor : 0; file < files.size(); ++file) {
        if (!isHere(files.at(file).state))
            return m_book.hostOfFile(job, file);
    }
    return {};
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
    std::vector<std::pair<ReadyQueue::Place, std::string>> passedOver;
    std::map<std::string, std::size_t> failures;
    HostSet closed;
    Shares shares = countShares();
    while (hasRoom(level)) {
        const auto host = nextHost(level, shares, closed, now);
        if (!host)
            break;
        const auto place = m_ready.take(level, *host);
        if (!place || !isWaiting(*place))
            continue;
        if (begin(place->job, now)) {
            shares[*host] += isActive(m_book.state(place->job)) ? 1 : 0;
            continue;
        }
        passedOver.emplace_back(*place, *host);
        if (++failures[*host] == kMostPassedOver)
            closed.insert(*host);
    }
    for (auto it = passedOver.rbegin(); it != passedOver.rend(); ++it)
        m_ready.putBack(it->first, level, it->second);
}

std::optional<std::string> JobScheduler::nextHost(Priority level, const Shares &shares, const HostSet &passedOver,
                                                  Instant now) const
{
    std::optional<std::string> next;
    std::size_t least = 0;
    m_ready.visitHosts(level, [&](const std::string &host) {
        if (passedOver.contains(host) || m_attempts.isBusy(host, now))
            return false;
        const auto share = shares.find(host);
        const std::size_t size = share == shares.end() ? 0 : share->second;
        if (!next || size < least) {
            next = host;
            least = size;
        }
        return least == 0;
    });
    return next;
}

JobScheduler::Shares JobScheduler::countShares() const
{
    Shares shares;
    for (const Index job : m_work.active()) {
        if (const auto &flights = m_work.at(job).active; !flights.empty())
            ++shares[flights.begin()->second.host];
    }
    return shares;
}

void JobScheduler::explainWaits(Instant now)
{
    for (const Priority level : {Priority::Foreground, Priority::High, Priority::Normal, Priority::Low}) {
        std::size_t hosts = 0;
        m_ready.visitHosts(level, [&](const std::string &host) {
            explainHost(level, host, now);
            return ++hosts == kMostPassedOver;
        });
    }
}

void JobScheduler::explainHost(Priority level, const std::string &host, Instant now)
{
    const auto held = m_attempts.heldUntil(host, now);
    const EpochSeconds until = held ? wallSecondsAt(*held, now) : 0;
    const bool isBusy = m_attempts.isBusy(host, now);
    std::size_t explained = 0;
    for (const ReadyQueue::Place &place : m_ready.places(level, host)) {
        if (isWaiting(place))
            m_book.setWait(place.job, isBusy, until);
        if (++explained == kMostExplained)
            return;
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
    if (m_attempts.failsOnceSettled(job, now))
        return;
    m_attempts.stopAll(job);
    m_book.trigger(job, Trigger::Preempted, HistoryEvent::StateChanged, now);
    enqueue(job);
}

// Places given up meanwhile are dropped here, so that nobody makes room for a ghost.
void JobScheduler::dropGhosts(Priority level)
{
    std::vector<std::string> hosts;
    m_ready.visitHosts(level, [&](const std::string &host) {
        hosts.push_back(host);
        return hosts.size() == kMostPassedOver;
    });
    for (const std::string &host : hosts) {
        const auto *place = m_ready.peek(level, host);
        while (place != nullptr && !isWaiting(*place)) {
            static_cast<void>(m_ready.take(level, host));
            place = m_ready.peek(level, host);
        }
    }
}

// BITS: a higher level goes before a lower one at once; within a level places go round by time slice.
void JobScheduler::makeRoom(Instant now)
{
    if (activeInBackground() < m_limits.activeJobs)
        return;
    const Shares shares = countShares();
    for (const Priority level : kBackgroundLevels) {
        dropGhosts(level);
        auto host = nextHost(level, shares, {}, now);
        const bool isFull = !host;
        if (isFull)
            host = firstFullHost(level, now);
        if (!host)
            continue;
        if (const auto job = leastDeserving(level, *host, isFull, now))
            requeue(*job, now);
        return;
    }
}

void JobScheduler::shrink(Instant now)
{
    // Of the lowest level, and within one those that began last, go first.
    const auto rank = [&](Index job) {
        return std::pair(m_book.table().at(job).status.priority, m_work.at(job).dispatched);
    };
    auto jobs = std::vector<Index>(m_work.active().begin(), m_work.active().end());
    // What fails once its whole files are settled leaves by itself, and they count.
    std::erase_if(jobs, [this](Index job) { return m_work.at(job).failure.has_value(); });
    std::sort(jobs.begin(), jobs.end(), [&](Index a, Index b) { return rank(a) > rank(b); });
    const std::size_t inBackground = activeInBackground();
    auto leave = inBackground - std::min<std::size_t>(inBackground, m_limits.activeJobs);
    std::vector<Index> leaving;
    for (const Index job : jobs) {
        if (leave > 0 && m_book.table().at(job).status.priority != Priority::Foreground) {
            --leave;
            m_attempts.stopAll(job);
            leaving.push_back(job);
        }
    }
    for (const Index job : jobs) {
        const auto flights = m_work.at(job).active; // changes meanwhile
        for (auto flight = flights.rbegin(); flight != flights.rend(); ++flight) {
            if (m_work.flights() > m_limits.transfers || m_attempts.isBeyondMost(flight->second.host))
                m_attempts.stop(job, {flight->first});
        }
        if (!flights.empty() && m_work.at(job).active.empty())
            leaving.push_back(job);
    }
    // Who deserves its place most is the first to get one again.
    for (auto job = leaving.rbegin(); job != leaving.rend(); ++job)
        requeue(*job, now);
}

// One that has as many transfers as it may: only a job of its own can make room there.
std::optional<std::string> JobScheduler::firstFullHost(Priority level, Instant now) const
{
    std::optional<std::string> full;
    m_ready.visitHosts(level, [&](const std::string &host) {
        if (!m_attempts.heldUntil(host, now))
            full = host;
        return full.has_value();
    });
    return full;
}

std::optional<JobScheduler::Index> JobScheduler::leastDeserving(Priority waiting, const std::string &host, bool isFull,
                                                                Instant now) const
{
    std::optional<Index> found;
    const Shares shares = countShares();
    const auto rank = [&](Index job) {
        return std::pair(m_book.table().at(job).status.priority, -m_work.at(job).dispatched.time_since_epoch().count());
    };
    for (const Index job : m_work.active()) {
        const Priority own = m_book.table().at(job).status.priority;
        const bool sliceOver = now.monotonic - m_work.at(job).dispatched >= m_limits.timeSlice;
        const bool makesWay = sliceOver || (!shares.contains(host) && isHogging(job, shares, now));
        if (own == Priority::Foreground || own < waiting || (own == waiting && !makesWay)
            || (isFull && !worksWith(job, host)))
            continue;
        if (!found || rank(job) > rank(*found))
            found = job;
    }
    return found;
}

bool JobScheduler::worksWith(Index job, const std::string &host) const
{
    const auto &flights = m_work.at(job).active;
    return std::any_of(flights.begin(), flights.end(), [&](const auto &flight) { return flight.second.host == host; });
}

// Its server does not answer, and has more than one place.
bool JobScheduler::isHogging(Index job, const Shares &shares, Instant now) const
{
    const JobWork &work = m_work.at(job);
    return m_book.state(job) == JobState::Connecting && now.monotonic - work.dispatched >= kPatience
        && !work.active.empty() && shares.at(work.active.begin()->second.host) > 1;
}

} // namespace haulwatch
