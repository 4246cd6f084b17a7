// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "jobs/jobactions.h"
#include "support/fakeservice.h"
#include "support/jobbuilder.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

struct Fixture {
    FakeService service;
    JobFeed feed {service};
    JobActions actions {feed};

    explicit Fixture(std::vector<JobRecord> jobs)
    {
        TableUpdate changes;
        changes.added = std::move(jobs);
        service.push(std::move(changes));
        feed.pump();
    }

    [[nodiscard]] bool isEnabled(Verb verb) const { return actions.action(verb)->isEnabled(); }
};

JobRecord inState(JobState state)
{
    return JobBuilder().files(1, 2).inState(state).build();
}

} // namespace

Q_DECLARE_METATYPE(haulwatch::JobState)

class TestJobActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsOfferedWithoutASelection();
    void eachStateOffersWhatDoesSomethingToIt_data();
    void eachStateOffersWhatDoesSomethingToIt();
    void oneWillingJobOfManyEnablesAVerb();
    void completeIsNotOfferedWhileNothingHasArrived();
    void aJobThatMovesOnChangesTheOffer();
    void onlyVerbsThatDeleteDataWait();
    void theGraceEndsByItself();
    void jobsWithNothingToKeepAreLeftOutOfComplete();
    void muchIsNotLostWithoutAQuestion_data();
    void muchIsNotLostWithoutAQuestion();
    void theReportNamesTheSingleJobsAndCountsTheOthers();
    void refusedJobsStaySelected();
    void whoMovedOnIsNotDraggedBack();
    void undoTakesBackTheNewestOnly();
    void everyWaitingVerbCanBeSentAtOnce();
    void aJobThatVanishedIsNotSent();
    void whatLeftFilesBehindIsTold();
    void aRefusedCallIsToldInWords();
    void onlyEndedJobsAreForgotten();
};

void TestJobActions::nothingIsOfferedWithoutASelection()
{
    Fixture f({inState(JobState::Error)});

    for (const Verb verb : kAllVerbs)
        QVERIFY(!f.isEnabled(verb));
    QVERIFY(!f.actions.undoAction()->isEnabled());
    QVERIFY(!f.actions.forgetAction()->isEnabled());
}

void TestJobActions::eachStateOffersWhatDoesSomethingToIt_data()
{
    QTest::addColumn<JobState>("state");
    QTest::addColumn<QByteArray>("offered"); // of Resume, Suspend, Complete, Cancel
    QTest::newRow("queued") << JobState::Queued << QByteArray(" SCX");
    QTest::newRow("connecting") << JobState::Connecting << QByteArray(" SCX");
    QTest::newRow("transferring") << JobState::Transferring << QByteArray(" SCX");
    QTest::newRow("suspended") << JobState::Suspended << QByteArray("R CX");
    QTest::newRow("error") << JobState::Error << QByteArray("R CX");
    QTest::newRow("transient error") << JobState::TransientError << QByteArray("RSCX");
    QTest::newRow("transferred") << JobState::Transferred << QByteArray("  CX");
    QTest::newRow("acknowledged") << JobState::Acknowledged << QByteArray("    ");
    QTest::newRow("cancelled") << JobState::Cancelled << QByteArray("    ");
}

void TestJobActions::eachStateOffersWhatDoesSomethingToIt()
{
    QFETCH(JobState, state);
    QFETCH(QByteArray, offered);
    Fixture f({inState(state)});

    f.actions.setSelection({0});

    for (const Verb verb : kAllVerbs) {
        const bool expected = offered.at(static_cast<qsizetype>(verb)) != ' ';
        QCOMPARE(f.isEnabled(verb), expected);
        QVERIFY(expected || !f.actions.action(verb)->toolTip().contains(u"Select a job first"_qs));
    }
}

void TestJobActions::oneWillingJobOfManyEnablesAVerb()
{
    Fixture f({JobBuilder(1).inState(JobState::Acknowledged).build(), JobBuilder(2).inState(JobState::Error).build()});

    f.actions.setSelection({0});
    QVERIFY(!f.isEnabled(Verb::Resume));
    f.actions.setSelection({0, 1});
    QVERIFY(f.isEnabled(Verb::Resume));
}

void TestJobActions::completeIsNotOfferedWhileNothingHasArrived()
{
    Fixture f({JobBuilder().files(0, 2).inState(JobState::Error).build()});

    f.actions.setSelection({0});

    QVERIFY(!f.isEnabled(Verb::Complete));
    QVERIFY(f.actions.action(Verb::Complete)->toolTip().contains(u"no file has arrived yet"_qs));
}

void TestJobActions::aJobThatMovesOnChangesTheOffer()
{
    Fixture f({inState(JobState::Transferring)});
    f.actions.setSelection({0});
    QVERIFY(!f.isEnabled(Verb::Resume));

    TableUpdate changes;
    changes.changed = {inState(JobState::Error)};
    f.service.push(std::move(changes));
    f.feed.pump();

    QTRY_VERIFY(f.isEnabled(Verb::Resume));
}

void TestJobActions::onlyVerbsThatDeleteDataWait()
{
    Fixture f({JobBuilder(1).files(2, 2).inState(JobState::Transferred).build(),
               JobBuilder(2).files(1, 2).inState(JobState::Error).build()});

    f.actions.run(Verb::Resume, {JobId {2, 1}});
    f.actions.run(Verb::Suspend, {JobId {2, 1}});
    f.actions.run(Verb::Complete, {JobId {1, 1}});
    QCOMPARE(f.service.requestsOf<ApplyVerb>().size(), 3U);
    QVERIFY(f.actions.undoQueue().isEmpty());

    f.actions.run(Verb::Complete, {JobId {1, 1}, JobId {2, 1}});
    f.actions.run(Verb::Cancel, {JobId {1, 1}});
    QCOMPARE(f.service.requestsOf<ApplyVerb>().size(), 3U);
    QCOMPARE(f.actions.undoQueue().jobCount(), 3U);
}

void TestJobActions::theGraceEndsByItself()
{
    Fixture f({inState(JobState::Error)});
    std::chrono::steady_clock::time_point now;
    f.actions.undoQueue().setClock([&now] { return now; });
    f.actions.run(Verb::Cancel, {JobId {1, 1}});
    QCOMPARE(f.actions.undoQueue().left(1), std::chrono::milliseconds {10'000});

    now += std::chrono::milliseconds {9'999};
    f.actions.undoQueue().sendExpired();
    QVERIFY(f.service.requestsOf<ApplyVerb>().empty());
    now += std::chrono::milliseconds {1};
    f.actions.undoQueue().sendExpired();
    QCOMPARE(f.service.requestsOf<ApplyVerb>().size(), 1U);

    QVERIFY(f.actions.undoQueue().isEmpty());
    QVERIFY(!f.actions.undoAction()->isEnabled());
}

void TestJobActions::jobsWithNothingToKeepAreLeftOutOfComplete()
{
    Fixture f({JobBuilder(1).files(1, 2).inState(JobState::Error).build(),
               JobBuilder(2).files(0, 2).inState(JobState::Error).build(),
               JobBuilder(3).inState(JobState::Acknowledged).build()});
    QSignalSpy reported(&f.actions, &JobActions::reported);

    f.actions.run(Verb::Complete, {JobId {1, 1}, JobId {2, 1}, JobId {3, 1}});
    f.actions.undoQueue().sendAll();

    const auto sent = f.service.requestsOf<ApplyVerb>();
    QCOMPARE(sent.size(), 1U);
    QCOMPARE(std::get<std::vector<JobId>>(sent.front().jobs), std::vector {JobId({1, 1})});
    const auto told = reported.front().front().toString();
    QVERIFY2(told.contains(u"1 job: Complete: no file has arrived yet"_qs), qPrintable(told));
    QVERIFY2(told.contains(u"1 job: Complete: the job is finished"_qs), qPrintable(told));
}

void TestJobActions::muchIsNotLostWithoutAQuestion_data()
{
    QTest::addColumn<int>("jobs");
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("fifty small jobs") << 50 << quint64 {1'000} << false;
    QTest::newRow("one job more") << 51 << quint64 {1'000} << true;
    QTest::newRow("ten gigabytes") << 1 << quint64 {10'000'000'000} << false;
    QTest::newRow("one byte more") << 1 << quint64 {10'000'000'001} << true;
}

void TestJobActions::muchIsNotLostWithoutAQuestion()
{
    QFETCH(int, jobs);
    QFETCH(quint64, bytes);
    QFETCH(bool, isAsked);
    std::vector<JobRecord> records;
    std::vector<JobId> ids;
    for (int i = 1; i <= jobs; ++i) {
        records.push_back(JobBuilder(static_cast<std::uint64_t>(i)).files(1, 2).bytes(bytes, 2 * bytes).build());
        ids.push_back(records.back().spec->id);
    }
    Fixture f(std::move(records));
    QSignalSpy asked(&f.actions, &JobActions::confirmationNeeded);

    f.actions.run(Verb::Cancel, ids);

    QCOMPARE(asked.size(), isAsked ? 1 : 0);
    QCOMPARE(f.actions.undoQueue().isEmpty(), isAsked);
}

void TestJobActions::theReportNamesTheSingleJobsAndCountsTheOthers()
{
    Fixture f(
        {JobBuilder(1).build(), JobBuilder(2).named("lonely").build(), JobBuilder(3).build(), JobBuilder(4).build()});
    QSignalSpy reported(&f.actions, &JobActions::reported);
    f.actions.run(Verb::Suspend, {JobId {1, 1}, JobId {2, 1}, JobId {3, 1}, JobId {4, 1}});
    VerbReport report;
    report.done = {JobId {1, 1}};
    report.refused.emplace_back(JobId {2, 1}, CallError {Refusal::NoFiles, code::kEmpty, ""});
    for (const std::uint64_t number : {3, 4})
        report.refused.emplace_back(JobId {number, 1},
                                    CallError {Refusal::InvalidState, code::kInvalidState, "CANCELLED"});

    f.service.answer(1, Answer(report));
    f.feed.pump();

    const auto told = reported.front().front().toString();
    QVERIFY2(told.startsWith(u"1 job suspended; 3 not: lonely: The job has nothing left to fetch."_qs),
             qPrintable(told));
    QVERIFY2(told.endsWith(u"2 jobs: ended already, nothing was done."_qs), qPrintable(told));
}

void TestJobActions::refusedJobsStaySelected()
{
    Fixture f({JobBuilder(1).build(), JobBuilder(2).build()});
    QSignalSpy refused(&f.actions, &JobActions::refusedAmongSelected);
    f.actions.setSelection({0, 1});
    f.actions.action(Verb::Suspend)->trigger();
    VerbReport report;
    report.done = {JobId {1, 1}};
    report.refused.emplace_back(JobId {2, 1}, CallError {Refusal::InvalidState, code::kInvalidState, "CANCELLED"});

    f.service.answer(1, Answer(report));
    f.feed.pump();

    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.front().front().value<std::vector<JobId>>(), std::vector {JobId({2, 1})});
}

void TestJobActions::whoMovedOnIsNotDraggedBack()
{
    Fixture f({JobBuilder(1).build(), JobBuilder(2).build(), JobBuilder(3).build()});
    QSignalSpy refused(&f.actions, &JobActions::refusedAmongSelected);
    f.actions.setSelection({0, 1});
    f.actions.action(Verb::Suspend)->trigger();
    f.actions.setSelection({2});
    VerbReport report;
    report.done = {JobId {1, 1}};
    report.refused.emplace_back(JobId {2, 1}, CallError {Refusal::InvalidState, code::kInvalidState, "CANCELLED"});

    f.service.answer(1, Answer(report));
    f.feed.pump();

    QVERIFY(refused.isEmpty());
}

void TestJobActions::undoTakesBackTheNewestOnly()
{
    Fixture f({JobBuilder(1).build(), JobBuilder(2).build()});
    f.actions.run(Verb::Cancel, {JobId {1, 1}});
    f.actions.run(Verb::Cancel, {JobId {2, 1}});

    f.actions.undoAction()->trigger();
    f.actions.undoQueue().sendAll();

    const auto sent = f.service.requestsOf<ApplyVerb>();
    QCOMPARE(sent.size(), 1U);
    QCOMPARE(std::get<std::vector<JobId>>(sent.front().jobs), std::vector {JobId({1, 1})});
}

void TestJobActions::everyWaitingVerbCanBeSentAtOnce()
{
    Fixture f({JobBuilder(1).build(), JobBuilder(2).build()});
    f.actions.run(Verb::Cancel, {JobId {1, 1}});
    f.actions.run(Verb::Cancel, {JobId {2, 1}});

    f.actions.undoQueue().sendAll();

    QCOMPARE(f.service.requestsOf<ApplyVerb>().size(), 2U);
}

void TestJobActions::aJobThatVanishedIsNotSent()
{
    Fixture f({JobBuilder(1).inState(JobState::Error).build(), JobBuilder(2).inState(JobState::Error).build()});
    f.actions.setSelection({0, 1});
    TableUpdate changes;
    changes.removed = {JobId {1, 1}};
    f.service.push(std::move(changes));
    f.feed.pump();

    f.actions.action(Verb::Resume)->trigger();

    const auto sent = f.service.requestsOf<ApplyVerb>();
    QCOMPARE(sent.size(), 1U);
    QCOMPARE(std::get<std::vector<JobId>>(sent.front().jobs), std::vector {JobId({2, 1})});
}

void TestJobActions::whatLeftFilesBehindIsTold()
{
    Fixture f({inState(JobState::Error)});
    QSignalSpy reported(&f.actions, &JobActions::reported);
    f.actions.run(Verb::Resume, {JobId {1, 1}});
    VerbReport report;
    report.doneWithRemarks.emplace_back(JobId {1, 1}, code::kUnableToDeleteFiles);

    f.service.answer(1, Answer(report));
    f.feed.pump();

    QCOMPARE(reported.size(), 1);
    QVERIFY(reported.front().front().toString().contains(u"could not be deleted"_qs));
}

void TestJobActions::aRefusedCallIsToldInWords()
{
    Fixture f({inState(JobState::Error)});
    QSignalSpy reported(&f.actions, &JobActions::reported);
    f.actions.run(Verb::Resume, {JobId {1, 1}});

    f.service.answer(1, refuse(Refusal::Unavailable));
    f.feed.pump();

    QCOMPARE(reported.size(), 1);
    QVERIFY(!reported.front().front().toString().isEmpty());
}

void TestJobActions::onlyEndedJobsAreForgotten()
{
    Fixture f({JobBuilder(1).inState(JobState::Acknowledged).build(), JobBuilder(2).inState(JobState::Error).build()});

    f.actions.setSelection({0, 1});
    f.actions.forgetAction()->trigger();

    const auto sent = f.service.requestsOf<ForgetJobs>();
    QCOMPARE(sent.size(), 1U);
    QCOMPARE(sent.front().ids, std::vector {JobId({1, 1})});
}

QTEST_MAIN(TestJobActions)
#include "tst_jobactions.moc"
