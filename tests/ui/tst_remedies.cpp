// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>

#include "job/attempts.h"
#include "job/errorcatalog.h"
#include "support/samplejobs.h"
#include "words/problemtext.h"
#include "words/remedies.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

namespace {

constexpr WallTime kNow {Milliseconds {1'004'270'400'000}};

std::vector<Fix> fixesOf(const std::vector<Remedy> &remedies)
{
    std::vector<Fix> fixes;
    std::transform(remedies.begin(), remedies.end(), std::back_inserter(fixes), [](const Remedy &r) { return r.fix; });
    return fixes;
}

std::vector<Remedy> remediesOf(const SampleJob &job)
{
    return remediesFor(job.record(), tally(job.files().files), sameAnswers(failedAttempts(job.history())));
}

JobRecord failedBy(Cause cause, bool withFile = true)
{
    JobRecord record = climateJob(kNow).record();
    JobError error = *record.error;
    error.cause = cause;
    if (!withFile)
        error.file.reset();
    record.error = std::make_shared<JobError>(error);
    return record;
}

} // namespace

class TestRemedies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCauseOffersASafeFixFirstAndCancelLast();
    void aMissingFileAsksForAnotherAddressFirst();
    void aFullDiskIsNotMendedByAnAddress();
    void aSignInIsMendedByCredentials();
    void aProxyIsMendedByItsSettings();
    void aFolderStaysOnceAFileHasItsNameThere();
    void restartSaysWhatItGivesUpAndIsLeftOutWhenThatIsNothing();
    void aWebPageIsLookedAtFirst();
    void aRetryingJobCanBeRetriedNow();
    void anArrivedJobIsCompletedFirst();
    void aJobOnItsWayUrgesNothing();
    void aFinalJobHasNoRemedies();
    void completeIsOfferedOnlyWithAFinishedFile();
    void anErrorWithoutAFileCannotChangeTheAddressAndSaysSo();
    void theSameAnswerThriceIsLikelyToComeAgain();
    void aTransientAnswerIsNotCalledLikelyToFailAgain();
    void anotherFileOrAnotherCauseBreaksTheRow();
    void theFirstCauseIsKeptBesideTheLast();
};

void TestRemedies::everyCauseOffersASafeFixFirstAndCancelLast()
{
    const FileTally files = tally(climateJob(kNow).files().files);
    for (std::size_t i = 0; i < kCauseCount; ++i) {
        const auto cause = static_cast<Cause>(i);

        const auto remedies = remediesFor(failedBy(cause), files, 0);

        QVERIFY2(remedies.size() >= 3, name(cause).data());
        QVERIFY(remedies.front().isDefault);
        QCOMPARE(remedies.back().fix, Fix::Cancel);
        QCOMPARE(std::count_if(remedies.begin(), remedies.end(), [](const Remedy &r) { return r.isDefault; }), 1);
        for (const Remedy &remedy : remedies) {
            QVERIFY2(!remedy.label.isEmpty() && !remedy.html.isEmpty() && !remedy.spoken.contains(u'<'),
                     name(cause).data());
            QVERIFY2(remedy.whyDisabled.isEmpty(), qPrintable(remedy.whyDisabled));
        }
    }
}

void TestRemedies::aMissingFileAsksForAnotherAddressFirst()
{
    const auto remedies = remediesOf(climateJob(kNow));

    QCOMPARE(fixesOf(remedies), (std::vector {Fix::ChangeAddress, Fix::Resume, Fix::Complete, Fix::Cancel}));
    QCOMPARE(remedies[0].address, u"https://cdn.example.org/era5/2024/era5-2024-03.nc"_qs);
    QCOMPARE(remedies[2].note, u"9 files were not started"_qs);
    QCOMPARE(remedies[3].note, u"10 seconds to undo"_qs);
    QVERIFY(remedies[3].html.contains(u"<b>Delete all of it</b>"_qs));
}

void TestRemedies::aFullDiskIsNotMendedByAnAddress()
{
    const auto remedies = remediesFor(failedBy(Cause::DiskFull), tally(climateJob(kNow).files().files), 0);

    QCOMPARE(fixesOf(remedies), (std::vector {Fix::RecheckDisk, Fix::ChangeFolder, Fix::Complete, Fix::Cancel}));
    QVERIFY(remedies[0].note.startsWith(u"Free some space"_qs));
}

void TestRemedies::aSignInIsMendedByCredentials()
{
    for (const Cause cause : {Cause::SignInNeeded, Cause::AccessRefused}) {
        const auto remedies = remediesFor(failedBy(cause), tally(climateJob(kNow).files().files), 0);

        QCOMPARE(remedies[0].fix, Fix::Credentials);
        QCOMPARE(remedies[0].spoken,
                 u"Give cdn.example.org a user name and a password, then resume; keeps what is here"_qs);
    }
}

void TestRemedies::aProxyIsMendedByItsSettings()
{
    for (const Cause cause : {Cause::ProxySignIn, Cause::ProxyFailure})
        QCOMPARE(remediesFor(failedBy(cause), tally(climateJob(kNow).files().files), 0)[0].fix, Fix::Proxy);
    QCOMPARE(remediesFor(failedBy(Cause::CannotConnect), tally(climateJob(kNow).files().files), 0)[1].fix, Fix::Proxy);
}

void TestRemedies::aFolderStaysOnceAFileHasItsNameThere()
{
    FileTally files = tally(climateJob(kNow).files().files);
    files.completed = 0;
    QVERIFY(remediesFor(failedBy(Cause::CannotWrite), files, 0)[0].isDefault);

    files.completed = 1;
    const auto remedies = remediesFor(failedBy(Cause::CannotWrite), files, 0);

    QCOMPARE(remedies[0].fix, Fix::ChangeFolder);
    QCOMPARE(remedies[0].whyDisabled, u"Change folder: a file stands under its final name already."_qs);
    QVERIFY(remedies[1].isDefault);
}

void TestRemedies::restartSaysWhatItGivesUpAndIsLeftOutWhenThatIsNothing()
{
    const FileTally files = tally(climateJob(kNow).files().files);

    for (const Cause cause : {Cause::NoResumeSupport, Cause::FileChanged, Cause::ChecksumMismatch}) {
        const auto remedies = remediesFor(failedBy(cause), files, 0, 84'000'000);

        QCOMPARE(remedies[0].fix, Fix::Restart);
        QVERIFY(remedies[0].isDefault);
        QCOMPARE(remedies[0].spoken, u"Give up the 84.0 MB here of era5-2024-03.nc and fetch it again"_qs);
        QVERIFY(remedies[0].html.startsWith(u"<b>Give up the 84.0 MB</b>"_qs));
        QCOMPARE(remediesFor(failedBy(cause), files, 0, 0)[0].fix, Fix::Resume);
    }
}

void TestRemedies::aWebPageIsLookedAtFirst()
{
    const auto remedies = remediesFor(failedBy(Cause::WebPageInstead), tally(climateJob(kNow).files().files), 0);

    QCOMPARE(remedies[0].fix, Fix::OpenInBrowser);
    QVERIFY(remedies[0].isDefault);
    QCOMPARE(remedies[1].fix, Fix::TakePage);
}

void TestRemedies::aRetryingJobCanBeRetriedNow()
{
    const auto remedies = remediesOf(busyJob(kNow));

    QCOMPARE(fixesOf(remedies), (std::vector {Fix::Resume, Fix::ChangeAddress, Fix::Cancel}));
    QCOMPARE(remedies[0].label, u"Retry now"_qs);
}

void TestRemedies::anArrivedJobIsCompletedFirst()
{
    const auto remedies = remediesOf(arrivedJob(kNow));

    QCOMPARE(fixesOf(remedies), (std::vector {Fix::Complete, Fix::Cancel}));
    QVERIFY(remedies[0].isDefault);
    QCOMPARE(remedies[0].spoken, u"Hand over 3 files (120 MB) to /data/quarterly-reports and close the job"_qs);
}

void TestRemedies::aJobOnItsWayUrgesNothing()
{
    for (const JobState state : {JobState::Queued, JobState::Connecting, JobState::Transferring}) {
        const auto remedies = remediesOf(climateJob(kNow).in(state));

        QCOMPARE(fixesOf(remedies), (std::vector {Fix::Suspend, Fix::Complete, Fix::Cancel}));
        QVERIFY(std::none_of(remedies.begin(), remedies.end(), [](const Remedy &r) { return r.isDefault; }));
    }
}

void TestRemedies::aFinalJobHasNoRemedies()
{
    QVERIFY(remediesOf(arrivedJob(kNow).in(JobState::Acknowledged)).empty());
    QVERIFY(remediesOf(arrivedJob(kNow).in(JobState::Cancelled)).empty());
}

void TestRemedies::completeIsOfferedOnlyWithAFinishedFile()
{
    const auto withNone = fixesOf(remediesOf(busyJob(kNow)));
    const auto withTwo = fixesOf(remediesOf(climateJob(kNow)));

    QVERIFY(std::find(withNone.begin(), withNone.end(), Fix::Complete) == withNone.end());
    QVERIFY(std::find(withTwo.begin(), withTwo.end(), Fix::Complete) != withTwo.end());
}

void TestRemedies::anErrorWithoutAFileCannotChangeTheAddressAndSaysSo()
{
    const auto remedies = remediesFor(failedBy(Cause::BadAddress, false), tally(climateJob(kNow).files().files), 0);

    QCOMPARE(remedies[0].fix, Fix::ChangeAddress);
    QCOMPARE(remedies[0].whyDisabled, u"Change address: the error names no file."_qs);
    QVERIFY(!remedies[0].isDefault);
    QVERIFY(remedies[1].isDefault);
}

void TestRemedies::theSameAnswerThriceIsLikelyToComeAgain()
{
    const SampleJob job = climateJob(kNow);

    QCOMPARE(sameAnswers(failedAttempts(job.history())), 3U);
    QCOMPARE(remediesOf(job)[1].note, u"likely to fail again: same answer 3 times"_qs);
}

void TestRemedies::aTransientAnswerIsNotCalledLikelyToFailAgain()
{
    const SampleJob job = busyJob(kNow).failed(fromHttpStatus(503), 0, 0s);

    QCOMPARE(sameAnswers(failedAttempts(job.history())), 0U);
}

void TestRemedies::anotherFileOrAnotherCauseBreaksTheRow()
{
    const SampleJob otherFile = climateJob(kNow).failed(fromHttpStatus(404), 4, 0s);
    const SampleJob otherCause = climateJob(kNow).failed(fromHttpStatus(403), 2, 0s);

    QCOMPARE(sameAnswers(failedAttempts(otherFile.history())), 1U);
    QCOMPARE(sameAnswers(failedAttempts(otherCause.history())), 1U);
}

void TestRemedies::theFirstCauseIsKeptBesideTheLast()
{
    QCOMPARE(problemtext::beganAs(*busyJob(kNow).record().error), u"Started as: Connection lost → now: Server busy"_qs);
    QVERIFY(problemtext::beganAs(*climateJob(kNow).record().error).isEmpty());
}

QTEST_GUILESS_MAIN(TestRemedies)
#include "tst_remedies.moc"
