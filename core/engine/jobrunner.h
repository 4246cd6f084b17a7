// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/crashwatch.h"
#include "engine/jobattempts.h"
#include "engine/jobbook.h"
#include "engine/jobscheduler.h"
#include "engine/jobwork.h"
#include "engine/networkwaits.h"
#include "engine/sessionlog.h"
#include "service/enginelimits.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// Brings QUEUED jobs to work and to rest: the scheduler, the attempts and the waits for the network, turned together.
/// Knows nothing of requests. Owned by the core thread.
class JobRunner {
public:
    using Index = JobBook::Index;

    /// `crashed`: the engine before this one ended by a fault of its own. `limits` may change later: see
    /// onLimitsChanged().
    JobRunner(JobBook &book, TransferEngine &transfers, SessionLog &log, bool crashed, const EngineLimits &limits,
              std::uint64_t seed);
    JobRunner(const JobRunner &) = delete;
    JobRunner &operator=(const JobRunner &) = delete;

    /// A job of a former session takes up where it stood.
    void adopt(Index job, Milliseconds sinceProgress, Instant now);
    /// The job has become QUEUED by the user's wish: failed files may be tried again at once, and every deadline begins
    /// anew.
    void enqueueAfresh(Index job, Instant now);
    /// Stops the job's transfers and keeps what arrived; the state is the caller's business.
    void halt(Index job);
    /// The job needs no more work: SUSPENDED, TRANSFERRED or final.
    void release(Index job);
    /// Its policy or priority changed.
    void reconsider(Index job, Instant now);

    /// Stops the transfers of some files and keeps what arrived.
    void interrupt(Index job, const std::vector<std::uint32_t> &files) { m_attempts.stop(job, files); }
    /// The file is fetched again from its first byte; not while it is in flight.
    void startOver(Index job, std::uint32_t file, Instant now) { m_attempts.startOver(job, file, now); }
    /// Nothing of the job starts before the ticket is durable.
    void holdUntil(Index job, JournalTicket ticket, Instant now);
    /// An active job starts what it may; one that has nothing in flight goes back into the queue.
    void takeUp(Index job, Instant now);

    void handle(const TransferEvent &event, Instant now);
    /// Timers, rates, and places for those who wait.
    void advance(Instant now);

    /// What is beyond them is stopped at once; what they newly allow begins with the next advance().
    void onLimitsChanged(Instant now);

    /// BITS: without a network jobs wait, which is no failure; when it comes back, whatever waits for a retry is tried
    /// at once. What is fetched from this machine itself goes on.
    void setNetwork(bool connected, Instant now);

    /// When advance() is next needed although nothing happened.
    [[nodiscard]] std::optional<MonotonicTime> nextWake() const;
    /// The jobs that became TRANSFERRED since the last call.
    [[nodiscard]] std::vector<Index> takeArrived() { return m_attempts.takeArrived(); }

private:
    void onNetworkLost(Instant now);

    JobBook &m_book;
    const EngineLimits &m_limits;
    WorkTable m_work;
    NetworkWaits m_network;
    JobAttempts m_attempts;
    CrashWatch m_crashes;
    JobScheduler m_scheduler;
    MonotonicTime m_lastTurn {};
    MonotonicTime m_lastRates {};
};

} // namespace haulwatch
