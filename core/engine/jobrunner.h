// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/hostgate.h"
#include "engine/jobbook.h"
#include "engine/readyqueue.h"
#include "job/ratemeter.h"
#include "service/enginelimits.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// Brings QUEUED jobs to work: gives them places, starts and stops their transfers, turns what the engine says into
/// triggers, retries, and gives up. Knows nothing of requests. Owned by the core thread.
class JobRunner {
public:
    using Index = JobBook::Index;

    JobRunner(JobBook &book, TransferEngine &transfers, EngineLimits limits, std::uint64_t seed);

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
    void interrupt(Index job, const std::vector<std::uint32_t> &files);
    /// The file is fetched again from its first byte; not while it is in flight.
    void startOver(Index job, std::uint32_t file, Instant now);
    /// Nothing of the job starts before the ticket is durable.
    void holdUntil(Index job, JournalTicket ticket, Instant now);
    /// An active job starts what it may; one that has nothing in flight goes back into the queue.
    void takeUp(Index job, Instant now);

    void handle(const TransferEvent &event, Instant now);
    /// Timers, rates, and places for those who wait.
    void advance(Instant now);

    /// BITS: without a network jobs wait, which is no failure; when it comes back, whatever waits for a retry is tried
    /// at once. What is fetched from this machine itself goes on.
    void setNetwork(bool connected, Instant now);

    /// When advance() is next needed although nothing happened.
    [[nodiscard]] std::optional<MonotonicTime> nextWake() const;
    /// The jobs that became TRANSFERRED since the last call.
    [[nodiscard]] std::vector<Index> takeArrived();

private:
    /// What is remembered of a file from its first attempt until it is here.
    struct FileRun {
        std::uint32_t attempts = 0;
        std::uint32_t failures = 0; // in a row, without a new byte
        Bytes best = 0;
        std::optional<MonotonicTime> retryAt;
        std::optional<JobError> error;
        std::optional<FirstCause> first; // of the failures counted above
    };

    /// A transfer on its way, with the server it was started on.
    struct Flight {
        std::string host;
        MonotonicTime began {};
    };

    /// What is remembered of a job from its first dispatch until it comes to rest.
    struct Work {
        std::map<std::uint32_t, FileRun> runs;
        std::map<std::uint32_t, Flight> active; // by file
        std::uint32_t cursor = 0; // no file before it is Waiting
        std::optional<MonotonicTime> retryAt; // of a job in TRANSIENT_ERROR
        std::optional<MonotonicTime> timer;
        MonotonicTime dispatched {};
        MonotonicTime lastProgress {};
        MonotonicTime lastStored {};
        JournalTicket heldUntil = 0;
        Milliseconds used {}; // of the maximum download time
        Bytes received = 0;
        RateMeter meter;
    };

    void onEvent(const TransferStarted &e, Instant now);
    void onEvent(const TransferProgress &e, Instant now);
    void onEvent(const TransferCheckpoint &e, Instant now);
    void onEvent(const TransferFinished &e, Instant now);
    void onEvent(const TransferFailed &e, Instant now);

    [[nodiscard]] std::optional<Index> runningJob(TransferKey key) const;
    Work &work(Index job, Instant now);
    [[nodiscard]] static std::uint32_t mostFailures(const Work &work); ///< in a row, of any of its files
    void advanceBytes(Index job, std::uint32_t file, Bytes transferred, Instant now);
    void stopTransfer(Index job, std::uint32_t file);
    void endTransfer(Index job, std::uint32_t file);
    void failFatally(Index job, const JobError &error, Instant now);
    void waitForNetwork(Index job, Instant now);
    [[nodiscard]] bool waitsForNetwork(Index job) const;
    void onNetworkLost(Instant now);
    void onNetworkBack(Instant now);
    [[nodiscard]] bool isReachable(const std::string &host) const;
    [[nodiscard]] Milliseconds sinceProgress(Index job, const Work &work, Instant now) const;
    [[nodiscard]] std::string hostOfFile(Index job, std::uint32_t file) const;
    /// When the server of the job's next file may be asked again; nothing if it may be now, or there is no such file.
    [[nodiscard]] std::optional<MonotonicTime> heldUntil(Index job, Work &work, Instant now) const;
    void rest(Index job, const JobError &error, Instant now);
    void giveUp(Index job, Instant now);

    void enqueue(Index job);
    void requeue(Index job, Instant now);
    void dispatch(Instant now);
    void dispatchLevel(Priority level, Instant now);
    void makeRoom(Instant now);
    [[nodiscard]] std::optional<Index> leastDeserving(Priority waiting, Instant now) const;
    [[nodiscard]] bool isWaiting(const ReadyQueue::Place &place) const;
    [[nodiscard]] bool someoneWaits(Priority level);
    [[nodiscard]] bool hasRoom(Priority level) const;
    [[nodiscard]] std::size_t activeInBackground() const;
    bool begin(Index job, Instant now);
    void fill(Index job, Instant now);
    [[nodiscard]] std::optional<std::uint32_t> nextFile(Index job, Work &work, Instant now) const;
    bool startFile(Index job, Work &work, std::uint32_t file, Instant now);
    void countActiveTime(Instant now);
    void leaveActive(Index job);

    void runTimers(Instant now);
    void refreshRates(Instant now);
    void setTimer(Index job, Work &work);

    JobBook &m_book;
    TransferEngine &m_transfers;
    EngineLimits m_limits;
    ReadyQueue m_ready;
    std::vector<ReadyQueue::Ticket> m_tickets; // by job; 0: not in the queue
    std::unordered_map<Index, Work> m_work;
    std::set<Index> m_active; // CONNECTING or TRANSFERRING
    std::uint32_t m_running = 0; // files in flight
    HostGate m_gate;
    bool m_connected = true;
    MonotonicTime m_lostAt {}; // when the network went away
    MonotonicTime m_lastCount {}; // when the active time was counted last
    std::set<std::pair<MonotonicTime, Index>> m_timers;
    std::vector<Index> m_arrived;
    MonotonicTime m_lastRates {};
    std::mt19937_64 m_random;
};

} // namespace haulwatch
