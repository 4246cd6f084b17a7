// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/roworder.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "job/naturalorder.h"

namespace haulwatch {
namespace {

struct PlacedJob {
    SortKey key;
    JobTable::Index job;
};

std::vector<PlacedJob> inOrder(std::span<const JobTable::Index> jobs, const JobTable &table, const SortRule &rule)
{
    std::vector<PlacedJob> result;
    result.reserve(jobs.size());
    for (const auto job : jobs)
        result.push_back({rule.keyOf(table.at(job)), job});
    std::sort(result.begin(), result.end(),
              [&rule](const PlacedJob &a, const PlacedJob &b) { return rule.before(a.key, a.job, b.key, b.job); });
    return result;
}

} // namespace

bool SortRule::before(const SortKey &a, JobTable::Index jobA, const SortKey &b, JobTable::Index jobB) const
{
    const bool ascending = m_direction == SortDirection::Ascending;
    if (a.number != b.number)
        return (a.number < b.number) == ascending;
    if (const int order = compareNaturally(a.text, b.text); order != 0)
        return (order < 0) == ascending;
    return jobA < jobB;
}

void SortSnapshot::add(JobTable::Index job, const JobRecord &record)
{
    const auto key = m_rule.keyOf(record);
    const auto slot = m_entries.size();
    m_entries.push_back({key.number, job, static_cast<std::uint32_t>(slot)});
    if (key.text.empty() && m_textEnds.empty())
        return;
    m_texts += key.text;
    // Entries without a text that came before the first one with a text end where it begins.
    m_textEnds.resize(slot, 0);
    m_textEnds.push_back(m_texts.size());
}

std::string_view SortSnapshot::textOf(const Entry &entry) const
{
    const auto begin = entry.slot == 0 ? 0 : m_textEnds[entry.slot - 1];
    return std::string_view(m_texts).substr(begin, m_textEnds[entry.slot] - begin);
}

std::vector<JobTable::Index> SortSnapshot::sorted() &&
{
    sortByNumber();
    if (!m_textEnds.empty())
        sortTextsOfEqualNumbers();
    std::vector<JobTable::Index> jobs(m_entries.size());
    std::transform(m_entries.begin(), m_entries.end(), jobs.begin(), [](const Entry &entry) { return entry.job; });
    return jobs;
}

void SortSnapshot::sortByNumber()
{
    const bool ascending = m_rule.direction() == SortDirection::Ascending;
    std::sort(m_entries.begin(), m_entries.end(), [ascending](const Entry &a, const Entry &b) {
        return a.number != b.number ? (a.number < b.number) == ascending : a.job < b.job;
    });
}

void SortSnapshot::sortTextsOfEqualNumbers()
{
    for (auto begin = m_entries.begin(); begin != m_entries.end();) {
        const auto end =
            std::find_if(begin, m_entries.end(), [=](const Entry &entry) { return entry.number != begin->number; });
        NaturalSort texts;
        texts.reserve(static_cast<std::size_t>(end - begin));
        for (auto entry = begin; entry != end; ++entry)
            texts.add(textOf(*entry), entry->job);
        auto place = begin;
        for (const JobTable::Index job : std::move(texts).sorted(m_rule.direction() == SortDirection::Ascending))
            (place++)->job = job;
        begin = end;
    }
}

void RowOrder::reset(std::vector<Index> rows)
{
    m_rows = std::move(rows);
    std::fill(m_positions.begin(), m_positions.end(), kNoRow);
    renumber(0);
}

void RowOrder::append(std::span<const Index> jobs)
{
    const auto first = static_cast<Row>(m_rows.size());
    m_rows.insert(m_rows.end(), jobs.begin(), jobs.end());
    renumber(first);
}

RowOrder::Row RowOrder::place(std::span<const Index> changed, std::span<const Index> leaving, const JobTable &table,
                              const SortRule &rule)
{
    Row first = static_cast<Row>(m_rows.size());
    for (const auto jobs : {changed, leaving}) {
        for (const Index job : jobs) {
            assert(contains(job));
            first = std::min(first, m_positions[job]);
            m_positions[job] = kNoRow;
        }
    }
    // Those that stay close the gaps; their places were marked above.
    const auto begin = m_rows.begin() + first;
    m_rows.erase(std::remove_if(begin, m_rows.end(), [this](Index job) { return m_positions[job] == kNoRow; }),
                 m_rows.end());

    const auto arriving = inOrder(changed, table, rule);
    std::vector<Row> targets(arriving.size());
    Row from = 0;
    for (std::size_t i = 0; i < arriving.size(); ++i) {
        const PlacedJob &arrival = arriving[i];
        const auto at = std::partition_point(m_rows.begin() + from, m_rows.end(), [&](Index other) {
            return rule.before(rule.keyOf(table.at(other)), other, arrival.key, arrival.job);
        });
        from = targets[i] = static_cast<Row>(at - m_rows.begin());
    }
    if (!targets.empty())
        first = std::min(first, targets.front());

    // From the back, so that every row moves once.
    auto blockEnd = static_cast<std::ptrdiff_t>(m_rows.size());
    m_rows.resize(m_rows.size() + arriving.size());
    for (std::size_t i = arriving.size(); i-- > 0;) {
        const auto at = static_cast<std::ptrdiff_t>(targets[i]);
        const auto shift = static_cast<std::ptrdiff_t>(i) + 1;
        std::move_backward(m_rows.begin() + at, m_rows.begin() + blockEnd, m_rows.begin() + blockEnd + shift);
        m_rows[targets[i] + i] = arriving[i].job;
        blockEnd = at;
    }
    m_rows.insert(m_rows.end(), leaving.begin(), leaving.end());
    renumber(first);
    return first;
}

void RowOrder::dropTail(std::size_t count)
{
    assert(count <= m_rows.size());
    for (std::size_t row = m_rows.size() - count; row < m_rows.size(); ++row)
        m_positions[m_rows[row]] = kNoRow;
    m_rows.resize(m_rows.size() - count);
}

void RowOrder::renumber(Row from)
{
    for (Row row = from; row < m_rows.size(); ++row) {
        const Index job = m_rows[row];
        if (job >= m_positions.size())
            m_positions.resize(std::size_t {job} + 1, kNoRow);
        m_positions[job] = row;
    }
}

} // namespace haulwatch
