// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readyqueue.h"

namespace haulwatch {

ReadyQueue::Ticket ReadyQueue::enqueue(JobTable::Index job, Priority priority, const std::string &host)
{
    Level &l = level(priority);
    auto &queue = l.queues[host];
    queue.push_back({job, ++m_lastTicket});
    if (queue.size() == 1)
        l.order.emplace(m_lastTicket, host);
    return m_lastTicket;
}

void ReadyQueue::putBack(Place place, Priority priority, const std::string &host)
{
    Level &l = level(priority);
    auto &queue = l.queues[host];
    if (!queue.empty())
        l.order.erase(queue.front().ticket);
    queue.push_front(place);
    l.order.emplace(place.ticket, host);
}

void ReadyQueue::visitHosts(Priority priority, const std::function<bool(const std::string &)> &visit) const
{
    for (const auto &[ticket, host] : level(priority).order) {
        if (visit(host))
            return;
    }
}

std::optional<ReadyQueue::Place> ReadyQueue::take(Priority priority, const std::string &host)
{
    Level &l = level(priority);
    const auto it = l.queues.find(host);
    if (it == l.queues.end())
        return std::nullopt;
    const Place place = it->second.front();
    it->second.pop_front();
    auto order = l.order.extract(place.ticket);
    if (it->second.empty()) {
        l.queues.erase(it);
    } else {
        order.key() = it->second.front().ticket;
        l.order.insert(std::move(order));
    }
    return place;
}

const ReadyQueue::Place *ReadyQueue::peek(Priority priority, const std::string &host) const
{
    const auto &queues = level(priority).queues;
    const auto it = queues.find(host);
    return it == queues.end() ? nullptr : &it->second.front();
}

const std::deque<ReadyQueue::Place> &ReadyQueue::places(Priority priority, const std::string &host) const
{
    return level(priority).queues.at(host);
}

} // namespace haulwatch
