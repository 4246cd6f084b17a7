// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "engine/jobbook.h"
#include "engine/jobwork.h"

namespace haulwatch {

/// Knows what jobs can reach and for how long they have tried: whether there is a network, which jobs wait for it, and
/// how much of each job's maximum download time is used up. Starts and stops nothing. Owned by the core thread.
class NetworkWaits {
public:
    using Index = JobBook::Index;

    NetworkWaits(JobBook &book, WorkTable &work)
        : m_book(book)
        , m_work(work)
    {
    }

    [[nodiscard]] bool isConnected() const { return m_connected; }
    void lose(Instant now);
    /// The jobs that are QUEUED again by that.
    [[nodiscard]] std::vector<Index> comeBack(Instant now);

    /// What is fetched from this machine itself needs no network.
    [[nodiscard]] bool isReachable(const std::string &host) const;
    [[nodiscard]] bool isWaiting(Index job) const;
    /// Nothing of the job is in flight.
    void wait(Index job, Instant now);

    [[nodiscard]] Milliseconds sinceProgress(Index job, const JobWork &work, Instant now) const;

    /// Once a turn; the active jobs whose maximum download time is used up.
    [[nodiscard]] std::vector<Index> countActiveTime(Instant now);

private:
    JobBook &m_book;
    WorkTable &m_work;
    bool m_connected = true;
    MonotonicTime m_lostAt {};
    MonotonicTime m_lastCount {};
};

} // namespace haulwatch
