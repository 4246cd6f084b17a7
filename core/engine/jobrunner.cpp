// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobrunner.h"

#include <algorithm>
#include <cassert>
#include <variant>

#include "job/retrypolicy.h"

namespace haulwatch {
namespace {

constexpr Milliseconds kStatusInterval {5'000}; // how often progress reaches the store

// Rounded up, so that a countdown to it never ends before the retry.
EpochSeconds wallSecondsAt(MonotonicTime at, Instant now)
{
    return toEpochSeconds(std::chrono::ceil<std::chrono::seconds>(now.wall + (at - now.monotonic)));
}

FirstCause firstCause(const JobError &error)
{
    return {error.code, error.cause, error.detail, error.time};
}

// RFC 6585 §4 and RFC 9110 §15.6.4: the server has too much to do, whatever file it is asked for.
bool saysTooMuch(const JobError &error)
{
    const auto status = httpStatus(error.code);
    return status == 429 || status == 503;
}

} // namespace

JobRunner::JobRunner(JobBook &book, TransferEngine &transfers, EngineLimits limits, std::uint64_t seed)
    : m_book(book)
    , m_transfers(transfers)
    , m_limits(limits)
    , m_gate(limits.transfersPerHost)
    , m_random(seed)
{
}

void JobRunner::adopt(Index job, Milliseconds sinceProgress, Instant now)
{
    const JobRecord &record = m_book.table().at(job);
    if (record.status.state == JobState::Queued)
        enqueue(job);
    if (record.status.state != JobState::TransientError)
        return;

    Work &w = work(job, now);
    w.lastProgress = now.monotonic - sinceProgress;
    if (waitsForNetwork(job)) {
        m_book.trigger(job, Trigger::RetryDue, HistoryEvent::StateChanged, now);
        enqueue(job);
        return;
    }
    // The wall clock is all that is left of the old timer; if it jumped, the worst is an early retry or one longest
    // delay.
    const auto left =
        std::clamp<Milliseconds>(toWallTime(record.status.nextRetry) - now.wall, Milliseconds::zero(),
                                 record.spec->options->retry.fixedDelay.value_or(RetryPolicy::kLongestDelay));
    w.retryAt = now.monotonic + left;
    if (record.error && record.error->file) {
        FileRun &run = w.runs[record.error->file->index];
        run.attempts = record.error->attempt;
        run.first = record.error->first.value_or(firstCause(*record.error));
    }
    setTimer(job, w);
}

void JobRunner::enqueueAfresh(Index job, Instant now)
{
    Work &w = work(job, now);
    for (auto &[file, run] : w.runs) {
        run.failures = 0;
        run.retryAt.reset();
    }
    for (std::uint32_t file = 0; file < m_book.files(job).size(); ++file) {
        FileProgress progress = m_book.files(job).at(file);
        if (progress.state != FileState::Failed && progress.state != FileState::Retrying)
            continue;
        m_gate.lift(hostOfFile(job, file));
        progress.state = FileState::Waiting;
        m_book.storeFile(job, file, std::move(progress));
    }
    w.cursor = 0;
    w.retryAt.reset();
    w.used = {};
    w.lastProgress = now.monotonic;
    setTimer(job, w);
    enqueue(job);
}

void JobRunner::enqueue(Index job)
{
    if (m_tickets.size() <= job)
        m_tickets.resize(job + 1);
    m_tickets[job] = m_ready.enqueue(job, m_book.table().at(job).status.priority);
}

void JobRunner::halt(Index job)
{
    if (job < m_tickets.size())
        m_tickets[job] = 0;
    const auto it = m_work.find(job);
    if (it == m_work.end())
        return;
    const auto active = it->second.active;
    for (const auto &[file, flight] : active)
        stopTransfer(job, file);
    leaveActive(job);
}

void JobRunner::stopTransfer(Index job, std::uint32_t file)
{
    FileProgress progress = m_book.files(job).at(file);
    progress.checkpoint = m_transfers.stop({m_book.table().idOf(job), file});
    progress.transferred = progress.checkpoint.offset;
    progress.state = FileState::Waiting;
    Work &w = m_work.at(job);
    w.cursor = std::min(w.cursor, file);
    endTransfer(job, file);
    m_book.storeFile(job, file, std::move(progress));
}

void JobRunner::interrupt(Index job, const std::vector<std::uint32_t> &files)
{
    for (const std::uint32_t file : files)
        stopTransfer(job, file);
}

void JobRunner::startOver(Index job, std::uint32_t file, Instant now)
{
    const FileProgress before = m_book.files(job).at(file);
    FileProgress progress;
    progress.state = isHere(before.state) ? FileState::Waiting : before.state;
    m_book.storeFile(job, file, std::move(progress));
    m_book.note(job, {now.wall, m_book.state(job), HistoryEvent::Restarted, file, before.transferred, {}});
    const auto it = m_work.find(job);
    if (it == m_work.end())
        return;
    Work &w = it->second;
    w.cursor = std::min(w.cursor, file);
    if (const auto run = w.runs.find(file); run != w.runs.end()) {
        run->second.best = 0;
        run->second.failures = 0;
    }
}

void JobRunner::holdUntil(Index job, JournalTicket ticket, Instant now)
{
    work(job, now).heldUntil = ticket;
}

void JobRunner::takeUp(Index job, Instant now)
{
    if (!isActive(m_book.state(job)))
        return;
    fill(job, now);
    if (m_work.at(job).active.empty())
        requeue(job, now);
}

void JobRunner::release(Index job)
{
    halt(job);
    const auto it = m_work.find(job);
    if (it == m_work.end())
        return;
    if (it->second.timer)
        m_timers.erase({*it->second.timer, job});
    m_work.erase(it);
}

void JobRunner::reconsider(Index job, Instant now)
{
    const JobState state = m_book.state(job);
    if (state == JobState::Queued)
        enqueue(job);
    const auto it = m_work.find(job);
    if (it == m_work.end())
        return;
    const Milliseconds silence = sinceProgress(job, it->second, now);
    m_book.storeStatus(job, silence);
    // BITS: lowering the time-out below what is used up acts at once.
    if (state == JobState::TransientError
        && mustGiveUp(m_book.spec(job).options->retry, mostFailures(it->second), silence))
        giveUp(job, now);
    else
        setTimer(job, it->second);
}

JobRunner::Work &JobRunner::work(Index job, Instant now)
{
    const auto [it, isNew] = m_work.try_emplace(job);
    if (isNew)
        it->second.lastProgress = now.monotonic;
    return it->second;
}

std::uint32_t JobRunner::mostFailures(const Work &work)
{
    std::uint32_t most = 0;
    for (const auto &[file, run] : work.runs)
        most = std::max(most, run.failures);
    return most;
}

void JobRunner::handle(const TransferEvent &event, Instant now)
{
    std::visit(
        [&](const auto &e) {
            if (runningJob(e.key))
                onEvent(e, now);
        },
        event);
}

// An event may have been on its way when its transfer was stopped.
std::optional<JobRunner::Index> JobRunner::runningJob(TransferKey key) const
{
    const auto job = m_book.table().find(key.job);
    if (!job)
        return std::nullopt;
    const auto it = m_work.find(*job);
    if (it == m_work.end())
        return std::nullopt;
    return it->second.active.contains(key.file) ? job : std::nullopt;
}

void JobRunner::onEvent(const TransferStarted &e, Instant now)
{
    const Index job = *runningJob(e.key);
    FileProgress progress = m_book.files(job).at(e.key.file);
    if (e.offset < progress.transferred) {
        m_book.note(
            job,
            {now.wall, m_book.state(job), HistoryEvent::Restarted, e.key.file, progress.transferred - e.offset, {}});
        progress.checkpoint = {};
    }
    progress.transferred = e.offset;
    progress.total = e.total;
    m_book.setFile(job, e.key.file, std::move(progress));
    m_gate.answered(m_work.at(job).active.at(e.key.file).host, now.monotonic);
    m_book.trigger(job, Trigger::ServerAnswered, HistoryEvent::StateChanged, now);
}

void JobRunner::onEvent(const TransferProgress &e, Instant now)
{
    advanceBytes(*runningJob(e.key), e.key.file, e.transferred, now);
}

void JobRunner::advanceBytes(Index job, std::uint32_t file, Bytes transferred, Instant now)
{
    Work &w = m_work.at(job);
    FileRun &run = w.runs[file];
    FileProgress progress = m_book.files(job).at(file);
    if (transferred > progress.transferred)
        w.received += transferred - progress.transferred;
    // Only bytes that were never here before are progress: a server that breaks at the same place for ever makes none.
    if (transferred > run.best) {
        run.best = transferred;
        run.failures = 0;
        run.first.reset();
        w.lastProgress = now.monotonic;
    }
    w.meter.sample(now.monotonic, w.received);
    progress.transferred = transferred;
    m_book.setFile(job, file, std::move(progress));
}

void JobRunner::onEvent(const TransferCheckpoint &e, Instant now)
{
    const Index job = *runningJob(e.key);
    FileProgress progress = m_book.files(job).at(e.key.file);
    progress.checkpoint = e.checkpoint;
    m_book.storeFile(job, e.key.file, std::move(progress));
    Work &w = m_work.at(job);
    if (now.monotonic - w.lastStored < kStatusInterval)
        return;
    w.lastStored = now.monotonic;
    m_book.storeStatus(job, now.monotonic - w.lastProgress);
}

void JobRunner::onEvent(const TransferFinished &e, Instant now)
{
    const Index job = *runningJob(e.key);
    m_book.trigger(job, Trigger::ServerAnswered, HistoryEvent::StateChanged, now);
    advanceBytes(job, e.key.file, e.size, now);
    FileProgress progress = m_book.files(job).at(e.key.file);
    progress.total = e.size;
    progress.state = FileState::Transferred;
    progress.lengthUnverified = e.lengthUnverified;
    progress.checkpoint = {};
    m_book.storeFile(job, e.key.file, std::move(progress));
    m_book.note(job, {now.wall, m_book.state(job), HistoryEvent::FileTransferred, e.key.file, e.size, {}, e.exchange});
    m_gate.answered(m_work.at(job).active.at(e.key.file).host, now.monotonic);
    endTransfer(job, e.key.file);
    Work &w = m_work.at(job);
    w.runs.erase(e.key.file);

    if (!m_book.files(job).facts().hasUnfinishedFiles) {
        m_book.trigger(job, Trigger::AllFilesHere, HistoryEvent::StateChanged, now);
        m_book.makeUrgent();
        release(job);
        m_arrived.push_back(job);
        return;
    }
    fill(job, now);
    if (!w.active.empty())
        return;
    // Nothing moves any more: either a file only waits for a free connection, or all that are left wait for their
    // retry.
    const auto failed =
        std::find_if(w.runs.begin(), w.runs.end(), [](const auto &run) { return run.second.error.has_value(); });
    if (failed == w.runs.end() || (nextFile(job, w, now) && !heldUntil(job, w, now)))
        requeue(job, now);
    else
        rest(job, *failed->second.error, now);
}

void JobRunner::onEvent(const TransferFailed &e, Instant now)
{
    const Index job = *runningJob(e.key);
    Work &w = m_work.at(job);
    FileRun &run = w.runs[e.key.file];
    JobError error = e.error;
    const RetryPolicy &policy = m_book.spec(job).options->retry;
    ++run.failures;
    if (run.first)
        error.first = run.first;
    else
        run.first = firstCause(error);
    if (error.transient && mustGiveUp(policy, run.failures, now.monotonic - w.lastProgress)) {
        error.transient = false;
        error.gaveUp = true;
    }
    run.error = error;

    FileProgress progress = m_book.files(job).at(e.key.file);
    progress.checkpoint = e.checkpoint;
    progress.transferred = e.checkpoint.offset;
    if (e.checkpoint.offset == 0)
        progress.total = kUnknownSize;
    progress.state = error.transient ? FileState::Retrying : FileState::Failed;
    m_book.storeFile(job, e.key.file, std::move(progress));
    m_book.countError(job);
    m_book.note(job,
                {now.wall, m_book.state(job), HistoryEvent::AttemptFailed, e.key.file, e.checkpoint.offset, error});
    if (const Flight &flight = w.active.at(e.key.file); saysTooMuch(error))
        m_gate.refused(flight.host, flight.began, now.monotonic, error.retryAfter);
    endTransfer(job, e.key.file);

    if (!error.transient) {
        failFatally(job, error, now);
        return;
    }
    const double jitter = std::uniform_real_distribution<double>(0, 1)(m_random);
    run.retryAt = now.monotonic + retryDelay(policy, run.failures, jitter, error.retryAfter);
    setTimer(job, w);
    fill(job, now);
    if (!w.active.empty())
        return;
    if (nextFile(job, w, now) && !heldUntil(job, w, now))
        requeue(job, now);
    else
        rest(job, error, now);
}

void JobRunner::endTransfer(Index job, std::uint32_t file)
{
    Work &w = m_work.at(job);
    const auto transfer = w.active.find(file);
    m_gate.end(transfer->second.host);
    --m_running;
    w.active.erase(transfer);
}

void JobRunner::failFatally(Index job, const JobError &error, Instant now)
{
    halt(job);
    const Work &w = work(job, now);
    m_book.fail(job, Trigger::FailedFatally, error, 0, now);
    m_book.storeStatus(job, now.monotonic - w.lastProgress);
    m_book.makeUrgent();
}

// No file can move now, at least one will be tried again.
void JobRunner::rest(Index job, const JobError &error, Instant now)
{
    Work &w = m_work.at(job);
    leaveActive(job);
    w.retryAt.reset();
    for (const auto &[file, run] : w.runs) {
        if (run.retryAt)
            w.retryAt = std::min(w.retryAt.value_or(*run.retryAt), *run.retryAt);
    }
    if (const auto held = heldUntil(job, w, now))
        w.retryAt = std::min(w.retryAt.value_or(*held), *held);
    m_book.fail(job, Trigger::FailedTransiently, error, wallSecondsAt(w.retryAt.value_or(now.monotonic), now), now);
    m_book.storeStatus(job, now.monotonic - w.lastProgress);
    setTimer(job, w);
}

void JobRunner::giveUp(Index job, Instant now)
{
    const auto current = m_book.table().at(job).error;
    if (!current)
        return;
    JobError error = *current;
    error.transient = false;
    error.gaveUp = true;
    for (std::uint32_t file = 0; file < m_book.files(job).size(); ++file) {
        FileProgress progress = m_book.files(job).at(file);
        if (progress.state != FileState::Retrying)
            continue;
        progress.state = FileState::Failed;
        m_book.storeFile(job, file, std::move(progress));
    }
    Work &w = work(job, now);
    w.retryAt.reset();
    m_book.fail(job, Trigger::GaveUp, std::move(error), 0, now);
    m_book.storeStatus(job, now.monotonic - w.lastProgress);
    m_book.makeUrgent();
    setTimer(job, w);
}

std::vector<JobRunner::Index> JobRunner::takeArrived()
{
    return std::exchange(m_arrived, {});
}

} // namespace haulwatch
