// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>
#include <random>
#include <set>

#include "demo/demojobs.h"
#include "demo/simulatedengine.h"
#include "engine/jobmanager.h"
#include "support/memorysession.h"
#include "support/recordingjournal.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

namespace {

/// Hears what jobs tell, and is now and then not in the mood.
class Listener final : public JobCallback {
public:
    explicit Listener(std::mt19937_64 &random)
        : m_random(random)
    {
    }

    bool fileTransferred(const JobRecord &job, std::uint32_t file) override
    {
        wrong = wrong || file >= job.spec->files.size();
        return takes();
    }
    bool jobTransferred(const JobRecord &job) override
    {
        wrong = wrong || job.status.state == JobState::Cancelled;
        return takes();
    }
    bool jobError(const JobRecord &job) override
    {
        wrong = wrong || job.status.state != JobState::Error || !job.error;
        return takes();
    }
    void jobModification(const JobRecord &job) override
    {
        wrong = wrong || job.status.state == JobState::Error || job.status.state == JobState::Transferred;
    }

    bool wrong = false; ///< something was told that is not so

private:
    bool takes() { return m_random() % 4 != 0; }

    std::mt19937_64 &m_random;
};

/// One random day: jobs come, servers fail, users press everything, the process is killed and starts again.
class Day {
public:
    explicit Day(std::uint64_t seed)
        : m_seed(seed)
        , m_random(seed)
        , m_now {WallTime {1'700'000'000s}, MonotonicTime {100h}}
    {
        for (StoredJob &job : demoJobs(12, seed, m_now))
            m_journal.stored.emplace(job.spec->id, std::move(job));
        start();
    }

    /// Empty if all went as it must; else what did not.
    QString live(int steps)
    {
        for (int i = 0; i < steps && m_fault.isEmpty(); ++i) {
            act();
            turn();
            check();
        }
        return m_fault;
    }

private:
    std::uint64_t pick(std::uint64_t below) { return m_random() % below; }

    void start(bool crashed = false)
    {
        m_engine = makeSimulatedEngine(m_seed, [this] { return m_now; });
        std::vector<StoredJob> jobs;
        for (const auto &[id, job] : m_journal.stored)
            jobs.push_back(job);
        EngineLimits limits;
        limits.activeJobs = 3;
        limits.transfers = 7;
        limits.transfersPerHost = 4;
        m_manager = std::make_unique<JobManager>(*m_engine, m_journal, limits, m_seed,
                                                 FormerRun {std::move(jobs), &m_session, crashed}, m_now,
                                                 JobListeners {&m_listener, nullptr});
        m_manager->setNetwork(m_connected, m_now);
        m_before.clear();
    }

    void act()
    {
        switch (pick(20)) {
        case 0:
            add();
            break;
        case 1:
        case 2:
        case 3:
            verb(static_cast<Verb>(pick(4)));
            break;
        case 4:
            verb(Verb::Resume);
            break;
        case 5:
            mend();
            break;
        case 6:
            if (pick(10) == 0)
                start(pick(3) == 0); // a crash or kill -9: what was not journaled is gone
            break;
        case 7:
            m_connected = pick(3) != 0;
            m_manager->setNetwork(m_connected, m_now);
            break;
        case 9:
            if (pick(4) == 0)
                failToKeep();
            break;
        case 8:
            if (pick(40) == 0) { // nobody comes by for a season
                m_now.monotonic += 24h * 95;
                m_now.wall += 24h * 95;
            }
            break;
        default:
            break;
        }
    }

    void turn()
    {
        const Milliseconds time {pick(4) == 0 ? pick(600'000) : pick(3'000)};
        m_now.monotonic += time;
        m_now.wall += time;
        if (pick(50) == 0)
            m_now.wall += std::chrono::hours {static_cast<int>(pick(5)) - 2}; // somebody sets the clock
        std::vector<TransferEvent> events;
        m_engine->run(0ms, events);
        m_manager->step(m_now, events);
        m_manager->noteModified(m_manager->table().takeDirty());
        for (const auto &delivery : m_manager->takeDeliveries())
            m_answered.insert(delivery.response.id);
    }

    /// The store fails while a request waits for it: all jobs are as they were. One that had nothing to keep is
    /// answered.
    void failToKeep()
    {
        std::map<JobId, JobRecord> before;
        const JobTable &table = m_manager->table();
        for (JobTable::Index i = 0; i < table.end(); ++i) {
            if (table.contains(i))
                before.emplace(table.idOf(i), table.at(i));
        }
        m_journal.holdBack = true;
        switch (pick(3)) {
        case 0:
            add();
            break;
        case 1:
            verb(static_cast<Verb>(pick(4)));
            break;
        default:
            mend();
        }
        m_journal.fault = "disk full";
        for (const auto &delivery : m_manager->takeDeliveries())
            m_answered.insert(delivery.response.id);
        m_journal.fault.reset();
        m_journal.holdBack = false;

        require(table.size() == before.size(), "a refused request left a job, or took one");
        for (const auto &[id, job] : before) {
            const auto now = table.find(id);
            require(now && table.at(*now).spec == job.spec, "a refused request changed what a job is to do");
            require(now && isAsBefore(table.at(*now).status.state, job.status.state),
                    "a refused request changed a state");
        }
    }

    // What was in flight is queued again, and so is what waits for the network: it is seen once more that there is
    // none.
    static bool isAsBefore(JobState now, JobState before)
    {
        const bool mayBeQueued = isActive(before) || before == JobState::TransientError;
        return now == before || (mayBeQueued && now == JobState::Queued);
    }

    void send(Request request) { m_manager->handle(1, ++m_lastRequest, std::move(request), m_now); }

    void add()
    {
        JobDraft draft;
        draft.folder = "/sim/" + std::to_string(++m_added);
        draft.suspended = pick(4) == 0;
        draft.priority = static_cast<Priority>(pick(4));
        draft.options.manualComplete = pick(2) == 0;
        draft.options.notify = static_cast<std::uint8_t>(pick(32));
        if (pick(4) == 0)
            draft.options.maxDownloadTime = std::chrono::seconds {1 + pick(4000)};
        draft.options.parallelFiles = 1 + static_cast<std::uint32_t>(pick(3));
        if (pick(4) == 0)
            draft.options.retry.maxRetries = static_cast<std::uint32_t>(pick(4));
        if (pick(4) == 0)
            draft.options.retry.noProgressTimeout = std::chrono::seconds {pick(2000)};
        constexpr std::array kHosts {"files.example.org", "cdn.example.org",     "api.example.com", "eu.example.net",
                                     "slow.example.org",  "nightly.example.org", "down.example.net"};
        const auto files = 1 + pick(5);
        for (std::uint64_t i = 0; i < files; ++i)
            draft.files.push_back(
                {std::string("https://") + kHosts[pick(kHosts.size())] + "/f" + std::to_string(m_random()), {}, {}});
        send(AddJob {std::move(draft)});
    }

    JobId anyJob()
    {
        const auto end = m_manager->table().end();
        return end == 0 ? JobId {} : m_manager->table().idOf(static_cast<JobTable::Index>(pick(end)));
    }

    void verb(Verb verb)
    {
        if (pick(15) == 0)
            send(ApplyVerb {verb, kAllJobStates[pick(kAllJobStates.size())]});
        else
            send(ApplyVerb {verb, std::vector {anyJob(), anyJob()}});
    }

    void mend()
    {
        JobEdit change;
        if (pick(2) == 0)
            change.addresses.emplace_back(0, "https://files.example.org/mended" + std::to_string(m_random()));
        if (pick(3) == 0)
            change.noProgressTimeout = std::chrono::seconds {pick(1000)};
        if (pick(3) == 0)
            change.priority = static_cast<Priority>(pick(4));
        if (pick(6) == 0)
            change.restart = std::vector<std::uint32_t>(pick(2), 0);
        if (pick(6) == 0)
            change.folder = "/sim/moved" + std::to_string(++m_added);
        if (pick(6) == 0)
            change.newFiles.push_back({"https://cdn.example.org/more" + std::to_string(m_random()), {}, {}});
        if (pick(6) == 0)
            change.prefix = JobEdit::Prefix {"https://cdn.", "https://mirror."};
        if (pick(8) == 0)
            change.maxRetries = std::optional(static_cast<std::uint32_t>(pick(3)));
        send(EditJobs {{anyJob(), anyJob()}, std::move(change)});
    }

    void require(bool holds, const char *what)
    {
        if (!holds && m_fault.isEmpty())
            m_fault = QString::fromUtf8(what);
    }

    void check()
    {
        const JobTable &table = m_manager->table();
        std::size_t active = 0;
        for (JobTable::Index i = 0; i < table.end(); ++i) {
            if (!table.contains(i))
                continue;
            checkJob(table.at(i), m_manager->book().files(i));
            active += isActive(table.at(i).status.state) && table.at(i).status.priority != Priority::Foreground;
            require(m_connected || !isActive(table.at(i).status.state), "a job is at work without a network");
        }
        require(active <= 3 + 4,
                "more active jobs than places, even counting those whose priority was lowered at work");
        require(table.size() == m_journal.stored.size(), "the store does not hold exactly the jobs that exist");
        require(!m_listener.wrong, "something was told that is not so");
        require(m_answered.size() == m_lastRequest, "a request was not answered exactly once");
    }

    void checkJob(const JobRecord &job, const FileLedger &files)
    {
        const JobStatus &s = job.status;
        require(!isFailing(s.state) || job.error, "a failing job has no error object");
        require(!endsError(s.state) || !job.error, "an error object outlives the flow of data or the job");
        require(s.has(kHasError) == (job.error != nullptr), "the flag and the error object disagree");
        require(s.cause == (job.error ? job.error->cause : Cause::None), "the cause is not that of the error object");
        require(s.state == JobState::TransientError || s.nextRetry == 0 || s.has(kWaitsForServer),
                "a retry is announced outside TRANSIENT_ERROR");
        require(!s.has(kWaitsForServer) || s.state == JobState::Queued,
                "a job that is not queued waits for its server");
        require(!s.has(kOwesError) || s.state == JobState::Error, "a job owes news of an error it no longer has");
        require(!s.has(kOwesTransferred) || s.state != JobState::Cancelled, "a cancelled job owes news");
        require(s.state == JobState::TransientError ? s.cause == Cause::NetworkOff || s.nextRetry > 0 : true,
                "a job waits for nothing");
        require(s.state == JobState::Transferring || s.rate == 0, "a job that does not transfer has a rate");
        require(s.bytesTotal == kUnknownSize || s.bytesTransferred <= s.bytesTotal, "more bytes than there are");

        Bytes bytes = 0;
        bool anyActive = false;
        for (const FileProgress &file : files.all()) {
            bytes += file.transferred;
            anyActive = anyActive || file.state == FileState::Active;
        }
        require(bytes == s.bytesTransferred, "the job's bytes are not the sum of its files'");
        require(anyActive == isActive(s.state), "a file is in flight exactly when the job is active");

        const StoredJob &stored = m_journal.stored.at(job.spec->id);
        require(stored.status.state == (isActive(s.state) ? JobState::Queued : s.state),
                "the store holds another state");
        require((stored.error != nullptr) == (job.error != nullptr), "the store holds another error");

        const auto [it, isNew] = m_before.try_emplace(job.spec->id, s);
        if (!isNew) {
            // A file added or begun again later waits for Resume.
            require(s.state != JobState::Transferred || it->second.state == s.state || files.finished() == files.size(),
                    "became TRANSFERRED with a file missing");
            require(!isFinal(it->second.state) || it->second.state == s.state, "a final state was left");
            require(s.errorCount >= it->second.errorCount, "the error count went back");
            it->second = s;
        }
    }

    const std::uint64_t m_seed;
    std::mt19937_64 m_random;
    Instant m_now;
    RecordingJournal m_journal;
    MemorySession m_session;
    std::unique_ptr<TransferEngine> m_engine;
    Listener m_listener {m_random};
    bool m_connected = true;
    std::unique_ptr<JobManager> m_manager;
    std::map<JobId, JobStatus> m_before;
    std::set<RequestId> m_answered;
    RequestId m_lastRequest = 0;
    int m_added = 0;
    QString m_fault;
};

} // namespace

/// HAULWATCH_SIM_SEED=N replays one seed, HAULWATCH_SIM_SEEDS=N changes how many are tried.
class TestSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRulesHoldOnEveryDay();
    void leftAloneEveryJobComesToRest();
};

void TestSimulation::theRulesHoldOnEveryDay()
{
    const bool replay = qEnvironmentVariableIsSet("HAULWATCH_SIM_SEED");
    const auto first = static_cast<std::uint64_t>(replay ? qEnvironmentVariableIntValue("HAULWATCH_SIM_SEED") : 1);
    const int wished = qEnvironmentVariableIntValue("HAULWATCH_SIM_SEEDS");
    const auto seeds = static_cast<std::uint64_t>(replay ? 1 : wished > 0 ? wished : 1000);
    for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
        const QString fault = Day(seed).live(300);
        QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("HAULWATCH_SIM_SEED=%1: %2").arg(seed).arg(fault)));
    }
}

void TestSimulation::leftAloneEveryJobComesToRest()
{
    Instant now {WallTime {1'700'000'000s}, MonotonicTime {100h}};
    RecordingJournal journal;
    const auto engine = makeSimulatedEngine(3, [&] { return now; });
    auto jobs = demoJobs(60, 3, now);
    for (const StoredJob &job : jobs)
        journal.stored.emplace(job.spec->id, job);
    JobManager manager(*engine, journal, {}, 3, FormerRun {std::move(jobs)}, now);
    const JobTable &table = manager.table();

    std::vector<TransferEvent> events;
    // Longer than the no-progress time-out: a server whose name is never resolved is given up on after two weeks.
    for (int i = 0; i < 30'000; ++i) {
        const Milliseconds time = i < 8'000 ? 1s : 60s;
        now.monotonic += time;
        now.wall += time;
        engine->run(0ms, events);
        manager.step(now, events);
        events.clear();
    }

    for (const JobState state :
         {JobState::Queued, JobState::Connecting, JobState::Transferring, JobState::TransientError})
        QVERIFY2(table.count(state) == 0, name(state).data());
    QVERIFY(table.count(JobState::Error) > 0);
    QVERIFY(table.count(JobState::Acknowledged) > 0);
}

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
