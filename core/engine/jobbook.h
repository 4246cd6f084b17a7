// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/fileledger.h"
#include "job/history.h"
#include "job/instant.h"
#include "job/jobmachine.h"
#include "job/jobtable.h"
#include "store/jobjournal.h"

namespace haulwatch {

/// All jobs with their files, and the one place where a state, an error object or a file's progress changes: every
/// change goes through the transition table, into the table that is shown, and into the journal. Knows nothing of
/// engines, queues or retries. Owned by the core thread.
class JobBook {
public:
    using Index = JobTable::Index;

    /// A job as it stands, to return to.
    struct Image {
        Index job = 0;
        JobRecord record;
        FileLedger files;
        std::shared_ptr<const std::string> volume;
        std::map<std::uint32_t, FileMark> marks;
    };

    explicit JobBook(JobJournal &journal)
        : m_journal(journal)
    {
    }

    [[nodiscard]] JobTable &table() { return m_table; }
    [[nodiscard]] const JobTable &table() const { return m_table; }
    [[nodiscard]] const FileLedger &files(Index job) const { return m_ledgers[job]; }
    [[nodiscard]] JobState state(Index job) const { return m_table.at(job).status.state; }
    [[nodiscard]] const JobSpec &spec(Index job) const { return *m_table.at(job).spec; }
    [[nodiscard]] const std::string &volume(Index job) const { return *m_volumes[job]; }
    [[nodiscard]] FileMark mark(Index job, std::uint32_t file) const;
    [[nodiscard]] std::string hostOfFile(Index job, std::uint32_t file) const
    {
        return std::string(hostOf(spec(job).files[file].remote));
    }

    /// As a former session left it; nothing is journaled.
    void load(StoredJob job);
    /// A new job, whose folder is on `volume`; `spec` has its id. Journaled as urgent.
    Index add(std::shared_ptr<const JobSpec> spec, std::string volume, Priority priority, Instant now);
    void forget(Index job)
    {
        journalRemoval(job);
        drop(job);
    }
    /// The two halves of forget(), for one who waits in between until the first is durable.
    void journalRemoval(Index job);
    void drop(Index job);
    [[nodiscard]] Image image(Index job) const;
    /// What happened to the job since could not be kept: it is as a restart would have found it then. Its transfers
    /// have been stopped.
    void takeBack(Image image, Instant now);

    /// Moves the job by the table and notes `event`; ends the error's life where the table says so. Not allowed:
    /// nothing happens.
    Transition trigger(Index job, Trigger trigger, HistoryEvent event, Instant now, std::uint64_t value = 0);
    /// Moves the job by a failure: the error becomes the job's error object. `nextRetry`: 0 = none.
    void fail(Index job, Trigger trigger, JobError error, EpochSeconds nextRetry, Instant now);

    void setFile(Index job, std::uint32_t file, FileProgress progress);
    /// Also into the journal. `mark`: of a file that has arrived.
    void storeFile(Index job, std::uint32_t file, FileProgress progress, FileMark mark = {});
    void storeStatus(Index job, Milliseconds sinceProgress);
    void setRate(Index job, std::uint64_t bytesPerSecond);
    void countError(Index job);
    /// Whether a QUEUED job waits for its server, and until when that wants to be left alone; 0: not said.
    void setWait(Index job, bool forServer, EpochSeconds until);
    void setFlag(Index job, JobFlag flag, bool on);
    /// Stored with the next change().
    void setVolume(Index job, std::string volume) { m_volumes[job] = shared(std::move(volume)); }
    /// `spec` may have more files than before, behind the others.
    void change(Index job, std::shared_ptr<const JobSpec> spec, Priority priority, Instant now);
    void note(Index job, HistoryEntry entry);
    /// What the engine does with the job happens as it did before, and is not worth a line; the user's doings are.
    void setQuiet(Index job, bool quiet);
    /// Its part files may still have a name there, too; empty: no more.
    void storeFormerFolder(Index job, std::string folder);

    /// What has happened that somebody may want to be told, since the last call: jobs that owe news, and files that
    /// arrived in jobs that tell of files.
    [[nodiscard]] std::vector<Index> takeOwing() { return std::exchange(m_owing, {}); }
    [[nodiscard]] std::vector<std::pair<Index, std::uint32_t>> takeArrivedFiles()
    {
        return std::exchange(m_arrivedFiles, {});
    }

    /// Somebody waits for what was changed since the last flush().
    void makeUrgent() { m_urgent = true; }
    /// Whether everything up to the ticket survives whatever happens now.
    [[nodiscard]] bool isDurable(JournalTicket ticket) const { return m_journal.durable() >= ticket; }
    /// Hands everything to the journal; the ticket that covers all changes so far.
    JournalTicket flush();

private:
    [[nodiscard]] bool tells(Index job, NotifyFlag event) const;
    void owe(Index job, JobStatus &status) const;
    void enter(Index job, JobState to, Instant now);
    void refreshSums(Index job);
    void put(Index job);
    [[nodiscard]] std::shared_ptr<const std::string> shared(std::string volume);

    JobJournal &m_journal;
    JobTable m_table;
    std::deque<FileLedger> m_ledgers; // by the table's index
    std::deque<std::shared_ptr<const std::string>> m_volumes; // as well; never null, most of them the same object
    std::unordered_map<Index, std::map<std::uint32_t, FileMark>> m_marks; // of jobs with such files
    std::vector<StoreOperation> m_operations;
    std::unordered_set<Index> m_quiet;
    std::vector<Index> m_owing;
    std::vector<std::pair<Index, std::uint32_t>> m_arrivedFiles;
    JournalTicket m_lastTicket = 0;
    bool m_urgent = false;
};

} // namespace haulwatch
