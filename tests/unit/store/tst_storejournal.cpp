// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <atomic>

#include "store/memoryjournal.h"
#include "store/storeopen.h"
#include "storesamples.h"

using namespace haulwatch;

/// What every journal promises the core thread, on disk and in memory.
class TestStoreJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
    }

    void ticketsAscendAndBecomeDurable_data() { journals(); }
    void ticketsAscendAndBecomeDurable();
    void anUrgentTicketMakesTheEarlierOnesDurable_data() { journals(); }
    void anUrgentTicketMakesTheEarlierOnesDurable();
    void settlingWaitsForAllThatWasSubmitted_data() { journals(); }
    void settlingWaitsForAllThatWasSubmitted();
    void whatIsNotUrgentBecomesDurableByItself_data() { journals(); }
    void whatIsNotUrgentBecomesDurableByItself();
    void theNotificationComesOnceATicketIsDurable_data() { journals(); }
    void theNotificationComesOnceATicketIsDurable();
    void afterANewNotificationTheOldOneIsSilent();
    void anEmptyBatchBecomesDurableToo_data() { journals(); }
    void anEmptyBatchBecomesDurableToo();
    void historyIsThatOfTheJobAlone_data() { journals(); }
    void historyIsThatOfTheJobAlone();
    void aRemovedJobHasNoHistory_data() { journals(); }
    void aRemovedJobHasNoHistory();
    void closingKeepsEverything();

private:
    static void journals()
    {
        QTest::addColumn<bool>("onDisk");
        QTest::newRow("on disk") << true;
        QTest::newRow("in memory") << false;
    }
    [[nodiscard]] std::unique_ptr<JobJournal> journal() const
    {
        QFETCH(const bool, onDisk);
        return onDisk ? openOnDisk().journal : makeMemoryJournal();
    }
    [[nodiscard]] OpenStore openOnDisk() const
    {
        auto store = openStore(m_home->filePath(QStringLiteral("data")).toStdString());
        if (!store)
            qFatal("%s", store.error().detail.c_str());
        return std::move(*store);
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestStoreJournal::ticketsAscendAndBecomeDurable()
{
    const auto store = journal();
    QCOMPARE(store->durable(), JournalTicket {0});

    for (JournalTicket expected = 1; expected <= 100; ++expected)
        QCOMPARE(store->submit({PutJob {sampleJob(expected)}}, expected % 2 == 0), expected);

    QTRY_COMPARE(store->durable(), JournalTicket {100});
    QVERIFY(!store->failure());
}

void TestStoreJournal::anUrgentTicketMakesTheEarlierOnesDurable()
{
    const auto store = journal();
    store->submit({PutJob {sampleJob(1)}}, false);
    const auto urgent = store->submit({PutStatus {sampleId(1), {}, {}}}, true);

    QTRY_VERIFY(store->durable() >= urgent);
}

void TestStoreJournal::settlingWaitsForAllThatWasSubmitted()
{
    const auto store = journal();
    QVERIFY(store->settle());

    for (JournalTicket i = 1; i <= 50; ++i) {
        const auto ticket = store->submit({PutJob {sampleJob(i)}}, false);
        QVERIFY(store->settle());
        QVERIFY(store->durable() >= ticket);
    }
}

void TestStoreJournal::whatIsNotUrgentBecomesDurableByItself()
{
    const auto store = journal();

    const auto ticket = store->submit({PutJob {sampleJob(1)}}, false);

    QTRY_COMPARE(store->durable(), ticket);
}

void TestStoreJournal::theNotificationComesOnceATicketIsDurable()
{
    const auto store = journal();
    std::atomic<JournalTicket> seen = 0;
    store->setDurableNotify([&] { seen = store->durable(); });

    const auto first = store->submit({PutJob {sampleJob(1)}}, true);
    QTRY_COMPARE(seen.load(), first);
    const auto second = store->submit({PutJob {sampleJob(2)}}, false);

    QTRY_COMPARE(seen.load(), second);
    store->setDurableNotify({});
}

void TestStoreJournal::afterANewNotificationTheOldOneIsSilent()
{
    const auto store = openOnDisk();
    for (int round = 0; round < 200; ++round) {
        auto alive = std::make_unique<std::atomic<int>>(0);
        store.journal->setDurableNotify([&count = *alive] { ++count; });
        store.journal->submit({PutJob {sampleJob(1)}}, true);

        // A sanitizer reports a call that comes after this.
        store.journal->setDurableNotify({});
        alive.reset();
    }

    const auto last = store.journal->submit({}, true);
    QTRY_COMPARE(store.journal->durable(), last);
}

void TestStoreJournal::anEmptyBatchBecomesDurableToo()
{
    const auto store = journal();

    const auto ticket = store->submit({}, true);

    QTRY_COMPARE(store->durable(), ticket);
}

void TestStoreJournal::historyIsThatOfTheJobAlone()
{
    const auto store = journal();
    store->submit({PutJob {sampleJob(1)}, PutJob {sampleJob(2)}, sampleLine(1, 10), sampleLine(2, 20)}, false);
    store->submit({sampleLine(2, 21)}, true);
    store->submit({sampleLine(1, 11)}, false);

    const auto history = store->history(sampleId(1)).value();

    QCOMPARE(history.size(), std::size_t {2});
    QCOMPARE(history[0].value, std::uint64_t {10});
    QCOMPARE(history[1].value, std::uint64_t {11});
    QVERIFY(store->history(sampleId(3)).value().empty());
}

void TestStoreJournal::aRemovedJobHasNoHistory()
{
    const auto store = journal();
    store->submit({PutJob {sampleJob(1)}, sampleLine(1, 1)}, true);

    store->submit({RemoveJob {sampleId(1)}}, false);

    QVERIFY(store->history(sampleId(1)).value().empty());
}

void TestStoreJournal::closingKeepsEverything()
{
    {
        const auto store = openOnDisk();
        for (std::uint64_t n = 1; n <= 30'000; ++n)
            store.journal->submit({PutJob {sampleJob(n)}}, false);
    }

    const auto store = openOnDisk();
    QCOMPARE(store.jobs.size(), std::size_t {30'000});
    for (std::uint64_t n = 1; n <= 30'000; ++n)
        QVERIFY(store.jobs[n - 1].spec->id == sampleId(n));
}

QTEST_GUILESS_MAIN(TestStoreJournal)
#include "tst_storejournal.moc"
