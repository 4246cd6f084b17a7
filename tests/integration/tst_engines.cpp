// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <memory>
#include <vector>

#include "demo/simulatedengine.h"
#include "engine/localengine.h"
#include "hub/hub.h"
#include "model/jobfeed.h"
#include "store/memoryjournal.h"

using namespace haulwatch;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kEngines = 3;
constexpr std::size_t kJobs = 333'334; // each
constexpr WallTime kTime {1'760'000'000'000ms};

/// The ids of several engines lie between each other, as they do when all of them were at work at the same time.
JobId idOf(std::size_t engine, std::size_t number)
{
    return {number, engine + 1};
}

std::vector<StoredJob> jobsOf(std::size_t engine, std::size_t first, std::size_t end)
{
    const auto options = std::make_shared<const JobOptions>();
    std::vector<StoredJob> jobs;
    jobs.reserve(end - first);
    for (std::size_t number = first; number < end; ++number) {
        JobSpec spec;
        spec.id = idOf(engine, number);
        spec.folder = "/downloads";
        spec.options = options;
        spec.created = kTime;
        JobStatus status;
        status.state = JobState::Suspended;
        jobs.push_back({std::make_shared<const JobSpec>(std::move(spec)), status, {}, nullptr});
    }
    return jobs;
}

std::unique_ptr<LocalEngine> engineWith(std::vector<StoredJob> jobs)
{
    LocalEngine::Parts parts;
    parts.clock = systemNow;
    parts.transfers = makeSimulatedEngine(1, parts.clock);
    parts.journal = makeMemoryJournal();
    parts.jobs = std::move(jobs);
    parts.seed = 1;
    return std::make_unique<LocalEngine>(std::move(parts));
}

/// A way to an engine that may end and be followed by another one, as a connection that reconnects by itself.
class RenewableService : public JobService {
public:
    /// Null: the engine is gone.
    void set(std::unique_ptr<JobService> service)
    {
        m_service = std::move(service);
        setNotify(m_notify);
        if (m_notify)
            m_notify();
    }

    RequestId post(Request request) override { return m_service->post(std::move(request)); }
    [[nodiscard]] std::vector<Response> takeResponses() override
    {
        return m_service ? m_service->takeResponses() : std::vector<Response> {};
    }
    [[nodiscard]] std::optional<TableUpdate> takeChanges() override
    {
        return m_service ? m_service->takeChanges() : std::nullopt;
    }
    void setNotify(std::function<void()> notify) override
    {
        m_notify = std::move(notify);
        if (m_service)
            m_service->setNotify(m_notify);
    }
    [[nodiscard]] bool isConnected() const override { return m_service && m_service->isConnected(); }
    [[nodiscard]] std::vector<std::shared_ptr<const EngineInfo>> engines() const override
    {
        return m_service ? m_service->engines() : std::vector<std::shared_ptr<const EngineInfo>> {};
    }

private:
    std::unique_ptr<JobService> m_service;
    std::function<void()> m_notify;
};

} // namespace

/// Three engines in one process and a million jobs among them, seen by one window's feed.
class TestEngines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void everyJobIsThereOnce();
    void aVerbForJobsOfAllEnginesIsOneReport();
    void aLostEngineLeavesTheOthersAtWork();
    void anEngineThatIsBackReplacesItsJobs();

private:
    [[nodiscard]] std::size_t countOf(std::size_t engine) const
    {
        const JobTable &table = m_feed->table();
        std::size_t count = 0;
        for (JobTable::Index job = 0; job < table.end(); ++job)
            count += table.contains(job) && table.at(job).engine == EngineId(engine) ? 1 : 0;
        return count;
    }
    [[nodiscard]] std::optional<JobRecord> record(JobId id) const
    {
        const auto job = m_feed->table().find(id);
        return job ? std::optional(m_feed->table().at(*job)) : std::nullopt;
    }
    [[nodiscard]] VerbReport apply(Verb verb, std::vector<JobId> jobs)
    {
        std::optional<Result<Answer>> answer;
        m_feed->post(ApplyVerb {verb, std::move(jobs)}, this, [&](const Result<Answer> &result) { answer = result; });
        QElapsedTimer timer;
        for (timer.start(); !answer && timer.elapsed() < 30'000;)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return answer && *answer ? std::get<VerbReport>(answer->value()) : VerbReport {};
    }

    std::array<std::unique_ptr<LocalEngine>, kEngines> m_engines;
    std::array<RenewableService *, kEngines> m_services {};
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<JobFeed> m_feed;
};

void TestEngines::initTestCase()
{
    m_hub = std::make_unique<Hub>();
    for (std::size_t i = 0; i < kEngines; ++i) {
        m_engines[i] = engineWith(jobsOf(i, 0, kJobs));
        auto service = std::make_unique<RenewableService>();
        m_services[i] = service.get();
        service->set(m_engines[i]->attach(LocalEngine::ChangeFeed::On));
        m_hub->attach(EngineId(i), "engine " + std::to_string(i), std::move(service));
    }
    m_feed = std::make_unique<JobFeed>(*m_hub);
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->table().size(), kEngines * kJobs, 100'000);
}

void TestEngines::cleanupTestCase()
{
    m_feed.reset();
    m_hub.reset();
}

void TestEngines::everyJobIsThereOnce()
{
    QCOMPARE(m_feed->table().end(), kEngines * kJobs);
    for (std::size_t i = 0; i < kEngines; ++i) {
        QCOMPARE(countOf(i), kJobs);
        for (std::size_t number = 0; number < kJobs; number += 1'009)
            QVERIFY(record(idOf(i, number)).value().engine == EngineId(i));
    }
}

void TestEngines::aVerbForJobsOfAllEnginesIsOneReport()
{
    std::vector<JobId> jobs;
    for (std::size_t i = 0; i < 3'000; ++i)
        jobs.push_back(idOf(i % kEngines, i));

    const VerbReport report = apply(Verb::Cancel, jobs);

    QCOMPARE(report.done.size(), jobs.size());
    QVERIFY(report.refused.empty());
    QTRY_COMPARE(m_feed->table().count(JobState::Cancelled), jobs.size());
    QCOMPARE(m_feed->table().size(), kEngines * kJobs);
}

void TestEngines::aLostEngineLeavesTheOthersAtWork()
{
    m_services[1]->set(nullptr);
    m_engines[1].reset();
    QTRY_VERIFY(m_hub->engines().at(1)->link == EngineInfo::Link::Away);
    QVERIFY(m_feed->isConnected());
    QCOMPARE(countOf(1), kJobs);

    const VerbReport report = apply(Verb::Cancel, {idOf(0, 5'000), idOf(1, 5'000), idOf(2, 5'000)});

    QCOMPARE(report.done.size(), std::size_t {2});
    QCOMPARE(report.refused.size(), std::size_t {1});
    QVERIFY(report.refused[0].first == idOf(1, 5'000));
    QCOMPARE(report.refused[0].second.refusal, Refusal::Unavailable);
    QTRY_COMPARE(record(idOf(2, 5'000)).value().status.state, JobState::Cancelled);
    QCOMPARE(record(idOf(1, 5'000)).value().status.state, JobState::Suspended);
}

void TestEngines::anEngineThatIsBackReplacesItsJobs()
{
    constexpr std::size_t kGone = 1'000; // and as many are new
    const auto before = m_feed->table().find(idOf(1, kGone));

    m_engines[1] = engineWith(jobsOf(1, kGone, kJobs + kGone));
    m_services[1]->set(m_engines[1]->attach(LocalEngine::ChangeFeed::On));

    QTRY_VERIFY_WITH_TIMEOUT(!record(idOf(1, kGone - 1)) && record(idOf(1, kJobs + kGone - 1)), 60'000);
    QCOMPARE(m_feed->table().size(), kEngines * kJobs);
    for (std::size_t i = 0; i < kEngines; ++i)
        QCOMPARE(countOf(i), kJobs);
    // Who is still there keeps its row, and with it the selection.
    QCOMPARE(m_feed->table().find(idOf(1, kGone)), before);
    QCOMPARE(apply(Verb::Cancel, {idOf(1, kJobs + 7)}).done.size(), std::size_t {1});
}

QTEST_GUILESS_MAIN(TestEngines)
#include "tst_engines.moc"
