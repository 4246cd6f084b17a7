// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>

#include "support/handturnedmanager.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

class TestJobManager : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAcknowledgedBeforeItIsDurable();
    void aStoreThatFailsRefusesNewJobs();
    void filesGetTheirNamesOnlyOnceTheirArrivalIsDurable();
    void completeWaitsForTheDiskBeforeItNamesFiles();
    void aJobGoesThroughTheStatesToTheEnd();
    void aSuspendedJobIsNotStarted();
    void aJobCompletesItselfUnlessToldOtherwise();
    void aBodyOfUnknownLengthWaitsForTheUser();
    void aRefusedNameKeepsTheJobTransferred();
    void anArrivedFileThatVanishesIsFetchedAgain();
    void aVanishedFileOfAFailedJobIsUnfinishedAgain();
    void whatIsAskedOfAJobThatIsNotThereIsRefusedWithItsId();
    void aPartFileThatStaysIsTold();

    void aTransientFailureOfOneFileLetsTheOthersMove();
    void aFatalFailureStopsTheFilesBeside();
    void whatIsWholeIsCountedBeforeTheJobFails();
    void whatArrivesInTheTurnOfAFailureIsCounted();
    void aWholeFileThatFailsTooDoesNotHideTheFirstFailure();
    void aJobThatWasAboutToFailDoesSoInTheNextSession();
    void aRetryWaitsForItsTime();
    void resumeRetriesAtOnce();
    void withoutProgressTheJobIsGivenUp();
    void noProgressTimeoutZeroMeansNoRetry();
    void loweringTheTimeoutActsAtOnce();
    void newBytesStartTheDeadlineAnew();

    void higherPriorityGoesFirstAndPushesOut();
    void foregroundRunsBesideTheRest();
    void equalJobsTakeTurns();
    void aBusyHostHoldsUpOnlyItself();
    void parallelFilesAreBounded();

    void twoJobsNeverWantTheSameFile();
    void aTakenNameGetsANumberIfWished();
    void credentialsStayWithTheirHost();
    void onlyFinishedJobsAreForgotten();
    void aRestartTakesUpWhatWasStored();
    void suspendKeepsWhatArrived();
};

namespace {

const ErrorCode kNotFound = fromHttpStatus(404);
const ErrorCode kBusy = fromHttpStatus(503);

std::vector<StoredJob> storedJobs(const RecordingJournal &journal)
{
    std::vector<StoredJob> jobs;
    for (const auto &[id, job] : journal.stored)
        jobs.push_back(job);
    return jobs;
}

} // namespace

void TestJobManager::nothingIsAcknowledgedBeforeItIsDurable()
{
    HandTurnedManager m;
    m.journal.holdBack = true;

    m.post(AddJob {m.draft()});
    QVERIFY(m.manager().takeDeliveries().empty());
    QVERIFY(m.journal.stored.size() == 1);

    m.journal.holdBack = false;
    QCOMPARE(m.manager().takeDeliveries().size(), std::size_t {1});
}

void TestJobManager::filesGetTheirNamesOnlyOnceTheirArrivalIsDurable()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.options.manualComplete = false;
    const JobId id = m.add(draft);
    m.answer(id);
    m.journal.holdBack = true;

    m.finish(id);
    QCOMPARE(m.state(id), JobState::Transferred);
    QVERIFY(m.engine.named.empty());

    m.journal.holdBack = false;
    m.step();
    QCOMPARE(m.state(id), JobState::Acknowledged);
    QCOMPARE(m.engine.named.size(), std::size_t {1});
}

void TestJobManager::completeWaitsForTheDiskBeforeItNamesFiles()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(2));
    m.answer(id);
    m.journal.holdBack = true;
    m.finish(id);
    const JournalTicket before = m.journal.durable();

    m.post(ApplyVerb {Verb::Complete, std::vector {id}});

    QVERIFY(m.journal.durable() > before);
    QCOMPARE(m.engine.named.size(), std::size_t {1});
    QCOMPARE(m.state(id), JobState::Acknowledged);
}

void TestJobManager::aStoreThatFailsRefusesNewJobs()
{
    HandTurnedManager m;
    m.journal.fault = "disk full";

    const auto response = m.ask(AddJob {m.draft()});

    QVERIFY(!response.result);
    QCOMPARE(response.result.error().refusal, Refusal::StoreFailed);
    QCOMPARE(response.result.error().subject, std::string("disk full"));
    QCOMPARE(m.manager().table().size(), std::size_t {0});
}

void TestJobManager::aJobGoesThroughTheStatesToTheEnd()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    QCOMPARE(m.state(id), JobState::Connecting);

    m.answer(id);
    QCOMPARE(m.state(id), JobState::Transferring);
    QCOMPARE(m.job(id).status.bytesTotal, Bytes {1000});

    m.finish(id);
    QCOMPARE(m.state(id), JobState::Transferred);
    QVERIFY(m.job(id).status.transferred > 0);

    QCOMPARE(m.apply(Verb::Complete, id).done, std::vector {id});
    QCOMPARE(m.state(id), JobState::Acknowledged);
    QCOMPARE(m.engine.named, (std::set<std::string> {"/downloads/file0"}));
    QCOMPARE(m.apply(Verb::Cancel, id).refused.front().second.code, code::kInvalidState);
}

void TestJobManager::aSuspendedJobIsNotStarted()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.suspended = true;

    const JobId id = m.add(draft);
    m.pass(1h);

    QCOMPARE(m.state(id), JobState::Suspended);
    QVERIFY(m.engine.started.empty());
}

void TestJobManager::aJobCompletesItselfUnlessToldOtherwise()
{
    HandTurnedManager m;
    JobDraft draft = m.draft(2);
    draft.options.manualComplete = false;
    const JobId id = m.add(draft);

    m.finish(id, 0);
    QVERIFY(m.engine.named.empty());
    m.finish(id, 1);

    QCOMPARE(m.state(id), JobState::Acknowledged);
    QCOMPARE(m.engine.named.size(), std::size_t {2});
}

void TestJobManager::aBodyOfUnknownLengthWaitsForTheUser()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.options.manualComplete = false;
    const JobId id = m.add(draft);
    const TransferKey key {id, 0};
    m.engine.running.clear();

    m.step({TransferStarted {key, 0, kUnknownSize, "http/1.1"}, TransferFinished {key, 77, true}});

    QCOMPARE(m.state(id), JobState::Transferred);
    QVERIFY(m.job(id).status.has(kLengthUnverified));
    QCOMPARE(m.apply(Verb::Complete, id).done, std::vector {id});
}

void TestJobManager::aRefusedNameKeepsTheJobTransferred()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(2));
    m.finish(id, 0);
    m.finish(id, 1);
    m.engine.unnameable = {"/downloads/file1"};

    const VerbReport report = m.apply(Verb::Complete, id);

    QCOMPARE(report.refused.front().second.refusal, Refusal::RenameFailed);
    QCOMPARE(report.refused.front().second.subject, std::string("/downloads/file1"));
    QCOMPARE(m.state(id), JobState::Transferred);
    QCOMPARE(m.files(id)[0].state, FileState::Complete);
    QCOMPARE(m.files(id)[1].state, FileState::Transferred);
    QVERIFY(m.job(id).status.has(kCompleteRefused));
    QVERIFY(!m.job(id).error);

    m.engine.unnameable.clear();
    QCOMPARE(m.apply(Verb::Complete, id).done, std::vector {id});
}

void TestJobManager::anArrivedFileThatVanishesIsFetchedAgain()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(2));
    m.finish(id, 0);
    m.finish(id, 1);
    m.engine.vanished = {"/downloads/file1"};

    const VerbReport report = m.apply(Verb::Complete, id);

    QCOMPARE(report.refused.front().second.code, fromWin32(2));
    QCOMPARE(m.state(id), JobState::Connecting);
    QVERIFY(!m.job(id).status.has(kCompleteRefused));
    QVERIFY(m.engine.running.contains({id, 1}) && !m.engine.running.contains({id, 0}));

    m.engine.vanished.clear();
    m.finish(id, 1);
    QCOMPARE(m.apply(Verb::Complete, id).done, std::vector {id});
}

void TestJobManager::whatIsAskedOfAJobThatIsNotThereIsRefusedWithItsId()
{
    HandTurnedManager m;
    const JobId nobody {1, 99};

    for (const Request &request : {Request(GetHistory {nobody}), Request(GetFiles {nobody})}) {
        const auto response = m.ask(request);

        QVERIFY(!response.result);
        QCOMPARE(response.result.error().refusal, Refusal::NoSuchJob);
        QCOMPARE(response.result.error().subject, toString(nobody));
    }
}

void TestJobManager::aVanishedFileOfAFailedJobIsUnfinishedAgain()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(2));
    m.finish(id, 0);
    m.fail(id, fromHttpStatus(404), 1);
    m.engine.vanished = {"/downloads/file0"};

    const VerbReport report = m.apply(Verb::Complete, id);

    QCOMPARE(report.refused.size(), std::size_t {1});
    QCOMPARE(m.state(id), JobState::Error);
    QCOMPARE(m.files(id)[0].state, FileState::Waiting);
    QCOMPARE(m.job(id).status.filesTransferred, 0U);
    QVERIFY(m.job(id).error);
}

void TestJobManager::aPartFileThatStaysIsTold()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.engine.undeletable = {m.engine.running.begin()->second.location.part};

    const VerbReport report = m.apply(Verb::Cancel, id);

    QCOMPARE(report.doneWithRemarks.front().second, code::kUnableToDeleteFiles);
    QCOMPARE(m.state(id), JobState::Cancelled);
}

void TestJobManager::aTransientFailureOfOneFileLetsTheOthersMove()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(2));
    m.answer(id, 0);

    m.fail(id, kBusy, 1);
    QCOMPARE(m.state(id), JobState::Transferring);
    QCOMPARE(m.files(id)[1].state, FileState::Retrying);
    QVERIFY(!m.job(id).error);

    m.finish(id, 0);
    QCOMPARE(m.state(id), JobState::TransientError);
    QCOMPARE(m.job(id).error->file->index, 1U);

    m.pass(60s);
    m.finish(id, 1);
    QCOMPARE(m.state(id), JobState::Transferred);
}

void TestJobManager::aFatalFailureStopsTheFilesBeside()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(3));
    m.answer(id, 0);
    m.engine.stopOffset = 640;

    m.fail(id, kNotFound, 1);

    QCOMPARE(m.state(id), JobState::Error);
    QVERIFY(m.engine.running.empty());
    QCOMPARE(m.files(id)[0].transferred, Bytes {640});
    QCOMPARE(m.files(id)[0].checkpoint.offset, Bytes {640});
    QCOMPARE(m.files(id)[1].state, FileState::Failed);
}

void TestJobManager::whatIsWholeIsCountedBeforeTheJobFails()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(5));
    m.answer(id, 0);
    m.engine.whole = {{id, 0}, {id, 2}};

    m.fail(id, kNotFound, 1);
    QCOMPARE(m.state(id), JobState::Transferring);
    QVERIFY(!m.engine.running.contains({id, 3})); // and nothing new begins
    m.finish(id, 0);
    QCOMPARE(m.state(id), JobState::Transferring);
    m.finish(id, 2);

    QCOMPARE(m.state(id), JobState::Error);
    QCOMPARE(m.job(id).error->file->index, 1U);
    QVERIFY(m.engine.running.empty());
    m.apply(Verb::Complete, id);
    QCOMPARE(m.engine.named, (std::set<std::string> {"/downloads/file0", "/downloads/file2"}));
}

void TestJobManager::whatArrivesInTheTurnOfAFailureIsCounted()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(2));
    m.answer(id, 0);
    JobError error = errorFrom(classify(kNotFound));
    error.file = ErrorFile {1, {}, {}};
    m.engine.running.clear();

    m.step({TransferFailed {{id, 1}, error, {}}, TransferFinished {{id, 0}, 1000, false}});

    QCOMPARE(m.state(id), JobState::Error);
    QCOMPARE(m.files(id)[0].state, FileState::Transferred);
}

void TestJobManager::aWholeFileThatFailsTooDoesNotHideTheFirstFailure()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(2));
    m.answer(id, 0);
    m.engine.whole = {{id, 0}};
    m.fail(id, kNotFound, 1);

    m.fail(id, code::kValidationFailed, 0);

    QCOMPARE(m.state(id), JobState::Error);
    QCOMPARE(m.job(id).error->code, kNotFound);
    QCOMPARE(m.files(id)[0].state, FileState::Failed);
}

void TestJobManager::aJobThatWasAboutToFailDoesSoInTheNextSession()
{
    HandTurnedManager before;
    const JobId id = before.add(before.draft(2));
    before.answer(id, 0);
    before.engine.whole = {{id, 0}};
    before.fail(id, kNotFound, 1);

    HandTurnedManager m({}, HandTurnedManager::storedBy(before));
    m.step();

    QVERIFY(m.engine.running.contains({id, 0}) && m.engine.running.contains({id, 1}));
}

void TestJobManager::aRetryWaitsForItsTime()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kBusy, 0, 300);

    m.pass(59s);
    QCOMPARE(m.state(id), JobState::TransientError);
    m.pass(1s);

    QCOMPARE(m.state(id), JobState::Connecting);
    QCOMPARE(m.engine.running.begin()->second.resumeFrom.offset, Bytes {300});
    QCOMPARE(m.engine.running.begin()->second.attempt, 2U);
}

void TestJobManager::resumeRetriesAtOnce()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kBusy);

    m.apply(Verb::Resume, id);

    QCOMPARE(m.state(id), JobState::Connecting);
}

void TestJobManager::withoutProgressTheJobIsGivenUp()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.options.retry.noProgressTimeout = 150s;
    const JobId id = m.add(draft);

    m.fail(id, kBusy);
    m.pass(60s);
    m.fail(id, kBusy);
    m.pass(60s);
    m.fail(id, kBusy);
    QCOMPARE(m.state(id), JobState::TransientError);
    m.pass(30s);

    QCOMPARE(m.state(id), JobState::Error);
    QVERIFY(m.job(id).error->gaveUp);
    QCOMPARE(m.job(id).error->code, kBusy);
    QVERIFY(!m.job(id).error->transient);
    QCOMPARE(m.files(id)[0].state, FileState::Failed);
}

void TestJobManager::noProgressTimeoutZeroMeansNoRetry()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.options.retry.noProgressTimeout = 0s;
    const JobId id = m.add(draft);

    m.fail(id, kBusy);

    QCOMPARE(m.state(id), JobState::Error);
    QVERIFY(m.job(id).error->gaveUp);
}

void TestJobManager::loweringTheTimeoutActsAtOnce()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kBusy);

    JobEdit change;
    change.noProgressTimeout = 0s;
    m.change(id, change);

    QCOMPARE(m.state(id), JobState::Error);
}

void TestJobManager::newBytesStartTheDeadlineAnew()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.options.retry.noProgressTimeout = 100s;
    const JobId id = m.add(draft);

    for (Bytes bytes = 100; bytes <= 500; bytes += 100) {
        m.step({TransferStarted {{id, 0}, bytes - 100, 1000, "https/1.1"}, TransferProgress {{id, 0}, bytes}});
        m.fail(id, kBusy, 0, bytes);
        QCOMPARE(m.state(id), JobState::TransientError);
        m.pass(60s);
        QCOMPARE(m.state(id), JobState::Connecting);
    }
}

void TestJobManager::higherPriorityGoesFirstAndPushesOut()
{
    HandTurnedManager m({.activeJobs = 1});
    JobDraft low = m.draft(1, "low");
    low.priority = Priority::Low;
    const JobId lowId = m.add(low);
    QCOMPARE(m.state(lowId), JobState::Connecting);

    JobDraft high = m.draft(1, "high");
    high.priority = Priority::High;
    const JobId highId = m.add(high);

    QCOMPARE(m.state(lowId), JobState::Queued);
    QCOMPARE(m.state(highId), JobState::Connecting);
    m.finish(highId);
    QCOMPARE(m.state(lowId), JobState::Connecting);
}

void TestJobManager::foregroundRunsBesideTheRest()
{
    HandTurnedManager m({.activeJobs = 1});
    const JobId normal = m.add(m.draft());
    JobDraft foreground = m.draft(1, "now");
    foreground.priority = Priority::Foreground;

    const JobId id = m.add(foreground);

    QCOMPARE(m.state(normal), JobState::Connecting);
    QCOMPARE(m.state(id), JobState::Connecting);
}

void TestJobManager::equalJobsTakeTurns()
{
    HandTurnedManager m({.activeJobs = 1, .timeSlice = 300s});
    const JobId a = m.add(m.draft(1, "a"));
    const JobId b = m.add(m.draft(1, "b"));

    m.pass(299s);
    QCOMPARE(m.state(a), JobState::Connecting);
    m.pass(1s);

    QCOMPARE(m.state(a), JobState::Queued);
    QCOMPARE(m.state(b), JobState::Connecting);
}

void TestJobManager::aBusyHostHoldsUpOnlyItself()
{
    HandTurnedManager m({.transfersPerHost = 1});
    const JobId first = m.add(m.draft(1, "a"));
    const JobId second = m.add(m.draft(1, "b"));
    JobDraft draft = m.draft(1, "c");
    draft.files[0].remote = "https://another.example/c";
    const JobId elsewhere = m.add(draft);

    QCOMPARE(m.state(first), JobState::Connecting);
    QCOMPARE(m.state(second), JobState::Queued);
    QCOMPARE(m.state(elsewhere), JobState::Connecting);
    m.finish(first);
    QCOMPARE(m.state(second), JobState::Connecting);
}

void TestJobManager::parallelFilesAreBounded()
{
    HandTurnedManager m;
    JobDraft draft = m.draft(10);
    draft.options.parallelFiles = 3;
    const JobId id = m.add(draft);
    QCOMPARE(m.engine.running.size(), std::size_t {3});

    m.finish(id, 1);

    QCOMPARE(m.engine.running.size(), std::size_t {3});
    QCOMPARE(m.engine.started.back().file, 3U);
}

void TestJobManager::twoJobsNeverWantTheSameFile()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());

    const auto second = m.ask(AddJob {m.draft()});
    QVERIFY(!second.result);
    QCOMPARE(second.result.error().refusal, Refusal::TargetTaken);

    m.apply(Verb::Cancel, id);
    QVERIFY(m.ask(AddJob {m.draft()}).result);
}

void TestJobManager::aTakenNameGetsANumberIfWished()
{
    HandTurnedManager m;
    m.engine.existing = {"file0", "file0 (2)"};
    JobDraft draft = m.draft();
    draft.renameExisting = true;

    const JobId id = m.add(draft);

    QCOMPARE(m.job(id).spec->files[0].local, std::string("file0 (3)"));
}

void TestJobManager::credentialsStayWithTheirHost()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.files[0].remote = "https://user:secret@host.example/file0";
    const JobId id = m.add(draft);
    QCOMPARE(m.job(id).spec->files[0].remote, std::string("https://host.example/file0"));
    QCOMPARE(m.job(id).spec->secrets->userInfo, std::string("user:secret"));

    m.change(id, m.newAddress("https://host.example/other"));
    QVERIFY(m.job(id).spec->secrets);
    m.change(id, m.newAddress("https://evil.example/other"));

    QVERIFY(!m.job(id).spec->secrets);
}

void TestJobManager::onlyFinishedJobsAreForgotten()
{
    HandTurnedManager m;
    const JobId done = m.add(m.draft());
    const JobId busy = m.add(m.draft(1, "busy"));
    m.apply(Verb::Cancel, done);

    const auto response = m.ask(ForgetJobs {{done, busy}});

    const auto &report = std::get<VerbReport>(*response.result);
    QCOMPARE(report.done, std::vector {done});
    QCOMPARE(report.refused.front().second.refusal, Refusal::InvalidState);
    QVERIFY(!m.manager().table().find(done));
    QVERIFY(!m.journal.stored.contains(done));
}

void TestJobManager::aRestartTakesUpWhatWasStored()
{
    HandTurnedManager before;
    const JobId running = before.add(before.draft(1, "running"));
    const JobId retrying = before.add(before.draft(1, "retrying"));
    const JobId failed = before.add(before.draft(1, "failed"));
    before.answer(running);
    before.step({TransferCheckpoint {{running, 0}, {512, 1000, "\"tag\"", {}}}, TransferProgress {{running, 0}, 900}});
    before.fail(retrying, kBusy);
    before.fail(failed, kNotFound);

    HandTurnedManager after({}, storedJobs(before.journal));
    after.step();

    QCOMPARE(after.state(running), JobState::Connecting);
    QCOMPARE(after.engine.running.at({running, 0}).resumeFrom.offset, Bytes {512});
    QCOMPARE(after.job(running).status.bytesTransferred, Bytes {512});
    QCOMPARE(after.state(retrying), JobState::TransientError);
    QVERIFY(after.job(retrying).error);
    QCOMPARE(after.state(failed), JobState::Error);
    QCOMPARE(after.job(failed).error->code, kNotFound);
    after.pass(60s);
    QCOMPARE(after.state(retrying), JobState::Connecting);
    QCOMPARE(after.engine.running.at({retrying, 0}).attempt, 2U);
}

void TestJobManager::suspendKeepsWhatArrived()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.answer(id);
    m.engine.stopOffset = 700;

    m.apply(Verb::Suspend, id);

    QCOMPARE(m.state(id), JobState::Suspended);
    QCOMPARE(m.files(id)[0].transferred, Bytes {700});
    m.apply(Verb::Resume, id);
    QCOMPARE(m.engine.running.begin()->second.resumeFrom.offset, Bytes {700});
}

QTEST_APPLESS_MAIN(TestJobManager)
#include "tst_jobmanager.moc"
