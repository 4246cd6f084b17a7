// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>

#include "job/job.h"
#include "job/jobtable.h"

namespace haulwatch {

/// The QUEUED jobs in the order they are to be dispatched: FOREGROUND, HIGH, NORMAL, LOW, and within a level first
/// come, first served. Pure. A job that leaves the queue by itself is not searched for: its ticket is simply no longer
/// the newest one.
class ReadyQueue {
public:
    /// Proof of a place in the queue; 0 is no place.
    using Ticket = std::uint64_t;

    struct Place {
        JobTable::Index job = 0;
        Ticket ticket = 0;
    };

    [[nodiscard]] Ticket enqueue(JobTable::Index job, Priority priority);
    /// To the front, e.g. a job that could not start because its host was busy.
    void putBack(Place place, Priority priority);

    /// The first place of that level; the caller drops it if the job's ticket is another by now.
    [[nodiscard]] std::optional<Place> take(Priority priority);
    [[nodiscard]] const Place *peek(Priority priority) const;

private:
    std::array<std::deque<Place>, 4> m_levels;
    Ticket m_lastTicket = 0;
};

} // namespace haulwatch
