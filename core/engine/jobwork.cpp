// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobwork.h"

#include <algorithm>

namespace haulwatch {

EpochSeconds wallSecondsAt(MonotonicTime at, Instant now)
{
    return toEpochSeconds(std::chrono::ceil<std::chrono::seconds>(now.wall + (at - now.monotonic)));
}

std::uint32_t JobWork::mostFailures() const
{
    std::uint32_t most = 0;
    for (const auto &[file, run] : runs)
        most = std::max(most, run.failures);
    return most;
}

JobWork &WorkTable::of(Index job, MonotonicTime now)
{
    const auto [it, isNew] = m_work.try_emplace(job);
    if (isNew)
        it->second.lastProgress = now;
    return it->second;
}

JobWork *WorkTable::find(Index job)
{
    const auto it = m_work.find(job);
    return it != m_work.end() ? &it->second : nullptr;
}

void WorkTable::erase(Index job)
{
    if (find(job) == nullptr)
        return;
    setTimer(job, std::nullopt);
    m_work.erase(job);
}

void WorkTable::leaveActive(Index job)
{
    m_active.erase(job);
    m_work.at(job).failure.reset();
}

void WorkTable::beginFlight(Index job, std::uint32_t file, Flight flight)
{
    m_work.at(job).active.emplace(file, std::move(flight));
    ++m_flights;
}

Flight WorkTable::endFlight(Index job, std::uint32_t file)
{
    --m_flights;
    return std::move(m_work.at(job).active.extract(file).mapped());
}

void WorkTable::setTimer(Index job, std::optional<MonotonicTime> at)
{
    JobWork &work = m_work.at(job);
    if (at == work.timer)
        return;
    if (work.timer)
        m_timers.erase({*work.timer, job});
    work.timer = at;
    if (at)
        m_timers.insert({*at, job});
}

std::optional<WorkTable::Index> WorkTable::takeDue(MonotonicTime now)
{
    if (m_timers.empty() || m_timers.begin()->first > now)
        return std::nullopt;
    const Index job = m_timers.begin()->second;
    m_timers.erase(m_timers.begin());
    m_work.at(job).timer.reset();
    return job;
}

std::optional<MonotonicTime> WorkTable::nextTimer() const
{
    return m_timers.empty() ? std::nullopt : std::optional(m_timers.begin()->first);
}

} // namespace haulwatch
