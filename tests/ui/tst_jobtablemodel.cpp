// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

#include "job/filterparser.h"
#include "jobs/jobtablemodel.h"
#include "support/fakeservice.h"
#include "support/jobbuilder.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

constexpr int kName = static_cast<int>(JobColumn::Name);
constexpr int kState = static_cast<int>(JobColumn::State);
constexpr int kProgress = static_cast<int>(JobColumn::Progress);

struct Window {
    FakeService service;
    JobFeed feed {service};
    JobTableModel model {feed};
    QAbstractItemModelTester tester {&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    void push(TableUpdate changes)
    {
        service.push(std::move(changes));
        feed.pump();
    }

    void add(std::vector<JobRecord> jobs)
    {
        TableUpdate changes;
        changes.added = std::move(jobs);
        push(std::move(changes));
    }

    void change(std::vector<JobRecord> jobs)
    {
        TableUpdate changes;
        changes.changed = std::move(jobs);
        push(std::move(changes));
    }

    void remove(std::uint64_t number)
    {
        TableUpdate changes;
        changes.removed = {JobId {number, 1}};
        push(std::move(changes));
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row)
            result << model.index(row, kName).data().toString();
        return result;
    }
};

JobFilter filter(const char *text)
{
    return *parseFilter(text);
}

} // namespace

class TestJobTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatNeedsTheUserIsOnTop();
    void jobsAreSortedByAnyColumnInBothDirections();
    void aChangedJobGoesToItsPlace();
    void aHeldOrderMovesNothingButShowsNewValuesAndNewJobs();
    void aHeldOrderStaysUnmarkedWhileNothingIsOutOfPlace();
    void aForgottenJobLeavesEvenAHeldOrder();
    void jobsThatNoLongerMatchLeaveTheFilter();
    void aFilterKeepsTheSelectionOfWhatStays();
    void aSelectedJobIsFollowedWhenRowsMove();
    void manyJobsAreSortedWithoutHoldingUpTheWindow();
    void changesDuringALongSortAreNotLost();
    void aRowIsOneSentenceForAScreenReader();
    void theNextColumnTellsWhoMoves();
    void aRandomLifeShowsExactlyTheMatchingJobsInOrder();
};

void TestJobTableModel::whatNeedsTheUserIsOnTop()
{
    Window window;

    window.add({JobBuilder(1).inState(JobState::Acknowledged).build(), JobBuilder(2).inState(JobState::Queued).build(),
                JobBuilder(3).inState(JobState::Error).build(),
                JobBuilder(4).inState(JobState::TransientError).build()});

    QCOMPARE(window.names(), QStringList({u"job 3"_qs, u"job 4"_qs, u"job 2"_qs, u"job 1"_qs}));
}

void TestJobTableModel::jobsAreSortedByAnyColumnInBothDirections()
{
    Window window;
    window.add({JobBuilder(1).named("part 10").bytes(5, 10).build(), JobBuilder(2).named("Part 9").bytes(9, 10).build(),
                JobBuilder(3).named("alpha").bytes(1, 10).build()});

    window.model.sort(kName, Qt::AscendingOrder);
    QCOMPARE(window.names(), QStringList({u"alpha"_qs, u"Part 9"_qs, u"part 10"_qs}));

    window.model.sort(kProgress, Qt::DescendingOrder);
    QCOMPARE(window.names(), QStringList({u"Part 9"_qs, u"part 10"_qs, u"alpha"_qs}));
}

void TestJobTableModel::aChangedJobGoesToItsPlace()
{
    Window window;
    window.add(
        {JobBuilder(1).bytes(1, 10).build(), JobBuilder(2).bytes(2, 10).build(), JobBuilder(3).bytes(3, 10).build()});
    window.model.sort(kProgress, Qt::AscendingOrder);

    window.change({JobBuilder(1).bytes(9, 10).build()});

    QCOMPARE(window.names(), QStringList({u"job 2"_qs, u"job 3"_qs, u"job 1"_qs}));
}

void TestJobTableModel::aHeldOrderMovesNothingButShowsNewValuesAndNewJobs()
{
    Window window;
    window.add({JobBuilder(1).inState(JobState::Queued).build(), JobBuilder(2).inState(JobState::Queued).build()});
    window.model.setOrderHeld(true);
    QSignalSpy marked(&window.model, &JobTableModel::outOfOrderChanged);

    window.change({JobBuilder(2).inState(JobState::Error).build()});
    window.add({JobBuilder(3).inState(JobState::Error).build()});

    QCOMPARE(window.names(), QStringList({u"job 1"_qs, u"job 2"_qs, u"job 3"_qs}));
    QCOMPARE(window.model.index(1, kState).data(JobTableModel::StateRole).toInt(), static_cast<int>(JobState::Error));
    QVERIFY(window.model.isOutOfOrder());

    window.model.setOrderHeld(false);

    QCOMPARE(window.names(), QStringList({u"job 2"_qs, u"job 3"_qs, u"job 1"_qs}));
    QCOMPARE(marked.size(), 2);
    QVERIFY(!window.model.isOutOfOrder());
}

void TestJobTableModel::aHeldOrderStaysUnmarkedWhileNothingIsOutOfPlace()
{
    Window window;
    window.add({JobBuilder(1).build(), JobBuilder(2).build()});
    window.model.setOrderHeld(true);

    window.change({JobBuilder(2).bytes(77, 1000).build()});

    QVERIFY(!window.model.isOutOfOrder());
}

void TestJobTableModel::aForgottenJobLeavesEvenAHeldOrder()
{
    Window window;
    window.add({JobBuilder(1).build(), JobBuilder(2).build(), JobBuilder(3).build()});
    window.model.setOrderHeld(true);

    window.remove(2);

    QCOMPARE(window.names(), QStringList({u"job 1"_qs, u"job 3"_qs}));
}

void TestJobTableModel::jobsThatNoLongerMatchLeaveTheFilter()
{
    Window window;
    window.add({JobBuilder(1).inState(JobState::Error).build(), JobBuilder(2).inState(JobState::Queued).build()});
    window.model.setFilter(filter("state:failed"));
    QCOMPARE(window.names(), QStringList({u"job 1"_qs}));

    window.change({JobBuilder(1).inState(JobState::Queued).build(), JobBuilder(2).inState(JobState::Error).build()});

    QCOMPARE(window.names(), QStringList({u"job 2"_qs}));

    window.model.setFilter({});

    QCOMPARE(window.names(), QStringList({u"job 2"_qs, u"job 1"_qs}));
}

void TestJobTableModel::aFilterKeepsTheSelectionOfWhatStays()
{
    Window window;
    window.add({JobBuilder(1).named("alpha").build(), JobBuilder(2).named("beta").build(),
                JobBuilder(3).named("gamma").build()});
    const QPersistentModelIndex beta = window.model.index(1, kName);
    const QPersistentModelIndex gamma = window.model.index(2, kName);

    window.model.setFilter(filter("gamma"));

    QVERIFY(!beta.isValid());
    QCOMPARE(gamma.row(), 0);
    QCOMPARE(gamma.data().toString(), u"gamma"_qs);
}

void TestJobTableModel::aSelectedJobIsFollowedWhenRowsMove()
{
    Window window;
    window.add({JobBuilder(1).bytes(1, 10).build(), JobBuilder(2).bytes(2, 10).build()});
    window.model.sort(kProgress, Qt::AscendingOrder);
    const QPersistentModelIndex first = window.model.index(0, kName);

    window.change({JobBuilder(1).bytes(9, 10).build()});

    QCOMPARE(first.row(), 1);
    QCOMPARE(first.data().toString(), u"job 1"_qs);
}

void TestJobTableModel::manyJobsAreSortedWithoutHoldingUpTheWindow()
{
    FakeService service;
    JobFeed feed(service);
    JobTableModel model(feed);
    TableUpdate changes;
    for (std::uint64_t i = 1; i <= 60'000; ++i)
        changes.added.push_back(JobBuilder(i).bytes(i * 7919 % 60'000, 60'000).build());
    service.push(std::move(changes));
    feed.pump();
    QTRY_COMPARE(feed.table().size(), 60'000U);

    model.sort(kProgress, Qt::AscendingOrder);

    QVERIFY(model.isSorting());
    QTRY_VERIFY(!model.isSorting());
    QCOMPARE(model.rowCount(), 60'000);
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.table().at(model.jobAt(row - 1)).status.bytesTransferred
                <= model.table().at(model.jobAt(row)).status.bytesTransferred);
}

void TestJobTableModel::changesDuringALongSortAreNotLost()
{
    FakeService service;
    JobFeed feed(service);
    JobTableModel model(feed);
    TableUpdate changes;
    for (std::uint64_t i = 1; i <= 60'000; ++i)
        changes.added.push_back(JobBuilder(i).bytes(i, 100'000).build());
    service.push(std::move(changes));
    QTRY_COMPARE(model.rowCount(), 60'000);
    model.sort(kProgress, Qt::DescendingOrder);
    QVERIFY(model.isSorting());

    TableUpdate meanwhile;
    meanwhile.changed = {JobBuilder(1).bytes(90'000, 100'000).build()};
    meanwhile.added = {JobBuilder(70'000).bytes(80'000, 100'000).build()};
    meanwhile.removed = {JobId {60'000, 1}};
    service.push(std::move(meanwhile));
    feed.pump();

    QTRY_VERIFY(!model.isSorting());
    QCOMPARE(model.rowCount(), 60'000);
    QCOMPARE(model.index(0, kName).data().toString(), u"job 1"_qs);
    QCOMPARE(model.index(1, kName).data().toString(), u"job 70000"_qs);
    QCOMPARE(model.index(2, kName).data().toString(), u"job 59999"_qs);
}

void TestJobTableModel::aRowIsOneSentenceForAScreenReader()
{
    Window window;
    window.add({JobBuilder(1)
                    .named("driver-pack")
                    .files(7, 10)
                    .inState(JobState::Error)
                    .failedWith(fromHttpStatus(404), "hp.cab")
                    .build()});

    const auto sentence = window.model.index(0, kState).data(Qt::AccessibleTextRole).toString();

    for (const auto &part : {u"driver-pack"_qs, u"Failed"_qs, u"hp.cab"_qs, u"7 of 10 files"_qs, u"will not retry"_qs})
        QVERIFY2(sentence.contains(part), qPrintable(sentence));
}

void TestJobTableModel::theNextColumnTellsWhoMoves()
{
    Window window;
    const auto now = WallTime {std::chrono::seconds {1'700'000'100}};
    TableUpdate changes;
    changes.time = now;
    changes.added = {
        JobBuilder(1).inState(JobState::Error).build(),
        JobBuilder(2)
            .inState(JobState::TransientError)
            .failedWith(fromHttpStatus(503), "a", 2)
            .nextRetry(now + std::chrono::seconds {600})
            .build(),
        JobBuilder(3).inState(JobState::Transferred).build(),
        JobBuilder(4).inState(JobState::Transferring).bytes(100, 1000).rate(50).build(),
        JobBuilder(5).inState(JobState::Queued).build(),
        JobBuilder(6).inState(JobState::Acknowledged).build(),
    };
    window.push(std::move(changes));
    window.model.sort(static_cast<int>(JobColumn::Added), Qt::AscendingOrder);
    const auto next = [&](int row) { return window.model.index(row, static_cast<int>(JobColumn::Next)); };

    QCOMPARE(next(0).data().toString(), u"you"_qs);
    QVERIFY(next(0).data(JobTableModel::IsUsersMoveRole).toBool());
    QVERIFY(next(1).data().toString().endsWith(u"3rd try"_qs));
    QVERIFY(!next(1).data(JobTableModel::IsUsersMoveRole).toBool());
    QCOMPARE(next(2).data().toString(), u"Complete"_qs);
    QCOMPARE(next(3).data().toString(), u"18 s left"_qs);
    QCOMPARE(next(4).data().toString(), u"in line"_qs);
    QVERIFY(next(5).data().toString().isEmpty());
}

void TestJobTableModel::aRandomLifeShowsExactlyTheMatchingJobsInOrder()
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        Window window;
        std::mt19937 random(seed);
        window.model.sort(kProgress, seed % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        window.model.setFilter(filter(seed % 3 == 0 ? "" : "-state:finished"));
        std::uint64_t last = 0;
        for (int step = 0; step < 60; ++step) {
            window.model.setOrderHeld(random() % 3 == 0);
            const auto anyJob = [&](std::uint64_t number) {
                return JobBuilder(number)
                    .inState(kAllJobStates[random() % kJobStateCount])
                    .bytes(random() % 8, 8)
                    .build();
            };
            TableUpdate changes;
            for (JobTable::Index job = 0; job < window.feed.table().end(); ++job) {
                if (!window.feed.table().contains(job))
                    continue;
                const auto number = window.feed.table().idOf(job).high;
                if (random() % 12 == 0)
                    changes.removed.push_back(JobId {number, 1});
                else if (random() % 4 == 0)
                    changes.changed.push_back(anyJob(number));
            }
            for (auto n = random() % 4; n > 0; --n)
                changes.added.push_back(anyJob(++last));
            window.push(std::move(changes));
        }

        window.model.setOrderHeld(false);

        std::vector<double> progress;
        for (int row = 0; row < window.model.rowCount(); ++row)
            progress.push_back(
                static_cast<double>(window.model.table().at(window.model.jobAt(row)).status.bytesTransferred));
        QVERIFY2(seed % 2 == 0 ? std::is_sorted(progress.begin(), progress.end())
                               : std::is_sorted(progress.rbegin(), progress.rend()),
                 qPrintable(QString::number(seed)));
        const auto &table = window.feed.table();
        const auto expected = table.size() - (seed % 3 == 0 ? 0 : table.count(JobState::Acknowledged));
        QCOMPARE(static_cast<std::size_t>(window.model.rowCount()), expected);
    }
}

QTEST_MAIN(TestJobTableModel)
#include "tst_jobtablemodel.moc"
