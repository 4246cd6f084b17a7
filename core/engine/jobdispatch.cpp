// SPDX-License-Identifier: GPL-3.0-or-later
// The half of JobRunner that decides who works next.
#include <algorithm>
#include <array>

#include "address/givenaddress.h"
#include "engine/jobrunner.h"
#include "job/retrypolicy.h"

namespace haulwatch {
namespace {

constexpr std::array kBackgroundLevels {Priority::High, Priority::Normal, Priority::Low};
constexpr std::size_t kMostPassedOver = 64; // jobs looked at behind one whose host is busy
constexpr Milliseconds kRateInterval {500};

} // namespace

void JobRunner::advance(Instant now)
{
    countActiveTime(now);
    runTimers(now);
    dispatch(now);
    if (now.monotonic - m_lastRates >= kRateInterval) {
        m_lastRates = now.monotonic;
        refreshRates(now);
    }
}

void JobRunner::dispatch(Instant now)
{
    if (m_limits.activeJobs == 0)
        return;
    const auto active = std::vector<Index>(m_active.begin(), m_active.end());
    for (const Index job : active)
        fill(job, now);
    dispatchLevel(Priority::Foreground, now);
    makeRoom(now);
    for (const Priority level : kBackgroundLevels)
        dispatchLevel(level, now);
}

bool JobRunner::isWaiting(const ReadyQueue::Place &place) const
{
    return m_tickets[place.job] == place.ticket;
}

bool JobRunner::hasRoom(Priority level) const
{
    return m_running < m_limits.transfers
        && (level == Priority::Foreground || activeInBackground() < m_limits.activeJobs);
}

// Counted anew, because a priority may change while its job is at work; there are only a few dozen active jobs.
std::size_t JobRunner::activeInBackground() const
{
    return static_cast<std::size_t>(std::count_if(m_active.begin(), m_active.end(), [this](Index job) {
        return m_book.table().at(job).status.priority != Priority::Foreground;
    }));
}

void JobRunner::dispatchLevel(Priority level, Instant now)
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
        if (heldUntil(it->job, m_work.at(it->job), now))
            enqueue(it->job);
        else
            m_ready.putBack(*it, level);
    }
}

// False: none of its files can start now, because their hosts are busy.
bool JobRunner::begin(Index job, Instant now)
{
    Work &w = work(job, now);
    const auto file = nextFile(job, w, now);
    if (!file) {
        m_tickets[job] = 0;
        if (m_book.files(job).facts().hasUnfinishedFiles)
            return true;
        // Resumed with everything here already: no network is needed.
        m_book.trigger(job, Trigger::AllFilesHere, HistoryEvent::StateChanged, now);
        m_book.makeUrgent();
        release(job);
        m_arrived.push_back(job);
        return true;
    }
    if (!isReachable(hostOfFile(job, *file))) {
        m_tickets[job] = 0;
        waitForNetwork(job, now);
        return true;
    }
    if (!startFile(job, w, *file, now))
        return false;

    m_tickets[job] = 0;
    w.dispatched = now.monotonic;
    w.retryAt.reset();
    w.meter.reset();
    m_active.insert(job);
    m_book.trigger(job, Trigger::Dispatched, HistoryEvent::StateChanged, now);
    fill(job, now);
    return true;
}

void JobRunner::fill(Index job, Instant now)
{
    Work &w = m_work.at(job);
    const auto most = m_book.spec(job).options->parallelFiles;
    while (w.active.size() < most && m_running < m_limits.transfers) {
        const auto file = nextFile(job, w, now);
        if (!file || !startFile(job, w, *file, now))
            break;
    }
    setTimer(job, w);
}

std::optional<std::uint32_t> JobRunner::nextFile(Index job, Work &w, Instant now) const
{
    const FileLedger &files = m_book.files(job);
    for (const auto &[file, run] : w.runs) {
        if (files.at(file).state == FileState::Retrying && run.retryAt && *run.retryAt <= now.monotonic)
            return file;
    }
    while (w.cursor < files.size() && files.at(w.cursor).state != FileState::Waiting)
        ++w.cursor;
    return w.cursor < files.size() ? std::optional(w.cursor) : std::nullopt;
}

bool JobRunner::startFile(Index job, Work &w, std::uint32_t file, Instant now)
{
    if (!m_book.isDurable(w.heldUntil))
        return false;
    const JobSpec &spec = m_book.spec(job);
    std::string host = hostOfFile(job, file);
    if (!isReachable(host) || !m_gate.admits(host, now.monotonic))
        return false;
    m_gate.begin(host);
    ++m_running;
    FileRun &run = w.runs[file];
    run.retryAt.reset();
    w.active.emplace(file, Flight {std::move(host), now.monotonic});

    FileProgress progress = m_book.files(job).at(file);
    progress.state = FileState::Active;
    const Checkpoint resumeFrom = progress.checkpoint;
    m_book.setFile(job, file, std::move(progress));
    m_transfers.start({{spec.id, file},
                       spec.files[file],
                       locate(spec, file),
                       resumeFrom,
                       spec.options,
                       spec.secrets,
                       ++run.attempts});
    return true;
}

void JobRunner::leaveActive(Index job)
{
    m_active.erase(job);
}

void JobRunner::requeue(Index job, Instant now)
{
    halt(job);
    m_book.trigger(job, Trigger::Preempted, HistoryEvent::StateChanged, now);
    enqueue(job);
}

bool JobRunner::someoneWaits(Priority level)
{
    // Places given up meanwhile are dropped here, so that nobody makes room for a ghost.
    while (const auto *place = m_ready.peek(level)) {
        if (isWaiting(*place))
            return true;
        (void)m_ready.take(level);
    }
    return false;
}

// BITS: a higher level goes before a lower one at once; within a level places go round by time slice.
void JobRunner::makeRoom(Instant now)
{
    for (const Priority level : kBackgroundLevels) {
        if (activeInBackground() < m_limits.activeJobs || !someoneWaits(level))
            continue;
        if (const auto job = leastDeserving(level, now))
            requeue(*job, now);
        return;
    }
}

std::optional<JobRunner::Index> JobRunner::leastDeserving(Priority waiting, Instant now) const
{
    std::optional<Index> found;
    const auto rank = [&](Index job) {
        return std::pair(m_book.table().at(job).status.priority, -m_work.at(job).dispatched.time_since_epoch().count());
    };
    for (const Index job : m_active) {
        const Priority own = m_book.table().at(job).status.priority;
        const bool sliceOver = now.monotonic - m_work.at(job).dispatched >= m_limits.timeSlice;
        if (own == Priority::Foreground || own < waiting || (own == waiting && !sliceOver))
            continue;
        if (!found || rank(job) > rank(*found))
            found = job;
    }
    return found;
}

void JobRunner::runTimers(Instant now)
{
    while (!m_timers.empty() && m_timers.begin()->first <= now.monotonic) {
        const Index job = m_timers.begin()->second;
        m_timers.erase(m_timers.begin());
        Work &w = m_work.at(job);
        w.timer.reset();
        if (m_book.state(job) != JobState::TransientError)
            continue; // a file of an active job may be retried: fill() sees to it
        if (mustGiveUp(m_book.spec(job).options->retry, 0, sinceProgress(job, w, now))) {
            giveUp(job, now);
        } else if (w.retryAt && *w.retryAt <= now.monotonic) {
            w.retryAt.reset();
            m_book.trigger(job, Trigger::RetryDue, HistoryEvent::StateChanged, now);
            enqueue(job);
        } else {
            setTimer(job, w);
        }
    }
}

void JobRunner::setTimer(Index job, Work &w)
{
    std::optional<MonotonicTime> at;
    const auto consider = [&at](MonotonicTime t) { at = std::min(at.value_or(t), t); };
    if (waitsForNetwork(job)) {
        // Only the network ends this wait.
    } else if (m_book.state(job) == JobState::TransientError) {
        if (w.retryAt)
            consider(*w.retryAt);
        consider(w.lastProgress + m_book.spec(job).options->retry.noProgressTimeout);
    } else if (!w.active.empty()) {
        for (const auto &[file, run] : w.runs) {
            if (run.retryAt)
                consider(*run.retryAt);
        }
    }
    if (at == w.timer)
        return;
    if (w.timer)
        m_timers.erase({*w.timer, job});
    w.timer = at;
    if (at)
        m_timers.insert({*at, job});
}

void JobRunner::refreshRates(Instant now)
{
    for (const Index job : m_active)
        m_book.setRate(job, m_book.state(job) == JobState::Transferring ? m_work.at(job).meter.rate(now.monotonic) : 0);
}

std::optional<MonotonicTime> JobRunner::nextWake() const
{
    std::optional<MonotonicTime> at;
    if (!m_timers.empty())
        at = m_timers.begin()->first;
    // Whoever waits for a server that is left alone has no timer of his own.
    if (const auto release = m_gate.nextRelease(m_lastCount))
        at = std::min(at.value_or(*release), *release);
    if (!m_active.empty())
        at = std::min(at.value_or(m_lastRates + kRateInterval), m_lastRates + kRateInterval);
    return at;
}

} // namespace haulwatch
