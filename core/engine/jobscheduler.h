// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/crashwatch.h"
#include "engine/jobattempts.h"
#include "engine/jobbook.h"
#include "engine/jobwork.h"
#include "engine/networkwaits.h"
#include "engine/readyqueue.h"
#include "service/enginelimits.h"

namespace haulwatch {

/// Decides who works next: gives QUEUED jobs a place, fills it with as many transfers as may run, and takes it back.
/// What becomes of an attempt is not its business. Owned by the core thread.
class JobScheduler {
public:
    using Index = JobBook::Index;

    JobScheduler(JobBook &book, JobAttempts &attempts, WorkTable &work, NetworkWaits &network,
                 const CrashWatch &crashes, const EngineLimits &limits)
        : m_book(book)
        , m_attempts(attempts)
        , m_work(work)
        , m_network(network)
        , m_crashes(crashes)
        , m_limits(limits)
    {
    }

    /// The job is QUEUED, or its priority changed while it was.
    void enqueue(Index job);
    /// It is QUEUED no more.
    void withdraw(Index job);
    /// An active job starts what it may; one that has nothing in flight goes back into the queue.
    void takeUp(Index job, Instant now);
    /// As takeUp(), but it rests if it has failed and none of its files can move.
    void goOn(const JobAttempts::Ended &ended, Instant now);
    /// Places for those who wait: to the host with the fewest first, so that one that is silent, or has a thousand
    /// jobs, keeps nobody else waiting.
    void dispatch(Instant now);
    /// Tells of those that wait for their server that they do.
    void explainWaits(Instant now);
    /// Takes back what the limits no longer allow; what arrived stays.
    void shrink(Instant now);

private:
    using HostSet = std::set<std::string>;
    using Shares = std::map<std::string, std::size_t>; // active jobs by the host they work with

    void dispatchLevel(Priority level, Instant now);
    /// Of those that could begin, the one with the smallest share; of these the one that has waited longest.
    [[nodiscard]] std::optional<std::string> nextHost(Priority level, const Shares &shares, const HostSet &passedOver,
                                                      Instant now) const;
    void explainHost(Priority level, const std::string &host, Instant now);
    void makeRoom(Instant now);
    [[nodiscard]] std::optional<Index> leastDeserving(Priority waiting, const std::string &host, bool isFull,
                                                      Instant now) const;
    [[nodiscard]] std::optional<std::string> firstFullHost(Priority level, Instant now) const;
    [[nodiscard]] bool worksWith(Index job, const std::string &host) const;
    [[nodiscard]] bool isHogging(Index job, const Shares &shares, Instant now) const;
    [[nodiscard]] Shares countShares() const;
    [[nodiscard]] std::string hostOfJob(Index job);
    [[nodiscard]] bool isWaiting(const ReadyQueue::Place &place) const;
    void dropGhosts(Priority level);
    [[nodiscard]] bool hasRoom(Priority level) const;
    [[nodiscard]] std::size_t activeInBackground() const;
    bool begin(Index job, Instant now);
    void fill(Index job, Instant now);
    void requeue(Index job, Instant now);

    JobBook &m_book;
    JobAttempts &m_attempts;
    WorkTable &m_work;
    NetworkWaits &m_network;
    const CrashWatch &m_crashes;
    const EngineLimits &m_limits;
    ReadyQueue m_ready; // by the host of a job's first file that is not here
    std::vector<ReadyQueue::Ticket> m_tickets; // by job; 0: not in the queue
};

} // namespace haulwatch
