// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "job/attention.h"
#include "support/handturnedmanager.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

/// Rules of BITS about time: what ends, when, and with which code.
class TestBitsRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loweringNoProgressTimeoutTurnsARetryingJobIntoError_data();
    void loweringNoProgressTimeoutTurnsARetryingJobIntoError();
    void loweringMaxRetriesActsAtOnceToo();
    void aRetryDelayAboveTheTimeoutFailsAtOnce();
    void maximumDownloadTimeCountsOnlyWhileActive();
    void resumeBeginsTheMaximumDownloadTimeAnew();
    void theErrorCountNeverResets();
    void theFirstCauseOfASeriesStaysBesideTheLast();
    void aNewByteEndsTheSeries();

    void aJobNobodyTouchesExpires();
    void aJobAboutToExpireAsksForAttentionAWeekBefore();
    void aClockThatJumpsExpiresNothing();
    void finishedJobsAreForgottenAfterTheirRetention();

    void cancelTellsWhatItCouldNotDelete();
};

namespace {

const ErrorCode kBusy = fromHttpStatus(503);

void sleepHours(HandTurnedManager &m, int hours)
{
    for (int i = 0; i < hours; ++i)
        m.pass(1h);
}

} // namespace

void TestBitsRules::loweringNoProgressTimeoutTurnsARetryingJobIntoError_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("0: no retry at all") << 0;
    QTest::newRow("what is used up") << 30;
    QTest::newRow("less than the retry delay") << 59;
}

void TestBitsRules::loweringNoProgressTimeoutTurnsARetryingJobIntoError()
{
    QFETCH(const int, seconds);
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kBusy);
    m.pass(30s);
    JobEdit change;
    change.noProgressTimeout = std::chrono::seconds {seconds};

    m.change(id, change);

    QCOMPARE(m.state(id), JobState::Error);
    QCOMPARE(m.job(id).error->code, kBusy);
    QVERIFY(m.job(id).error->gaveUp && !m.job(id).error->transient);
}

void TestBitsRules::loweringMaxRetriesActsAtOnceToo()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kBusy);
    JobEdit change;
    change.maxRetries = std::optional(0U);

    m.change(id, change);

    QCOMPARE(m.state(id), JobState::Error);
}

void TestBitsRules::aRetryDelayAboveTheTimeoutFailsAtOnce()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.options.retry.fixedDelay = 61s;
    draft.options.retry.noProgressTimeout = 60s;
    const JobId id = m.add(draft);

    m.fail(id, kBusy);

    QCOMPARE(m.state(id), JobState::Error);
    QVERIFY(m.job(id).error->gaveUp);
}

void TestBitsRules::maximumDownloadTimeCountsOnlyWhileActive()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.options.maxDownloadTime = 100s;
    const JobId id = m.add(draft);
    m.pass(40s);
    m.fail(id, kBusy);
    m.pass(60s);
    QCOMPARE(m.state(id), JobState::Connecting);

    m.answer(id);
    m.pass(59s);
    QCOMPARE(m.state(id), JobState::Transferring);
    m.pass(1s);

    QCOMPARE(m.state(id), JobState::Error);
    QCOMPARE(m.job(id).error->code, code::kMaxDownloadTime);
    QCOMPARE(m.job(id).status.errorCount, 2U);
}

void TestBitsRules::resumeBeginsTheMaximumDownloadTimeAnew()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.options.maxDownloadTime = 100s;
    const JobId id = m.add(draft);
    m.pass(100s);
    QCOMPARE(m.state(id), JobState::Error);

    m.apply(Verb::Resume, id);
    m.pass(99s);

    QCOMPARE(m.state(id), JobState::Connecting);
}

void TestBitsRules::theErrorCountNeverResets()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kBusy);
    m.apply(Verb::Resume, id);
    m.step({TransferStarted {{id, 0}, 0, 1000, "https/1.1"}, TransferProgress {{id, 0}, 500}});
    m.fail(id, kBusy, 0, 500);
    m.apply(Verb::Resume, id);

    m.finish(id);

    QCOMPARE(m.job(id).status.errorCount, 2U);
}

void TestBitsRules::theFirstCauseOfASeriesStaysBesideTheLast()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    const WallTime first = m.now.wall;
    m.fail(id, fromHttpStatus(500));
    QVERIFY(!m.job(id).error->first);
    for (int i = 0; i < 3; ++i) {
        m.pass(60s);
        m.fail(id, kBusy);
    }

    const JobError &error = *m.job(id).error;
    QCOMPARE(error.code, kBusy);
    QCOMPARE(error.first->code, fromHttpStatus(500));
    QVERIFY(error.first->time == first);

    HandTurnedManager after({}, HandTurnedManager::storedBy(m));
    after.pass(60s);
    after.fail(id, kBusy);
    QCOMPARE(after.job(id).error->first->code, fromHttpStatus(500));
}

void TestBitsRules::aNewByteEndsTheSeries()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, fromHttpStatus(500));
    m.pass(60s);
    m.step({TransferStarted {{id, 0}, 0, 1000, "https/1.1"}, TransferProgress {{id, 0}, 500}});

    m.fail(id, kBusy, 0, 500);

    QVERIFY(!m.job(id).error->first);
}

void TestBitsRules::aJobNobodyTouchesExpires()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.suspended = true;
    const JobId id = m.add(draft);

    sleepHours(m, 90 * 24 - 1);
    QCOMPARE(m.state(id), JobState::Suspended);
    sleepHours(m, 2);

    QCOMPARE(m.state(id), JobState::Cancelled);
    QCOMPARE(m.journal.histories.at(id).back().event, HistoryEvent::Expired);
    QVERIFY2(m.ask(AddJob {m.draft()}).result, "its target is free again");
}

void TestBitsRules::aJobAboutToExpireAsksForAttentionAWeekBefore()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.suspended = true;
    const JobRecord job = m.job(m.add(draft));
    const WallTime due = toWallTime(job.status.modified) + kInactivityTimeout - kExpiryWarning;

    QVERIFY(attentionDue(job) == due);
    QVERIFY(!needsAttention(job, due - 1s));
    QVERIFY(needsAttention(job, due));
}

void TestBitsRules::aClockThatJumpsExpiresNothing()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.suspended = true;
    const JobId id = m.add(draft);

    m.now.wall += 24h * 365;
    m.pass(1h);
    m.now.wall -= 24h * 365;
    sleepHours(m, 5);

    QCOMPARE(m.state(id), JobState::Suspended);
}

void TestBitsRules::finishedJobsAreForgottenAfterTheirRetention()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.apply(Verb::Cancel, id);

    sleepHours(m, 30 * 24 - 1);
    QVERIFY(m.manager().table().find(id));
    sleepHours(m, 2);

    QVERIFY(!m.manager().table().find(id));
    QVERIFY(!m.journal.stored.contains(id));
}

void TestBitsRules::cancelTellsWhatItCouldNotDelete()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    const auto part = m.engine.running.begin()->second.location.part;
    m.engine.undeletable = {part};

    const VerbReport report = m.apply(Verb::Cancel, id);

    QCOMPARE(report.doneWithRemarks.front().second, code::kUnableToDeleteFiles);
    QCOMPARE(report.undeleted, (std::vector {std::pair(id, part)}));
    const auto &history = m.journal.histories.at(id);
    QVERIFY(std::any_of(history.begin(), history.end(), [&](const HistoryEntry &entry) {
        return entry.event == HistoryEvent::NotDeleted && entry.error->detail == part;
    }));
}

QTEST_APPLESS_MAIN(TestBitsRules)
#include "tst_bitsrules.moc"
