// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "job/instant.h"
#include "job/job.h"
#include "job/jobtable.h"
#include "job/ratemeter.h"
#include "store/jobjournal.h"

namespace haulwatch {

/// Rounded up, so that a countdown to it never ends before the retry.
[[nodiscard]] EpochSeconds wallSecondsAt(MonotonicTime at, Instant now);

/// What is remembered of a file from its first attempt until it is here.
struct FileRun {
    std::uint32_t attempts = 0;
    std::uint32_t failures = 0; ///< in a row, without a new byte
    std::uint32_t repeats = 0; ///< of the last failure, each without a byte more
    Bytes best = 0;
    std::optional<MonotonicTime> retryAt;
    std::optional<JobError> error;
    std::optional<FirstCause> first; ///< of the failures counted above
};

/// A transfer on its way, with the server it was started on.
struct Flight {
    std::string host;
    MonotonicTime began {};
};

/// What is remembered of a job from its first dispatch until it comes to rest.
struct JobWork {
    std::map<std::uint32_t, FileRun> runs;
    std::map<std::uint32_t, Flight> active; ///< by file
    std::uint32_t cursor = 0; ///< no file before it is Waiting
    std::optional<JobError> failure; ///< the job fails of it once its whole files are settled
    std::optional<MonotonicTime> retryAt; ///< of a job in TRANSIENT_ERROR
    std::optional<MonotonicTime> timer; ///< as WorkTable has it
    MonotonicTime dispatched {};
    MonotonicTime lastProgress {};
    MonotonicTime lastStored {};
    JournalTicket heldUntil = 0;
    Milliseconds used {}; ///< of the maximum download time
    Bytes received = 0;
    RateMeter meter;

    /// Of any of its files, in a row.
    [[nodiscard]] std::uint32_t mostFailures() const;
};

/// The work of all jobs that have begun and have not come to rest: which of them have a place, how many files are in
/// flight, and when each job is to be looked at again. Decides nothing. Owned by the core thread.
class WorkTable {
public:
    using Index = JobTable::Index;

    /// Made if the job has none.
    JobWork &of(Index job, MonotonicTime now);
    [[nodiscard]] JobWork &at(Index job) { return m_work.at(job); }
    [[nodiscard]] const JobWork &at(Index job) const { return m_work.at(job); }
    [[nodiscard]] JobWork *find(Index job);
    [[nodiscard]] const std::unordered_map<Index, JobWork> &all() const { return m_work; }
    void erase(Index job);

    /// The jobs that are CONNECTING or TRANSFERRING.
    [[nodiscard]] const std::set<Index> &active() const { return m_active; }
    void enterActive(Index job) { m_active.insert(job); }
    void leaveActive(Index job);

    /// Files in flight, all jobs together.
    [[nodiscard]] std::uint32_t flights() const { return m_flights; }
    void beginFlight(Index job, std::uint32_t file, Flight flight);
    Flight endFlight(Index job, std::uint32_t file);

    /// One timer a job; nothing: none.
    void setTimer(Index job, std::optional<MonotonicTime> at);
    [[nodiscard]] std::optional<Index> takeDue(MonotonicTime now);
    [[nodiscard]] std::optional<MonotonicTime> nextTimer() const;

private:
    std::unordered_map<Index, JobWork> m_work;
    std::set<Index> m_active;
    std::set<std::pair<MonotonicTime, Index>> m_timers;
    std::uint32_t m_flights = 0;
};

} // namespace haulwatch
