// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "job/jobid.h"

namespace haulwatch {

/// Numbers jobs as they come, and finds a job's number by its id. Ids may come in any order. Those of one engine come
/// in ascending order, for they begin with the time: as long as they do, they are found by binary search and cost
/// nothing besides themselves. What comes after the first id out of that order, as with a second engine, is also
/// entered into a hash table of numbers, 5 to 11 bytes a job. Not thread-safe.
class JobRows {
public:
    /// Stays the job's own; that of a removed job is not given again.
    using Row = std::uint32_t;

    void reserve(std::size_t jobs);

    /// The row behind all others; nothing if the job has one.
    std::optional<Row> add(JobId id);
    /// The id is free again, and may come back with another row.
    void remove(Row row);

    [[nodiscard]] std::optional<Row> find(JobId id) const;
    [[nodiscard]] bool contains(Row row) const { return row < end() && !m_isRemoved[row]; }
    /// Also of a removed job.
    [[nodiscard]] JobId idOf(Row row) const { return m_ids[row]; }
    /// One past the greatest row ever given.
    [[nodiscard]] Row end() const { return static_cast<Row>(m_ids.size()); }

private:
    [[nodiscard]] bool isBehindAll(JobId id) const;
    [[nodiscard]] std::optional<Row> findOrdered(JobId id) const;
    [[nodiscard]] std::size_t home(JobId id) const;
    [[nodiscard]] std::size_t next(std::size_t slot) const { return slot + 1 == m_slots.size() ? 0 : slot + 1; }
    [[nodiscard]] std::size_t slotOf(JobId id) const;
    void enter(Row row);
    void leave(Row row);
    void grow(std::size_t jobs);

    std::vector<JobId> m_ids; // by row
    std::vector<bool> m_isRemoved; // by row
    Row m_ordered = 0; // the rows before it have ascending ids; those from it on are in m_slots
    std::vector<Row> m_slots; // open addressing, linear probing; empty until the first id out of order
    std::size_t m_entered = 0;
};

} // namespace haulwatch
