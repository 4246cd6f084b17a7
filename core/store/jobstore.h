// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "store/jobjournal.h"
#include "store/jobloader.h"
#include "store/schema.h"
#include "store/sqlite.h"

namespace haulwatch {

/// The jobs in a database file: what the tables mean. Blocks its caller for the disk; used by one thread at a time.
/// Knows nothing of secrets, threads or when to commit.
class JobStore {
public:
    /// Of a database that is empty or usable: brings it up to date first.
    [[nodiscard]] static SqlResult<JobStore> open(Database database);

    /// Looks for contradictions in the whole file, also where load() does not: seconds for a million jobs.
    [[nodiscard]] SqlResult<void> check();

    /// By id; drops options that no job has any more. SqlFault::Corrupt when the tables contradict each other.
    [[nodiscard]] SqlResult<std::vector<StoredJob>> load();

    /// In order and in one transaction: once this returns without an error they survive a power loss, else none is
    /// kept.
    [[nodiscard]] SqlResult<void> apply(std::span<const StoreOperation> operations);

    /// Oldest first.
    [[nodiscard]] SqlResult<std::vector<HistoryEntry>> history(JobId id);

    [[nodiscard]] Database &database() { return m_database; }

private:
    enum Query : std::size_t {
        FindOptions,
        AddOptions,
        RemoveOptions,
        AddJobRow,
        AddStatus,
        UpdateStatus,
        PutFileRow,
        PutErrorRow,
        AddHistory,
        PutFormerFolderRow,
        RemoveFiles,
        RemoveError,
        RemoveHistory,
        RemoveFormerFolder,
        RemoveStatus,
        RemoveJobRow,
        ReadHistory,
        QueryCount,
    };

    explicit JobStore(Database database)
        : m_database(std::move(database))
    {
    }

    [[nodiscard]] SqlResult<void> applyOne(const PutJob &operation);
    [[nodiscard]] SqlResult<void> applyOne(const PutStatus &operation);
    [[nodiscard]] SqlResult<void> applyOne(const PutFile &operation);
    [[nodiscard]] SqlResult<void> applyOne(const PutError &operation);
    [[nodiscard]] SqlResult<void> applyOne(const PutHistory &operation);
    [[nodiscard]] SqlResult<void> applyOne(const PutFormerFolder &operation);
    [[nodiscard]] SqlResult<void> applyOne(const RemoveJob &operation);

    [[nodiscard]] SqlResult<std::int64_t> optionsKey(const std::shared_ptr<const JobOptions> &options);
    [[nodiscard]] SqlResult<void> removeOptions(const OptionsByKey &unused);
    [[nodiscard]] SqlResult<void> putSpec(const JobSpec &spec, const std::string &volume);
    [[nodiscard]] SqlResult<void> putStatus(Query query, JobId id, const JobStatus &status, Milliseconds sinceProgress);
    [[nodiscard]] SqlResult<void> removeRows(Query query, JobId id);

    Database m_database;
    std::array<Statement, QueryCount> m_queries;
    // Most jobs come with the very object of the job before.
    std::shared_ptr<const JobOptions> m_lastOptions;
    std::int64_t m_lastOptionsKey = 0;
};

} // namespace haulwatch
