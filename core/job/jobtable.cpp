// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/jobtable.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace haulwatch {

void JobTable::reserve(std::size_t jobs)
{
    m_ids.reserve(jobs);
    m_records.reserve(jobs);
    m_isDirty.reserve(jobs);
}

std::optional<JobTable::Index> JobTable::add(JobRecord record)
{
    assert(record.spec);
    const JobId id = record.spec->id;
    if (!m_ids.empty() && id <= m_ids.back())
        return std::nullopt;

    const auto index = end();
    countIn(record.status);
    m_ids.push_back(id);
    m_records.push_back(std::move(record));
    m_isDirty.push_back(false);
    ++m_size;
    touch(index);
    return index;
}

void JobTable::remove(Index job)
{
    assert(contains(job));
    countOut(m_records[job].status);
    m_records[job] = {};
    --m_size;
    touch(job);
}

std::optional<JobTable::Index> JobTable::find(JobId id) const
{
    const auto it = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    if (it == m_ids.end() || *it != id)
        return std::nullopt;
    const auto index = static_cast<Index>(it - m_ids.begin());
    return contains(index) ? std::optional(index) : std::nullopt;
}

void JobTable::setStatus(Index job, const JobStatus &status)
{
    assert(contains(job));
    auto &current = m_records[job].status;
    if (current == status)
        return;
    countOut(current);
    current = status;
    countIn(current);
    touch(job);
}

void JobTable::setSpec(Index job, std::shared_ptr<const JobSpec> spec)
{
    assert(contains(job) && spec && spec->id == m_ids[job]);
    m_records[job].spec = std::move(spec);
    touch(job);
}

void JobTable::setError(Index job, std::shared_ptr<const JobError> error)
{
    assert(contains(job));
    if (!error && !m_records[job].error)
        return;
    m_records[job].error = std::move(error);
    touch(job);
}

void JobTable::touch(Index job)
{
    if (m_isDirty[job])
        return;
    m_isDirty[job] = true;
    m_dirty.push_back(job);
}

std::vector<JobTable::Index> JobTable::takeDirty()
{
    for (const Index job : m_dirty)
        m_isDirty[job] = false;
    return std::exchange(m_dirty, {});
}

void JobTable::countIn(const JobStatus &status)
{
    ++m_counts[static_cast<std::size_t>(status.state)];
    m_totalRate += status.rate;
}

void JobTable::countOut(const JobStatus &status)
{
    --m_counts[static_cast<std::size_t>(status.state)];
    m_totalRate -= status.rate;
}

} // namespace haulwatch
