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
        JobChanges changes;
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

    JobChanges changes;
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
    QVERIFY(f.actions.grace().isEmpty());

    f.actions.run(Verb::Complete, {JobId {1, 1}, JobId {2, 1}});
    f.actions.run(Verb::Cancel, {JobId {1, 1}});
    QCOMPARE(f.service.requestsOf<ApplyVerb>().size(), 3U);
    QCOMPARE(f.actions.grace().jobCount(), 3U);
}

void TestJobActions::theGraceEndsByItself()
{
    Fixture f({inState(JobState::Error)});
    f.actions.run(Verb::Cancel, {JobId {1, 1}});
    QVERIFY(f.actions.grace().left(1) > std::chrono::seconds {9});

    QTRY_COMPARE_WITH_TIMEOUT(f.service.requestsOf<ApplyVerb>().size(), 1U, 15'000);

    QVERIFY(f.actions.grace().isEmpty());
    QVERIFY(!f.actions.undoAction()->isEnabled());
}

void TestJobActions::undoTakesBackTheNewestOnly()
{
    Fixture f({JobBuilder(1).build(), JobBuilder(2).build()});
    f.actions.run(Verb::Cancel, {JobId {1, 1}});
    f.actions.run(Verb::Cancel, {JobId {2, 1}});

    f.actions.undoAction()->trigger();
    f.actions.grace().sendAll();

    const auto sent = f.service.requestsOf<ApplyVerb>();
    QCOMPARE(sent.size(), 1U);
    QCOMPARE(std::get<std::vector<JobId>>(sent.front().jobs), std::vector {JobId({1, 1})});
}

void TestJobActions::everyWaitingVerbCanBeSentAtOnce()
{
    Fixture f({JobBuilder(1).build(), JobBuilder(2).build()});
    f.actions.run(Verb::Cancel, {JobId {1, 1}});
    f.actions.run(Verb::Cancel, {JobId {2, 1}});

    f.actions.grace().sendAll();

    QCOMPARE(f.service.requestsOf<ApplyVerb>().size(), 2U);
}

void TestJobActions::aJobThatVanishedIsNotSent()
{
    Fixture f({JobBuilder(1).inState(JobState::Error).build(), JobBuilder(2).inState(JobState::Error).build()});
    f.actions.setSelection({0, 1});
    JobChanges changes;
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
