// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <map>
#include <random>
#include <set>

#include "job/consequences.h"
#include "job/errorcatalog.h"
#include "job/jobid.h"
#include "job/jobtable.h"
#include "job/ratemeter.h"
#include "job/retrypolicy.h"

using namespace haulwatch;
using namespace std::chrono_literals;

namespace {

JobRecord record(JobId id, JobState state = JobState::Queued, std::uint32_t rate = 0)
{
    auto spec = std::make_shared<JobSpec>();
    spec->id = id;
    spec->options = std::make_shared<const JobOptions>();
    JobStatus status;
    status.state = state;
    status.rate = rate;
    return {std::move(spec), status, nullptr};
}

FileProgress file(Bytes transferred, Bytes total, FileState state)
{
    FileProgress progress;
    progress.transferred = transferred;
    progress.total = total;
    progress.state = state;
    return progress;
}

} // namespace

class TestJobValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anIdSurvivesItsText();
    void anIdIsAVersion7Uuid();
    void idsGrowWhileTheClockStandsStillOrJumpsBack();
    void textThatIsNoIdIsRefused();

    void codesWrapAsWindowsDoes();
    void aCodeIsReadInEveryUsualSpelling();
    void theCatalogueIsSortedAndNamesNothingTwice();
    void httpStatusesFollowTheRule_data();
    void httpStatusesFollowTheRule();
    void deliveryOptimizationTransienceFollowsTheHeader();
    void localFaultsKeepTheirKind();

    void theRetryDelayDoublesUpToTenMinutes();
    void aFixedDelayNeverGrows();
    void retryAfterIsALowerBound();
    void givingUpFollowsTimeAndCount();

    void theRateIsThatOfTheLastSeconds();
    void aStalledTransferHasNoRate();
    void aRestartDoesNotMakeTheRateNegative();

    void theTableCountsStatesAndRates();
    void theTableTellsEachChangedJobOnce();
    void theTableTakesIdsInAnyOrder();
    void theTableRefusesAJobThatIsHere();
    void theTableFindsAllJobsOfARandomLife();
    void aRemovedJobLeavesNoTrace();

    void consequencesOfAPartlyFailedJob();
    void cancelNeverTouchesAFileThatWasHandedOver();
    void theRestIsUnknownWhenOneSizeIs();
    void checksumsAreCheckedForLengthAndDigits();
};

void TestJobValues::anIdSurvivesItsText()
{
    const JobId id = nextJobId({}, WallTime {1'700'000'000'123ms}, 0x123456789ABCDEFULL);

    QVERIFY(parseJobId(toString(id)) == id);
    QCOMPARE(toString(id).size(), std::size_t {36});
}

void TestJobValues::anIdIsAVersion7Uuid()
{
    const std::string text = toString(nextJobId({}, WallTime {1ms}, ~0ULL));

    QCOMPARE(text.substr(0, 15), "00000000-0001-7");
    QVERIFY(std::string("89ab").find(text[19]) != std::string::npos);
}

void TestJobValues::idsGrowWhileTheClockStandsStillOrJumpsBack()
{
    JobId last = nextJobId({}, WallTime {5'000ms}, 7);
    for (int i = 0; i < 10'000; ++i) {
        const JobId id = nextJobId(last, WallTime {Milliseconds {5'000 - i % 3}}, static_cast<std::uint64_t>(i));
        QVERIFY(id > last);
        last = id;
    }
}

void TestJobValues::textThatIsNoIdIsRefused()
{
    for (const char *text : {"", "7", "00000000-0000-7000-8000-00000000000", "00000000-0000-7000-8000-0000000000000",
                             "00000000+0000-7000-8000-000000000000", "0000000g-0000-7000-8000-000000000000"})
        QVERIFY2(!parseJobId(text), text);
}

void TestJobValues::codesWrapAsWindowsDoes()
{
    QCOMPARE(toHex(fromHttpStatus(404)), "0x80190194");
    QCOMPARE(toHex(fromWin32(12007)), "0x80072EE7");
    QCOMPARE(toHex(fromWin32(112)), "0x80070070");
    QCOMPARE(httpStatus(fromHttpStatus(503)), 503);
    QVERIFY(!httpStatus(fromWin32(112)));
    QCOMPARE(symbolicName(fromHttpStatus(404)), "BG_E_HTTP_ERROR_404");
    QCOMPARE(symbolicName(code::kErrorInformationUnavailable), "DO_E_ERROR_INFORMATION_UNAVAILABLE");
    QCOMPARE(symbolicName(ErrorCode {0x8019022B}), "0x8019022B");
}

void TestJobValues::aCodeIsReadInEveryUsualSpelling()
{
    for (const char *text : {"0x80190194", "0X80190194", "80190194", "-2145844844", "2149122452"})
        QCOMPARE(parseErrorCode(text), fromHttpStatus(404));
    for (const char *text : {"", "0x", "404x", "0x1801901940", "-9999999999"})
        QVERIFY2(!parseErrorCode(text), text);
}

void TestJobValues::theCatalogueIsSortedAndNamesNothingTwice()
{
    const auto catalog = errorCatalog();
    std::set<std::string_view> names;
    for (const CatalogEntry &entry : catalog) {
        QVERIFY(!entry.name.empty());
        QVERIFY2(names.insert(entry.name).second, entry.name.data());
        QCOMPARE(classify(entry.code).name, entry.name);
    }
    QVERIFY(std::is_sorted(catalog.begin(), catalog.end(), [](auto &a, auto &b) { return a.code < b.code; }));
}

void TestJobValues::httpStatusesFollowTheRule_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("transient");
    for (const int fatal : {300, 301, 302, 303, 304, 305, 307, 400, 401, 402, 403, 404, 405, 406,
                            407, 410, 411, 412, 413, 414, 415, 416, 417, 418, 449, 451, 501, 505})
        QTest::addRow("%d is fatal", fatal) << fatal << false;
    for (const int transient :
         {100, 101, 201, 202, 203, 204, 205, 306, 308, 408, 409, 429, 500, 502, 503, 504, 507, 511, 599})
        QTest::addRow("%d is transient", transient) << transient << true;
}

void TestJobValues::httpStatusesFollowTheRule()
{
    QFETCH(int, status);
    QFETCH(bool, transient);

    const CatalogEntry entry = classify(fromHttpStatus(status));

    QCOMPARE(entry.transient, transient);
    QCOMPARE(entry.context, ErrorContext::RemoteFile);
    QVERIFY(entry.cause != Cause::None && entry.cause != Cause::Internal);
}

void TestJobValues::deliveryOptimizationTransienceFollowsTheHeader()
{
    QVERIFY(classify(ErrorCode {0x80D03805}).transient);
    QVERIFY(classify(ErrorCode {0x80D0380D}).transient); // not in the list, so only the rule can tell
    QVERIFY(!classify(ErrorCode {0x80D02002}).transient);
}

void TestJobValues::localFaultsKeepTheirKind()
{
    QCOMPARE(classifyErrno(ENOSPC).cause, Cause::DiskFull);
    QCOMPARE(classifyErrno(ENOSPC).code, fromWin32(112));
    QCOMPARE(classifyErrno(EFBIG).cause, Cause::FileTooLarge);
    QCOMPARE(classifyErrno(EFBIG).code, fromWin32(223));
    QCOMPARE(classifyErrno(EDQUOT).cause, Cause::QuotaFull);
    QCOMPARE(classifyErrno(EDQUOT).code, fromWin32(1295));
    QCOMPARE(classifyErrno(EACCES).cause, Cause::CannotWrite);
    QCOMPARE(classifyErrno(EEXIST).cause, Cause::TargetExists);
    QCOMPARE(classifyErrno(ENOENT).cause, Cause::FolderMissing);
    for (const int error : {ENOSPC, EACCES, EROFS, ENOENT, EEXIST, ENAMETOOLONG, EIO, EPROTO}) {
        QCOMPARE(classifyErrno(error).context, ErrorContext::LocalFile);
        QVERIFY(!classifyErrno(error).transient);
    }
}

void TestJobValues::theRetryDelayDoublesUpToTenMinutes()
{
    const RetryPolicy policy;

    QCOMPARE(retryDelay(policy, 1, 0, {}), Milliseconds(5s));
    QCOMPARE(retryDelay(policy, 2, 0, {}), Milliseconds(10s));
    QCOMPARE(retryDelay(policy, 7, 0, {}), Milliseconds(320s));
    QCOMPARE(retryDelay(policy, 8, 0, {}), Milliseconds(600s));
    QCOMPARE(retryDelay(policy, 4'000'000'000U, 0, {}), Milliseconds(600s));
    const auto jittered = retryDelay(policy, 8, 0.999, {});
    QVERIFY(jittered >= 450s && jittered < 600s);
}

void TestJobValues::aFixedDelayNeverGrows()
{
    RetryPolicy policy;
    policy.fixedDelay = 7s;

    QCOMPARE(retryDelay(policy, 1, 0.5, {}), Milliseconds(7s));
    QCOMPARE(retryDelay(policy, 50, 0.5, {}), Milliseconds(7s));
}

void TestJobValues::retryAfterIsALowerBound()
{
    QCOMPARE(retryDelay({}, 1, 0, Milliseconds(90s)), Milliseconds(90s));
    QCOMPARE(retryDelay({}, 8, 0, Milliseconds(90s)), Milliseconds(600s));
}

void TestJobValues::givingUpFollowsTimeAndCount()
{
    RetryPolicy never;
    never.noProgressTimeout = 0s;
    RetryPolicy thrice;
    thrice.maxRetries = 3;
    RetryPolicy impossible;
    impossible.fixedDelay = 100s;
    impossible.noProgressTimeout = 99s;

    QVERIFY(mustGiveUp(never, 1, 0s));
    QVERIFY(!mustGiveUp(thrice, 3, 0s));
    QVERIFY(mustGiveUp(thrice, 4, 0s));
    QVERIFY(mustGiveUp(impossible, 1, 0s));
    QVERIFY(!mustGiveUp({}, 1'000'000, RetryPolicy::kTwoWeeks - 1ms));
    QVERIFY(mustGiveUp({}, 1, RetryPolicy::kTwoWeeks));
}

void TestJobValues::theRateIsThatOfTheLastSeconds()
{
    RateMeter meter;
    for (int i = 0; i <= 100; ++i)
        meter.sample(MonotonicTime {i * 100ms},
                     static_cast<std::uint64_t>(i) * 1000 + (i > 50 ? (i - 50) * 9000ULL : 0));

    QCOMPARE(meter.rate(MonotonicTime {10s}), 100'000ULL);
}

void TestJobValues::aStalledTransferHasNoRate()
{
    RateMeter meter;
    meter.sample(MonotonicTime {0s}, 0);
    meter.sample(MonotonicTime {1s}, 1'000'000);

    QCOMPARE(meter.rate(MonotonicTime {1s}), 1'000'000ULL);
    QCOMPARE(meter.rate(MonotonicTime {7s}), 0ULL);
}

void TestJobValues::aRestartDoesNotMakeTheRateNegative()
{
    RateMeter meter;
    meter.sample(MonotonicTime {0s}, 0);
    meter.sample(MonotonicTime {1s}, 5'000'000);
    meter.sample(MonotonicTime {2s}, 0);
    meter.sample(MonotonicTime {3s}, 1'000);

    QCOMPARE(meter.rate(MonotonicTime {3s}), 1'000ULL);
}

void TestJobValues::theTableCountsStatesAndRates()
{
    JobTable table;
    const auto a = *table.add(record({1, 1}, JobState::Transferring, 500));
    table.add(record({1, 2}));

    QCOMPARE(table.count(JobState::Transferring), std::size_t {1});
    QCOMPARE(table.totalRate(), 500ULL);

    JobStatus status = table.at(a).status;
    status.state = JobState::Error;
    status.rate = 0;
    table.setStatus(a, status);

    QCOMPARE(table.count(JobState::Transferring), std::size_t {0});
    QCOMPARE(table.count(JobState::Error), std::size_t {1});
    QCOMPARE(table.count(JobState::Queued), std::size_t {1});
    QCOMPARE(table.totalRate(), 0ULL);
}

void TestJobValues::theTableTellsEachChangedJobOnce()
{
    JobTable table;
    const auto a = *table.add(record({1, 1}));
    const auto b = *table.add(record({1, 2}));
    QCOMPARE(table.takeDirty().size(), std::size_t {2});

    JobStatus status = table.at(b).status;
    for (Bytes bytes : {1U, 2U, 3U}) {
        status.bytesTransferred = bytes;
        table.setStatus(b, status);
    }
    table.setStatus(a, table.at(a).status); // nothing new

    QCOMPARE(table.takeDirty(), std::vector {b});
    QVERIFY(!table.hasDirty());
}

void TestJobValues::theTableTakesIdsInAnyOrder()
{
    JobTable table;
    const auto late = table.add(record({2, 0}));
    const auto early = table.add(record({1, 9}));
    const auto last = table.add(record({3, 0}));

    QVERIFY(late && early && last);
    QCOMPARE(table.find({2, 0}), late);
    QCOMPARE(table.find({1, 9}), early);
    QCOMPARE(table.find({3, 0}), last);
    QCOMPARE(table.size(), std::size_t {3});
}

void TestJobValues::theTableRefusesAJobThatIsHere()
{
    JobTable table;
    table.add(record({2, 0}));
    table.add(record({1, 9}));

    QVERIFY(!table.add(record({2, 0})));
    QVERIFY(!table.add(record({1, 9})));
    QCOMPARE(table.size(), std::size_t {2});
}

void TestJobValues::theTableFindsAllJobsOfARandomLife()
{
    for (unsigned seed = 1; seed <= 50; ++seed) {
        std::mt19937_64 random(seed);
        JobTable table;
        std::map<JobId, JobTable::Index> expected;
        // Few different ids: many come back after they were removed, in another place.
        const auto anyId = [&] { return JobId {random() % 3, random() % 200}; };
        for (int step = 0; step < 2'000; ++step) {
            const JobId id = anyId();
            const auto known = expected.find(id);
            if (random() % 3 != 0) {
                const auto added = table.add(record(id));
                QCOMPARE(added.has_value(), known == expected.end());
                if (added)
                    expected.emplace(id, *added);
            } else if (known != expected.end()) {
                table.remove(known->second);
                expected.erase(known);
            }
        }

        QCOMPARE(table.size(), expected.size());
        for (std::uint64_t high = 0; high < 3; ++high) {
            for (std::uint64_t low = 0; low < 200; ++low) {
                const auto it = expected.find({high, low});
                QCOMPARE(table.find({high, low}), it == expected.end() ? std::nullopt : std::optional(it->second));
            }
        }
    }
}

void TestJobValues::aRemovedJobLeavesNoTrace()
{
    JobTable table;
    const auto a = *table.add(record({1, 1}, JobState::Cancelled));
    const auto b = *table.add(record({1, 2}));

    table.remove(a);

    QVERIFY(!table.contains(a));
    QVERIFY(!table.find({1, 1}));
    QVERIFY(table.find({1, 2}) == b);
    QCOMPARE(table.count(JobState::Cancelled), std::size_t {0});
    QCOMPARE(table.size(), std::size_t {1});
}

void TestJobValues::consequencesOfAPartlyFailedJob()
{
    const std::vector files {file(100, 100, FileState::Transferred), file(70, 70, FileState::Transferred),
                             file(30, 90, FileState::Failed), file(0, 40, FileState::Waiting)};
    const FileTally t = tally(files);

    const Consequence resume = consequence(JobState::Error, Verb::Resume, t);
    QVERIFY(resume.allowed);
    QCOMPARE(resume.bytesKept, Bytes {200});
    QCOMPARE(resume.filesLeft, 2U);
    QCOMPARE(resume.bytesLeft, Bytes {100});

    const Consequence complete = consequence(JobState::Error, Verb::Complete, t);
    QCOMPARE(complete.code, code::kPartialComplete);
    QCOMPARE(complete.filesKept, 2U);
    QCOMPARE(complete.bytesKept, Bytes {170});
    QCOMPARE(complete.filesDeleted, 1U);
    QCOMPARE(complete.bytesDeleted, Bytes {30});
    QCOMPARE(complete.filesDropped, 1U);

    const Consequence cancel = consequence(JobState::Error, Verb::Cancel, t);
    QCOMPARE(cancel.filesKept, 0U);
    QCOMPARE(cancel.filesDeleted, 3U);
    QCOMPARE(cancel.bytesDeleted, Bytes {200});
}

void TestJobValues::cancelNeverTouchesAFileThatWasHandedOver()
{
    const std::vector files {file(100, 100, FileState::Complete), file(50, 50, FileState::Transferred)};

    const Consequence cancel = consequence(JobState::Transferred, Verb::Cancel, tally(files));

    QCOMPARE(cancel.filesKept, 1U);
    QCOMPARE(cancel.bytesKept, Bytes {100});
    QCOMPARE(cancel.bytesDeleted, Bytes {50});
}

void TestJobValues::theRestIsUnknownWhenOneSizeIs()
{
    const std::vector files {file(1, 100, FileState::Waiting), file(0, kUnknownSize, FileState::Waiting),
                             file(0, 10, FileState::Waiting)};

    QCOMPARE(tally(files).bytesLeft, kUnknownSize);
}

void TestJobValues::checksumsAreCheckedForLengthAndDigits()
{
    const std::string digits(64, 'A');

    QVERIFY(parseChecksum("SHA-256:" + digits) == (Checksum {ChecksumAlgorithm::Sha256, std::string(64, 'a')}));
    QVERIFY(!parseChecksum("sha256:" + digits.substr(1)));
    QVERIFY(!parseChecksum("sha3:" + digits));
    QVERIFY(!parseChecksum("md5:" + std::string(32, 'g')));
    QVERIFY(!parseChecksum(digits));
}

QTEST_APPLESS_MAIN(TestJobValues)
#include "tst_jobvalues.moc"
