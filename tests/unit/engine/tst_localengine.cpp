// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>

#include "demo/demohistory.h"
#include "demo/demojobs.h"
#include "demo/simulatedengine.h"
#include "engine/localengine.h"
#include "store/memoryjournal.h"
#include "store/storeopen.h"

using namespace haulwatch;
using namespace std::chrono_literals;

namespace {

/// Waits for a service without polling.
class Waiter {
public:
    explicit Waiter(JobService &service)
        : m_service(service)
    {
        service.setNotify([this] {
            const std::lock_guard lock(m_mutex);
            m_notified = true;
            m_wakeUp.notify_one();
        });
    }
    ~Waiter() { m_service.setNotify({}); }

    template <typename Condition>
    bool until(Condition condition)
    {
        const auto deadline = std::chrono::steady_clock::now() + 20s;
        while (!condition()) {
            std::unique_lock lock(m_mutex);
            if (!m_wakeUp.wait_until(lock, deadline, [this] { return m_notified; }))
                return condition();
            m_notified = false;
        }
        return true;
    }

private:
    JobService &m_service;
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    bool m_notified = false;
};

LocalEngine::Parts parts(std::size_t jobs, std::uint64_t seed = 4)
{
    // A clock that runs a thousand times faster than ours.
    const Instant start = systemNow();
    const auto clock = [start] {
        const auto elapsed = systemNow().monotonic - start.monotonic;
        return Instant {start.wall + elapsed * 1000, start.monotonic + elapsed * 1000};
    };
    LocalEngine::Parts parts;
    parts.transfers = makeSimulatedEngine(seed, clock);
    parts.journal = makeMemoryJournal();
    parts.jobs = demoJobs(jobs, seed, start);
    parts.clock = clock;
    parts.seed = seed;
    return parts;
}

} // namespace

class TestLocalEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstBatchHoldsEveryJob();
    void anEmptyEngineSaysSo();
    void whatHappensArrivesInOrderAndOnce();
    void aReaderThatDoesNotReadGetsTheNewestOnce();
    void everyReaderHasItsOwnView();
    void whatTheEngineSaysOfItselfIsThereWithTheFirstBatch();
    void aFolderIsLookedAtWhereTheEngineIs();
    void withoutTheFeedOnlyResponsesCome();
    void anIdleEngineIsWokenByReads();
    void anEndedEngineClosesItsConnections();
    void theDemoIsTheSameForTheSameSeed();
    void thePastOfTheDemoLeadsToItsPresent();
    void aLargeDemoHasFewFolders();
};

void TestLocalEngine::theFirstBatchHoldsEveryJob()
{
    LocalEngine engine(parts(500));
    const auto service = engine.attach(LocalEngine::ChangeFeed::On);
    Waiter waiter(*service);

    std::optional<TableUpdate> first;
    QVERIFY(waiter.until([&] { return (first = service->takeChanges()).has_value(); }));

    QCOMPARE(first->added.size(), std::size_t {500});
    QVERIFY(first->changed.empty());
}

void TestLocalEngine::anEmptyEngineSaysSo()
{
    LocalEngine engine(parts(0));
    const auto service = engine.attach(LocalEngine::ChangeFeed::On);
    Waiter waiter(*service);

    std::optional<TableUpdate> first;

    QVERIFY(waiter.until([&] { return (first = service->takeChanges()).has_value(); }));
    QVERIFY(first->empty());
}

void TestLocalEngine::whatHappensArrivesInOrderAndOnce()
{
    LocalEngine engine(parts(200));
    const auto service = engine.attach(LocalEngine::ChangeFeed::On);
    Waiter waiter(*service);
    std::map<JobId, JobStatus> seen;
    std::size_t transferring = 0;

    QVERIFY(waiter.until([&] {
        while (auto changes = service->takeChanges()) {
            for (const auto &job : changes->added) {
                if (!seen.emplace(job.spec->id, job.status).second)
                    return false;
            }
            for (const auto &job : changes->changed) {
                if (!seen.contains(job.spec->id))
                    return false;
                seen[job.spec->id] = job.status;
                transferring += job.status.state == JobState::Transferring;
            }
        }
        return transferring > 20;
    }));
    QCOMPARE(seen.size(), std::size_t {200});
}

void TestLocalEngine::aReaderThatDoesNotReadGetsTheNewestOnce()
{
    LocalEngine engine(parts(50));
    const auto slow = engine.attach(LocalEngine::ChangeFeed::On);
    const auto busy = engine.attach(LocalEngine::ChangeFeed::On);
    Waiter slowWaiter(*slow);
    Waiter waiter(*busy);

    std::size_t batches = 0;
    QVERIFY(waiter.until([&] { return (batches += busy->takeChanges().has_value()) >= 10; }));

    std::optional<TableUpdate> first;
    QVERIFY(slowWaiter.until([&] { return (first = slow->takeChanges()).has_value(); }));
    QCOMPARE(first->added.size(), std::size_t {50});
    std::optional<TableUpdate> second;
    QVERIFY(slowWaiter.until([&] { return (second = slow->takeChanges()).has_value(); }));
    QVERIFY(first->isFirst && !second->isFirst);
    QVERIFY(second->added.empty());
    QVERIFY(!second->changed.empty() && second->changed.size() <= 50);
}

void TestLocalEngine::everyReaderHasItsOwnView()
{
    LocalEngine engine(parts(0));
    const auto a = engine.attach(LocalEngine::ChangeFeed::On);
    const auto b = engine.attach(LocalEngine::ChangeFeed::On);
    Waiter waiterA(*a);
    Waiter waiterB(*b);
    JobDraft draft;
    draft.folder = "/tmp";
    draft.suspended = true;
    draft.files.push_back({"https://files.example.org/x", {}, {}});

    const RequestId id = a->post(AddJob {draft});

    std::vector<Response> responses;
    QVERIFY(waiterA.until([&] { return !(responses = a->takeResponses()).empty(); }));
    QCOMPARE(responses.front().id, id);
    QVERIFY(responses.front().result);
    for (auto *side : {&a, &b}) {
        std::size_t added = 0;
        QVERIFY((side == &a ? waiterA : waiterB).until([&] {
            if (const auto changes = (*side)->takeChanges())
                added += changes->added.size();
            return added == 1;
        }));
    }
    QVERIFY(b->takeResponses().empty());
}

void TestLocalEngine::whatTheEngineSaysOfItselfIsThereWithTheFirstBatch()
{
    LocalEngine::Parts given = parts(0);
    given.kind = EngineKind::Simulated;
    given.version = "1.2";
    given.limits.activeJobs = 3;
    LocalEngine engine(std::move(given));
    const auto service = engine.attach(LocalEngine::ChangeFeed::On);
    Waiter waiter(*service);

    QVERIFY(waiter.until([&] { return service->takeChanges().has_value(); }));

    const auto engines = service->engines();
    QCOMPARE(engines.size(), std::size_t {1});
    QCOMPARE(engines[0]->kind, EngineKind::Simulated);
    QCOMPARE(engines[0]->version, std::string("1.2"));
    QCOMPARE(engines[0]->limits.activeJobs, 3U);
    QVERIFY(!engines[0]->trouble);
}

void TestLocalEngine::aFolderIsLookedAtWhereTheEngineIs()
{
    LocalEngine engine(parts(0));
    const auto service = engine.attach(LocalEngine::ChangeFeed::Off);
    Waiter waiter(*service);
    std::vector<Response> responses;
    const auto ask = [&](const std::string &folder) {
        service->post(GetFolder {folder});
        waiter.until([&] { return !(responses = service->takeResponses()).empty(); });
        return responses.front().result;
    };

    const auto there = std::get<FolderSpace>(ask("/tmp").value());
    const auto missing = std::get<FolderSpace>(ask("/tmp/no/such/folder").value());

    QVERIFY(there.exists && !missing.exists);
    QVERIFY(there.size > 0 && there.available <= there.size);
    // A folder that is still to be made will be where the one above it is.
    QCOMPARE(missing.volume, there.volume);
    QCOMPARE(missing.device, there.device);
    QVERIFY(std::string("/tmp").starts_with(there.volume));
    QCOMPARE(ask("relative").error().refusal, Refusal::FolderNotAbsolute);
}

void TestLocalEngine::withoutTheFeedOnlyResponsesCome()
{
    LocalEngine engine(parts(20));
    const auto service = engine.attach(LocalEngine::ChangeFeed::Off);
    Waiter waiter(*service);

    service->post(GetJobs {});

    std::vector<Response> responses;
    QVERIFY(waiter.until([&] { return !(responses = service->takeResponses()).empty(); }));
    QCOMPARE(std::get<std::vector<JobRecord>>(*responses.front().result).size(), std::size_t {20});
    QVERIFY(!service->takeChanges());
}

void TestLocalEngine::anIdleEngineIsWokenByReads()
{
    LocalEngine engine(parts(0));
    const auto service = engine.attach(LocalEngine::ChangeFeed::Off);
    Waiter waiter(*service);

    for (int i = 0; i < 20; ++i) {
        service->post(GetJobs {});
        QVERIFY(waiter.until([&] { return !service->takeResponses().empty(); }));
    }
}

void TestLocalEngine::anEndedEngineClosesItsConnections()
{
    std::unique_ptr<JobService> service;
    {
        LocalEngine engine(parts(3));
        service = engine.attach(LocalEngine::ChangeFeed::Off);
        QVERIFY(service->isConnected());
    }
    QVERIFY(!service->isConnected());
}

void TestLocalEngine::theDemoIsTheSameForTheSameSeed()
{
    const Instant now {WallTime {1'700'000'000s}, MonotonicTime {1h}};
    const auto a = demoJobs(300, 7, now);
    const auto b = demoJobs(300, 7, now);
    const auto c = demoJobs(300, 8, now);

    QCOMPARE(a.size(), std::size_t {300});
    std::set<JobState> states;
    std::set<Cause> causes;
    bool differs = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        QVERIFY(a[i].spec->id == b[i].spec->id);
        QCOMPARE(a[i].status, b[i].status);
        QCOMPARE(a[i].files, b[i].files);
        differs = differs || a[i].spec->id != c[i].spec->id;
        states.insert(a[i].status.state);
        causes.insert(a[i].status.cause);
        QCOMPARE(isFailing(a[i].status.state), a[i].error != nullptr);
    }
    QVERIFY(differs);
    QVERIFY(states.size() >= 7);
    QVERIFY2(causes.size() >= 24, std::to_string(causes.size()).c_str());
}

void TestLocalEngine::thePastOfTheDemoLeadsToItsPresent()
{
    const Instant now {WallTime {1'700'000'000s}, MonotonicTime {1h}};
    const auto jobs = demoJobs(300, 7, now);

    std::map<JobId, std::vector<HistoryEntry>> histories;
    for (const StoreOperation &operation : demoHistory(jobs, 250)) {
        const auto &put = std::get<PutHistory>(operation);
        histories[put.id].push_back(put.entry);
    }

    QCOMPARE(histories.size(), std::size_t {250});
    for (const StoredJob &job : jobs) {
        const auto past = histories.find(job.spec->id);
        if (past == histories.end()) {
            QVERIFY(!job.error);
            continue;
        }
        const auto &entries = past->second;
        QVERIFY(std::is_sorted(entries.begin(), entries.end(),
                               [](const HistoryEntry &a, const HistoryEntry &b) { return a.time < b.time; }));
        QVERIFY(entries.front().time == job.spec->created && entries.back().time <= now.wall);
        QCOMPARE(entries.back().state, job.status.state);
        for (std::uint32_t file = 0; file < job.files.size(); ++file) {
            const auto arrived = std::count_if(entries.begin(), entries.end(), [&](const HistoryEntry &entry) {
                return entry.event == HistoryEvent::FileTransferred && entry.file == file
                    && entry.value == job.files[file].transferred;
            });
            QCOMPARE(arrived, isHere(job.files[file].state) ? 1 : 0);
        }
    }
}

void TestLocalEngine::aLargeDemoHasFewFolders()
{
    std::set<std::string> folders;
    for (const StoredJob &job : demoJobs(2'000, 7, {WallTime {1'700'000'000s}, MonotonicTime {1h}}))
        folders.insert(job.spec->folder);

    QVERIFY2(folders.size() >= 8 && folders.size() <= 24, std::to_string(folders.size()).c_str());
}

QTEST_APPLESS_MAIN(TestLocalEngine)
#include "tst_localengine.moc"
