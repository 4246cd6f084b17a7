// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <random>

#include "crashscript.h"
#include "store/jobstore.h"
#include "store/operationqueue.h"
#include "storesamples.h"

using namespace haulwatch;

namespace {

std::vector<StoreOperation> statuses(std::uint64_t job, std::uint64_t count)
{
    std::vector<StoreOperation> operations;
    for (std::uint64_t i = 1; i <= count; ++i) {
        JobStatus status;
        status.bytesTransferred = i;
        operations.emplace_back(PutStatus {sampleId(job), status, {}});
    }
    return operations;
}

} // namespace

/// Batches stay whole and in order; waiting for long makes them fewer, never different.
class TestOperationQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void batchesComeOutInOrderAndWhole();
    void aBatchAboveTheLimitComesAlone();
    void whatWasPutBackComesFirst();
    void aLongQueueOfOneJobStaysShort();
    void historyIsNeverCondensedAway();
    void aCondensedQueueLeadsToTheSameStore_data();
    void aCondensedQueueLeadsToTheSameStore();
};

void TestOperationQueue::batchesComeOutInOrderAndWhole()
{
    OperationQueue queue;
    for (JournalTicket ticket = 1; ticket <= 5; ++ticket)
        queue.push({ticket, statuses(ticket, 3)});

    const auto first = queue.take(8);
    const auto second = queue.take(100);

    QCOMPARE(first.ticket, JournalTicket {2});
    QCOMPARE(first.operations.size(), std::size_t {6});
    QVERIFY(std::get<PutStatus>(first.operations[3]).id == sampleId(2));
    QCOMPARE(second.ticket, JournalTicket {5});
    QCOMPARE(second.operations.size(), std::size_t {9});
    QVERIFY(queue.empty());
    QCOMPARE(queue.operations(), std::size_t {0});
}

void TestOperationQueue::aBatchAboveTheLimitComesAlone()
{
    OperationQueue queue;
    queue.push({1, statuses(1, 20)});
    queue.push({2, statuses(2, 1)});

    const auto first = queue.take(10);

    QCOMPARE(first.ticket, JournalTicket {1});
    QCOMPARE(first.operations.size(), std::size_t {20});
    QCOMPARE(queue.operations(), std::size_t {1});
}

void TestOperationQueue::whatWasPutBackComesFirst()
{
    OperationQueue queue;
    queue.push({1, statuses(1, 1)});
    queue.push({2, statuses(2, 1)});
    auto taken = queue.take(1);
    queue.push({3, statuses(3, 1)});

    queue.putBack(std::move(taken));
    const auto again = queue.take(1);

    QCOMPARE(again.ticket, JournalTicket {1});
    QVERIFY(std::get<PutStatus>(again.operations.at(0)).id == sampleId(1));
    QCOMPARE(queue.take(9).ticket, JournalTicket {3});
}

void TestOperationQueue::aLongQueueOfOneJobStaysShort()
{
    OperationQueue queue(1'000);
    JournalTicket last = 0;
    for (int i = 0; i < 100; ++i) {
        queue.push({++last, statuses(1, 100)});
        QVERIFY(queue.operations() <= 1'000);
    }

    const auto all = queue.take(1'000);

    QCOMPARE(all.ticket, last);
    QCOMPARE(std::get<PutStatus>(all.operations.back()).status.bytesTransferred, Bytes {100});
}

void TestOperationQueue::historyIsNeverCondensedAway()
{
    OperationQueue queue(10);
    for (std::uint64_t i = 0; i < 100; ++i)
        queue.push({i + 1, {sampleLine(1, i), sampleLine(2, i)}});

    std::vector<HistoryEntry> history;
    queue.continueHistory(sampleId(1), history);

    QCOMPARE(history.size(), std::size_t {100});
    for (std::size_t i = 0; i < history.size(); ++i)
        QCOMPARE(history[i].value, std::uint64_t {i});
}

void TestOperationQueue::aCondensedQueueLeadsToTheSameStore_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

void TestOperationQueue::aCondensedQueueLeadsToTheSameStore()
{
    QFETCH(const quint64, seed);
    auto store = JobStore::open(Database::open(":memory:").value()).value();
    OperationQueue queue(50);
    CrashScript expected;
    std::mt19937_64 random(seed);
    std::size_t operations = 0;
    std::size_t applied = 0;
    std::uint64_t number = 0;

    for (int round = 0; round < 10; ++round) {
        for (int i = 0; i < 60; ++i) {
            ++number;
            // Batch 1 makes the job of all counters; the rest of the script begins elsewhere for each seed.
            auto batch = CrashScript::batch(number == 1 ? 1 : seed * 100'000 + number);
            operations += batch.size();
            expected.apply(batch);
            queue.push({number, std::move(batch)});
        }
        while (!queue.empty()) {
            const auto batch = queue.take(1 + random() % 100);
            applied += batch.operations.size();
            QVERIFY(store.apply(batch.operations));
        }
    }

    QVERIFY(applied < operations);
    const auto jobs = store.load().value();
    QCOMPARE(jobs.size(), expected.jobs().size());
    for (const auto &job : jobs) {
        const auto &model = expected.jobs().at(job.spec->id);
        QVERIFY(job.status == model.status);
        QVERIFY(job.files == model.files);
        QCOMPARE(job.error != nullptr, model.error != nullptr);
        QVERIFY(!job.error || *job.error == *model.error);
    }
    QCOMPARE(store.history(CrashScript::counter()).value().size(), std::size_t {number});
}

QTEST_GUILESS_MAIN(TestOperationQueue)
#include "tst_operationqueue.moc"
