// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <memory>

#include "desktop/newsdigest.h"
#include "desktop/newstext.h"
#include "support/jobbuilder.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

/// Which jobs are news, and when and in which words they are told.
class TestNewsDigest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void jobsThatFailTogetherAreToldTogether();
    void whatHadFailedBeforeIsNoNews();
    void aJobThatWillBeTriedAgainIsNoNews();
    void aFurtherFailureIsToldAfterAMinute();
    void eachCauseHasItsOwnMinute();
    void severalServersOfACauseShareADigest();
    void aJobMendedMeanwhileIsNotTold();
    void theBubbleGoesWhenAllIsMended();
    void aClosedBubbleBeginsAnew();
    void aForgottenJobIsNotTold();
    void aKindThatIsNotWantedIsNotTold();
    void onlyWhoMustBeCompletedIsWaiting();
    void aLocalProblemNamesItsFolder();
    void theViewOfADigestShowsItsJobs();

private:
    void put(std::uint64_t number, const JobBuilder &job, bool isNews = true);
    void fail(std::uint64_t number, ErrorCode code = fromHttpStatus(404), const char *host = "cdn.example.org");
    [[nodiscard]] std::vector<NewsDigest::Digest> after(Milliseconds time);
    [[nodiscard]] QString summaryOf(const NewsDigest::Digest &digest) const
    {
        return newstext::summary(digest, m_table);
    }

    JobTable m_table;
    std::unique_ptr<NewsDigest> m_digest;
    MonotonicTime m_now {1h};
};

void TestNewsDigest::init()
{
    m_table = {};
    m_digest = std::make_unique<NewsDigest>();
    m_now = MonotonicTime {1h};
}

void TestNewsDigest::put(std::uint64_t number, const JobBuilder &job, bool isNews)
{
    JobRecord record = job.build();
    auto index = m_table.find(JobId {number, 1});
    if (index) {
        m_table.setStatus(*index, record.status);
        m_table.setError(*index, record.error);
    } else {
        index = m_table.add(std::move(record));
    }
    m_digest->see(*index, m_table.at(*index), isNews, m_now);
}

void TestNewsDigest::fail(std::uint64_t number, ErrorCode code, const char *host)
{
    put(number, JobBuilder(number).from(host).inState(JobState::Error).failedWith(code));
}

std::vector<NewsDigest::Digest> TestNewsDigest::after(Milliseconds time)
{
    m_now += time;
    return m_digest->takeDue(m_now);
}

void TestNewsDigest::jobsThatFailTogetherAreToldTogether()
{
    for (std::uint64_t job = 1; job <= 37; ++job)
        fail(job);

    QVERIFY(after(0s).empty());
    QVERIFY(m_digest->nextDue() == m_now + NewsDigest::kGathering);
    const auto told = after(NewsDigest::kGathering);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0].jobs.size(), 37);
    QCOMPARE(summaryOf(told[0]), u"37 downloads failed: file not found on cdn.example.org"_qs);
    QCOMPARE(newstext::body(told[0], m_table), u"job 1, job 2, job 3 and 34 more"_qs);
    QVERIFY(after(1h).empty());
}

void TestNewsDigest::whatHadFailedBeforeIsNoNews()
{
    put(1, JobBuilder(1).inState(JobState::Error).failedWith(fromHttpStatus(404)), false);
    fail(1);

    QVERIFY(after(1h).empty());
}

void TestNewsDigest::aJobThatWillBeTriedAgainIsNoNews()
{
    put(1, JobBuilder(1).inState(JobState::TransientError).failedWith(fromHttpStatus(503)));

    QVERIFY(after(1h).empty());
}

void TestNewsDigest::aFurtherFailureIsToldAfterAMinute()
{
    fail(1);
    QCOMPARE(after(2s).size(), 1);

    fail(2);
    fail(3);

    QVERIFY(after(59s).empty());
    const auto told = after(1s);
    QCOMPARE(told.size(), 1);
    QCOMPARE(summaryOf(told[0]), u"3 downloads failed: file not found on cdn.example.org"_qs);
}

void TestNewsDigest::eachCauseHasItsOwnMinute()
{
    fail(1);
    QCOMPARE(after(2s).size(), 1);

    fail(2, fromHttpStatus(403));

    const auto told = after(2s);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0].topic.cause, Cause::AccessRefused);
    QCOMPARE(told[0].jobs.size(), 1);
}

void TestNewsDigest::severalServersOfACauseShareADigest()
{
    fail(1, fromHttpStatus(404), "eu.example.net");
    fail(2);
    fail(3);

    const auto told = after(2s);

    QCOMPARE(told.size(), 1);
    QCOMPARE(summaryOf(told[0]), u"3 downloads failed: file not found"_qs);
    QCOMPARE(newstext::body(told[0], m_table), u"cdn.example.org (2), eu.example.net (1)\njob 1, job 2, job 3"_qs);
}

void TestNewsDigest::aJobMendedMeanwhileIsNotTold()
{
    fail(1);
    fail(2);

    put(1, JobBuilder(1).inState(JobState::Queued));

    const auto told = after(2s);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0].jobs, std::vector<JobTable::Index> {1});
}

void TestNewsDigest::theBubbleGoesWhenAllIsMended()
{
    fail(1);
    QCOMPARE(after(2s).size(), 1);

    put(1, JobBuilder(1).inState(JobState::Queued));

    QVERIFY(m_digest->nextDue() <= m_now);
    const auto told = after(0s);
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0].jobs.empty());
    QVERIFY(after(1h).empty());
}

void TestNewsDigest::aClosedBubbleBeginsAnew()
{
    fail(1);
    const auto first = after(2s);
    QCOMPARE(first.size(), 1);

    m_digest->close(first[0].topic);
    fail(2);

    QVERIFY(after(59s).empty());
    const auto told = after(1s);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0].jobs, std::vector<JobTable::Index> {1});
}

void TestNewsDigest::aForgottenJobIsNotTold()
{
    fail(1);

    m_digest->forget(0);

    QVERIFY(after(1h).empty());
}

void TestNewsDigest::aKindThatIsNotWantedIsNotTold()
{
    put(1, JobBuilder(1).inState(JobState::Acknowledged));
    QVERIFY(after(1h).empty());
    m_digest->setWanted(NewsKind::Failed, false);
    m_digest->setWanted(NewsKind::Finished, true);

    fail(2);
    put(3, JobBuilder(3).inState(JobState::Acknowledged));

    const auto told = after(1h);
    QCOMPARE(told.size(), 1);
    QCOMPARE(summaryOf(told[0]), u"1 download finished"_qs);
    QCOMPARE(told[0].jobs, std::vector<JobTable::Index> {2});
}

void TestNewsDigest::onlyWhoMustBeCompletedIsWaiting()
{
    put(1, JobBuilder(1).inState(JobState::Transferred));
    QVERIFY(after(1h).empty());

    put(2, JobBuilder(2).inState(JobState::Transferred).flag(kCompleteRefused));

    const auto told = after(2s);
    QCOMPARE(told.size(), 1);
    QCOMPARE(summaryOf(told[0]), u"1 download has arrived and waits for you to complete it"_qs);
}

void TestNewsDigest::aLocalProblemNamesItsFolder()
{
    fail(1, {0x80070070});

    const auto told = after(2s);

    QCOMPARE(told.size(), 1);
    QCOMPARE(summaryOf(told[0]), u"1 download failed: disk full in /downloads"_qs);
}

void TestNewsDigest::theViewOfADigestShowsItsJobs()
{
    fail(1);
    fail(2);
    const auto told = after(2s);
    QCOMPARE(told.size(), 1);

    const auto jobs = newstext::view(told[0].topic, told[0].jobs, m_table).jobs();

    fail(3, fromHttpStatus(404), "eu.example.net");
    QVERIFY(jobs.matches(m_table.at(0), {}));
    QVERIFY(jobs.matches(m_table.at(1), {}));
    QVERIFY(!jobs.matches(m_table.at(2), {}));
    const auto both = newstext::view(told[0].topic, {0, 2}, m_table).jobs();
    QVERIFY(both.matches(m_table.at(0), {}));
    QVERIFY(both.matches(m_table.at(2), {}));
}

QTEST_MAIN(TestNewsDigest)
#include "tst_newsdigest.moc"
