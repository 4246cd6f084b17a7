// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <sys/stat.h>

#include "store/secretsfile.h"
#include "store/storeopen.h"
#include "storesamples.h"

using namespace haulwatch;

namespace {

const JobSecrets kSecrets {
    "alice:hunter2%21", "bob:hunter2proxy", {"Authorization: Bearer hunter2token", "Cookie: \xFF\x80=hunter2"}};

} // namespace

/// A job's credentials survive a restart, but never in the database, and no longer than the job needs them.
class TestStoreSecrets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
    }

    void secretsSurviveARestart();
    void secretsAreInNoFileButTheirOwn();
    void onlyTheUserMayReadThem();
    void theyEndWithTheirJob_data();
    void theyEndWithTheirJob();
    void changedSecretsReplaceTheOldOnes();
    void aForgottenValueStaysUntilTheJobIsCommitted();
    void secretsOfAJobThatWasNeverKeptAreDropped();
    void damagedSecretsAreKeptAsideAndTheJobsStay();

private:
    [[nodiscard]] std::string folder() const { return m_home->filePath(QStringLiteral("data")).toStdString(); }
    [[nodiscard]] QString secretsPath() const { return m_home->filePath(QStringLiteral("data/secrets.json")); }
    [[nodiscard]] OpenStore open() const
    {
        auto store = openStore(folder());
        if (!store)
            qFatal("%s", store.error().detail.c_str());
        return std::move(*store);
    }
    [[nodiscard]] static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestStoreSecrets::secretsSurviveARestart()
{
    open().journal->submit({PutJob {sampleJob(1)}, PutJob {withSecrets(sampleJob(2), kSecrets)}, PutJob {sampleJob(3)}},
                           false);

    const auto store = open();

    QCOMPARE(store.jobs.size(), std::size_t {3});
    QVERIFY(!store.jobs[0].spec->secrets);
    QVERIFY(store.jobs[1].spec->secrets);
    QVERIFY(*store.jobs[1].spec->secrets == kSecrets);
    QVERIFY(!store.jobs[2].spec->secrets);
}

void TestStoreSecrets::secretsAreInNoFileButTheirOwn()
{
    auto store = open();
    const auto ticket = store.journal->submit({PutJob {withSecrets(sampleJob(1), kSecrets)}, sampleLine(1, 1)}, true);
    QTRY_VERIFY(store.journal->durable() == ticket);

    for (const bool isOpen : {true, false}) {
        if (!isOpen)
            store = {};
        int seen = 0;
        const QDir data(QString::fromStdString(folder()));
        for (const auto &name : data.entryList(QDir::Files | QDir::Hidden)) {
            const bool isSecrets = name == QStringLiteral("secrets.json");
            QCOMPARE(contentOf(data.filePath(name)).contains("hunter2"), isSecrets);
            seen += name.startsWith(QStringLiteral("jobs.sqlite")) || isSecrets ? 1 : 0;
        }
        QCOMPARE(seen, isOpen ? 4 : 2); // the database, its log and its index of the log; the secrets
    }
}

void TestStoreSecrets::onlyTheUserMayReadThem()
{
    open().journal->submit({PutJob {withSecrets(sampleJob(1), kSecrets)}}, false);

    struct stat status { };
    QCOMPARE(stat(secretsPath().toUtf8().constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0600U);
}

void TestStoreSecrets::theyEndWithTheirJob_data()
{
    QTest::addColumn<QString>("end");
    for (const auto *end : {"removed", "completed", "cancelled", "put again without", "put again completed"})
        QTest::newRow(end) << QString::fromLatin1(end);
}

void TestStoreSecrets::theyEndWithTheirJob()
{
    QFETCH(const QString, end);
    auto store = open();
    store.journal->submit({PutJob {withSecrets(sampleJob(1), kSecrets)}}, true);
    JobStatus final;
    final.state = end == QStringLiteral("completed") ? JobState::Acknowledged : JobState::Cancelled;
    auto ended = withSecrets(sampleJob(1), kSecrets);
    ended.status.state = JobState::Acknowledged;
    StoreOperation operation = PutStatus {sampleId(1), final, {}};
    if (end == QStringLiteral("removed"))
        operation = RemoveJob {sampleId(1)};
    else if (end == QStringLiteral("put again without"))
        operation = PutJob {sampleJob(1)};
    else if (end == QStringLiteral("put again completed"))
        operation = PutJob {ended};

    store.journal->submit({operation}, true);
    store = {};

    QVERIFY(QFile::exists(secretsPath()));
    QVERIFY(!contentOf(secretsPath()).contains("hunter2"));
    for (const auto &job : open().jobs)
        QVERIFY(!job.spec->secrets);
}

void TestStoreSecrets::changedSecretsReplaceTheOldOnes()
{
    const JobSecrets changed {"alice:correct horse", "", {}};
    open().journal->submit({PutJob {withSecrets(sampleJob(1), kSecrets)}}, true);

    open().journal->submit({PutJob {withSecrets(sampleJob(1), changed)}}, true);

    QVERIFY(*open().jobs.at(0).spec->secrets == changed);
    QVERIFY(!contentOf(secretsPath()).contains("hunter2"));
}

void TestStoreSecrets::aForgottenValueStaysUntilTheJobIsCommitted()
{
    const SecretsFile::Paths paths {m_home->filePath(QStringLiteral("open")).toStdString(),
                                    m_home->filePath(QStringLiteral("sealed")).toStdString()};
    const auto valuesAfterACrash = [&] {
        const auto file = SecretsFile::read(paths, nullptr);
        return file->all().begin()->second->queryValues;
    };
    const SecretValue old {"https://h", "sig", "old"};
    const SecretValue forgotten {"https://h", "sig", ""};
    const SecretValue added {"https://g", "sig", "new"};
    const std::vector<StoreOperation> first {PutJob {withSecrets(sampleJob(1), {"", "", {}, {old}})}};
    const std::vector<StoreOperation> second {PutJob {withSecrets(sampleJob(1), {"", "", {}, {forgotten, added}})}};
    auto file = SecretsFile::read(paths, nullptr);
    QVERIFY(file.has_value());
    QVERIFY(!file->add(first));

    QVERIFY(!file->add(second));
    QVERIFY((valuesAfterACrash() == std::vector {old, added}));

    file->settle(second);
    QVERIFY((valuesAfterACrash() == std::vector {forgotten, added}));
}

void TestStoreSecrets::secretsOfAJobThatWasNeverKeptAreDropped()
{
    // They are written before the job, so a crash between the two leaves them alone.
    open().journal->submit({PutJob {withSecrets(sampleJob(1), kSecrets)}}, true);
    for (const auto *file : {"data/jobs.sqlite", "data/jobs.sqlite-wal"})
        QFile::remove(m_home->filePath(QString::fromLatin1(file)));

    QVERIFY(open().jobs.empty());

    QVERIFY(QFile::exists(secretsPath()));
    QVERIFY(!contentOf(secretsPath()).contains("hunter2"));
}

void TestStoreSecrets::damagedSecretsAreKeptAsideAndTheJobsStay()
{
    open().journal->submit({PutJob {withSecrets(sampleJob(1), kSecrets)}}, true);
    QFile file(secretsPath());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    const QByteArray damaged("{\"jobs\": {\"x\": hunter2");
    file.write(damaged);
    file.close();

    const auto first = openStore(folder());
    const auto second = openStore(folder());

    QVERIFY(!first);
    QCOMPARE(first.error().fault, StoreFault::Damaged);
    QCOMPARE(contentOf(QString::fromStdString(first.error().keptAside)), damaged);
    QVERIFY(first.error().detail.find("hunter2") == std::string::npos);
    QVERIFY(second);
    QCOMPARE(second->jobs.size(), std::size_t {1});
}

QTEST_GUILESS_MAIN(TestStoreSecrets)
#include "tst_storesecrets.moc"
