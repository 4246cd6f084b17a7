// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "job/jobtable.h"

namespace haulwatch {

/// What a row is sorted by: first the number, then the text in natural order, both as functions of the job alone.
struct SortKey {
    std::uint64_t number = 0;
    std::string_view text; ///< lives as long as the job's record stays what it is
};

enum class SortDirection : std::uint8_t { Ascending, Descending };

/// A strict order of jobs: by key, and by age where keys are equal, whatever the direction.
class SortRule {
public:
    /// Must be a pure function of the record.
    using Key = SortKey (*)(const JobRecord &);

    SortRule(Key key, SortDirection direction)
        : m_key(key)
        , m_direction(direction)
    {
    }

    [[nodiscard]] SortKey keyOf(const JobRecord &job) const { return m_key(job); }
    [[nodiscard]] SortDirection direction() const { return m_direction; }
    [[nodiscard]] bool before(const SortKey &a, JobTable::Index jobA, const SortKey &b, JobTable::Index jobB) const;

private:
    Key m_key;
    SortDirection m_direction;
};

/// The keys of some jobs, copied, so that the sort itself can run on another thread while the table goes on changing.
/// Jobs that change meanwhile are put right by RowOrder::place().
class SortSnapshot {
public:
    explicit SortSnapshot(SortRule rule)
        : m_rule(rule)
    {
    }

    void reserve(std::size_t jobs) { m_entries.reserve(jobs); }
    void add(JobTable::Index job, const JobRecord &record);
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

    /// The jobs in order.
    [[nodiscard]] std::vector<JobTable::Index> sorted() &&;

private:
    struct Entry {
        std::uint64_t number;
        JobTable::Index job;
        std::uint32_t slot; ///< in order of addition
    };
    [[nodiscard]] std::string_view textOf(const Entry &entry) const;
    void sortByNumber();
    void sortTextsOfEqualNumbers();

    SortRule m_rule;
    std::vector<Entry> m_entries;
    std::string m_texts; ///< all of them, one after the other
    std::vector<std::size_t> m_textEnds; ///< by slot; empty as long as there is no text
};

/// Which jobs a table shows, and in which order: rows to jobs and back. Holds no keys: a row stays where it is until it
/// is told that its job changed, so the order can be held while somebody reads.
///
/// Its four changes are all a view ever has to follow: append a block, reorder, drop the tail, start anew.
/// Insertion = append + place; removal = place at the end + drop.
class RowOrder {
public:
    using Index = JobTable::Index;
    using Row = std::uint32_t;
    static constexpr Row kNoRow = ~Row {0};

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] Index at(Row row) const { return m_rows[row]; }
    [[nodiscard]] std::span<const Index> rows() const { return m_rows; }
    /// kNoRow for a job that is not shown.
    [[nodiscard]] Row rowOf(Index job) const { return job < m_positions.size() ? m_positions[job] : kNoRow; }
    [[nodiscard]] bool contains(Index job) const { return rowOf(job) != kNoRow; }

    /// These and no others, in this order.
    void reset(std::vector<Index> rows);
    /// None of `jobs` may be shown yet.
    void append(std::span<const Index> jobs);
    /// Puts each of `changed` where `rule` wants it, and `leaving` at the end, in one pass: O(n + k log n).
    /// All must be shown, none twice. All other rows must be in order, whatever the changed ones were like.
    /// Returns the first row that may show another job than before; size() when none does.
    Row place(std::span<const Index> changed, std::span<const Index> leaving, const JobTable &table,
              const SortRule &rule);
    void dropTail(std::size_t count);

private:
    void renumber(Row from);

    std::vector<Index> m_rows;
    std::vector<Row> m_positions; ///< by job
};

} // namespace haulwatch
