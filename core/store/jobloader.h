// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

#include "store/jobjournal.h"
#include "store/sqlite.h"

namespace haulwatch {

/// Reads all jobs of a database: one walk over each table in the order of the ids, merged. Used once, by one thread.
class JobLoader {
public:
    explicit JobLoader(Database &database)
        : m_database(database)
    {
    }

    /// By id; jobs with equal options share one object. SqlFault::Corrupt when the tables contradict each other.
    [[nodiscard]] SqlResult<std::vector<StoredJob>> load();

private:
    using Jobs = std::vector<StoredJob>;

    [[nodiscard]] SqlResult<void> loadOptions();
    [[nodiscard]] SqlResult<void> loadSpecs(Jobs &jobs);
    [[nodiscard]] SqlResult<void> loadStatuses(Jobs &jobs);
    [[nodiscard]] SqlResult<void> loadFiles(Jobs &jobs);
    [[nodiscard]] SqlResult<void> loadErrors(Jobs &jobs);

    Database &m_database;
    std::unordered_map<std::int64_t, std::shared_ptr<const JobOptions>> m_options;
};

} // namespace haulwatch
