// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "engine/freenames.h"
#include "engine/jobbook.h"
#include "engine/jobeditor.h"
#include "engine/jobnotifier.h"
#include "engine/jobrunner.h"
#include "engine/jobsweep.h"
#include "engine/jobverbs.h"
#include "engine/sessionlog.h"
#include "engine/targetregister.h"
#include "service/enginelimits.h"
#include "service/request.h"
#include "store/jobjournal.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// Who is told of what happens to jobs, if anybody.
struct JobListeners {
    JobCallback *callback = nullptr;
    CommandRunner *commands = nullptr;
};

/// What the engine before this one left.
struct FormerRun {
    std::vector<StoredJob> jobs;
    SessionRecord *record = nullptr; ///< null: nothing is remembered from one engine to the next but the jobs
    bool crashed = false; ///< it ended by a fault of its own, and not from outside
};

/// The heart: takes requests, runs the rules, and answers once what it did is durable. Single-threaded; never sleeps,
/// never asks a clock. The core thread turns it with step(); tests turn it by hand.
class JobManager {
public:
    /// Whoever asked; the response names it again.
    using Requester = std::uint64_t;

    struct Delivery {
        Requester to = 0;
        Response response;
    };

    /// `transfers`, `journal`, the record and the listeners must outlive the manager. `seed` decides ids and jitter.
    JobManager(TransferEngine &transfers, JobJournal &journal, EngineLimits limits, std::uint64_t seed,
               FormerRun former, Instant now, JobListeners listeners = {});

    void handle(Requester from, RequestId id, Request request, Instant now);
    /// One turn: what the transfers said, timers, new places; then everything new goes to the journal.
    void step(Instant now, const std::vector<TransferEvent> &events);
    /// Whether this machine has a network; it has one as long as nothing is said.
    void setNetwork(bool connected, Instant now) { m_runner.setNetwork(connected, now); }
    /// What table().takeDirty() gave: whoever wants to be told of every change is told of these.
    void noteModified(const std::vector<JobTable::Index> &jobs) { m_notifier.noteModified(jobs); }
    /// Responses that may be given now.
    [[nodiscard]] std::vector<Delivery> takeDeliveries();
    /// Stops all transfers and journals where they stand.
    void shutDown();

    [[nodiscard]] JobTable &table() { return m_book.table(); }
    [[nodiscard]] const EngineLimits &limits() const { return m_limits; }
    [[nodiscard]] const JobBook &book() const { return m_book; }
    [[nodiscard]] std::optional<MonotonicTime> nextWake() const;

private:
    using Index = JobBook::Index;

    /// What a request has done, to be taken back if the store cannot keep it.
    struct Deed {
        std::vector<JobBook::Image> changed; ///< as they were before
        std::vector<Index> forgotten; ///< gone once that is durable
        std::optional<Index> added;
    };

    struct Waiting {
        JournalTicket ticket = 0;
        Delivery delivery;
        Deed deed;
    };

    /// A job all of whose files are here, but perhaps not yet for a restart: that must be durable before they get
    /// their names, else a crash in between leaves a file of ours that the next session takes for a stranger's.
    struct Arrived {
        JournalTicket ticket = 0;
        Index job;
    };

    Result<Answer> answer(AddJob &request, Instant now);
    Result<Answer> answer(ApplyVerb &request, Instant now);
    Result<Answer> answer(EditJobs &request, Instant now);
    Result<Answer> answer(ForgetJobs &request, Instant now);
    Result<Answer> answer(GetJobs &request, Instant now);
    Result<Answer> answer(GetFiles &request, Instant now);
    Result<Answer> answer(GetHistory &request, Instant now);
    Result<Answer> answer(GetFolder &request, Instant now);
    Result<Answer> answer(SetLimits &request, Instant now);

    void applyTo(Verb verb, Index job, Instant now, VerbReport &report);
    [[nodiscard]] Result<void> proveStore(const JobSelection &jobs);
    void takeBack(Deed deed);
    void takeBackNew(Index job);
    void takeBackChange(JobBook::Image image);
    void completeArrived(Instant now);
    [[nodiscard]] std::size_t unfinishedJobs() const;
    [[nodiscard]] std::vector<Index> jobsIn(JobState state) const;

    JobJournal &m_journal;
    EngineLimits m_limits;
    SessionLog m_session;
    JobBook m_book;
    JobRunner m_runner;
    JobVerbs m_verbs;
    TargetRegister m_targets;
    JobEditor m_editor;
    JobNotifier m_notifier;
    JobSweep m_sweep;
    FreeNames m_names;
    std::mt19937_64 m_random;
    JobId m_lastId;
    Deed m_deed; // of the request that is being answered
    Instant m_now;
    std::deque<Waiting> m_waiting; // by ticket
    std::vector<Delivery> m_ready;
    std::deque<Arrived> m_arrived; // by ticket
};

} // namespace haulwatch
