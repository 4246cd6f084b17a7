// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <random>

#include "job/attention.h"
#include "job/errorcatalog.h"
#include "job/filterparser.h"
#include "job/jobfilter.h"

using namespace haulwatch;
using namespace std::chrono_literals;

namespace {

const WallTime kNow {std::chrono::seconds {1'800'000'000}};

JobRecord climateJob()
{
    auto spec = std::make_shared<JobSpec>();
    spec->id = JobId {1, 1};
    spec->name = "Climate reanalysis";
    spec->folder = "/data/era5";
    spec->files = {{"https://cdn.example.org/era5/2024-01.nc", "2024-01.nc", {}},
                   {"https://mirror.example.net:8443/era5/2024-02.nc", "2024-02.nc", {}}};
    spec->options = std::make_shared<JobOptions>();
    spec->created = kNow - 3h;
    JobStatus status;
    status.state = JobState::Error;
    status.bytesTotal = 3'400'000'000;
    status.cause = Cause::NotFound;
    status.set(kHasError, true);
    auto error = std::make_shared<JobError>(errorFrom(classify(fromHttpStatus(404))));
    error->host = "cdn.example.org";
    return {std::move(spec), status, std::move(error)};
}

bool matches(const JobRecord &job, const char *text)
{
    const auto filter = parseFilter(text);
    return filter && filter->matches(job, kNow);
}

} // namespace

class TestJobFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyLineMatchesEverything();
    void aTermMatchesAJob_data();
    void aTermMatchesAJob();
    void aMistakeIsToldWithItsPlace_data();
    void aMistakeIsToldWithItsPlace();
    void everyOfferedValueIsUnderstood();
    void combinedFiltersBothHaveToMatch();
    void onlyAgeAndAttentionDependOnTime();
    void aFinishedTransferNeedsAttentionWhenNobodyCompletesIt();
    void nonsenseNeverCrashesAndErrorsPointIntoTheLine();
};

void TestJobFilter::anEmptyLineMatchesEverything()
{
    QVERIFY(matches(climateJob(), ""));
    QVERIFY(matches(climateJob(), "  \t "));
    QVERIFY(parseFilter(" ")->matchesEverything());
}

void TestJobFilter::aTermMatchesAJob_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *line, bool expected) { QTest::newRow(line) << QByteArray(line) << expected; };
    row("climate", true);
    row("CLIMATE ERA5", true);
    row("climate nothing", false);
    row("\"climate reanalysis\"", true);
    row("\"reanalysis climate\"", false);
    row("2024-02.nc", true);
    row("https://cdn.example.org/era5", true);
    row("-climate", false);
    row("-weather", true);
    row("bg_e_http_error_404", true);
    row("state:error", true);
    row("state:Failed", true);
    row("state:TRANSIENT_ERROR", false);
    row("state:queued,failed", true);
    row("-state:failed", false);
    row("state:active", false);
    row("host:cdn", true);
    row("host:8443", true);
    row("host:era5", false);
    row("code:404", true);
    row("code:503,404", true);
    row("code:0x80190194", true);
    row("code:BG_E_HTTP_ERROR_404", true);
    row("code:503", false);
    row("cause:not-found", true);
    row("cause:disk-full", false);
    row("file:02.nc", true);
    row("file:climate", false);
    row("name:\"climate rean\"", true);
    row("name:2024", false);
    row("age:>2h", true);
    row("age:<2h", false);
    row("age:>0.1d", true);
    row("size:>3GB", true);
    row("size:<3.4GiB", true);
    row("size:<3400000000", false);
    row("is:attention", true);
    row("is:problem", true);
    row("is:active", false);
    row("is:open", true);
    row("is:done", false);
    row("is:done,open", true);
    row("is:unverified", false);
    row("state:failed host:cdn code:404 climate", true);
    row("state:failed host:elsewhere", false);
}

void TestJobFilter::aTermMatchesAJob()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, expected);

    QVERIFY(parseFilter(line.toStdString()).has_value());
    QCOMPARE(matches(climateJob(), line.constData()), expected);
}

void TestJobFilter::aMistakeIsToldWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    const auto row = [](const char *line, FilterError::Kind kind, int position, int length) {
        QTest::newRow(line) << QByteArray(line) << static_cast<int>(kind) << position << length;
    };
    using enum FilterError::Kind;
    row("colour:red", UnknownKey, 0, 6);
    row("abc state:lost", UnknownValue, 10, 4);
    row("state:queued,lost", UnknownValue, 13, 4);
    row("state:", MissingValue, 0, 6);
    row("host:a,", MissingValue, 0, 5);
    row("age:2h", BadComparison, 4, 2);
    row("age:>2y", BadComparison, 4, 3);
    row("size:>many", BadComparison, 5, 5);
    row("size:>-1", BadComparison, 5, 3);
    row("size:>99999999999TB", BadComparison, 5, 14);
    row("code:nonsense", UnknownValue, 5, 8);
    row("cause:none", UnknownValue, 6, 4);
    row("is:odd", UnknownValue, 3, 3);
    row("name:\"open", OpenQuote, 5, 5);
}

void TestJobFilter::aMistakeIsToldWithItsPlace()
{
    QFETCH(QByteArray, line);
    QFETCH(int, kind);
    QFETCH(int, position);
    QFETCH(int, length);

    const auto filter = parseFilter(line.toStdString());

    QVERIFY(!filter);
    QCOMPARE(static_cast<int>(filter.error().kind), kind);
    QCOMPARE(static_cast<int>(filter.error().position), position);
    QCOMPARE(static_cast<int>(filter.error().length), length);
}

void TestJobFilter::everyOfferedValueIsUnderstood()
{
    int offered = 0;
    for (const auto key : filterKeys()) {
        for (const auto value : filterValues(key)) {
            const auto line = std::string(key) + ':' + std::string(value);
            QVERIFY2(parseFilter(line).has_value(), line.c_str());
            ++offered;
        }
    }
    QVERIFY(offered > 40);
}

void TestJobFilter::combinedFiltersBothHaveToMatch()
{
    const auto failed = *parseFilter("state:failed");
    const auto elsewhere = *parseFilter("host:elsewhere");

    QVERIFY(failed.combinedWith(JobFilter()).matches(climateJob(), kNow));
    QVERIFY(!failed.combinedWith(elsewhere).matches(climateJob(), kNow));
}

void TestJobFilter::onlyAgeAndAttentionDependOnTime()
{
    QVERIFY(parseFilter("age:>1h")->dependsOnTime());
    QVERIFY(parseFilter("is:attention")->dependsOnTime());
    QVERIFY(!parseFilter("state:failed is:open climate")->dependsOnTime());
}

void TestJobFilter::aFinishedTransferNeedsAttentionWhenNobodyCompletesIt()
{
    auto job = climateJob();
    job.error = nullptr;
    job.status.flags = 0;
    job.status.state = JobState::Transferred;
    job.status.transferred = toEpochSeconds(kNow);

    QVERIFY(!needsAttention(job, kNow));
    QVERIFY(needsAttention(job, *attentionDue(job)));
    job.status.set(kCompleteRefused, true);
    QVERIFY(needsAttention(job, kNow));
}

void TestJobFilter::nonsenseNeverCrashesAndErrorsPointIntoTheLine()
{
    std::mt19937_64 random(11);
    constexpr std::string_view letters = "state:hocdage<>2h,\"- \t./x";
    const auto job = climateJob();
    for (int i = 0; i < 50'000; ++i) {
        std::string line(random() % 24, ' ');
        for (char &c : line)
            c = letters[random() % letters.size()];

        const auto filter = parseFilter(line);

        if (filter)
            static_cast<void>(filter->matches(job, kNow));
        else
            QVERIFY2(filter.error().position + filter.error().length <= line.size(), line.c_str());
    }
}

QTEST_APPLESS_MAIN(TestJobFilter)
#include "tst_jobfilter.moc"
