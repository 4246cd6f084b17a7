// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <set>

#include "support/handturnedmanager.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

/// Limits that change while jobs are at work.
class TestLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moreJobsBeginAtOnce();
    void fewerJobsGiveUpTheirPlacesAndKeepWhatArrived();
    void foregroundKeepsItsPlace();
    void fewerTransfersStopFilesInFlight();
    void fewerPerServerStopThoseOfThatServerOnly();
    void whatIsAbsentStays();
    void aLimitOutOfRangeChangesNothing();
    void anEngineThatOnlyKeepsJobsStartsNone();

private:
    static JobDraft draft(int number, const std::string &host = "host.example", int files = 1)
    {
        JobDraft draft;
        draft.folder = "/downloads";
        for (int i = 0; i < files; ++i)
            draft.files.push_back({"https://" + host + '/' + std::to_string(number) + '-' + std::to_string(i), {}, {}});
        draft.options.parallelFiles = 8;
        return draft;
    }
    static std::set<JobId> running(const HandTurnedManager &m)
    {
        std::set<JobId> jobs;
        for (const auto &[key, request] : m.engine.running)
            jobs.insert(key.job);
        return jobs;
    }
};

void TestLimits::moreJobsBeginAtOnce()
{
    EngineLimits limits;
    limits.activeJobs = 1;
    HandTurnedManager m(limits);
    for (int i = 0; i < 3; ++i)
        m.add(draft(i));
    QCOMPARE(running(m).size(), std::size_t {1});

    QVERIFY(m.ask(SetLimits {3, {}, {}}).result);

    QCOMPARE(running(m).size(), std::size_t {3});
    QCOMPARE(m.manager().limits().activeJobs, 3U);
}

void TestLimits::fewerJobsGiveUpTheirPlacesAndKeepWhatArrived()
{
    HandTurnedManager m;
    m.engine.stopOffset = 400;
    std::vector<JobId> jobs;
    for (int i = 0; i < 3; ++i) {
        jobs.push_back(m.add(draft(i)));
        m.answer(jobs.back());
        m.pass(1s);
    }

    QVERIFY(m.ask(SetLimits {1, {}, {}}).result);

    // Who began last goes first.
    QVERIFY(running(m) == std::set {jobs[0]});
    QCOMPARE(m.state(jobs[0]), JobState::Transferring);
    for (const JobId id : {jobs[1], jobs[2]}) {
        QCOMPARE(m.state(id), JobState::Queued);
        QCOMPARE(m.files(id)[0].checkpoint.offset, Bytes {400});
        QCOMPARE(m.job(id).status.errorCount, 0U);
    }

    m.finish(jobs[0]);
    QVERIFY(running(m) == std::set {jobs[1]});
}

void TestLimits::foregroundKeepsItsPlace()
{
    HandTurnedManager m;
    JobDraft urgent = draft(0);
    urgent.priority = Priority::Foreground;
    const JobId first = m.add(urgent);
    m.add(draft(1));
    const JobId low = [&] {
        JobDraft d = draft(2);
        d.priority = Priority::Low;
        return m.add(d);
    }();
    QCOMPARE(running(m).size(), std::size_t {3});

    QVERIFY(m.ask(SetLimits {1, {}, {}}).result);

    QCOMPARE(running(m).size(), std::size_t {2});
    QVERIFY(running(m).contains(first) && !running(m).contains(low));
}

void TestLimits::fewerTransfersStopFilesInFlight()
{
    HandTurnedManager m;
    const JobId first = m.add(draft(0, "a.example", 4));
    m.pass(1s);
    const JobId second = m.add(draft(1, "b.example", 4));
    QCOMPARE(m.engine.running.size(), std::size_t {8});

    QVERIFY(m.ask(SetLimits {{}, 3, {}}).result);

    QCOMPARE(m.engine.running.size(), std::size_t {3});
    QVERIFY(running(m) == std::set {first});
    QCOMPARE(m.state(second), JobState::Queued);
}

void TestLimits::fewerPerServerStopThoseOfThatServerOnly()
{
    HandTurnedManager m;
    m.add(draft(0, "a.example", 6));
    const JobId other = m.add(draft(1, "b.example", 2));

    QVERIFY(m.ask(SetLimits {{}, {}, 2}).result);

    QCOMPARE(m.engine.running.size(), std::size_t {4});
    QCOMPARE(static_cast<std::size_t>(std::count_if(m.engine.running.begin(), m.engine.running.end(),
                                                    [&](const auto &r) { return r.first.job == other; })),
             std::size_t {2});
}

void TestLimits::whatIsAbsentStays()
{
    EngineLimits limits;
    limits.activeJobs = 5;
    HandTurnedManager m(limits);

    QVERIFY(m.ask(SetLimits {{}, 9, {}}).result);

    limits.transfers = 9;
    QVERIFY(m.manager().limits() == limits);
}

void TestLimits::aLimitOutOfRangeChangesNothing()
{
    HandTurnedManager m;

    QCOMPARE(m.ask(SetLimits {0, {}, {}}).result.error(), refuse(Refusal::BadOption, "activeJobs").value());
    QCOMPARE(m.ask(SetLimits {3, 10'001, {}}).result.error(), refuse(Refusal::BadOption, "transfers").value());

    QVERIFY(m.manager().limits() == EngineLimits {});
}

void TestLimits::anEngineThatOnlyKeepsJobsStartsNone()
{
    EngineLimits limits;
    limits.activeJobs = 0;
    HandTurnedManager m(limits);
    m.add(draft(0));

    QCOMPARE(m.ask(SetLimits {3, {}, {}}).result.error().refusal, Refusal::Unsupported);

    QVERIFY(running(m).empty());
}

QTEST_APPLESS_MAIN(TestLimits)
#include "tst_limits.moc"
