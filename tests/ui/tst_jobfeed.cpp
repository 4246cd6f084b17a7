// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include <random>
#include <thread>

#include "job/attention.h"
#include "model/jobcounts.h"
#include "model/jobfeed.h"
#include "support/fakeservice.h"
#include "support/jobbuilder.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

void push(FakeService &service, JobFeed &feed, TableUpdate changes)
{
    service.push(std::move(changes));
    feed.pump();
}

} // namespace

/// The replica of the engine's table, and what is counted from it.
class TestJobFeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void batchesKeepTheReplicaEqual();
    void aNotificationFromAnyThreadWakesTheFeed();
    void anAnswerGoesToWhoAskedOnly();
    void anAnswerForSomebodyGoneIsDropped();
    void aLostEngineAnswersWhatWasAsked();
    void aRenewedConnectionBringsTheReplicaInLine();
    void aConnectionRenewedUnseenBringsTheReplicaInLine();
    void jobsComeInAnyOrderOfIds();
    void theClockGoesOnBetweenBatches();
    void countsFollowARandomLife();
    void aTransferNobodyCompletesNeedsAttentionInTime();
    void whatWasThereAtFirstIsNoNews();
};

void TestJobFeed::batchesKeepTheReplicaEqual()
{
    FakeService service;
    JobFeed feed(service);
    QSignalSpy updated(&feed, &JobFeed::updated);
    TableUpdate changes;
    changes.added = {JobBuilder(1).build(), JobBuilder(2).build(), JobBuilder(3).build()};
    push(service, feed, std::move(changes));
    QCOMPARE(feed.table().size(), 3U);

    changes = {};
    changes.changed = {JobBuilder(2).inState(JobState::Error).failedWith(fromHttpStatus(404)).build()};
    changes.removed = {JobId {1, 1}, JobId {9, 1}};
    push(service, feed, std::move(changes));

    QCOMPARE(feed.table().size(), 2U);
    QVERIFY(!feed.table().find(JobId {1, 1}));
    const auto failed = feed.table().find(JobId {2, 1});
    QVERIFY(failed && feed.table().at(*failed).error);
    QCOMPARE(feed.table().count(JobState::Error), 1U);
    QCOMPARE(updated.size(), 2);
}

void TestJobFeed::aNotificationFromAnyThreadWakesTheFeed()
{
    FakeService service;
    JobFeed feed(service);
    QCoreApplication::processEvents();
    TableUpdate changes;
    changes.added = {JobBuilder(1).build()};

    std::thread([&] { service.push(std::move(changes)); }).join();

    QCOMPARE(feed.table().size(), 0U);
    QTRY_COMPARE(feed.table().size(), 1U);
}

void TestJobFeed::anAnswerGoesToWhoAskedOnly()
{
    FakeService service;
    JobFeed feed(service);
    QStringList heard;
    feed.post(GetJobs {}, this, [&](const Result<Answer> &) { heard << u"first"_qs; });
    feed.post(GetJobs {}, this, [&](const Result<Answer> &) { heard << u"second"_qs; });

    service.answer(2, Answer(std::vector<JobRecord> {}));
    service.answer(7, Answer(std::vector<JobRecord> {}));
    feed.pump();

    QCOMPARE(heard, QStringList {u"second"_qs});
}

void TestJobFeed::anAnswerForSomebodyGoneIsDropped()
{
    FakeService service;
    JobFeed feed(service);
    bool heard = false;
    {
        QObject asker;
        feed.post(GetJobs {}, &asker, [&](const Result<Answer> &) { heard = true; });
    }

    service.answer(1, Answer(std::vector<JobRecord> {}));
    feed.pump();

    QVERIFY(!heard);
}

void TestJobFeed::aLostEngineAnswersWhatWasAsked()
{
    FakeService service;
    JobFeed feed(service);
    QSignalSpy connection(&feed, &JobFeed::connectionChanged);
    std::optional<Refusal> refusal;
    feed.post(GetJobs {}, this, [&](const Result<Answer> &result) {
        refusal = result ? std::nullopt : std::optional(result.error().refusal);
    });

    service.connected = false;
    feed.pump();

    QCOMPARE(refusal, Refusal::Unavailable);
    QCOMPARE(connection.size(), 1);
    QVERIFY(!feed.isConnected());
}

void TestJobFeed::aRenewedConnectionBringsTheReplicaInLine()
{
    FakeService service;
    JobFeed feed(service);
    TableUpdate changes;
    changes.added = {JobBuilder(1).build(), JobBuilder(2).build()};
    push(service, feed, std::move(changes));
    const auto second = feed.table().find(JobId {2, 1});
    service.connected = false;
    feed.pump();
    QCOMPARE(feed.table().size(), 2U);

    service.connected = true;
    changes = {};
    changes.isFirst = true;
    changes.added = {JobBuilder(2).inState(JobState::Error).build(), JobBuilder(3).build()};
    push(service, feed, std::move(changes));

    QVERIFY(feed.isConnected());
    QVERIFY(!feed.table().find(JobId {1, 1}));
    QVERIFY(feed.table().find(JobId {3, 1}));
    QCOMPARE(feed.table().find(JobId {2, 1}), second);
    QCOMPARE(feed.table().at(*second).status.state, JobState::Error);
}

void TestJobFeed::aConnectionRenewedUnseenBringsTheReplicaInLine()
{
    FakeService service;
    JobFeed feed(service);
    TableUpdate changes;
    changes.isFirst = true;
    changes.added = {JobBuilder(1).build(), JobBuilder(2).build()};
    push(service, feed, changes);

    // The engine went and came back between two looks at it.
    changes.added = {JobBuilder(2).build(), JobBuilder(3).build()};
    push(service, feed, std::move(changes));

    QCOMPARE(feed.table().size(), 2U);
    QVERIFY(!feed.table().find(JobId {1, 1}));
    QVERIFY(feed.table().find(JobId {3, 1}));
}

void TestJobFeed::jobsComeInAnyOrderOfIds()
{
    FakeService service;
    JobFeed feed(service);
    QSignalSpy added(&feed, &JobFeed::added);
    TableUpdate changes;
    changes.added = {JobBuilder(5).build(), JobBuilder(9).build()};
    push(service, feed, std::move(changes));
    changes = {};
    changes.added = {JobBuilder(7).build(), JobBuilder(1).build()};
    push(service, feed, std::move(changes));
    changes = {};
    changes.changed = {JobBuilder(1).inState(JobState::Error).build(), JobBuilder(9).inState(JobState::Error).build()};
    changes.removed = {JobId {7, 1}};
    push(service, feed, std::move(changes));

    QCOMPARE(added.size(), 2);
    QCOMPARE(feed.table().size(), 3U);
    QCOMPARE(feed.table().at(feed.table().find(JobId {1, 1}).value()).status.state, JobState::Error);
    QCOMPARE(feed.table().at(feed.table().find(JobId {9, 1}).value()).status.state, JobState::Error);
    QVERIFY(!feed.table().find(JobId {7, 1}));
}

void TestJobFeed::theClockGoesOnBetweenBatches()
{
    FakeService service;
    JobFeed feed(service);
    const WallTime start {std::chrono::seconds {1'700'000'000}};
    TableUpdate changes;
    changes.time = start;
    push(service, feed, std::move(changes));

    QCOMPARE(feed.lastUpdate(), start);
    QTRY_VERIFY(feed.now() > start);
    QVERIFY(feed.now() < start + std::chrono::minutes {2});
}

void TestJobFeed::countsFollowARandomLife()
{
    for (unsigned seed = 1; seed <= 10; ++seed) {
        std::mt19937 random(seed);
        FakeService service;
        JobFeed feed(service);
        JobCounts counts(feed);
        const auto anyJob = [&](std::uint64_t number) {
            JobBuilder builder(number);
            builder.from("host" + std::to_string(random() % 3)).inState(kAllJobStates[random() % kJobStateCount]);
            if (random() % 2 == 0)
                builder.failedWith(fromHttpStatus(random() % 2 == 0 ? 404 : 503));
            return builder.build();
        };
        std::uint64_t last = 0;
        for (int step = 0; step < 40; ++step) {
            TableUpdate changes;
            for (JobTable::Index job = 0; job < feed.table().end(); ++job) {
                if (!feed.table().contains(job))
                    continue;
                if (random() % 10 == 0)
                    changes.removed.push_back(feed.table().idOf(job));
                else if (random() % 3 == 0)
                    changes.changed.push_back(anyJob(feed.table().idOf(job).high));
            }
            for (auto n = random() % 5; n > 0; --n)
                changes.added.push_back(anyJob(++last));
            push(service, feed, std::move(changes));
        }

        std::size_t attention = 0;
        std::size_t grouped = 0;
        for (JobTable::Index job = 0; job < feed.table().end(); ++job) {
            if (!feed.table().contains(job))
                continue;
            const auto &record = feed.table().at(job);
            attention += needsAttention(record, feed.now()) ? 1 : 0;
            grouped += record.error && isFailing(record.status.state) ? 1 : 0;
        }
        std::size_t inGroups = 0;
        std::size_t failedInGroups = 0;
        for (const auto &group : counts.groups()) {
            inGroups += group.jobs;
            failedInGroups += group.failed;
            QVERIFY(group.failed <= group.jobs);
        }
        QCOMPARE(counts.attention(), attention);
        QCOMPARE(inGroups, grouped);
        QVERIFY(failedInGroups <= feed.table().count(JobState::Error));
        for (const auto job : counts.newProblems())
            QCOMPARE(feed.table().at(job).status.state, JobState::Error);
    }
}

void TestJobFeed::aTransferNobodyCompletesNeedsAttentionInTime()
{
    FakeService service;
    JobFeed feed(service);
    JobCounts counts(feed);
    const auto arrived = JobBuilder(1).inState(JobState::Transferred).build();
    TableUpdate changes;
    changes.added = {arrived};
    changes.time = *attentionDue(arrived) - std::chrono::milliseconds {200};
    push(service, feed, std::move(changes));
    QCOMPARE(counts.attention(), 0U);

    QTRY_COMPARE_WITH_TIMEOUT(counts.attention(), 1U, 15'000);
}

void TestJobFeed::whatWasThereAtFirstIsNoNews()
{
    FakeService service;
    JobFeed feed(service);
    JobCounts counts(feed);
    TableUpdate changes;
    changes.added = {JobBuilder(1).inState(JobState::Error).build(), JobBuilder(2).build()};
    push(service, feed, std::move(changes));
    QVERIFY(counts.newProblems().empty());

    changes = {};
    changes.changed = {JobBuilder(1).inState(JobState::Error).bytes(1, 2).build(),
                       JobBuilder(2).inState(JobState::Error).build()};
    push(service, feed, std::move(changes));
    QCOMPARE(counts.newProblems(), std::vector<JobTable::Index> {1});

    changes = {};
    changes.changed = {JobBuilder(2).inState(JobState::Queued).build()};
    push(service, feed, std::move(changes));
    QVERIFY(counts.newProblems().empty());
}

QTEST_MAIN(TestJobFeed)
#include "tst_jobfeed.moc"
