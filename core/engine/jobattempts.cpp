// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobattempts.h"

#include <algorithm>
#include <bit>
#include <string>
#include <variant>

#include "job/errorcatalog.h"
#include "job/retrypolicy.h"

namespace haulwatch {
namespace {

constexpr Milliseconds kStatusInterval {5'000}; // how often progress reaches the store

FirstCause firstCause(const JobError &error)
{
    return {error.code, error.cause, error.detail, error.time};
}

// RFC 6585 §4 and RFC 9110 §15.6.4: the server has too much to do, whatever file it is asked for. Some say it with a
// 403 and a time.
bool saysTooMuch(const JobError &error)
{
    const auto status = httpStatus(error.code);
    return status == 429 || status == 503 || (status == 403 && error.retryAfter);
}

// How much is left of the wait the server asked for; if the clock jumped, all of it at most.
Milliseconds leftOfWait(const JobError &error, Instant now)
{
    const auto asked = error.retryAfter.value_or(Milliseconds::zero());
    return std::clamp<Milliseconds>(error.time + asked - now.wall, Milliseconds::zero(), asked);
}

} // namespace

JobAttempts::JobAttempts(JobBook &book, TransferEngine &transfers, WorkTable &work, NetworkWaits &network,
                         std::uint32_t transfersPerHost, std::uint64_t seed)
    : m_book(book)
    , m_transfers(transfers)
    , m_work(work)
    , m_network(network)
    , m_gate(transfersPerHost)
    , m_random(seed)
{
}

void JobAttempts::recallHold(Index job, Instant now)
{
    const auto &error = m_book.table().at(job).error;
    if (!error || !error->file || error->file->index >= m_book.files(job).size() || !saysTooMuch(*error))
        return;
    if (const auto left = leftOfWait(*error, now); left > Milliseconds::zero())
        m_gate.hold(m_book.hostOfFile(job, error->file->index), now.monotonic + left);
}

void JobAttempts::adopt(Index job, Milliseconds sinceProgress, Instant now)
{
    const JobRecord &record = m_book.table().at(job);
    JobWork &work = m_work.of(job, now.monotonic);
    work.lastProgress = now.monotonic - sinceProgress;
    if (m_network.isWaiting(job)) {
        m_book.trigger(job, Trigger::RetryDue, HistoryEvent::StateChanged, now);
        return;
    }
    // The wall clock is all that is left of the old timer; if it jumped, the worst is an early retry or one longest
    // delay.
    const auto longest = std::max(record.spec->options->retry.fixedDelay.value_or(RetryPolicy::kLongestDelay),
                                  record.error ? leftOfWait(*record.error, now) : Milliseconds::zero());
    const auto left =
        std::clamp<Milliseconds>(toWallTime(record.status.nextRetry) - now.wall, Milliseconds::zero(), longest);
    work.retryAt = now.monotonic + left;
    if (record.error && record.error->file) {
        FileRun &run = work.runs[record.error->file->index];
        run.attempts = record.error->attempt;
        run.first = record.error->first.value_or(firstCause(*record.error));
    }
    setTimer(job);
}

void JobAttempts::forgive(Index job, Instant now)
{
    JobWork &work = m_work.of(job, now.monotonic);
    for (auto &[file, run] : work.runs) {
        run.failures = 0;
        run.retryAt.reset();
    }
    for (std::uint32_t file = 0; file < m_book.files(job).size(); ++file) {
        FileProgress progress = m_book.files(job).at(file);
        if (progress.state != FileState::Failed && progress.state != FileState::Retrying)
            continue;
        m_gate.lift(m_book.hostOfFile(job, file));
        progress.state = FileState::Waiting;
        m_book.storeFile(job, file, std::move(progress));
    }
    m_book.setQuiet(job, false);
    work.cursor = 0;
    work.retryAt.reset();
    work.used = {};
    work.lastProgress = now.monotonic;
    setTimer(job);
}

void JobAttempts::reconsider(Index job, Instant now)
{
    const JobWork *work = m_work.find(job);
    if (work == nullptr)
        return;
    const Milliseconds silence = m_network.sinceProgress(job, *work, now);
    m_book.storeStatus(job, silence);
    // BITS: lowering the time-out below what is used up acts at once.
    if (m_book.state(job) == JobState::TransientError
        && mustGiveUp(m_book.spec(job).options->retry, work->mostFailures(), silence))
        giveUp(job, now);
    else
        setTimer(job);
}

void JobAttempts::startOver(Index job, std::uint32_t file, Instant now)
{
    const FileProgress before = m_book.files(job).at(file);
    FileProgress progress;
    progress.state = isHere(before.state) ? FileState::Waiting : before.state;
    m_book.storeFile(job, file, std::move(progress));
    m_book.note(job, {now.wall, m_book.state(job), HistoryEvent::Restarted, file, before.transferred, {}});
    JobWork *work = m_work.find(job);
    if (work == nullptr)
        return;
    work->cursor = std::min(work->cursor, file);
    if (const auto run = work->runs.find(file); run != work->runs.end()) {
        run->second.best = 0;
        run->second.failures = 0;
    }
}

std::optional<std::uint32_t> JobAttempts::nextFile(Index job, Instant now)
{
    JobWork &work = m_work.at(job);
    const FileLedger &files = m_book.files(job);
    for (const auto &[file, run] : work.runs) {
        if (files.at(file).state == FileState::Retrying && run.retryAt && *run.retryAt <= now.monotonic)
            return file;
    }
    while (work.cursor < files.size() && files.at(work.cursor).state != FileState::Waiting)
        ++work.cursor;
    return work.cursor < files.size() ? std::optional(work.cursor) : std::nullopt;
}

std::optional<MonotonicTime> JobAttempts::heldUntil(Index job, Instant now)
{
    const auto file = nextFile(job, now);
    return file ? m_gate.heldUntil(m_book.hostOfFile(job, *file), now.monotonic) : std::nullopt;
}

bool JobAttempts::start(Index job, std::uint32_t file, Instant now)
{
    JobWork &work = m_work.at(job);
    if (work.failure || !m_book.isDurable(work.heldUntil))
        return false;
    const JobSpec &spec = m_book.spec(job);
    std::string host = m_book.hostOfFile(job, file);
    if (!m_network.isReachable(host) || !m_gate.admits(host, now.monotonic))
        return false;
    m_gate.begin(host);
    m_work.beginFlight(job, file, {std::move(host), now.monotonic});
    FileRun &run = work.runs[file];
    run.retryAt.reset();

    FileProgress progress = m_book.files(job).at(file);
    progress.state = FileState::Active;
    const Checkpoint resumeFrom = progress.checkpoint;
    run.best = std::max(run.best, resumeFrom.offset);
    m_book.setFile(job, file, std::move(progress));
    m_transfers.start({{spec.id, file},
                       spec.files[file],
                       locate(spec, file, m_book.volume(job)),
                       resumeFrom,
                       spec.options,
                       spec.secrets,
                       ++run.attempts});
    return true;
}

void JobAttempts::stop(Index job, const std::vector<std::uint32_t> &files)
{
    for (const std::uint32_t file : files)
        stopFile(job, file);
}

void JobAttempts::stopAll(Index job)
{
    JobWork *work = m_work.find(job);
    if (work == nullptr)
        return;
    while (!work->active.empty())
        stopFile(job, work->active.begin()->first);
    m_work.leaveActive(job);
}

void JobAttempts::stopFile(Index job, std::uint32_t file)
{
    FileProgress progress = m_book.files(job).at(file);
    progress.checkpoint = m_transfers.stop({m_book.table().idOf(job), file});
    progress.transferred = progress.checkpoint.offset;
    progress.state = FileState::Waiting;
    JobWork &work = m_work.at(job);
    work.cursor = std::min(work.cursor, file);
    endFlight(job, file);
    m_book.storeFile(job, file, std::move(progress));
}

void JobAttempts::endFlight(Index job, std::uint32_t file)
{
    m_gate.end(m_work.endFlight(job, file).host);
}

void JobAttempts::release(Index job)
{
    stopAll(job);
    m_work.erase(job);
}

std::optional<JobAttempts::Ended> JobAttempts::handle(const TransferEvent &event, Instant now)
{
    return std::visit(
        [&](const auto &e) {
            const auto job = runningJob(e.key);
            return job ? onEvent(e, *job, now) : std::nullopt;
        },
        event);
}

// An event may have been on its way when its transfer was stopped.
std::optional<JobAttempts::Index> JobAttempts::runningJob(TransferKey key)
{
    const auto job = m_book.table().find(key.job);
    const JobWork *work = job ? m_work.find(*job) : nullptr;
    return work != nullptr && work->active.contains(key.file) ? job : std::nullopt;
}

std::optional<JobAttempts::Ended> JobAttempts::onEvent(const TransferStarted &e, Index job, Instant now)
{
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
    return std::nullopt;
}

std::optional<JobAttempts::Ended> JobAttempts::onEvent(const TransferProgress &e, Index job, Instant now)
{
    advanceBytes(job, e.key.file, e.transferred, now);
    return std::nullopt;
}

// Only bytes that were never here before are progress: a server that breaks at the same place for ever makes none.
void JobAttempts::noteProgress(Index job, FileRun &run, Bytes here, Instant now)
{
    if (here <= run.best)
        return;
    m_book.setQuiet(job, false);
    run.best = here;
    run.failures = 0;
    run.first.reset();
    m_work.at(job).lastProgress = now.monotonic;
}

// Of equal failures in a row the first, second, third, fifth, ninth… are noted, so that a history grows with what
// happens and not with time. Each line has the number of its attempt.
void JobAttempts::countRepeats(Index job, FileRun &run, const JobError &error, const TransferFailed &e)
{
    const bool isSame = run.error && run.error->code == error.code && run.error->cause == error.cause
        && run.error->native == error.native
        && m_book.files(job).at(e.key.file).checkpoint.offset == e.checkpoint.offset;
    run.repeats = isSame ? run.repeats + 1 : 0;
    m_book.setQuiet(job, error.transient && run.repeats > 0 && !std::has_single_bit(run.repeats));
}

void JobAttempts::advanceBytes(Index job, std::uint32_t file, Bytes transferred, Instant now)
{
    JobWork &work = m_work.at(job);
    FileRun &run = work.runs[file];
    FileProgress progress = m_book.files(job).at(file);
    if (transferred > progress.transferred)
        work.received += transferred - progress.transferred;
    noteProgress(job, run, transferred, now);
    work.meter.sample(now.monotonic, work.received);
    progress.transferred = transferred;
    m_book.setFile(job, file, std::move(progress));
}

std::optional<JobAttempts::Ended> JobAttempts::onEvent(const TransferCheckpoint &e, Index job, Instant now)
{
    FileProgress progress = m_book.files(job).at(e.key.file);
    progress.checkpoint = e.checkpoint;
    m_book.storeFile(job, e.key.file, std::move(progress));
    JobWork &work = m_work.at(job);
    if (now.monotonic - work.lastStored >= kStatusInterval) {
        work.lastStored = now.monotonic;
        m_book.storeStatus(job, now.monotonic - work.lastProgress);
    }
    return std::nullopt;
}

std::optional<JobAttempts::Ended> JobAttempts::onEvent(const TransferFinished &e, Index job, Instant now)
{
    m_book.trigger(job, Trigger::ServerAnswered, HistoryEvent::StateChanged, now);
    advanceBytes(job, e.key.file, e.size, now);
    FileProgress progress = m_book.files(job).at(e.key.file);
    progress.total = e.size;
    progress.state = FileState::Transferred;
    progress.lengthUnverified = e.lengthUnverified;
    progress.checkpoint = {};
    m_book.storeFile(job, e.key.file, std::move(progress), e.mark);
    m_book.note(job, {now.wall, m_book.state(job), HistoryEvent::FileTransferred, e.key.file, e.size, {}, e.exchange});
    JobWork &work = m_work.at(job);
    m_gate.answered(work.active.at(e.key.file).host, now.monotonic);
    endFlight(job, e.key.file);
    work.runs.erase(e.key.file);

    if (!m_book.files(job).facts().hasUnfinishedFiles) {
        arrive(job, now);
        return std::nullopt;
    }
    if (failsOnceSettled(job, now))
        return std::nullopt;
    const auto failed =
        std::find_if(work.runs.begin(), work.runs.end(), [](const auto &run) { return run.second.error.has_value(); });
    return Ended {job, failed != work.runs.end() ? failed->second.error : std::nullopt};
}

std::optional<JobAttempts::Ended> JobAttempts::onEvent(const TransferFailed &e, Index job, Instant now)
{
    JobWork &work = m_work.at(job);
    FileRun &run = work.runs[e.key.file];
    const JobError error = judged(job, e, now);
    countRepeats(job, run, error, e);
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
    if (const Flight &flight = work.active.at(e.key.file); saysTooMuch(error))
        m_gate.refused(flight.host, flight.began, now.monotonic, error.retryAfter);
    endFlight(job, e.key.file);

    if (failsOnceSettled(job, now))
        return std::nullopt;
    if (!error.transient) {
        failFatally(job, error, now);
        return std::nullopt;
    }
    const double jitter = std::uniform_real_distribution<double>(0, 1)(m_random);
    run.retryAt = now.monotonic + retryDelay(m_book.spec(job).options->retry, run.failures, jitter, error.retryAfter);
    return Ended {job, error};
}

// The error as the job has it: with what began the series, and fatal if it is one failure too many.
JobError JobAttempts::judged(Index job, const TransferFailed &e, Instant now)
{
    JobWork &work = m_work.at(job);
    FileRun &run = work.runs[e.key.file];
    JobError error = heedingRetryAfter(e.error);
    // An attempt may be over before anybody looked at how far it was.
    noteProgress(job, run, e.checkpoint.offset, now);
    ++run.failures;
    if (run.first)
        error.first = run.first;
    else
        run.first = firstCause(error);
    if (error.transient
        && mustGiveUp(m_book.spec(job).options->retry, run.failures, now.monotonic - work.lastProgress)) {
        error.transient = false;
        error.gaveUp = true;
    }
    return error;
}

void JobAttempts::rest(Index job, const JobError &error, Instant now)
{
    JobWork &work = m_work.at(job);
    m_work.leaveActive(job);
    work.retryAt = heldUntil(job, now);
    for (const auto &[file, run] : work.runs) {
        if (run.retryAt)
            work.retryAt = std::min(work.retryAt.value_or(*run.retryAt), *run.retryAt);
    }
    m_book.fail(job, Trigger::FailedTransiently, error, wallSecondsAt(work.retryAt.value_or(now.monotonic), now), now);
    m_book.storeStatus(job, now.monotonic - work.lastProgress);
    setTimer(job);
}

void JobAttempts::failFatally(Index job, const JobError &error, Instant now)
{
    JobWork &work = m_work.at(job);
    std::vector<std::uint32_t> partial;
    for (const auto &[file, flight] : work.active) {
        if (!m_transfers.isWhole({m_book.table().idOf(job), file}))
            partial.push_back(file);
    }
    stop(job, partial);
    if (!work.active.empty()) {
        work.failure = error;
        return;
    }
    m_work.leaveActive(job);
    m_book.setQuiet(job, false);
    m_book.fail(job, Trigger::FailedFatally, error, 0, now);
    m_book.storeStatus(job, now.monotonic - work.lastProgress);
    m_book.makeUrgent();
}

bool JobAttempts::failsOnceSettled(Index job, Instant now)
{
    const auto failure = m_work.at(job).failure; // a copy: it ends with the job's activity
    if (!failure)
        return false;
    if (m_work.at(job).active.empty())
        failFatally(job, *failure, now);
    return true;
}

void JobAttempts::giveUp(Index job, Instant now)
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
    JobWork &work = m_work.of(job, now.monotonic);
    work.retryAt.reset();
    m_book.setQuiet(job, false);
    m_book.fail(job, Trigger::GaveUp, std::move(error), 0, now);
    m_book.storeStatus(job, now.monotonic - work.lastProgress);
    m_book.makeUrgent();
    setTimer(job);
}

void JobAttempts::arrive(Index job, Instant now)
{
    m_book.setQuiet(job, false);
    m_book.trigger(job, Trigger::AllFilesHere, HistoryEvent::StateChanged, now);
    m_book.makeUrgent();
    release(job);
    m_arrived.push_back(job);
}

std::vector<JobAttempts::Index> JobAttempts::runTimers(Instant now)
{
    std::vector<Index> due;
    while (const auto job = m_work.takeDue(now.monotonic)) {
        JobWork &work = m_work.at(*job);
        if (m_book.state(*job) != JobState::TransientError)
            continue; // a file of an active job may be retried: whoever fills it sees to that
        if (mustGiveUp(m_book.spec(*job).options->retry, 0, m_network.sinceProgress(*job, work, now))) {
            giveUp(*job, now);
        } else if (work.retryAt && *work.retryAt <= now.monotonic) {
            work.retryAt.reset();
            m_book.trigger(*job, Trigger::RetryDue, HistoryEvent::StateChanged, now);
            due.push_back(*job);
        } else {
            setTimer(*job);
        }
    }
    return due;
}

void JobAttempts::setTimer(Index job)
{
    const JobWork &work = m_work.at(job);
    std::optional<MonotonicTime> at;
    const auto consider = [&at](MonotonicTime t) { at = std::min(at.value_or(t), t); };
    if (m_network.isWaiting(job)) {
        // Only the network ends this wait.
    } else if (m_book.state(job) == JobState::TransientError) {
        if (work.retryAt)
            consider(*work.retryAt);
        consider(work.lastProgress + m_book.spec(job).options->retry.noProgressTimeout);
    } else if (!work.active.empty()) {
        for (const auto &[file, run] : work.runs) {
            if (run.retryAt)
                consider(*run.retryAt);
        }
    }
    m_work.setTimer(job, at);
}

void JobAttempts::refreshRates(Instant now)
{
    for (const Index job : m_work.active())
        m_book.setRate(job, m_book.state(job) == JobState::Transferring ? m_work.at(job).meter.rate(now.monotonic) : 0);
}

} // namespace haulwatch
