// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "engine/hostgate.h"
#include "engine/jobbook.h"
#include "engine/jobwork.h"
#include "engine/networkwaits.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// The attempts at each job's files: starts and stops their transfers, turns what these say into triggers, retries, and
/// gives up. Who may work, and when, is not its business. Owned by the core thread.
class JobAttempts {
public:
    using Index = JobBook::Index;

    /// A transfer has ended, and its job is still active.
    struct Ended {
        Index job = 0;
        std::optional<JobError> error; ///< what the job rests with if none of its files can move
    };

    JobAttempts(JobBook &book, TransferEngine &transfers, WorkTable &work, NetworkWaits &network,
                std::uint32_t transfersPerHost, std::uint64_t seed);

    /// What a server told a former session to wait for holds in this one.
    void recallHold(Index job, Instant now);
    /// A job of a former session in TRANSIENT_ERROR.
    void adopt(Index job, Milliseconds sinceProgress, Instant now);
    /// Failed files may be tried again at once, and every deadline begins anew.
    void forgive(Index job, Instant now);
    /// Its policy changed.
    void reconsider(Index job, Instant now);
    /// The file is fetched again from its first byte; not while it is in flight.
    void startOver(Index job, std::uint32_t file, Instant now);

    /// The file that is to be fetched next, if any can be now.
    [[nodiscard]] std::optional<std::uint32_t> nextFile(Index job, Instant now);
    /// When the server of that file may be asked again; nothing if it may be now, or there is no such file.
    [[nodiscard]] std::optional<MonotonicTime> heldUntil(Index job, Instant now);
    [[nodiscard]] bool isBusy(const std::string &host, Instant now) const
    {
        return !m_gate.admits(host, now.monotonic);
    }
    [[nodiscard]] std::optional<MonotonicTime> heldUntil(const std::string &host, Instant now) const
    {
        return m_gate.heldUntil(host, now.monotonic);
    }
    /// False: its server is busy or cannot be reached, or what the job is to do is not durable yet.
    bool start(Index job, std::uint32_t file, Instant now);
    /// Keeps what arrived; the state is the caller's business.
    void stop(Index job, const std::vector<std::uint32_t> &files);
    void stopAll(Index job);
    /// As stopAll(), and all that was remembered of its attempts is forgotten.
    void release(Index job);

    [[nodiscard]] std::optional<Ended> handle(const TransferEvent &event, Instant now);
    /// Nothing of the job can move now; at least one file will be tried again.
    void rest(Index job, const JobError &error, Instant now);
    /// But not before every file that has all its bytes is verified and counted: Complete keeps what is counted, and
    /// deletes the rest.
    void failFatally(Index job, const JobError &error, Instant now);
    /// True: the job fails of something else, now or when the last of its whole files is settled.
    bool failsOnceSettled(Index job, Instant now);
    /// Every file is here: TRANSFERRED.
    void arrive(Index job, Instant now);
    /// The jobs that became TRANSFERRED since the last call.
    [[nodiscard]] std::vector<Index> takeArrived() { return std::exchange(m_arrived, {}); }

    /// Gives up on those whose time is over; the jobs that are QUEUED again by the rest of the timers.
    [[nodiscard]] std::vector<Index> runTimers(Instant now);
    void setTimer(Index job);
    void refreshRates(Instant now);
    void setTransfersPerHost(std::uint32_t most) { m_gate.setMost(most); }
    [[nodiscard]] bool isBeyondMost(const std::string &host) const { return m_gate.isBeyondMost(host); }
    [[nodiscard]] std::optional<MonotonicTime> nextRelease(MonotonicTime now) const { return m_gate.nextRelease(now); }

private:
    [[nodiscard]] std::optional<Ended> onEvent(const TransferStarted &e, Index job, Instant now);
    [[nodiscard]] std::optional<Ended> onEvent(const TransferProgress &e, Index job, Instant now);
    [[nodiscard]] std::optional<Ended> onEvent(const TransferCheckpoint &e, Index job, Instant now);
    [[nodiscard]] std::optional<Ended> onEvent(const TransferFinished &e, Index job, Instant now);
    [[nodiscard]] std::optional<Ended> onEvent(const TransferFailed &e, Index job, Instant now);

    [[nodiscard]] std::optional<Index> runningJob(TransferKey key);
    void noteProgress(Index job, FileRun &run, Bytes here, Instant now);
    void countRepeats(Index job, FileRun &run, const JobError &error, const TransferFailed &e);
    void advanceBytes(Index job, std::uint32_t file, Bytes transferred, Instant now);
    [[nodiscard]] JobError judged(Index job, const TransferFailed &e, Instant now);
    void stopFile(Index job, std::uint32_t file);
    void endFlight(Index job, std::uint32_t file);
    void giveUp(Index job, Instant now);

    JobBook &m_book;
    TransferEngine &m_transfers;
    WorkTable &m_work;
    NetworkWaits &m_network;
    HostGate m_gate;
    std::vector<Index> m_arrived;
    std::mt19937_64 m_random;
};

} // namespace haulwatch
