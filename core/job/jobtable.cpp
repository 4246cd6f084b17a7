// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/jobtable.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace haulwatch {

void JobTable::reserve(std::size_t jobs)
{
    // A vector reserves exactly what is asked for: a million rows would move for each job that is added to them.
    if (jobs <= m_records.capacity())
        return;
    jobs = std::max(jobs, m_records.size() + m_records.size() / 2);
    m_rows.reserve(jobs);
    m_records.reserve(jobs);
    m_isDirty.reserve(jobs);
}

std::optional<JobTable::Index> JobTable::add(JobRecord record)
{
    assert(record.spec);
    const auto index = m_rows.add(record.spec->id);
    if (!index)
        return std::nullopt;

    countIn(record.status);
    m_records.push_back(std::move(record));
    m_isDirty.push_back(false);
    ++m_size;
    touch(*index);
    return index;
}

void JobTable::remove(Index job)
{
    assert(contains(job));
    countOut(m_records[job].status);
    m_records[job] = {};
    m_rows.remove(job);
    --m_size;
    touch(job);
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
    assert(contains(job) && spec && spec->id == idOf(job));
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

void JobTable::setEngine(Index job, EngineId engine)
{
    assert(contains(job));
    if (m_records[job].engine == engine)
        return;
    m_records[job].engine = engine;
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
