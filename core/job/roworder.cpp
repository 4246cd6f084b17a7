// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/roworder.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace haulwatch {
namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr unsigned char folded(char c)
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/// The run of digits `text` begins with, without leading zeros; it is taken off.
std::string_view takeNumber(std::string_view &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    auto digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

int compareNumbers(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

int compareFolded(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const auto numberA = takeNumber(a);
            if (const int order = compareNumbers(numberA, takeNumber(b)); order != 0)
                return order;
            continue;
        }
        if (folded(a.front()) != folded(b.front()))
            return folded(a.front()) < folded(b.front()) ? -1 : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.empty() ? (b.empty() ? 0 : -1) : 1;
}

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

int compareNaturally(std::string_view a, std::string_view b)
{
    const int order = compareFolded(a, b);
    return order != 0 ? order : a.compare(b);
}

std::uint64_t naturalPrefix(std::string_view text)
{
    std::uint64_t result = 0;
    int room = 64;
    for (const char c : text.substr(0, 8)) {
        room -= 8;
        // A number's value depends on bytes that may lie beyond: all that is sure here is that there is one.
        result |= std::uint64_t {isDigit(c) ? static_cast<unsigned char>('0') : folded(c)} << room;
        if (isDigit(c))
            break;
    }
    return result;
}

bool SortRule::before(const SortKey &a, JobTable::Index jobA, const SortKey &b, JobTable::Index jobB) const
{
    const bool ascending = m_direction == SortDirection::Ascending;
    if (a.number != b.number)
        return (a.number < b.number) == ascending;
    if (const int order = compareNaturally(a.text, b.text); order != 0)
        return (order < 0) == ascending;
    return jobA < jobB;
}

void SortSnapshot::reserve(std::size_t jobs)
{
    m_entries.reserve(jobs);
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

SortKey SortSnapshot::keyOf(const Entry &entry) const
{
    if (m_textEnds.empty())
        return {entry.number, {}};
    const auto begin = entry.slot == 0 ? 0 : m_textEnds[entry.slot - 1];
    return {entry.number, std::string_view(m_texts).substr(begin, m_textEnds[entry.slot] - begin)};
}

std::vector<JobTable::Index> SortSnapshot::sorted() &&
{
    std::sort(m_entries.begin(), m_entries.end(), [this](const Entry &a, const Entry &b) {
        // Most keys differ in their number: that decides without a look at the texts.
        if (a.number != b.number)
            return (a.number < b.number) == (m_rule.direction() == SortDirection::Ascending);
        return m_rule.before(keyOf(a), a.job, keyOf(b), b.job);
    });
    std::vector<JobTable::Index> jobs(m_entries.size());
    std::transform(m_entries.begin(), m_entries.end(), jobs.begin(), [](const Entry &entry) { return entry.job; });
    return jobs;
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
        const auto &[key, job] = arriving[i];
        const auto at = std::partition_point(m_rows.begin() + from, m_rows.end(), [&](Index other) {
            return rule.before(rule.keyOf(table.at(other)), other, key, job);
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
