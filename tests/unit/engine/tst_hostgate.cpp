// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "engine/hostgate.h"
#include "support/handturnedmanager.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

class TestHostGate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRefusalHalvesWhatTheServerIsAskedFor();
    void refusalsOfOneBurstCountOnce();
    void everyWhileOfAnswersRaisesItByOne();
    void aServerThatSaysWhenIsLeftAloneUntilThen();

    void a503LowersTheParallelismOfThatHostOnly();
    void retryAfterOfOneFileHoldsBackTheOthersOfThatHost();
    void jobsOfAHeldHostDoNotBlockTheQueue();
    void resumeAsksAHeldHostAtOnce();
    void aHoldOutlivesTheSessionAndTenMinutes();
    void aRefusalWithATimeIsNotForEver();

    void placesAreSharedBetweenHostsFirst();
    void aSilentServerMakesWayForAnother();
    void aHostOfItsOwnKeepsItsOrder();
    void aQueuedJobSaysThatItWaitsForItsServer();
};

namespace {

const std::string kHost = "h:8080";
constexpr MonotonicTime kStart {1h};

} // namespace

void TestHostGate::aRefusalHalvesWhatTheServerIsAskedFor()
{
    HostGate gate(16);
    for (int i = 0; i < 6; ++i)
        gate.begin(kHost);

    gate.refused(kHost, kStart, kStart + 1s, {});

    QCOMPARE(gate.limit(kHost), 3U);
    QVERIFY(!gate.admits(kHost, kStart + 1s));
    QCOMPARE(gate.limit("h"), 16U);
    for (int i = 0; i < 5; ++i) {
        gate.end(kHost);
        gate.refused(kHost, kStart + 2s + i * 1s, kStart + 3s + i * 1s, {});
    }
    QCOMPARE(gate.limit(kHost), 1U);
}

void TestHostGate::refusalsOfOneBurstCountOnce()
{
    HostGate gate(16);
    for (int i = 0; i < 8; ++i)
        gate.begin(kHost);

    for (int i = 0; i < 8; ++i)
        gate.refused(kHost, kStart, kStart + 1s + i * 1ms, {});

    QCOMPARE(gate.limit(kHost), 4U);
}

void TestHostGate::everyWhileOfAnswersRaisesItByOne()
{
    HostGate gate(4);
    for (int i = 0; i < 4; ++i)
        gate.begin(kHost);
    gate.refused(kHost, kStart, kStart, {});
    QCOMPARE(gate.limit(kHost), 2U);

    gate.answered(kHost, kStart + HostGate::kSuccessWindow - 1ms);
    QCOMPARE(gate.limit(kHost), 2U);
    gate.answered(kHost, kStart + HostGate::kSuccessWindow);
    gate.answered(kHost, kStart + HostGate::kSuccessWindow + 1s);
    QCOMPARE(gate.limit(kHost), 3U);
    gate.answered(kHost, kStart + 2 * HostGate::kSuccessWindow);
    QCOMPARE(gate.limit(kHost), 4U);
}

void TestHostGate::aServerThatSaysWhenIsLeftAloneUntilThen()
{
    HostGate gate(4);
    gate.begin(kHost);

    gate.refused(kHost, kStart, kStart, 60s);
    gate.end(kHost);

    QVERIFY(!gate.admits(kHost, kStart + 59s));
    QVERIFY(gate.nextRelease(kStart) == kStart + 60s);
    QVERIFY(gate.admits(kHost, kStart + 60s));
    QVERIFY(!gate.nextRelease(kStart + 60s));
}

void TestHostGate::a503LowersTheParallelismOfThatHostOnly()
{
    HandTurnedManager m;
    JobDraft many = m.draft(8, "many");
    many.options.parallelFiles = 8;
    const JobId id = m.add(many);
    JobDraft other = m.draft(4, "other");
    for (auto &file : other.files)
        file.remote.replace(0, 20, "https://mirror.example");
    const JobId elsewhere = m.add(other);
    QCOMPARE(m.engine.running.size(), std::size_t {12});

    for (std::uint32_t file = 0; file < 8; ++file)
        m.fail(id, fromHttpStatus(503), file);
    m.pass(60s);

    const auto running = [&](JobId job) {
        return std::count_if(m.engine.running.begin(), m.engine.running.end(),
                             [&](const auto &entry) { return entry.first.job == job; });
    };
    QCOMPARE(running(id), std::ptrdiff_t {4});
    QCOMPARE(running(elsewhere), std::ptrdiff_t {4});
}

void TestHostGate::retryAfterOfOneFileHoldsBackTheOthersOfThatHost()
{
    HandTurnedManager m;
    JobDraft draft = m.draft(3);
    draft.options.parallelFiles = 1;
    const JobId id = m.add(draft);

    m.fail(id, fromHttpStatus(429), 0, 0, 300s);

    QCOMPARE(m.state(id), JobState::TransientError);
    QVERIFY(m.engine.running.empty());
    const JobId second = m.add(m.draft(1, "second"));
    QCOMPARE(m.state(second), JobState::Queued);
    m.pass(299s);
    QVERIFY(m.engine.running.empty());
    m.pass(1s);
    // One at a time from now on, and the one that has waited longest in the queue goes first.
    QCOMPARE(m.engine.running.size(), std::size_t {1});
    m.finish(second);
    QCOMPARE(m.state(id), JobState::Connecting);
}

void TestHostGate::jobsOfAHeldHostDoNotBlockTheQueue()
{
    HandTurnedManager m;
    const JobId refused = m.add(m.draft(1, "refused"));
    m.fail(refused, fromHttpStatus(503), 0, 0, 24h);
    for (int i = 0; i < 200; ++i)
        m.add(m.draft(1, "held" + std::to_string(i) + '-'));
    JobDraft draft = m.draft(1, "free");
    draft.files[0].remote = "https://mirror.example/free";

    const JobId elsewhere = m.add(draft);
    for (int i = 0; i < 8; ++i)
        m.step();

    QCOMPARE(m.state(elsewhere), JobState::Connecting);
}

void TestHostGate::resumeAsksAHeldHostAtOnce()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, fromHttpStatus(503), 0, 0, 24h);

    m.apply(Verb::Resume, id);

    QCOMPARE(m.state(id), JobState::Connecting);
}

void TestHostGate::aHoldOutlivesTheSessionAndTenMinutes()
{
    HandTurnedManager before;
    const JobId told = before.add(before.draft(1, "told"));
    before.fail(told, fromHttpStatus(429), 0, 0, 2h);
    const JobId other = before.add(before.draft(1, "other"));

    HandTurnedManager after({}, HandTurnedManager::storedBy(before));
    after.pass(2h - 1s);

    QVERIFY(after.engine.running.empty());
    QCOMPARE(after.state(told), JobState::TransientError);
    QCOMPARE(after.state(other), JobState::Queued);
    after.pass(2s);
    QVERIFY(!after.engine.running.empty());
}

void TestHostGate::aRefusalWithATimeIsNotForEver()
{
    for (const int status : {403, 404, 423}) {
        HandTurnedManager m;
        const JobId later = m.add(m.draft(1, "later"));
        m.fail(later, fromHttpStatus(status), 0, 0, 90s);

        QCOMPARE(m.state(later), JobState::TransientError);
        QVERIFY(m.job(later).status.cause == Cause::TooManyRequests || m.job(later).status.cause == Cause::ServerBusy);
        m.pass(89s);
        QCOMPARE(m.state(later), JobState::TransientError);
        m.pass(1s);
        QCOMPARE(m.state(later), JobState::Connecting);
        m.fail(later, fromHttpStatus(status));
        QCOMPARE(m.state(later), JobState::Error);
    }
    HandTurnedManager m;
    const JobId early = m.add(m.draft());
    m.fail(early, fromHttpStatus(425));
    QCOMPARE(m.state(early), JobState::TransientError);
}

namespace {

JobDraft draftFrom(const std::string &host, int number)
{
    JobDraft draft = HandTurnedManager::draft();
    draft.files[0].remote = "https://" + host + ".example/" + host + std::to_string(number);
    return draft;
}

} // namespace

void TestHostGate::placesAreSharedBetweenHostsFirst()
{
    EngineLimits none;
    none.activeJobs = 0;
    HandTurnedManager before(none);
    for (int i = 0; i < 200; ++i)
        before.add(draftFrom("silent", i));
    const JobId good = before.add(draftFrom("good", 0));

    HandTurnedManager after({}, HandTurnedManager::storedBy(before));
    after.step();

    QCOMPARE(after.state(good), JobState::Connecting);
    QCOMPARE(after.engine.running.size(), std::size_t {8});
}

void TestHostGate::aSilentServerMakesWayForAnother()
{
    HandTurnedManager m;
    for (int i = 0; i < 200; ++i)
        m.add(draftFrom("silent", i));
    QCOMPARE(m.engine.running.size(), std::size_t {8});

    const JobId good = m.add(draftFrom("good", 0));
    const JobId second = m.add(draftFrom("good", 1));
    m.pass(10s);

    QCOMPARE(m.state(good), JobState::Connecting);
    QCOMPARE(m.state(second), JobState::Queued); // the good one has its share
    QCOMPARE(m.engine.running.size(), std::size_t {8});
    m.finish(good);
    m.step();
    QCOMPARE(m.state(second), JobState::Connecting);
}

void TestHostGate::aHostOfItsOwnKeepsItsOrder()
{
    EngineLimits one;
    one.activeJobs = 1;
    HandTurnedManager m(one);
    std::vector<JobId> ids;
    for (int i = 0; i < 5; ++i)
        ids.push_back(m.add(draftFrom("host", i)));

    for (const JobId id : ids) {
        QCOMPARE(m.state(id), JobState::Connecting);
        m.finish(id);
        m.step();
    }
}

void TestHostGate::aQueuedJobSaysThatItWaitsForItsServer()
{
    EngineLimits limits;
    limits.transfersPerHost = 1;
    HandTurnedManager m(limits);
    const JobId first = m.add(draftFrom("host", 0));
    const JobId second = m.add(draftFrom("host", 1));
    m.pass(1s);

    QVERIFY(m.job(second).status.has(kWaitsForServer));
    QCOMPARE(m.job(second).status.nextRetry, EpochSeconds {0});
    m.fail(first, fromHttpStatus(503), 0, 0, 5min);
    m.pass(1s);
    QVERIFY(m.job(second).status.has(kWaitsForServer));
    QCOMPARE(toWallTime(m.job(second).status.nextRetry), m.now.wall - 1s + 5min);
    m.pass(5min);
    QVERIFY(isActive(m.state(second)));
    QVERIFY(!m.job(second).status.has(kWaitsForServer));
    QCOMPARE(m.job(second).status.nextRetry, EpochSeconds {0});
}

QTEST_APPLESS_MAIN(TestHostGate)
#include "tst_hostgate.moc"
