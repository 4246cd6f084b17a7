// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobverbs.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "job/errorcatalog.h"

namespace haulwatch {
namespace {

JobError renameError(const CallError &refusal, const FileSpec &file, std::uint32_t index, Instant now)
{
    JobError error = errorFrom(classify(refusal.code));
    error.context = ErrorContext::LocalFile;
    error.file = ErrorFile {index, file.remote, refusal.subject};
    error.time = now.wall;
    return error;
}

KeptFile keptFile(const JobBook &book, JobBook::Index job, std::uint32_t file)
{
    return {locate(book.spec(job), file, book.volume(job)), book.files(job).at(file).transferred, book.mark(job, file)};
}

} // namespace

Result<ErrorCode> JobVerbs::apply(Verb verb, Index job, Instant now)
{
    const JobState state = m_book.state(job);
    const Transition t = transition(state, triggerOf(verb), m_book.files(job).facts());
    if (!t.allowed)
        return t.code == code::kEmpty ? refuse(Refusal::NoFiles)
                                      : refuse(Refusal::InvalidState, std::string(name(state)));

    m_book.makeUrgent();
    switch (verb) {
    case Verb::Resume:
        return resume(job, now);
    case Verb::Suspend:
        return suspend(job, now);
    case Verb::Complete:
        return complete(job, t.code, now);
    case Verb::Cancel:
        return cancel(job, now);
    }
    return refuse(Refusal::Unsupported);
}

ErrorCode JobVerbs::resume(Index job, Instant now)
{
    const bool moved = m_book.state(job) != JobState::Queued && !isActive(m_book.state(job));
    m_book.trigger(job, Trigger::Resume, HistoryEvent::Resumed, now);
    if (moved) {
        m_book.setFlag(job, kCompleteRefused, false);
        m_runner.enqueueAfresh(job, now);
    }
    return code::kOk;
}

ErrorCode JobVerbs::suspend(Index job, Instant now)
{
    m_runner.halt(job);
    m_book.trigger(job, Trigger::Suspend, HistoryEvent::Suspended, now);
    m_runner.reconsider(job, now);
    return code::kOk;
}

Result<ErrorCode> JobVerbs::complete(Index job, ErrorCode code, Instant now)
{
    const JobState before = m_book.state(job);
    m_runner.halt(job);
    const auto kept = nameFinishedFiles(job, now);
    if (!kept) {
        // What vanished is fetched again, unasked: the job had arrived, so nobody would think of Resume.
        const bool isIncomplete = before == JobState::Transferred && m_book.files(job).facts().hasUnfinishedFiles;
        m_book.setFlag(job, kCompleteRefused, !isIncomplete);
        if (isIncomplete)
            m_book.trigger(job, Trigger::Resume, HistoryEvent::StateChanged, now);
        // The job goes on as it was: what was in flight is taken up again.
        if (isActive(before))
            m_book.trigger(job, Trigger::Preempted, HistoryEvent::StateChanged, now);
        if (m_book.state(job) == JobState::Queued)
            m_runner.enqueueAfresh(job, now);
        return tl::unexpected(kept.error());
    }
    const bool clean = discardUnnamedFiles(job, now);
    m_book.setFlag(job, kCompleteRefused, false);
    m_runner.release(job);
    m_book.trigger(job, Trigger::Complete, HistoryEvent::Completed, now, *kept);
    return clean ? code : code::kUnableToDeleteFiles;
}

ErrorCode JobVerbs::cancel(Index job, Instant now)
{
    m_runner.release(job);
    const bool clean = discardUnnamedFiles(job, now);
    m_book.trigger(job, Trigger::Cancel, HistoryEvent::Cancelled, now);
    return clean ? code::kOk : code::kUnableToDeleteFiles;
}

void JobVerbs::expire(Index job, Instant now)
{
    m_runner.release(job);
    static_cast<void>(discardUnnamedFiles(job, now));
    m_book.trigger(job, Trigger::Expired, HistoryEvent::Expired, now);
    m_book.makeUrgent();
}

// How many files stand under their final name now; or the first that could not be given it, with the others named all
// the same.
Result<std::uint32_t> JobVerbs::nameFinishedFiles(Index job, Instant now)
{
    const JobSpec &spec = m_book.spec(job);
    const FileLedger &files = m_book.files(job);
    std::vector<std::uint32_t> finished;
    std::vector<KeptFile> kept;
    std::uint32_t named = 0;
    for (std::uint32_t file = 0; file < files.size(); ++file) {
        named += files.at(file).state == FileState::Complete;
        if (files.at(file).state != FileState::Transferred)
            continue;
        finished.push_back(file);
        kept.push_back(keptFile(m_book, job, file));
    }

    const auto results = m_transfers.commit(kept);
    std::optional<CallError> refused;
    for (std::size_t i = 0; i < finished.size(); ++i) {
        if (!results[i]) {
            const auto &error = results[i].error();
            m_book.note(job,
                        {now.wall, m_book.state(job), HistoryEvent::CompleteRefused, finished[i], 0,
                         renameError(error, spec.files[finished[i]], finished[i], now)});
            refused = refused.value_or(error);
            if (isLost(error))
                m_book.storeFile(job, finished[i], {});
            continue;
        }
        FileProgress progress = files.at(finished[i]);
        progress.state = FileState::Complete;
        m_book.storeFile(job, finished[i], std::move(progress));
        ++named;
    }
    if (refused)
        return tl::unexpected(*refused);
    return named;
}

// False: some of it stays on the disk.
bool JobVerbs::discardUnnamedFiles(Index job, Instant now)
{
    const FileLedger &files = m_book.files(job);
    std::vector<KeptFile> unnamed;
    for (std::uint32_t file = 0; file < files.size(); ++file) {
        const FileProgress &progress = files.at(file);
        if (progress.state == FileState::Complete)
            continue;
        unnamed.push_back(keptFile(m_book, job, file));
        if (progress.transferred > 0 || progress.state != FileState::Waiting) {
            FileProgress nothing;
            nothing.total = progress.total;
            m_book.storeFile(job, file, nothing);
        }
    }
    auto stayed = m_transfers.discard(unnamed);
    for (const std::string &path : stayed) {
        JobError error = errorFrom(classify(code::kAccessDenied));
        error.context = ErrorContext::LocalFile;
        error.detail = path;
        error.time = now.wall;
        m_book.note(job, {now.wall, m_book.state(job), HistoryEvent::NotDeleted, {}, 0, std::move(error)});
    }
    const bool clean = stayed.empty();
    std::move(stayed.begin(), stayed.end(), std::back_inserter(m_undeleted));
    return clean;
}

} // namespace haulwatch
