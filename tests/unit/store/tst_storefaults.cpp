// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "store/jobstore.h"
#include "store/schema.h"
#include "store/sqlite.h"
#include "store/storeopen.h"
#include "storesamples.h"

using namespace haulwatch;

namespace {

/// Until its end no file of this process grows beyond `bytes`: a full disk that root cannot write to either.
class FullDisk {
public:
    explicit FullDisk(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        auto limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before {};
};

} // namespace

/// What is wrong with a store is told, and nothing in it is lost.
class TestStoreFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
    }

    void aNewStoreIsOnlyForItsUser();
    void aDamagedStoreIsKeptAsideAndANewOneBegins_data();
    void aDamagedStoreIsKeptAsideAndANewOneBegins();
    void twoDamagedStoresAreBothKept();
    void damageInTheHistoryIsFoundByTheNextSession();
    void aNewerStoreIsLeftUntouched();
    void aStoreInUseByThisProcessIsLocked();
    void aStoreInUseByAnotherProcessIsLocked();
    void aFolderThatCannotBeMadeIsNotWritable_data();
    void aFolderThatCannotBeMadeIsNotWritable();
    void aFolderThatIsNotTheUsersAloneIsRefused_data();
    void aFolderThatIsNotTheUsersAloneIsRefused();
    void aStoreThatWasNeverWholeIsBegunAnew();
    void secretsThatCannotBeReadLeaveEverythingAsItIs();
    void aDatabaseWithoutRoomRefusesABatchWhole();
    void whatAFullDiskRefusesIsKeptUntilThereIsRoom();

private:
    [[nodiscard]] std::string folder() const { return m_home->filePath(QStringLiteral("data")).toStdString(); }
    [[nodiscard]] QString databasePath() const { return m_home->filePath(QStringLiteral("data/jobs.sqlite")); }
    [[nodiscard]] QByteArray databaseBytes() const
    {
        QFile file(databasePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void overwrite(const QByteArray &bytes) const
    {
        QFile file(databasePath());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// A closed store with this many jobs, each with a line of history.
    void makeStore(std::uint64_t jobs) const
    {
        auto store = openStore(folder());
        QVERIFY(store);
        for (std::uint64_t n = 1; n <= jobs; ++n)
            store->journal->submit({PutJob {sampleJob(n)}, sampleLine(n, n)}, false);
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestStoreFaults::aNewStoreIsOnlyForItsUser()
{
    const auto store = openStore(folder() + "/below/this");

    QVERIFY(store);
    struct stat status { };
    QCOMPARE(stat((folder() + "/below/this").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0700U);
    for (const auto *file : {"jobs.sqlite", "jobs.sqlite-wal", "jobs.sqlite-shm"}) {
        QCOMPARE(stat((folder() + "/below/this/" + file).c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
    }
}

void TestStoreFaults::aDamagedStoreIsKeptAsideAndANewOneBegins_data()
{
    QTest::addColumn<QString>("damage");
    for (const auto *damage : {"not a database", "cut in half", "another program's", "a page of noise", "a wrong value",
                               "nothing left", "one byte left"})
        QTest::newRow(damage) << QString::fromLatin1(damage);
}

void TestStoreFaults::aDamagedStoreIsKeptAsideAndANewOneBegins()
{
    QFETCH(const QString, damage);
    makeStore(1'000);
    auto bytes = databaseBytes();
    const QByteArray log("what the log held");
    if (damage == QStringLiteral("not a database")) {
        bytes = QByteArray(10'000, 'x');
    } else if (damage == QStringLiteral("cut in half")) {
        bytes.truncate(bytes.size() / 2);
    } else if (damage == QStringLiteral("nothing left")) {
        bytes.clear();
    } else if (damage == QStringLiteral("one byte left")) {
        bytes.truncate(1);
    } else if (damage == QStringLiteral("another program's")) {
        bytes[68] = 'x'; // the application id, https://www.sqlite.org/fileformat.html §1.3
    } else if (damage == QStringLiteral("a page of noise")) {
        bytes.replace(bytes.indexOf("job-500.iso") / 4'096 * 4'096, 4'096, QByteArray(4'096, '\x5A'));
    } else {
        auto database = Database::open(databasePath().toStdString());
        QVERIFY(database->execute("UPDATE status SET state = 77"));
        database = tl::unexpected(SqlError {});
        bytes = databaseBytes();
    }
    overwrite(bytes);

    const auto first = openStore(folder());
    const auto second = openStore(folder());

    QVERIFY(!first);
    QCOMPARE(first.error().fault, StoreFault::Damaged);
    QVERIFY(!first.error().detail.empty());
    QFile aside(QString::fromStdString(first.error().keptAside));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QVERIFY(aside.readAll() == bytes);
    QVERIFY(second);
    QVERIFY(second->jobs.empty());
}

void TestStoreFaults::twoDamagedStoresAreBothKept()
{
    makeStore(1);
    overwrite("first damage");
    const auto first = openStore(folder());
    overwrite("second damage");
    QFile log(databasePath() + QStringLiteral("-wal"));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("its log");
    log.close();

    const auto second = openStore(folder());

    QVERIFY(!first && !second);
    QVERIFY(first.error().keptAside != second.error().keptAside);
    for (const auto &[path, content] :
         {std::pair(first.error().keptAside, "first damage"), std::pair(second.error().keptAside, "second damage"),
          std::pair(second.error().keptAside + "-wal", "its log")}) {
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(content));
    }
    QVERIFY(!QFile::exists(databasePath()));
    QVERIFY(!log.exists());
}

void TestStoreFaults::damageInTheHistoryIsFoundByTheNextSession()
{
    makeStore(2'000);
    auto database = Database::open(databasePath().toStdString());
    const auto page = database->queryInteger("SELECT rootpage FROM sqlite_schema WHERE name = 'history'").value();
    database = tl::unexpected(SqlError {});
    auto bytes = databaseBytes();
    bytes.replace((page - 1) * 4'096, 4'096, QByteArray(4'096, '\x5A'));
    overwrite(bytes);

    {
        // Nothing of it is read by loading, so it costs no start.
        auto store = openStore(folder());
        QVERIFY(store);
        const auto history = store->journal->history(sampleId(1));
        QVERIFY(!history);
        QCOMPARE(history.error().refusal, Refusal::StoreFailed);
    }
    const auto next = openStore(folder());

    QVERIFY(!next);
    QCOMPARE(next.error().fault, StoreFault::Damaged);
    QVERIFY(openStore(folder()));
}

void TestStoreFaults::aNewerStoreIsLeftUntouched()
{
    makeStore(3);
    auto database = Database::open(databasePath().toStdString());
    QVERIFY(database->execute("PRAGMA user_version = 1000"));
    database = tl::unexpected(SqlError {});
    const auto before = databaseBytes();

    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto store = openStore(folder());

        QVERIFY(!store);
        QCOMPARE(store.error().fault, StoreFault::Newer);
        QVERIFY(store.error().keptAside.empty());
        QVERIFY(databaseBytes() == before);
    }
}

void TestStoreFaults::aStoreInUseByThisProcessIsLocked()
{
    auto first = openStore(folder());
    QVERIFY(first);

    const auto second = openStore(folder());
    first = tl::unexpected(StoreError {});
    const auto third = openStore(folder());

    QVERIFY(!second);
    QCOMPARE(second.error().fault, StoreFault::Locked);
    QVERIFY(third);
}

void TestStoreFaults::aStoreInUseByAnotherProcessIsLocked()
{
    QProcess other;
    other.start(QCoreApplication::applicationDirPath() + QStringLiteral("/storechild"),
                {QStringLiteral("hold"), QString::fromStdString(folder())});
    QVERIFY(other.waitForReadyRead(10'000));

    const auto store = openStore(folder());
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished(10'000));
    const auto later = openStore(folder());

    QVERIFY(!store);
    QCOMPARE(store.error().fault, StoreFault::Locked);
    QVERIFY(later);
}

void TestStoreFaults::aFolderThatCannotBeMadeIsNotWritable_data()
{
    QTest::addColumn<QString>("path");
    // Neither lets even root make a file.
    QTest::newRow("below proc") << QStringLiteral("/proc/haulwatch");
    QTest::newRow("proc itself") << QStringLiteral("/proc");
    QTest::newRow("below a file") << QStringLiteral("/etc/passwd/haulwatch/data");
    QTest::newRow("a file") << QStringLiteral("/etc/passwd");
    QTest::newRow("nothing") << QString();
}

void TestStoreFaults::aFolderThatCannotBeMadeIsNotWritable()
{
    QFETCH(const QString, path);

    const auto store = openStore(path.toStdString());

    QVERIFY(!store);
    QCOMPARE(store.error().fault, StoreFault::NotWritable);
    QVERIFY(!store.error().detail.empty());
}

void TestStoreFaults::aFolderThatIsNotTheUsersAloneIsRefused_data()
{
    QTest::addColumn<unsigned>("mode");
    QTest::addColumn<unsigned>("owner");
    QTest::newRow("open to all") << 0777U << unsigned(geteuid());
    QTest::newRow("as /tmp") << 01777U << unsigned(geteuid());
    if (geteuid() == 0)
        QTest::newRow("of another user") << 0700U << 65'534U;
}

void TestStoreFaults::aFolderThatIsNotTheUsersAloneIsRefused()
{
    QFETCH(const unsigned, mode);
    QFETCH(const unsigned, owner);
    QVERIFY(QDir().mkpath(QString::fromStdString(folder())));
    QCOMPARE(chown(folder().c_str(), owner, getegid()), 0);
    QCOMPARE(chmod(folder().c_str(), mode), 0);

    const auto store = openStore(folder());

    QVERIFY(!store);
    QCOMPARE(store.error().fault, StoreFault::NotPrivate);
    QVERIFY(QDir(QString::fromStdString(folder())).isEmpty());
}

// As a process leaves it that was killed while it made the store.
void TestStoreFaults::aStoreThatWasNeverWholeIsBegunAnew()
{
    QVERIFY(QDir().mkpath(QString::fromStdString(folder())));
    QFile half(QString::fromStdString(folder()) + QStringLiteral("/jobs.new.sqlite"));
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("SQLite format 3");
    half.close();

    const auto store = openStore(folder());

    QVERIFY(store);
    QVERIFY(store->jobs.empty());
    QVERIFY(!half.exists());
}

void TestStoreFaults::secretsThatCannotBeReadLeaveEverythingAsItIs()
{
    makeStore(1);
    const auto before = databaseBytes();
    QDir data(QString::fromStdString(folder()));
    QVERIFY(data.mkdir(QStringLiteral("secrets.json")));

    const auto store = openStore(folder());

    QVERIFY(!store);
    QCOMPARE(store.error().fault, StoreFault::Unreadable);
    QVERIFY(store.error().keptAside.empty());
    QVERIFY(data.exists(QStringLiteral("secrets.json")));
    QCOMPARE(databaseBytes(), before);
}

void TestStoreFaults::aDatabaseWithoutRoomRefusesABatchWhole()
{
    const auto path = m_home->filePath(QStringLiteral("small.sqlite")).toStdString();
    auto store = JobStore::open(Database::open(path).value()).value();
    QVERIFY(store.apply(std::vector<StoreOperation> {PutJob {sampleJob(1)}}));
    const auto pages = store.database().queryInteger("PRAGMA page_count").value();
    QVERIFY(store.database().execute(("PRAGMA max_page_count = " + std::to_string(pages + 2)).c_str()));
    std::vector<StoreOperation> batch {RemoveJob {sampleId(1)}};
    for (std::uint64_t n = 2; n < 500; ++n)
        batch.emplace_back(PutJob {sampleJob(n)});

    const auto refused = store.apply(batch);
    const auto before = store.load().value().size();
    QVERIFY(store.database().execute("PRAGMA max_page_count = 100000"));
    const auto accepted = store.apply(batch);

    QVERIFY(!refused);
    QCOMPARE(refused.error().fault, SqlFault::Full);
    QCOMPARE(before, std::size_t {1});
    QVERIFY(accepted);
    QCOMPARE(store.load().value().size(), std::size_t {498});
}

void TestStoreFaults::whatAFullDiskRefusesIsKeptUntilThereIsRoom()
{
    auto store = openStore(folder());
    QVERIFY(store);
    auto &journal = *store->journal;
    std::atomic<int> notified = 0;
    journal.setDurableNotify([&] { ++notified; });
    const auto first = journal.submit({PutJob {sampleJob(1)}}, true);
    QTRY_VERIFY(journal.durable() == first);
    QVERIFY(!journal.failure());
    const int notifiedBefore = notified;

    JournalTicket last = 0;
    {
        const FullDisk full(QFileInfo(databasePath() + QStringLiteral("-wal")).size());
        for (std::uint64_t n = 2; n < 100; ++n)
            last = journal.submit({PutJob {sampleJob(n)}, sampleLine(n, n), sampleLine(1, n)}, true);
        QTRY_VERIFY(journal.failure());
        QVERIFY(!journal.failure()->empty());
        QVERIFY(journal.durable() < last);
        QVERIFY(notified > notifiedBefore);
        // What waits is history all the same.
        QCOMPARE(journal.history(sampleId(1)).value().size(), std::size_t {98});
    }

    QTRY_VERIFY(journal.durable() == last);
    QVERIFY(!journal.failure());
    store = tl::unexpected(StoreError {});
    store = openStore(folder());
    QVERIFY(store);
    QCOMPARE(store->jobs.size(), std::size_t {99});
    const auto history = store->journal->history(sampleId(1)).value();
    QCOMPARE(history.size(), std::size_t {98});
    for (std::size_t i = 0; i < history.size(); ++i)
        QCOMPARE(history[i].value, std::uint64_t {i + 2});
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
