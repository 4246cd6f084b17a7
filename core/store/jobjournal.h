// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "job/filemark.h"
#include "job/history.h"
#include "job/job.h"
#include "job/result.h"

namespace haulwatch {

/// A job as a restart needs it.
struct StoredJob {
    std::shared_ptr<const JobSpec> spec;
    JobStatus status; ///< rate is 0; never CONNECTING or TRANSFERRING: those are kept as QUEUED
    std::vector<FileProgress> files; ///< one for each of spec->files; Active is kept as Waiting
    std::shared_ptr<const JobError> error; ///< the error object
    Milliseconds sinceProgress {}; ///< of the no-progress time already used up
    std::string formerFolder {}; ///< its part files may still have a name there, too; empty: nowhere else
    std::string volume {}; ///< the file system the folder lay on when it was chosen (volume.h); empty: not known
    std::map<std::uint32_t, FileMark> marks {}; ///< of files that have arrived and have no final name yet, by index
};

/// A new job with its files; also after a change of its spec (same id: replaced).
struct PutJob {
    StoredJob job;
};
struct PutStatus {
    JobId id;
    JobStatus status;
    Milliseconds sinceProgress {};
};
struct PutFile {
    JobId id;
    std::uint32_t index = 0;
    FileProgress progress;
    FileMark mark {}; ///< StoredJob::marks
};
/// Null: the error object's life is over.
struct PutError {
    JobId id;
    std::shared_ptr<const JobError> error;
};
struct PutHistory {
    JobId id;
    HistoryEntry entry;
};
/// StoredJob::formerFolder.
struct PutFormerFolder {
    JobId id;
    std::string folder;
};
/// The job, its files, error, history and secrets.
struct RemoveJob {
    JobId id;
};

/// An operation on a job that is not in the store does nothing, but for PutJob.
using StoreOperation = std::variant<PutJob, PutStatus, PutFile, PutError, PutHistory, PutFormerFolder, RemoveJob>;

/// Numbers the batches handed to a journal, from 1.
using JournalTicket = std::uint64_t;

/// Where the core thread writes what a restart needs. Never blocks it for a disk, but for settle() and history().
class JobJournal {
public:
    virtual ~JobJournal() = default;

    /// Takes the operations in order; they are kept together, all or none. The ticket is durable once durable() has
    /// reached it. `urgent`: a user waits for it, commit within 100 ms; else within 1 s.
    virtual JournalTicket submit(std::vector<StoreOperation> operations, bool urgent) = 0;

    /// Everything up to this ticket survives kill -9 and power loss.
    [[nodiscard]] virtual JournalTicket durable() const = 0;

    /// Waits until all that was submitted is durable. False: the store cannot keep it; failure() says why.
    [[nodiscard]] virtual bool settle() = 0;

    /// What the store said when it could not keep something (disk full, I/O error); nothing while all is well. Once
    /// set, tickets no longer become durable until a later attempt succeeds and clears it.
    [[nodiscard]] virtual std::optional<std::string> failure() const = 0;

    /// `notify` is called, from any thread, when durable() has advanced or failure() has changed. It must only wake
    /// somebody; once this returns, the former one is no longer called.
    virtual void setDurableNotify(std::function<void()> notify) = 0;

    /// Oldest first, what was submitted before the call included. Empty for an unknown job.
    [[nodiscard]] virtual Result<std::vector<HistoryEntry>> history(JobId id) = 0;
};

} // namespace haulwatch
