// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "support/handturnedmanager.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

/// The rules of GetError, each under its own name. Source: IBackgroundCopyJob::GetError of Delivery Optimization.
class TestSeedRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void s1_anErrorObjectExistsInError();
    void s1_anErrorObjectExistsInTransientError();
    void s2_aFailingCallMakesNoErrorObject();
    void s2_aFailingCallLeavesTheErrorObjectAsItWas();
    void s3_theErrorObjectStaysWhileQueuedConnectingAndSuspended();
    void s3_theErrorObjectEndsWhenDataFlows();
    void s4_aJobThatNeverFailedHasNone();
    void s5_theErrorNamesCodeContextFileAndProtocol();
    void s6_fatalAndTransientAreToldApart();
    void s7_cancelDeletesEverything();
    void s7_completeKeepsFinishedFilesAndDeletesTheRest();
    void s7_resumeAfterTheCauseIsMendedFinishesTheJob();
    void aSecondFailureReplacesTheErrorObject();
    void theErrorEndsWithTheJob();
    void theErrorCountIsNeverReset();
};

namespace {

const ErrorCode kNotFound = fromHttpStatus(404);
const ErrorCode kBusy = fromHttpStatus(503);

} // namespace

void TestSeedRules::s1_anErrorObjectExistsInError()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());

    m.fail(id, kNotFound);

    QCOMPARE(m.state(id), JobState::Error);
    QVERIFY(m.job(id).error);
    QVERIFY(m.job(id).status.has(kHasError));
    QCOMPARE(m.job(id).error->code, kNotFound);
}

void TestSeedRules::s1_anErrorObjectExistsInTransientError()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());

    m.fail(id, kBusy);

    QCOMPARE(m.state(id), JobState::TransientError);
    QVERIFY(m.job(id).error);
    QCOMPARE(m.job(id).status.nextRetry, toEpochSeconds(m.now.wall + 60s));
}

void TestSeedRules::s2_aFailingCallMakesNoErrorObject()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.finish(id);
    QCOMPARE(m.state(id), JobState::Transferred);

    const VerbReport report = m.apply(Verb::Resume, id);

    QCOMPARE(report.refused.size(), std::size_t {1});
    QCOMPARE(report.refused.front().second.code, code::kEmpty);
    QCOMPARE(m.state(id), JobState::Transferred);
    QVERIFY(!m.job(id).error);
}

void TestSeedRules::s2_aFailingCallLeavesTheErrorObjectAsItWas()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kNotFound);
    const auto before = m.job(id).error;

    const auto response = m.change(id, m.newAddress("https://host.example/x", 7));

    QCOMPARE(response.refused.front().second.refusal, Refusal::NoSuchFile);
    QCOMPARE(m.job(id).error, before);
}

void TestSeedRules::s3_theErrorObjectStaysWhileQueuedConnectingAndSuspended()
{
    HandTurnedManager m({.activeJobs = 1});
    const JobId id = m.add(m.draft());
    m.fail(id, kNotFound);
    const JobId other = m.add(m.draft(1, "other"));

    m.apply(Verb::Resume, id);
    QCOMPARE(m.state(id), JobState::Queued);
    QVERIFY(m.job(id).error);

    m.apply(Verb::Suspend, id);
    QCOMPARE(m.state(id), JobState::Suspended);
    QVERIFY(m.job(id).error);

    m.apply(Verb::Cancel, other);
    m.apply(Verb::Resume, id);
    m.step();
    QCOMPARE(m.state(id), JobState::Connecting);
    QVERIFY(m.job(id).error);
}

void TestSeedRules::s3_theErrorObjectEndsWhenDataFlows()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kNotFound);
    m.apply(Verb::Resume, id);

    QCOMPARE(getError(m.job(id)).value()->code, kNotFound);
    m.answer(id);

    QCOMPARE(m.state(id), JobState::Transferring);
    QCOMPARE(getError(m.job(id)).error(), code::kErrorInformationUnavailable);
    QVERIFY(!m.job(id).status.has(kHasError));
    QVERIFY(!m.journal.stored.at(id).error);
}

void TestSeedRules::s4_aJobThatNeverFailedHasNone()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    QCOMPARE(getError(m.job(id)).error(), code::kErrorInformationUnavailable);

    m.answer(id);

    QCOMPARE(getError(m.job(id)).error(), code::kErrorInformationUnavailable);
}

void TestSeedRules::s5_theErrorNamesCodeContextFileAndProtocol()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(3));

    m.fail(id, kNotFound, 2);

    const JobError &error = *m.job(id).error;
    QCOMPARE(error.code, kNotFound);
    QCOMPARE(error.context, ErrorContext::RemoteFile);
    QCOMPARE(error.cause, Cause::NotFound);
    QCOMPARE(error.protocol, std::string("https/1.1"));
    QCOMPARE(error.file->index, 2U);
    QCOMPARE(error.file->remote, std::string("https://host.example/file2"));
    QCOMPARE(error.file->local, std::string("/downloads/file2"));
}

void TestSeedRules::s6_fatalAndTransientAreToldApart()
{
    HandTurnedManager m;
    const JobId fatal = m.add(m.draft());
    const JobId transient = m.add(m.draft(1, "other"));

    m.fail(fatal, kNotFound);
    m.fail(transient, kBusy);

    QVERIFY(!m.job(fatal).error->transient);
    QCOMPARE(m.job(fatal).status.nextRetry, EpochSeconds {0});
    QVERIFY(m.job(transient).error->transient);
}

void TestSeedRules::s7_cancelDeletesEverything()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(3));
    m.finish(id, 0);
    m.fail(id, kNotFound, 1, 400);

    const VerbReport report = m.apply(Verb::Cancel, id);

    QCOMPARE(report.done, std::vector {id});
    QCOMPARE(m.state(id), JobState::Cancelled);
    QCOMPARE(m.engine.discarded.size(), std::size_t {3});
    QVERIFY(m.engine.named.empty());
    QCOMPARE(m.job(id).status.bytesTransferred, Bytes {0});
}

void TestSeedRules::s7_completeKeepsFinishedFilesAndDeletesTheRest()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(3));
    m.finish(id, 0);
    m.fail(id, kNotFound, 1, 400);

    const VerbReport report = m.apply(Verb::Complete, id);

    QCOMPARE(report.doneWithRemarks.size(), std::size_t {1});
    QCOMPARE(report.doneWithRemarks.front().second, code::kPartialComplete);
    QCOMPARE(m.state(id), JobState::Acknowledged);
    QCOMPARE(m.engine.named, (std::set<std::string> {"/downloads/file0"}));
    QCOMPARE(m.engine.discarded.size(), std::size_t {2});
    QCOMPARE(m.files(id)[0].state, FileState::Complete);
}

void TestSeedRules::s7_resumeAfterTheCauseIsMendedFinishesTheJob()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kNotFound);

    const auto changed = m.change(id, m.newAddress("https://mirror.example/file0"));
    QCOMPARE(changed.done, std::vector {id});
    QCOMPARE(m.state(id), JobState::Error);
    m.apply(Verb::Resume, id);

    QCOMPARE(m.engine.running.begin()->second.file.remote, std::string("https://mirror.example/file0"));
    m.finish(id);
    QCOMPARE(m.state(id), JobState::Transferred);
    m.apply(Verb::Complete, id);
    QCOMPARE(m.state(id), JobState::Acknowledged);
}

void TestSeedRules::aSecondFailureReplacesTheErrorObject()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kBusy);
    m.pass(60s);

    m.fail(id, kNotFound);

    QCOMPARE(m.state(id), JobState::Error);
    QCOMPARE(m.job(id).error->code, kNotFound);
    QCOMPARE(m.job(id).error->attempt, 2U);
}

void TestSeedRules::theErrorEndsWithTheJob()
{
    HandTurnedManager m;
    const JobId cancelled = m.add(m.draft());
    const JobId completed = m.add(m.draft(2, "other"));
    m.fail(cancelled, kNotFound);
    m.fail(completed, kNotFound);

    m.apply(Verb::Cancel, cancelled);
    m.apply(Verb::Complete, completed);

    QVERIFY(!m.job(cancelled).error);
    QVERIFY(!m.job(completed).error);
}

void TestSeedRules::theErrorCountIsNeverReset()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kBusy);
    m.pass(60s);
    m.fail(id, kNotFound);
    m.apply(Verb::Resume, id);

    m.finish(id);

    QCOMPARE(m.job(id).status.errorCount, 2U);
}

QTEST_APPLESS_MAIN(TestSeedRules)
#include "tst_seedrules.moc"
