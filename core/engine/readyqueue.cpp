// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readyqueue.h"

#include <cstddef>

namespace haulwatch {

ReadyQueue::Ticket ReadyQueue::enqueue(JobTable::Index job, Priority priority)
{
    m_levels[static_cast<std::size_t>(priority)].push_back({job, ++m_lastTicket});
    return m_lastTicket;
}

void ReadyQueue::putBack(Place place, Priority priority)
{
    m_levels[static_cast<std::size_t>(priority)].push_front(place);
}

std::optional<ReadyQueue::Place> ReadyQueue::take(Priority priority)
{
    auto &level = m_levels[static_cast<std::size_t>(priority)];
    if (level.empty())
        return std::nullopt;
    const Place place = level.front();
    level.pop_front();
    return place;
}

const ReadyQueue::Place *ReadyQueue::peek(Priority priority) const
{
    const auto &level = m_levels[static_cast<std::size_t>(priority)];
    return level.empty() ? nullptr : &level.front();
}

} // namespace haulwatch
