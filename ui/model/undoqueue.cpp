// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/undoqueue.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace haulwatch {

UndoQueue::UndoQueue(QObject *parent)
    : QObject(parent)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &UndoQueue::sendExpired);
}

UndoQueue::Ticket UndoQueue::add(Verb verb, std::vector<JobId> jobs)
{
    const auto count = jobs.size();
    m_waiting.push_back({++m_last, verb, std::move(jobs), m_clock() + kGrace});
    if (!m_next.isActive())
        m_next.start(kGrace);
    Q_EMIT added(m_last, verb, count);
    return m_last;
}

void UndoQueue::undo(Ticket ticket)
{
    end(ticket, false);
}

void UndoQueue::undoNewest()
{
    if (!m_waiting.empty())
        end(m_waiting.back().ticket, false);
}

void UndoQueue::sendNow(Ticket ticket)
{
    end(ticket, true);
}

void UndoQueue::sendAll()
{
    while (!m_waiting.empty())
        end(m_waiting.front().ticket, true);
}

std::size_t UndoQueue::jobCount() const
{
    return std::accumulate(m_waiting.begin(), m_waiting.end(), std::size_t {0},
                           [](std::size_t sum, const Waiting &waiting) { return sum + waiting.jobs.size(); });
}

std::chrono::milliseconds UndoQueue::left(Ticket ticket) const
{
    const auto it =
        std::find_if(m_waiting.begin(), m_waiting.end(), [=](const Waiting &w) { return w.ticket == ticket; });
    if (it == m_waiting.end())
        return std::chrono::milliseconds {0};
    return std::max(std::chrono::milliseconds {0}, std::chrono::ceil<std::chrono::milliseconds>(it->due - m_clock()));
}

void UndoQueue::end(Ticket ticket, bool send)
{
    const auto it =
        std::find_if(m_waiting.begin(), m_waiting.end(), [=](const Waiting &w) { return w.ticket == ticket; });
    if (it == m_waiting.end())
        return;
    const Waiting ended = std::move(*it);
    m_waiting.erase(it);
    if (send)
        Q_EMIT due(ended.verb, ended.jobs);
    Q_EMIT this->ended(ticket);
}

void UndoQueue::sendExpired()
{
    while (!m_waiting.empty() && m_waiting.front().due <= m_clock())
        end(m_waiting.front().ticket, true);
    if (!m_waiting.empty())
        m_next.start(left(m_waiting.front().ticket));
}

} // namespace haulwatch
