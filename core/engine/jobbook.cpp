// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobbook.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace haulwatch {
namespace {

// A commit of a state that the store never holds would only be turned back at the next start.
JobStatus asStored(JobStatus status)
{
    if (isActive(status.state))
        status.state = JobState::Queued;
    if (status.state == JobState::Queued) {
        status.nextRetry = 0;
        status.set(kWaitsForServer, false);
    }
    status.rate = 0;
    return status;
}

bool isRoutine(HistoryEvent event)
{
    return event == HistoryEvent::StateChanged || event == HistoryEvent::AttemptFailed
        || event == HistoryEvent::Restarted;
}

// Of what was in flight only the checkpoint is certain.
std::vector<FileProgress> resting(std::span<const FileProgress> files, JobState state)
{
    std::vector<FileProgress> resting(files.begin(), files.end());
    for (FileProgress &file : resting) {
        if (isHere(file.state))
            continue;
        file.transferred = file.checkpoint.offset;
        // A queued job was about to fail, and does so again.
        if (file.state != FileState::Failed || state == JobState::Queued)
            file.state = FileState::Waiting;
    }
    return resting;
}

} // namespace

void JobBook::load(StoredJob job)
{
    // The end of an error is stored at once, the state that ended it never is: the error object itself is what counts.
    job.status.set(kHasError, job.error != nullptr);
    job.status.set(kWaitsForServer, false);
    job.status.cause = job.error ? job.error->cause : Cause::None;
    const auto index = m_table.add({std::move(job.spec), job.status, std::move(job.error)});
    assert(index && *index == m_ledgers.size());
    m_ledgers.emplace_back(resting(job.files, job.status.state));
    m_volumes.push_back(shared(std::move(job.volume)));
    if (!job.marks.empty())
        m_marks.emplace(*index, std::move(job.marks));
    refreshSums(*index);
    const JobStatus &status = m_table.at(*index).status;
    if (status.has(kOwesError) || status.has(kOwesTransferred))
        m_owing.push_back(*index);
    // Which of them were told of is not remembered: told twice is told.
    for (std::uint32_t file = 0; tells(*index, kNotifyFileTransferred) && file < m_ledgers[*index].size(); ++file) {
        if (!isFinal(status.state) && isHere(m_ledgers[*index].at(file).state))
            m_arrivedFiles.emplace_back(*index, file);
    }
}

JobBook::Index JobBook::add(std::shared_ptr<const JobSpec> spec, std::string volume, Priority priority, Instant now)
{
    JobStatus status;
    status.priority = priority;
    status.modified = toEpochSeconds(now.wall);
    const auto files = spec->files.size();
    const auto index = m_table.add({std::move(spec), status, nullptr});
    assert(index && *index == m_ledgers.size());
    m_ledgers.emplace_back(std::vector<FileProgress>(files));
    m_volumes.push_back(shared(std::move(volume)));
    refreshSums(*index);
    put(*index);
    note(*index, {now.wall, status.state, HistoryEvent::Added, {}, 0, {}});
    makeUrgent();
    return *index;
}

void JobBook::journalRemoval(Index job)
{
    m_operations.push_back(RemoveJob {m_table.idOf(job)});
    makeUrgent();
}

std::shared_ptr<const std::string> JobBook::shared(std::string volume)
{
    if (!m_volumes.empty() && *m_volumes.back() == volume)
        return m_volumes.back();
    return std::make_shared<const std::string>(std::move(volume));
}

FileMark JobBook::mark(Index job, std::uint32_t file) const
{
    const auto marks = m_marks.find(job);
    if (marks == m_marks.end())
        return {};
    const auto mark = marks->second.find(file);
    return mark != marks->second.end() ? mark->second : FileMark {};
}

JobBook::Image JobBook::image(Index job) const
{
    const auto marks = m_marks.find(job);
    return {job, m_table.at(job), m_ledgers[job], m_volumes[job],
            marks != m_marks.end() ? marks->second : std::map<std::uint32_t, FileMark>()};
}

void JobBook::drop(Index job)
{
    m_quiet.erase(job);
    m_marks.erase(job);
    m_ledgers[job] = {};
    m_table.remove(job);
}

void JobBook::takeBack(Image image, Instant now)
{
    const Index job = image.job;
    JobStatus &status = image.record.status;
    status = asStored(status);
    status.errorCount = std::max(status.errorCount, m_table.at(job).status.errorCount);
    m_ledgers[job] = FileLedger(resting(image.files.all(), status.state));
    m_volumes[job] = std::move(image.volume);
    m_marks.insert_or_assign(job, std::move(image.marks));
    m_table.setSpec(job, std::move(image.record.spec));
    m_table.setError(job, std::move(image.record.error));
    m_table.setStatus(job, status);
    refreshSums(job);
    put(job);
    note(job, {now.wall, status.state, HistoryEvent::TakenBack, {}, 0, {}});
    makeUrgent();
}

Transition JobBook::trigger(Index job, Trigger trigger, HistoryEvent event, Instant now, std::uint64_t value)
{
    const JobState from = state(job);
    const Transition t = transition(from, trigger, m_ledgers[job].facts());
    if (!t.allowed || t.to == from)
        return t;

    enter(job, t.to, now);
    // A connection attempt says nothing that its outcome does not say better; the flips are not stored either.
    if (t.to != JobState::Connecting)
        note(job, {now.wall, t.to, event, {}, value, {}});
    if (!isActive(t.to))
        storeStatus(job, {});
    return t;
}

void JobBook::fail(Index job, Trigger trigger, JobError error, EpochSeconds nextRetry, Instant now)
{
    const Transition t = transition(state(job), trigger, m_ledgers[job].facts());
    assert(t.allowed && isFailing(t.to));

    const auto shared = std::make_shared<const JobError>(std::move(error));
    m_table.setError(job, shared);
    enter(job, t.to, now);
    JobStatus status = m_table.at(job).status;
    status.cause = shared->cause;
    status.nextRetry = nextRetry;
    status.set(kHasError, true);
    m_table.setStatus(job, status);
    m_operations.push_back(PutError {m_table.idOf(job), shared});
    note(job,
         {now.wall, t.to, HistoryEvent::StateChanged, shared->file ? std::optional(shared->file->index) : std::nullopt,
          0, *shared});
}

bool JobBook::tells(Index job, NotifyFlag event) const
{
    const auto flags = spec(job).options->notify;
    return (flags & event) != 0 && (flags & kNotifyDisable) == 0;
}

// Stored with the status, so that news survive until somebody has taken them. A job that was resumed or cancelled has
// no error to tell of any more.
void JobBook::owe(Index job, JobStatus &status) const
{
    status.set(kOwesError, status.state == JobState::Error && tells(job, kNotifyError));
    if (status.state == JobState::Transferred && tells(job, kNotifyTransferred))
        status.set(kOwesTransferred, true);
    if (status.state == JobState::Cancelled)
        status.set(kOwesTransferred, false);
}

void JobBook::enter(Index job, JobState to, Instant now)
{
    JobStatus status = m_table.at(job).status;
    status.state = to;
    owe(job, status);
    if (isFailing(to) ? status.has(kOwesError) : to == JobState::Transferred && status.has(kOwesTransferred))
        m_owing.push_back(job);
    status.modified = toEpochSeconds(now.wall);
    status.nextRetry = 0;
    status.set(kWaitsForServer, false);
    if (to != JobState::Transferring)
        status.rate = 0;
    if (to == JobState::Transferred)
        status.transferred = status.modified;
    if (endsError(to) && status.has(kHasError)) {
        status.set(kHasError, false);
        status.cause = Cause::None;
        m_table.setError(job, nullptr);
        m_operations.push_back(PutError {m_table.idOf(job), nullptr});
    }
    m_table.setStatus(job, status);
}

void JobBook::setFile(Index job, std::uint32_t file, FileProgress progress)
{
    m_ledgers[job].set(file, std::move(progress));
    refreshSums(job);
}

void JobBook::storeFile(Index job, std::uint32_t file, FileProgress progress, FileMark mark)
{
    m_operations.push_back(PutFile {m_table.idOf(job), file, progress, mark});
    if (mark != FileMark {})
        m_marks[job].insert_or_assign(file, mark);
    else if (const auto marks = m_marks.find(job); marks != m_marks.end())
        marks->second.erase(file);
    if (isHere(progress.state) && !isHere(m_ledgers[job].at(file).state) && tells(job, kNotifyFileTransferred))
        m_arrivedFiles.emplace_back(job, file);
    setFile(job, file, std::move(progress));
}

void JobBook::refreshSums(Index job)
{
    const FileLedger &ledger = m_ledgers[job];
    JobStatus status = m_table.at(job).status;
    status.bytesTransferred = ledger.transferred();
    status.bytesTotal = ledger.total();
    status.filesTransferred = ledger.finished();
    status.filesTotal = ledger.size();
    status.set(kLengthUnverified, ledger.lengthUnverified());
    m_table.setStatus(job, status);
}

void JobBook::storeStatus(Index job, Milliseconds sinceProgress)
{
    m_operations.push_back(PutStatus {m_table.idOf(job), asStored(m_table.at(job).status), sinceProgress});
}

void JobBook::setRate(Index job, std::uint64_t bytesPerSecond)
{
    JobStatus status = m_table.at(job).status;
    status.rate =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(bytesPerSecond, std::numeric_limits<std::uint32_t>::max()));
    m_table.setStatus(job, status);
}

void JobBook::countError(Index job)
{
    JobStatus status = m_table.at(job).status;
    ++status.errorCount;
    m_table.setStatus(job, status);
}

void JobBook::setWait(Index job, bool forServer, EpochSeconds until)
{
    JobStatus status = m_table.at(job).status;
    status.set(kWaitsForServer, forServer);
    status.nextRetry = until;
    if (status != m_table.at(job).status)
        m_table.setStatus(job, status);
}

void JobBook::setFlag(Index job, JobFlag flag, bool on)
{
    JobStatus status = m_table.at(job).status;
    status.set(flag, on);
    m_table.setStatus(job, status);
}

void JobBook::change(Index job, std::shared_ptr<const JobSpec> spec, Priority priority, Instant now)
{
    m_ledgers[job].grow(static_cast<std::uint32_t>(spec->files.size()));
    m_table.setSpec(job, std::move(spec));
    refreshSums(job);
    JobStatus status = m_table.at(job).status;
    status.priority = priority;
    status.modified = toEpochSeconds(now.wall);
    m_table.setStatus(job, status);
    put(job);
    note(job, {now.wall, status.state, HistoryEvent::Changed, {}, 0, {}});
    makeUrgent();
}

void JobBook::storeFormerFolder(Index job, std::string folder)
{
    m_operations.push_back(PutFormerFolder {m_table.idOf(job), std::move(folder)});
}

void JobBook::put(Index job)
{
    const JobRecord &record = m_table.at(job);
    const auto files = m_ledgers[job].all();
    StoredJob stored {record.spec, asStored(record.status), {files.begin(), files.end()}, record.error};
    stored.volume = volume(job);
    if (const auto marks = m_marks.find(job); marks != m_marks.end())
        stored.marks = marks->second;
    m_operations.push_back(PutJob {std::move(stored)});
}

void JobBook::setQuiet(Index job, bool quiet)
{
    if (quiet)
        m_quiet.insert(job);
    else
        m_quiet.erase(job);
}

void JobBook::note(Index job, HistoryEntry entry)
{
    if (isRoutine(entry.event) && m_quiet.contains(job))
        return;
    m_operations.push_back(PutHistory {m_table.idOf(job), std::move(entry)});
}

JournalTicket JobBook::flush()
{
    if (!m_operations.empty())
        m_lastTicket = m_journal.submit(std::exchange(m_operations, {}), std::exchange(m_urgent, false));
    return m_lastTicket;
}

} // namespace haulwatch
