// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cerrno>
#include <memory>

#include "job/errorcatalog.h"
#include "words/format.h"
#include "words/problemtext.h"

using namespace haulwatch;
using namespace std::chrono_literals;

namespace {

constexpr WallTime kNoon {Milliseconds {1'004'270'400'000}};

std::vector<Cause> allCauses()
{
    std::vector<Cause> causes;
    for (std::size_t i = 0; i < kCauseCount; ++i)
        causes.push_back(static_cast<Cause>(i));
    return causes;
}

std::vector<Refusal> allRefusals()
{
    std::vector<Refusal> refusals;
    for (int i = 0; i <= static_cast<int>(Refusal::NoSuchHeader); ++i)
        refusals.push_back(static_cast<Refusal>(i));
    return refusals;
}

JobError notFound()
{
    JobError error = errorFrom(classify(fromHttpStatus(404)), {NativeKind::Http, 404});
    error.host = "cdn.example.org";
    error.protocol = "http/1.1";
    error.file = ErrorFile {2, "https://cdn.example.org/era5/era5-2024-03.nc", "/data/era5-2024-03.nc"};
    error.time = kNoon;
    return error;
}

JobRecord jobIn(JobState state, std::size_t fileCount = 12)
{
    JobSpec spec;
    spec.name = "climate";
    spec.folder = "/data";
    spec.files.resize(fileCount);
    spec.options = std::make_shared<JobOptions>();
    JobRecord job;
    job.spec = std::make_shared<JobSpec>(std::move(spec));
    job.status.state = state;
    job.status.filesTotal = static_cast<std::uint32_t>(fileCount);
    return job;
}

JobRecord failedJob()
{
    JobRecord job = jobIn(JobState::Error);
    job.error = std::make_shared<JobError>(notFound());
    job.status.cause = Cause::NotFound;
    job.status.filesTransferred = 2;
    return job;
}

FileProgress file(FileState state, Bytes transferred, Bytes total)
{
    FileProgress progress;
    progress.state = state;
    progress.transferred = transferred;
    progress.total = total;
    return progress;
}

FileTally twoFinishedOnePartial()
{
    std::vector<FileProgress> files(12, file(FileState::Waiting, 0, 100'000'000));
    files[0] = files[1] = file(FileState::Transferred, 550'000'000, 550'000'000);
    files[2] = file(FileState::Failed, 212'000'000, 300'000'000);
    return tally(files);
}

bool isSentence(const QString &text)
{
    static const QRegularExpression leftOver(QStringLiteral("[{}]|%L?[0-9n]|  | ,| \\.$"));
    return !text.isEmpty() && !leftOver.match(text).hasMatch() && text.endsWith(u'.');
}

} // namespace

class TestProblemText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCauseHasItsOwnWords();
    void everyCauseIsDescribedWithAndWithoutFacts();
    void aStatusIsNamedWithServerFileAndTime();
    void givingUpAndRetryAfterAreAdded();
    void theFactsThatMendAreAdded_data();
    void theFactsThatMendAreAdded();
    void aProxyThatFailedIsNamed();
    void whatCannotBeFetchedHereIsToldAsWhatItIs();
    void aFileNameCannotFillAPlaceOfTheSentence();
    void theCellNamesTheCauseAndWhatItIsAbout();
    void everyContextIsNamedAndDescribed();
    void theProtocolSaysWhetherItWasSecure();
    void nativeCodesKeepTheirNumberAndName();
    void everyStateSaysWhoMovesNext();
    void aRetryIsCountedDown();
    void everyRefusalSaysWhatToDo();
    void aRefusalNamesItsSubject();
    void consequencesNameWhatIsKeptAndDeleted();
    void onlyWhatIsDestroyedIsBold();
    void everyConsequenceIsASentenceWithoutLeftOvers();
    void aFolderCannotBringMarkupIntoAConsequence();
    void countsOfOneReadWell();
    void whyNotIsEmptyExactlyForVerbsWithAnEffect();
    void whyNotExplainsEveryRefusedCode();
    void everyEventHasATimelineLine();
    void aTimelineLineNamesCodeAndFile();
    void theStandingCountsFinishedFiles();
};

void TestProblemText::everyCauseHasItsOwnWords()
{
    QSet<QString> titles;
    QSet<QString> shortTitles;
    for (const Cause cause : allCauses()) {
        JobError error;
        error.cause = cause;
        titles.insert(problemtext::title(cause));
        shortTitles.insert(problemtext::shortTitle(cause));
        QVERIFY2(isSentence(problemtext::remedy(error)), name(cause).data());
        QVERIFY2(problemtext::shortTitle(cause).size() <= 24, name(cause).data());
    }

    QCOMPARE(titles.size(), qsizetype(kCauseCount));
    QCOMPARE(shortTitles.size(), qsizetype(kCauseCount));
    QVERIFY(!titles.contains(QString()) && !shortTitles.contains(QString()));
}

void TestProblemText::everyCauseIsDescribedWithAndWithoutFacts()
{
    for (const Cause cause : allCauses()) {
        JobError bare;
        bare.cause = cause;
        JobError full = notFound();
        full.cause = cause;
        full.code = {0x80004005};

        QVERIFY2(isSentence(problemtext::description(bare)), qPrintable(problemtext::description(bare)));
        QVERIFY2(isSentence(problemtext::description(full)), qPrintable(problemtext::description(full)));
        QVERIFY2(problemtext::description(bare).at(0).isUpper(), qPrintable(problemtext::description(bare)));
        if (cause != Cause::None)
            QVERIFY2(problemtext::description(full).contains(format::clockTime(kNoon)), name(cause).data());
    }
}

void TestProblemText::aStatusIsNamedWithServerFileAndTime()
{
    QCOMPARE(problemtext::description(notFound()),
             u"cdn.example.org answered 404 for era5-2024-03.nc at 28 Oct 2001 12:00:00."_qs);
}

void TestProblemText::givingUpAndRetryAfterAreAdded()
{
    JobError error = notFound();
    error.gaveUp = true;
    error.retryAfter = 120s;

    const QString text = problemtext::description(error);

    QVERIFY(text.contains(u"tried again for too long"_qs));
    QVERIFY(text.endsWith(u"The server asks to wait 2 min."_qs));
}

void TestProblemText::theFactsThatMendAreAdded_data()
{
    QTest::addColumn<int>("cause");
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<int>("nativeErrno");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, Cause cause, const char *detail, const char *told, int nativeErrno = 0) {
        QTest::newRow(name) << static_cast<int>(cause) << QByteArray(detail) << nativeErrno << QString::fromUtf8(told);
    };
    row("disk full", Cause::DiskFull, "needed: 3000000 B, free: 1000000 B", "3.0 MB are needed, 1.0 MB are free.");
    row("sign-in", Cause::SignInMethod, "Negotiate, Bearer", "It takes Negotiate, Bearer.");
    row("coding", Cause::Encoded, "Content-Encoding: br", "It sent “Content-Encoding: br”.");
    row("length", Cause::InvalidResponse, "Content-Length: 9223372036854775807",
        "It sent “Content-Length: 9223372036854775807”.");
    row("head", Cause::InvalidResponse, "header-size: 200000 B", "Its head is longer than 200 kB.");
    row("name", Cause::NameRefused, "", "The name has 15 bytes.", ENAMETOOLONG);
}

void TestProblemText::theFactsThatMendAreAdded()
{
    QFETCH(int, cause);
    QFETCH(QByteArray, detail);
    QFETCH(int, nativeErrno);
    QFETCH(QString, told);
    JobError error = notFound();
    error.code = code::kFail;
    error.cause = static_cast<Cause>(cause);
    error.native = {nativeErrno == 0 ? NativeKind::None : NativeKind::Errno, nativeErrno};
    error.detail = detail.toStdString();

    const QString text = problemtext::description(error);

    QVERIFY2(text.endsWith(u' ' + told), qPrintable(text));
    error.detail.clear();
    error.native = {};
    QVERIFY(isSentence(problemtext::description(error)));
}

void TestProblemText::aProxyThatFailedIsNamed()
{
    JobError error = notFound();
    error.code = fromWin32(12029);
    error.cause = Cause::ProxyFailure;
    error.host = "proxy.example:3128";

    QVERIFY(problemtext::description(error).startsWith(u"The proxy proxy.example:3128 "_qs));
    error.host.clear();
    QVERIFY(problemtext::description(error).startsWith(u"The proxy could"_qs));
}

void TestProblemText::whatCannotBeFetchedHereIsToldAsWhatItIs()
{
    const auto told = [](Refusal refusal, const std::string &subject) {
        return problemtext::refusal({refusal, code::kInvalidArgument, subject});
    };

    QVERIFY(told(Refusal::UnknownScheme, "magnet").contains(u"BitTorrent"_qs));
    QVERIFY(told(Refusal::UnknownScheme, "gopher").contains(u"“gopher”"_qs));
    const QString tooLong = told(Refusal::BadFileName, std::string(301, 'n'));
    QVERIFY(tooLong.contains(u"301 bytes"_qs) && tooLong.size() < 200);
    QVERIFY(told(Refusal::BadFileName, "a/b").contains(u"“a/b”"_qs));
}

void TestProblemText::aFileNameCannotFillAPlaceOfTheSentence()
{
    JobError error = notFound();
    error.file->local = "/data/{time} %1 %n";

    QVERIFY(problemtext::description(error).contains(u" {time} %1 %n at "_qs));
}

void TestProblemText::theCellNamesTheCauseAndWhatItIsAbout()
{
    JobRecord job = failedJob();
    QCOMPARE(problemtext::cell(job), u"File not found · era5-2024-03.nc"_qs);

    JobError busy = notFound();
    busy.cause = Cause::ServerBusy;
    busy.code = fromHttpStatus(503);
    job.error = std::make_shared<JobError>(busy);
    QCOMPARE(problemtext::cell(job), u"Server busy (503) · cdn.example.org"_qs);

    job.error = std::make_shared<JobError>(errorFrom(classify(fromWin32(112))));
    QCOMPARE(problemtext::cell(job), u"Disk full · /data"_qs);

    job.error = nullptr;
    QCOMPARE(problemtext::cell(job), QString());
}

void TestProblemText::everyContextIsNamedAndDescribed()
{
    QSet<QString> names;
    for (int i = 0; i <= static_cast<int>(ErrorContext::ServerCertificateCallback); ++i) {
        const auto context = static_cast<ErrorContext>(i);
        names.insert(problemtext::context(context));
        QVERIFY(isSentence(problemtext::contextDescription(context)));
    }

    QCOMPARE(names.size(), 9);
    QCOMPARE(problemtext::context(ErrorContext::None), u"Context not reported"_qs);
}

void TestProblemText::theProtocolSaysWhetherItWasSecure()
{
    JobError error = notFound();
    QCOMPARE(problemtext::protocol(error), u"HTTP/1.1 over TLS"_qs);

    error.file->remote = "http://cdn.example.org/x";
    QCOMPARE(problemtext::protocol(error), u"HTTP/1.1"_qs);

    error.protocol = "https/2";
    QCOMPARE(problemtext::protocol(error), u"HTTP/2 over TLS"_qs);

    error.protocol.clear();
    QCOMPARE(problemtext::protocol(error), u"No protocol was involved"_qs);
}

void TestProblemText::nativeCodesKeepTheirNumberAndName()
{
    QCOMPARE(problemtext::native({NativeKind::Http, 404}), u"HTTP 404"_qs);
    QCOMPARE(problemtext::native({NativeKind::Errno, 28}), u"errno 28 (No space left on device)"_qs);
    QCOMPARE(problemtext::native({NativeKind::Curl, 7}), u"curl 7 (Couldn't connect to server)"_qs);
    QCOMPARE(problemtext::native({NativeKind::Curl, 4711}), u"curl 4711"_qs);
    QCOMPARE(problemtext::native({}), u"Not reported"_qs);
}

void TestProblemText::everyStateSaysWhoMovesNext()
{
    for (const JobState state : kAllJobStates)
        QVERIFY(!problemtext::finality(jobIn(state), kNoon).isEmpty());

    QCOMPARE(problemtext::finality(failedJob(), kNoon), u"will not retry by itself"_qs);
}

void TestProblemText::aRetryIsCountedDown()
{
    JobRecord job = jobIn(JobState::TransientError);
    job.error = std::make_shared<JobError>(notFound());
    job.status.nextRetry = toEpochSeconds(kNoon + 42s);

    QCOMPARE(problemtext::finality(job, kNoon), u"retries in 0:42"_qs);
    QCOMPARE(problemtext::finality(job, kNoon + 43s), u"retries now"_qs);

    job.status.nextRetry = 0;
    job.status.cause = Cause::NetworkOff;
    QCOMPARE(problemtext::finality(job, kNoon), u"waits for the network"_qs);
}

void TestProblemText::everyRefusalSaysWhatToDo()
{
    for (const Refusal refusal : allRefusals()) {
        const QString general = problemtext::refusal({refusal, code::kFail, {}});
        const QString about = problemtext::refusal({refusal, code::kFail, "SUBJECT"});

        QVERIFY2(isSentence(general) && isSentence(about), qPrintable(about));
        // Two sentences: what is wrong, and what to do.
        QVERIFY2(general.count(QStringLiteral(". ")) == 1, qPrintable(general));
        QVERIFY2(about.count(QStringLiteral(". ")) == 1, qPrintable(about));
    }
}

void TestProblemText::aRefusalNamesItsSubject()
{
    for (const Refusal refusal : allRefusals())
        QVERIFY2(problemtext::refusal({refusal, {}, "a\nsubject"}).contains(u"a␊subject"_qs), name(refusal).data());

    QVERIFY(problemtext::refusal({Refusal::InvalidState, {}, "TRANSIENT_ERROR"}).contains(u"“Retrying”"_qs));
}

void TestProblemText::consequencesNameWhatIsKeptAndDeleted()
{
    const JobRecord job = failedJob();
    const FileTally files = twoFinishedOnePartial();
    const auto text = [&](Verb verb) {
        return problemtext::consequence(verb, consequence(JobState::Error, verb, files), job);
    };

    QCOMPARE(text(Verb::Resume), u"Try era5-2024-03.nc again; keeps the 1.3 GB already here"_qs);
    QCOMPARE(text(Verb::Complete), u"Keep the 2 finished files, delete 1 partial (212 MB), close the job"_qs);
    QCOMPARE(problemtext::consequenceNote(Verb::Complete, consequence(JobState::Error, Verb::Complete, files)),
             u"9 files were not started"_qs);
    QCOMPARE(text(Verb::Cancel), u"Delete all of it: 1.3 GB here, 2 files of it finished, and close the job"_qs);
    QCOMPARE(problemtext::consequence(Verb::Resume, consequence(JobState::Suspended, Verb::Resume, files),
                                      jobIn(JobState::Suspended)),
             u"Continue with 10 files, 988 MB left; keeps the 1.3 GB already here"_qs);
}

void TestProblemText::onlyWhatIsDestroyedIsBold()
{
    const JobRecord job = failedJob();
    const FileTally files = twoFinishedOnePartial();
    const auto html = [&](Verb verb) {
        return problemtext::consequenceHtml(verb, consequence(JobState::Error, verb, files), job);
    };

    QVERIFY(html(Verb::Complete).contains(u"<b>delete 1 partial</b>"_qs));
    QVERIFY(html(Verb::Cancel).contains(u"<b>Delete all of it</b>"_qs));
    QVERIFY(!html(Verb::Resume).contains(u"<b>"_qs));
    QVERIFY(!html(Verb::Suspend).contains(u"<b>"_qs));
}

void TestProblemText::everyConsequenceIsASentenceWithoutLeftOvers()
{
    const FileProgress finished = file(FileState::Transferred, 10, 10);
    const FileProgress handedOver = file(FileState::Complete, 10, 10);
    const FileProgress partial = file(FileState::Waiting, 5, kUnknownSize);
    const FileProgress untouched = file(FileState::Waiting, 0, 10);
    const std::vector<std::vector<FileProgress>> mixes {{},
                                                        {untouched},
                                                        {partial},
                                                        {finished},
                                                        {handedOver},
                                                        {finished, partial},
                                                        {finished, untouched},
                                                        {handedOver, partial},
                                                        {handedOver, untouched},
                                                        {finished, handedOver, partial, untouched}};

    for (const auto &mix : mixes) {
        for (const Verb verb : kAllVerbs) {
            for (const JobRecord &job : {failedJob(), jobIn(JobState::Suspended)}) {
                const Consequence what = consequence(job.status.state, verb, tally(mix));
                QVERIFY2(isSentence(problemtext::consequence(verb, what, job) + u'.'),
                         qPrintable(problemtext::consequence(verb, what, job)));
                QCOMPARE(what.filesDeleted > 0, problemtext::consequenceHtml(verb, what, job).contains(u"<b>"_qs));
            }
        }
    }
}

void TestProblemText::aFolderCannotBringMarkupIntoAConsequence()
{
    JobRecord job = jobIn(JobState::Transferred);
    auto spec = *job.spec;
    spec.folder = "/data/<b>x</b> & y";
    job.spec = std::make_shared<JobSpec>(spec);
    const Consequence all =
        consequence(JobState::Transferred, Verb::Complete, tally(std::vector {file(FileState::Transferred, 1, 1)}));

    QVERIFY(problemtext::consequenceHtml(Verb::Complete, all, job).contains(u"/data/&lt;b&gt;x&lt;/b&gt; &amp; y"_qs));
    QVERIFY(problemtext::consequence(Verb::Complete, all, job).contains(u"/data/<b>x</b> & y"_qs));
}

void TestProblemText::countsOfOneReadWell()
{
    const FileTally one = tally(std::vector {file(FileState::Transferred, 1, 1)});
    const JobRecord job = jobIn(JobState::Transferred, 1);

    QCOMPARE(problemtext::consequence(Verb::Complete, consequence(JobState::Transferred, Verb::Complete, one), job),
             u"Hand over 1 file (1 byte) to /data and close the job"_qs);
}

void TestProblemText::whyNotIsEmptyExactlyForVerbsWithAnEffect()
{
    for (const JobState state : kAllJobStates) {
        for (const Verb verb : kAllVerbs) {
            const Transition t = transition(state, triggerOf(verb));
            const bool standsStill = state == JobState::Error || state == JobState::Transferred;
            const bool hasEffect = t.allowed && t.to != state && !(verb == Verb::Suspend && standsStill);

            const QString why = problemtext::whyNot(verb, state, t.code);

            QVERIFY2(why.isEmpty() == hasEffect, qPrintable(why + format::stateName(state) + format::verbName(verb)));
            if (!hasEffect)
                QVERIFY2(isSentence(why) && why.startsWith(format::verbName(verb) + u": "_qs), qPrintable(why));
        }
    }
}

void TestProblemText::whyNotExplainsEveryRefusedCode()
{
    for (const JobState state : kAllJobStates)
        for (const Verb verb : kAllVerbs)
            for (const ErrorCode code : {code::kEmpty, code::kInvalidState, code::kNotImplemented})
                QVERIFY(isSentence(problemtext::whyNot(verb, state, code)));

    QCOMPARE(problemtext::whyNot(Verb::Resume, JobState::Transferred, code::kEmpty),
             u"Resume: everything has arrived; complete the job."_qs);
}

void TestProblemText::everyEventHasATimelineLine()
{
    const JobSpec spec = *jobIn(JobState::Error).spec;
    for (int i = 0; i < static_cast<int>(kHistoryEventCount); ++i) {
        HistoryEntry entry;
        entry.event = static_cast<HistoryEvent>(i);
        const QString bare = problemtext::historyLine(entry, spec);
        entry.file = 2;
        entry.value = 212'000'000;
        entry.error = notFound();
        const QString full = problemtext::historyLine(entry, spec);

        QVERIFY2(isSentence(full + u'.'), qPrintable(full));
        QVERIFY2(bare.isEmpty() == (entry.event == HistoryEvent::StateChanged), qPrintable(bare));
    }
}

void TestProblemText::aTimelineLineNamesCodeAndFile()
{
    HistoryEntry entry;
    entry.event = HistoryEvent::AttemptFailed;
    entry.file = 2;
    entry.error = notFound();

    QCOMPARE(problemtext::historyLine(entry, *jobIn(JobState::Error).spec), u"404 on file 3"_qs);
    QCOMPARE(problemtext::historyLine(entry, *jobIn(JobState::Error, 1).spec), u"404"_qs);

    entry.value = 212'000'000;
    entry.error->code = fromWin32(12030);
    entry.error->cause = Cause::ConnectionLost;
    QCOMPARE(problemtext::historyLine(entry, *jobIn(JobState::Error).spec),
             u"Connection lost on file 3, 212 MB of it here"_qs);
}

void TestProblemText::theStandingCountsFinishedFiles()
{
    QCOMPARE(problemtext::standing(twoFinishedOnePartial()), u"2 of 12 files are here (1.1 GB)."_qs);
    QCOMPARE(problemtext::standing({}), u"Nothing of it is here yet."_qs);
    QCOMPARE(problemtext::standing(tally(std::vector {file(FileState::Waiting, 5'000, 10'000)})),
             u"5.0 kB of it are here."_qs);
}

QTEST_GUILESS_MAIN(TestProblemText)
#include "tst_problemtext.moc"
