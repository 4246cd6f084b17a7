// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "job/job.h"
#include "job/jobrows.h"

namespace haulwatch {

/// All jobs, in the order in which they came. Not thread-safe: one on the core thread (the truth), one on the GUI
/// thread (a replica). Knows nothing of engines or rows; it counts states and remembers what changed.
class JobTable {
public:
    /// A job's place. Stays the same as long as the job exists; a removed job leaves a hole that is not used again.
    using Index = JobRows::Row;

    /// Room for so many jobs at least, without a move of all when the next ones come.
    void reserve(std::size_t jobs);

    /// `record.spec` must not be null. Nothing for a job that is here already.
    std::optional<Index> add(JobRecord record);
    void remove(Index job);

    [[nodiscard]] std::optional<Index> find(JobId id) const { return m_rows.find(id); }
    [[nodiscard]] bool contains(Index job) const { return job < m_records.size() && m_records[job].spec != nullptr; }
    [[nodiscard]] const JobRecord &at(Index job) const { return m_records[job]; }
    [[nodiscard]] JobId idOf(Index job) const { return m_rows.idOf(job); }

    void setStatus(Index job, const JobStatus &status);
    void setSpec(Index job, std::shared_ptr<const JobSpec> spec);
    void setError(Index job, std::shared_ptr<const JobError> error);
    void setEngine(Index job, EngineId engine);

    /// Jobs that exist.
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// One past the greatest index ever given: the bound for a walk over all indexes, together with contains().
    [[nodiscard]] Index end() const { return static_cast<Index>(m_records.size()); }
    [[nodiscard]] std::size_t count(JobState state) const { return m_counts[static_cast<std::size_t>(state)]; }
    /// Bytes per second of all jobs together.
    [[nodiscard]] std::uint64_t totalRate() const { return m_totalRate; }

    /// Marks as changed without changing anything, e.g. because its files moved.
    void touch(Index job);
    [[nodiscard]] bool hasDirty() const { return !m_dirty.empty(); }
    /// The jobs added, changed or removed since the last call, each once, in no order.
    [[nodiscard]] std::vector<Index> takeDirty();

private:
    void countIn(const JobStatus &status);
    void countOut(const JobStatus &status);

    JobRows m_rows; // apart from the records: a search then stays within a few cache lines
    std::vector<JobRecord> m_records;
    std::vector<bool> m_isDirty;
    std::vector<Index> m_dirty;
    std::array<std::size_t, kJobStateCount> m_counts {};
    std::uint64_t m_totalRate = 0;
    std::size_t m_size = 0;
};

} // namespace haulwatch
