// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "store/jobstore.h"
#include "store/sqlite.h"
#include "store/storeopen.h"
#include "storesamples.h"

using namespace haulwatch;

namespace {

// Not Unicode: an overlong slash, a lone surrogate, a cut sequence, a zero.
const std::string kWeird = std::string("Ünïcödé 文件 \xC0\xAF \xED\xA0\x80 \xE6\x96 \n\t'\";--") + '\0' + "end";

StoredJob jobWithEveryField()
{
    JobOptions options;
    options.retry.fixedDelay = Milliseconds(1);
    options.retry.noProgressTimeout = Milliseconds(0);
    options.retry.maxRetries = 0;
    options.stallTimeout = Milliseconds(2);
    options.connectTimeout = Milliseconds(3);
    options.firstByteTimeout = Milliseconds(4);
    options.minimumRate = kUnknownSize;
    options.attemptTimeout = Milliseconds(5);
    options.parallelFiles = UINT32_MAX;
    options.manualComplete = true;
    options.headers = {"Referer: " + kWeird, ""};
    options.proxy = "http://proxy:3128";
    options.caFile = "/etc/" + kWeird;

    auto spec = std::make_shared<JobSpec>();
    spec->id = sampleId(7);
    spec->name = kWeird;
    spec->folder = "/" + kWeird;
    spec->files = {
        {"http://h/" + kWeird, kWeird, Checksum {ChecksumAlgorithm::Sha512, std::string(128, 'a')}},
        {"", "", {}},
        {"http://h/2", "2", Checksum {ChecksumAlgorithm::Md5, std::string(32, '0')}, {{3, 4}, {0, kUnknownSize}}}};
    spec->options = std::make_shared<const JobOptions>(options);
    spec->created = WallTime(Milliseconds(-1));

    StoredJob job;
    job.spec = spec;
    job.status = {.bytesTransferred = kUnknownSize - 1,
                  .bytesTotal = 0x8000000000000000ULL,
                  .filesTransferred = 1,
                  .filesTotal = UINT32_MAX,
                  .rate = 0,
                  .errorCount = UINT32_MAX,
                  .nextRetry = UINT32_MAX,
                  .modified = 5,
                  .transferred = 6,
                  .state = JobState::TransientError,
                  .cause = Cause::Internal,
                  .priority = Priority::Low,
                  .flags = 0xFF};
    job.files = {{1, 2, FileState::Complete, true, {3, 4, kWeird, kWeird}},
                 {},
                 {kUnknownSize - 1, kUnknownSize, FileState::Retrying, false, {0, kUnknownSize, "", ""}}};
    job.sinceProgress = Milliseconds(1'209'600'001);
    job.volume = "mount:/" + kWeird;
    job.marks = {{0, {UINT64_MAX, -1}}, {2, {1, 0}}};
    return job;
}

JobError errorWithEveryField()
{
    JobError error;
    error.code = ErrorCode {0xFFFFFFFF};
    error.cause = Cause::Internal;
    error.context = ErrorContext::ServerCertificateCallback;
    error.transient = true;
    error.native = {NativeKind::Http, -1};
    error.detail = kWeird;
    error.protocol = "http/1.1";
    error.host = "h:1";
    error.file = ErrorFile {UINT32_MAX, kWeird, kWeird};
    error.time = WallTime(Milliseconds(-62'135'596'800'000));
    error.attempt = UINT32_MAX;
    error.retryAfter = Milliseconds(0);
    error.gaveUp = true;
    error.exchange = {"[::1]:443", kWeird, {kWeird, ""}};
    return error;
}

// What that version knew nothing of has its usual value.
StoredJob jobOfTheFirstVersion()
{
    auto job = jobWithEveryField();
    auto spec = std::make_shared<JobSpec>(*job.spec);
    auto options = *spec->options;
    options.firstByteTimeout = JobOptions().firstByteTimeout;
    options.minimumRate = 0;
    options.attemptTimeout = Milliseconds(0);
    spec->options = std::make_shared<const JobOptions>(options);
    job.volume.clear();
    job.marks.clear();
    for (auto &file : spec->files)
        file.ranges.clear();
    job.spec = spec;
    auto error = errorWithEveryField();
    error.exchange = {};
    job.error = std::make_shared<const JobError>(error);
    return job;
}

void compare(const StoredJob &loaded, const StoredJob &stored)
{
    QVERIFY(loaded.spec->id == stored.spec->id);
    QCOMPARE(loaded.spec->name, stored.spec->name);
    QCOMPARE(loaded.spec->folder, stored.spec->folder);
    QCOMPARE(loaded.volume, stored.volume);
    QVERIFY(loaded.marks == stored.marks);
    QVERIFY(loaded.spec->files == stored.spec->files);
    QVERIFY(*loaded.spec->options == *stored.spec->options);
    QVERIFY(loaded.spec->created == stored.spec->created);
    QVERIFY(loaded.status == stored.status);
    QVERIFY(loaded.files == stored.files);
    QVERIFY(loaded.sinceProgress == stored.sinceProgress);
    QCOMPARE(loaded.error != nullptr, stored.error != nullptr);
    if (stored.error)
        QVERIFY(*loaded.error == *stored.error);
}

} // namespace

/// What goes into a store on disk comes out of it after a restart.
class TestJobStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
    }

    void everyFieldOfAJobSurvivesARestart();
    void aJobWithoutErrorOrFilesSurvivesARestart();
    void anErrorSurvivesWithAndWithoutItsOptionalParts();
    void theErrorObjectEndsWithANullError();
    void activeStatesAreKeptAsWaitingOnes();
    void aStatusReplacesOnlyTheStatus();
    void aFileIsUpdatedOnItsOwn();
    void aJobPutAgainReplacesAllButItsHistory();
    void aFormerFolderIsRememberedUntilItIsTidy();
    void jobsAreLoadedInTheOrderOfTheirIds();
    void jobsWithEqualOptionsShareOneObject();
    void optionsEndWithTheirLastJob();
    void aRemovedJobLeavesNothing();
    void operationsOnUnknownJobsDoNothing();
    void historyKeepsItsOrderAcrossJobsAndRestarts();
    void historyIncludesWhatWasJustSubmitted();
    void aCommitIsOnTheDiskBeforeItReturns();
    void aStoreOfTheFirstVersionIsUnderstood();

private:
    [[nodiscard]] OpenStore open()
    {
        auto store = openStore(m_home->filePath(QStringLiteral("data")).toStdString());
        if (!store)
            qFatal("%s", store.error().detail.c_str());
        return std::move(*store);
    }
    /// What a new session finds after the operations were given to one before.
    [[nodiscard]] std::vector<StoredJob> reload(std::vector<StoreOperation> operations)
    {
        open().journal->submit(std::move(operations), false);
        return open().jobs;
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestJobStore::everyFieldOfAJobSurvivesARestart()
{
    auto job = jobWithEveryField();
    job.error = std::make_shared<const JobError>(errorWithEveryField());

    const auto jobs = reload({PutJob {job}});

    QCOMPARE(jobs.size(), std::size_t {1});
    compare(jobs[0], job);
}

void TestJobStore::aJobWithoutErrorOrFilesSurvivesARestart()
{
    StoredJob job;
    auto spec = std::make_shared<JobSpec>();
    spec->id = sampleId(1);
    spec->options = std::make_shared<const JobOptions>();
    job.spec = spec;

    const auto jobs = reload({PutJob {job}});

    QCOMPARE(jobs.size(), std::size_t {1});
    compare(jobs[0], job);
}

void TestJobStore::anErrorSurvivesWithAndWithoutItsOptionalParts()
{
    for (const bool hasFile : {false, true}) {
        for (const bool hasRetryAfter : {false, true}) {
            auto error = errorWithEveryField();
            if (!hasFile)
                error.file.reset();
            if (!hasRetryAfter)
                error.retryAfter.reset();
            error.transient = hasFile;
            error.gaveUp = hasRetryAfter;
            auto job = sampleJob(1);

            const auto jobs = reload({PutJob {job}, PutError {job.spec->id, std::make_shared<const JobError>(error)}});

            QVERIFY(jobs.at(0).error);
            QVERIFY(*jobs[0].error == error);
        }
    }
}

void TestJobStore::theErrorObjectEndsWithANullError()
{
    auto job = sampleJob(1);
    job.error = std::make_shared<const JobError>(errorWithEveryField());

    const auto jobs = reload({PutJob {job}, PutError {job.spec->id, nullptr}});

    QVERIFY(!jobs.at(0).error);
}

void TestJobStore::activeStatesAreKeptAsWaitingOnes()
{
    for (const auto state : kAllJobStates) {
        auto job = sampleJob(1);
        job.status.state = state;
        job.status.rate = 17;
        job.files[0].state = FileState::Active;

        const auto jobs = reload({PutJob {job}, PutStatus {job.spec->id, job.status, {}}});

        QCOMPARE(jobs.at(0).status.state, isActive(state) ? JobState::Queued : state);
        QCOMPARE(jobs[0].status.rate, 0U);
        QCOMPARE(jobs[0].files.at(0).state, FileState::Waiting);
    }
}

void TestJobStore::aStatusReplacesOnlyTheStatus()
{
    auto job = jobWithEveryField();
    job.error = std::make_shared<const JobError>(errorWithEveryField());
    JobStatus status;
    status.state = JobState::Suspended;

    const auto jobs = reload({PutJob {job}, PutStatus {job.spec->id, status, Milliseconds(9)}});

    job.status = status;
    job.sinceProgress = Milliseconds(9);
    compare(jobs.at(0), job);
}

void TestJobStore::aFileIsUpdatedOnItsOwn()
{
    auto job = jobWithEveryField();
    const FileProgress progress {10, 20, FileState::Transferred, true, {10, 20, "\"e\"", ""}};

    const auto jobs = reload({PutJob {job}, PutFile {job.spec->id, 1, progress}});

    job.files[1] = progress;
    compare(jobs.at(0), job);
}

void TestJobStore::aJobPutAgainReplacesAllButItsHistory()
{
    auto first = jobWithEveryField();
    first.error = std::make_shared<const JobError>(errorWithEveryField());
    const auto second = sampleJob(7);

    const auto jobs = reload({PutJob {first}, sampleLine(7, 1), PutJob {second}, sampleLine(7, 2)});

    QCOMPARE(jobs.size(), std::size_t {1});
    compare(jobs[0], second);
    QCOMPARE(open().journal->history(sampleId(7)).value().size(), std::size_t {2});
}

void TestJobStore::aFormerFolderIsRememberedUntilItIsTidy()
{
    const auto job = jobWithEveryField();
    const auto id = job.spec->id;

    auto jobs = reload({PutJob {job}, PutFormerFolder {id, "/before"}});
    QCOMPARE(jobs[0].formerFolder, std::string("/before"));
    jobs = reload({PutJob {job}});
    QCOMPARE(jobs[0].formerFolder, std::string("/before"));
    jobs = reload({PutFormerFolder {id, {}}});
    QCOMPARE(jobs[0].formerFolder, std::string());

    QVERIFY(reload({PutFormerFolder {id, "/again"}, RemoveJob {id}}).empty());
    jobs = reload({PutJob {job}});
    QCOMPARE(jobs[0].formerFolder, std::string());
}

void TestJobStore::jobsAreLoadedInTheOrderOfTheirIds()
{
    std::vector<JobId> ids {{0, 0},          {0, 1},          {0, ~0ULL}, {1, 0},        {0x7FFFFFFFFFFFFFFFULL, ~0ULL},
                            {1ULL << 63, 0}, {1ULL << 63, 1}, {~0ULL, 0}, {~0ULL, ~0ULL}};
    std::vector<StoreOperation> operations;
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        auto job = sampleJob(1);
        auto spec = std::make_shared<JobSpec>(*job.spec);
        spec->id = *id;
        job.spec = spec;
        operations.emplace_back(PutJob {job});
    }

    const auto jobs = reload(std::move(operations));

    QCOMPARE(jobs.size(), ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        QVERIFY(jobs[i].spec->id == ids[i]);
}

void TestJobStore::jobsWithEqualOptionsShareOneObject()
{
    JobOptions special;
    special.parallelFiles = 1;
    std::vector<StoreOperation> operations;
    for (std::uint64_t n = 0; n < 6; ++n) {
        auto job = sampleJob(n);
        auto spec = std::make_shared<JobSpec>(*job.spec);
        spec->options = std::make_shared<const JobOptions>(n % 2 == 0 ? JobOptions {} : special);
        job.spec = spec;
        operations.emplace_back(PutJob {job});
    }

    const auto jobs = reload(std::move(operations));

    QCOMPARE(jobs.size(), std::size_t {6});
    QVERIFY(jobs[0].spec->options != jobs[1].spec->options);
    for (std::size_t n = 2; n < 6; ++n)
        QVERIFY(jobs[n].spec->options == jobs[n % 2].spec->options);
    QCOMPARE(jobs[1].spec->options->parallelFiles, 1U);
}

void TestJobStore::optionsEndWithTheirLastJob()
{
    const auto special = jobWithEveryField();
    static_cast<void>(reload({PutJob {special}, PutJob {sampleJob(8)}}));
    const auto countRows = [this] {
        auto database = Database::open(m_home->filePath(QStringLiteral("data/jobs.sqlite")).toStdString()).value();
        return database.queryInteger("SELECT count(*) FROM options").value();
    };
    QCOMPARE(countRows(), 2);

    const auto jobs = reload({RemoveJob {special.spec->id}});

    QCOMPARE(jobs.size(), std::size_t {1});
    QCOMPARE(countRows(), 1);
    compare(reload({PutJob {special}}).at(0), special);
}

void TestJobStore::aRemovedJobLeavesNothing()
{
    auto job = jobWithEveryField();
    job.error = std::make_shared<const JobError>(errorWithEveryField());
    static_cast<void>(reload({PutJob {job}, PutJob {sampleJob(8)}, sampleLine(7, 1), RemoveJob {job.spec->id}}));

    const auto jobs = reload({PutJob {sampleJob(7)}});

    QCOMPARE(jobs.size(), std::size_t {2});
    compare(jobs[0], sampleJob(7));
    QVERIFY(open().journal->history(sampleId(7)).value().empty());
}

void TestJobStore::operationsOnUnknownJobsDoNothing()
{
    const auto id = sampleId(1);

    const auto jobs = reload({PutStatus {id, {}, {}}, PutFile {id, 0, {1, 1, FileState::Complete, false, {}}},
                              PutError {id, std::make_shared<const JobError>()}, sampleLine(1, 1), RemoveJob {id}});

    QVERIFY(jobs.empty());
    QVERIFY(open().journal->history(id).value().empty());
    compare(reload({PutJob {sampleJob(1)}}).at(0), sampleJob(1));
}

void TestJobStore::historyKeepsItsOrderAcrossJobsAndRestarts()
{
    static_cast<void>(reload({PutJob {sampleJob(1)}, PutJob {sampleJob(2)}}));
    for (std::uint64_t round = 0; round < 3; ++round)
        static_cast<void>(reload({sampleLine(1, 2 * round), sampleLine(2, 7), sampleLine(1, 2 * round + 1)}));

    const auto history = open().journal->history(sampleId(1)).value();

    QCOMPARE(history.size(), std::size_t {6});
    for (std::size_t i = 0; i < history.size(); ++i)
        QCOMPARE(history[i].value, std::uint64_t {i});
}

void TestJobStore::historyIncludesWhatWasJustSubmitted()
{
    HistoryEntry entry;
    entry.time = WallTime(Milliseconds(42));
    entry.state = JobState::Cancelled;
    entry.event = static_cast<HistoryEvent>(kHistoryEventCount - 1);
    entry.file = UINT32_MAX;
    entry.value = kUnknownSize;
    entry.error = errorWithEveryField();
    entry.exchange = Exchange {"[2001:db8::7]:443", "TLSv1.3 TLS_AES_256_GCM_SHA384", {"ETag: \"a\"", ""}};
    auto store = open();
    store.journal->submit({PutJob {sampleJob(1)}, sampleLine(1, 3)}, true);
    store.journal->submit({PutHistory {sampleId(1), entry}}, false);

    const auto fresh = store.journal->history(sampleId(1)).value();
    store = {};
    const auto reread = open().journal->history(sampleId(1)).value();

    for (const auto &history : {fresh, reread}) {
        QCOMPARE(history.size(), std::size_t {2});
        QCOMPARE(history[0].value, std::uint64_t {3});
        QVERIFY(!history[0].file && !history[0].error && !history[0].exchange);
        QVERIFY(history[1].time == entry.time);
        QCOMPARE(history[1].state, entry.state);
        QCOMPARE(history[1].event, entry.event);
        QVERIFY(history[1].file == entry.file);
        QCOMPARE(history[1].value, entry.value);
        QVERIFY(history[1].error == entry.error);
        QVERIFY(history[1].exchange == entry.exchange);
    }
}

void TestJobStore::aCommitIsOnTheDiskBeforeItReturns()
{
    auto store = JobStore::open(Database::open(m_home->filePath(QStringLiteral("x")).toStdString()).value()).value();

    // https://www.sqlite.org/pragma.html#pragma_synchronous: in WAL mode only FULL (2) and above survive a power loss.
    QCOMPARE(store.database().queryInteger("PRAGMA synchronous").value(), 2);
    QCOMPARE(QByteArray::fromStdString(store.database().queryText("PRAGMA journal_mode").value()), QByteArray("wal"));
}

void TestJobStore::aStoreOfTheFirstVersionIsUnderstood()
{
    QFile dump(QFINDTESTDATA("version1.sql"));
    QVERIFY(dump.open(QIODevice::ReadOnly));
    QVERIFY(QDir().mkpath(m_home->filePath(QStringLiteral("data"))));
    {
        auto database = Database::open(m_home->filePath(QStringLiteral("data/jobs.sqlite")).toStdString()).value();
        QVERIFY(database.execute(dump.readAll().constData()));
    }
    const auto expected = jobOfTheFirstVersion();

    const auto store = open();

    QCOMPARE(store.jobs.size(), std::size_t {1});
    compare(store.jobs[0], expected);
    const auto history = store.journal->history(expected.spec->id).value();
    QCOMPARE(history.size(), std::size_t {1});
    QVERIFY(history[0].error == *expected.error);
}

QTEST_GUILESS_MAIN(TestJobStore)
#include "tst_jobstore.moc"
