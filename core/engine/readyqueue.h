// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "job/job.h"
#include "job/jobtable.h"

namespace haulwatch {

/// The QUEUED jobs in the order they are to be dispatched: FOREGROUND, HIGH, NORMAL, LOW; within a level each host has
/// a queue of its own, first come, first served. Pure. A job that leaves the queue by itself is not searched for: its
/// ticket is simply no longer the newest one.
class ReadyQueue {
public:
    /// Proof of a place in the queue; 0 is no place.
    using Ticket = std::uint64_t;

    struct Place {
        JobTable::Index job = 0;
        Ticket ticket = 0;
    };

    [[nodiscard]] Ticket enqueue(JobTable::Index job, Priority priority, const std::string &host);
    /// To the front of its host's queue.
    void putBack(Place place, Priority priority, const std::string &host);

    /// Offers the hosts of that level, the one whose first job has waited longest first, until `visit` answers true.
    void visitHosts(Priority priority, const std::function<bool(const std::string &)> &visit) const;
    /// The first place of that host; the caller drops it if the job's ticket is another by now.
    [[nodiscard]] std::optional<Place> take(Priority priority, const std::string &host);
    [[nodiscard]] const Place *peek(Priority priority, const std::string &host) const;

    /// All places of that host at that level, from the front.
    [[nodiscard]] const std::deque<Place> &places(Priority priority, const std::string &host) const;

private:
    struct Level {
        std::unordered_map<std::string, std::deque<Place>> queues; // none of them empty
        std::map<Ticket, std::string> order; // by the ticket of the first place of each
    };

    [[nodiscard]] Level &level(Priority priority) { return m_levels[static_cast<std::size_t>(priority)]; }
    [[nodiscard]] const Level &level(Priority priority) const { return m_levels[static_cast<std::size_t>(priority)]; }

    std::array<Level, 4> m_levels;
    Ticket m_lastTicket = 0;
};

} // namespace haulwatch
