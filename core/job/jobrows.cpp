// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/jobrows.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace haulwatch {
namespace {

constexpr JobRows::Row kFree = std::numeric_limits<JobRows::Row>::max();
constexpr std::size_t kFewestSlots = 16;

/// With at most three quarters of the slots taken, a search looks at 2.5 of them on average, and at 8.5 for a job that
/// is not there (Knuth, The Art of Computer Programming 3, §6.4).
std::size_t slotsFor(std::size_t jobs)
{
    return std::max(kFewestSlots, jobs + jobs / 3 + 1);
}

} // namespace

void JobRows::reserve(std::size_t jobs)
{
    m_ids.reserve(jobs);
    m_isRemoved.reserve(jobs);
}

std::optional<JobRows::Row> JobRows::add(JobId id)
{
    const Row row = end();
    const bool isInOrder = isBehindAll(id);
    if (!isInOrder && find(id))
        return std::nullopt;
    m_ids.push_back(id);
    m_isRemoved.push_back(false);
    if (isInOrder)
        ++m_ordered;
    else
        enter(row);
    return row;
}

void JobRows::remove(Row row)
{
    assert(contains(row));
    if (row >= m_ordered)
        leave(row);
    m_isRemoved[row] = true;
}

std::optional<JobRows::Row> JobRows::find(JobId id) const
{
    if (isBehindAll(id))
        return std::nullopt;
    if (const auto row = findOrdered(id))
        return row;
    if (m_slots.empty())
        return std::nullopt;
    const Row row = m_slots[slotOf(id)];
    return row == kFree ? std::nullopt : std::optional(row);
}

/// Not there for sure, and in order if it is added now.
bool JobRows::isBehindAll(JobId id) const
{
    return m_ordered == end() && (m_ids.empty() || m_ids.back() < id);
}

std::optional<JobRows::Row> JobRows::findOrdered(JobId id) const
{
    const auto end = m_ids.begin() + m_ordered;
    const auto it = std::lower_bound(m_ids.begin(), end, id);
    if (it == end || *it != id)
        return std::nullopt;
    const auto row = static_cast<Row>(it - m_ids.begin());
    return m_isRemoved[row] ? std::nullopt : std::optional(row);
}

/// The slot where the search for the job begins.
std::size_t JobRows::home(JobId id) const
{
    // Fibonacci hashing: the upper half of the product depends on all bits, the lower ones may be alike in ids that
    // were made from a counter. The second product scales it to the number of slots, which need not be a power of two.
    const std::uint64_t mixed = std::hash<JobId> {}(id)*0xD6E8FEB86659FD93ULL;
    return static_cast<std::size_t>(((mixed >> 32) * m_slots.size()) >> 32);
}

/// The slot that holds the job's row, or the free one where it would be entered.
std::size_t JobRows::slotOf(JobId id) const
{
    std::size_t slot = home(id);
    while (m_slots[slot] != kFree && m_ids[m_slots[slot]] != id)
        slot = next(slot);
    return slot;
}

void JobRows::enter(Row row)
{
    // What was reserved is about to come: growing by halves would hold up a window with a million rows several times.
    if (slotsFor(m_entered + 1) > m_slots.size())
        grow(std::max(m_ids.capacity() - m_ordered, m_entered + m_entered / 2));
    m_slots[slotOf(m_ids[row])] = row;
    ++m_entered;
}

/// Fills the hole it makes with what was pushed past it (Knuth, Algorithm 6.4 R): marks for removed rows would fill the
/// table.
void JobRows::leave(Row row)
{
    std::size_t hole = slotOf(m_ids[row]);
    for (std::size_t slot = next(hole); m_slots[slot] != kFree; slot = next(slot)) {
        const std::size_t wanted = home(m_ids[m_slots[slot]]);
        const bool isReachedWithoutHole =
            hole <= slot ? hole < wanted && wanted <= slot : hole < wanted || wanted <= slot;
        if (!isReachedWithoutHole)
            m_slots[std::exchange(hole, slot)] = m_slots[slot];
    }
    m_slots[hole] = kFree;
    --m_entered;
}

void JobRows::grow(std::size_t jobs)
{
    const auto before = std::exchange(m_slots, std::vector<Row>(slotsFor(jobs), kFree));
    for (const Row row : before) {
        if (row != kFree)
            m_slots[slotOf(m_ids[row])] = row;
    }
}

} // namespace haulwatch
