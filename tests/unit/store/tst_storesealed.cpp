// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <map>

#include <sys/stat.h>

#include "store/sealedsecrets.h"
#include "store/storeopen.h"
#include "storesamples.h"

using namespace haulwatch;

namespace {

const JobSecrets kSecrets {"alice:hunter2", "", {"Cookie: \xFF\x80=hunter2"}, {{"https://h", "sig", "hunter2%2F"}}};
const JobSecrets kOthers {"bob:swordfish", "", {}};

/// A keyring in memory that can be locked, and robbed.
class FakeKeyring final : public Keyring {
public:
    tl::expected<SealKey, KeyringFailure> find(const std::string &name) override
    {
        if (isLocked || !keys.contains(name))
            return tl::unexpected(KeyringFailure {KeyringFault::NoKey, "locked"});
        return keys.at(name);
    }
    std::optional<KeyringFailure> keep(const std::string &name, const SealKey &key) override
    {
        if (isLocked)
            return KeyringFailure {KeyringFault::Unavailable, "none"};
        keys.emplace(name, key);
        return std::nullopt;
    }

    std::map<std::string, SealKey> keys;
    bool isLocked = false;
};

} // namespace

/// With a keyring the file of secrets is sealed; while the key is away nothing in it is lost, and nothing runs without.
class TestStoreSealed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_keyring = FakeKeyring();
    }

    void sealedSecretsSurviveARestartAndAreInNoFileInClear();
    void anOpenFileIsSealedOnceThereIsAKeyring();
    void withoutAKeyringTheFileStaysOpenAndTheReasonIsTold();
    void withoutTheKeyTheSealedFileIsUntouchedAndItsJobsAreLocked_data();
    void withoutTheKeyTheSealedFileIsUntouchedAndItsJobsAreLocked();
    void secretsAddedWithoutTheKeyJoinTheSealedOnesLater();
    void secretsChangedWithoutTheKeyReplaceTheSealedOnesLater();
    void secretsRemovedWithoutTheKeyAreNotBackLater();
    void aLockedJobThatIsMendedOtherwiseKeepsItsSecrets();
    void aLockedJobThatEndsLeavesNoSecrets();
    void anOlderOpenFileDoesNotComeBack();
    void twoFoldersHaveTwoKeys();
    void aChangedByteIsNoticedAndTheFileKeptAside_data();
    void aChangedByteIsNoticedAndTheFileKeptAside();
    void aNewerFormatIsLeftUntouched();
    void eachWritingHasANonceOfItsOwn();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_home->filePath(QStringLiteral("data/") + QString::fromLatin1(name));
    }
    [[nodiscard]] QString sealedPath() const { return path("secrets.sealed"); }
    [[nodiscard]] QString openPath() const { return path("secrets.json"); }
    [[nodiscard]] std::string folder() const { return m_home->filePath(QStringLiteral("data")).toStdString(); }
    [[nodiscard]] OpenStore open(Keyring *keyring) const
    {
        auto store = openStore(folder(), keyring);
        if (!store)
            qFatal("%s", store.error().detail.c_str());
        return std::move(*store);
    }
    void put(Keyring *keyring, StoredJob job) const { open(keyring).journal->submit({PutJob {std::move(job)}}, true); }
    [[nodiscard]] static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] static JobSecrets secretsOf(const StoredJob &job)
    {
        return job.spec->secrets ? *job.spec->secrets : JobSecrets {};
    }
    [[nodiscard]] bool isAnywhereInClear(const char *text) const
    {
        const QDir data(QString::fromStdString(folder()));
        for (const auto &name : data.entryList(QDir::Files | QDir::Hidden)) {
            if (contentOf(data.filePath(name)).contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    FakeKeyring m_keyring;
};

void TestStoreSealed::sealedSecretsSurviveARestartAndAreInNoFileInClear()
{
    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));

    QVERIFY(!isAnywhereInClear("hunter2"));
    QVERIFY(!isAnywhereInClear("alice"));
    struct stat status { };
    QCOMPARE(stat(sealedPath().toUtf8().constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0600U);
    QVERIFY(!QFile::exists(openPath()));
    const auto store = open(&m_keyring);
    QVERIFY(secretsOf(store.jobs.at(0)) == kSecrets);
    QVERIFY(!store.keyringFailure);
    QCOMPARE(m_keyring.keys.size(), std::size_t {1});
}

void TestStoreSealed::anOpenFileIsSealedOnceThereIsAKeyring()
{
    put(nullptr, withSecrets(sampleJob(1), kSecrets));
    QVERIFY(isAnywhereInClear("hunter2"));

    const auto store = open(&m_keyring);

    QVERIFY(!isAnywhereInClear("hunter2"));
    QVERIFY(!QFile::exists(openPath()));
    QVERIFY(secretsOf(store.jobs.at(0)) == kSecrets);
}

void TestStoreSealed::withoutAKeyringTheFileStaysOpenAndTheReasonIsTold()
{
    m_keyring.isLocked = true;
    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));

    const auto store = open(&m_keyring);

    QVERIFY(!QFile::exists(sealedPath()));
    QVERIFY(secretsOf(store.jobs.at(0)) == kSecrets);
    QCOMPARE(store.keyringFailure->fault, KeyringFault::Unavailable);
    QCOMPARE(store.lockedJobs, std::size_t {0});
}

void TestStoreSealed::withoutTheKeyTheSealedFileIsUntouchedAndItsJobsAreLocked_data()
{
    QTest::addColumn<QString>("how");
    for (const auto *how : {"locked", "deleted", "not asked"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestStoreSealed::withoutTheKeyTheSealedFileIsUntouchedAndItsJobsAreLocked()
{
    QFETCH(const QString, how);
    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));
    put(&m_keyring, sampleJob(2));
    const auto before = contentOf(sealedPath());
    const auto keys = m_keyring.keys;
    m_keyring.isLocked = how == QStringLiteral("locked");
    if (how == QStringLiteral("deleted"))
        m_keyring.keys.clear();
    Keyring *const keyring = how == QStringLiteral("not asked") ? nullptr : &m_keyring;

    for (int start = 0; start < 2; ++start) {
        const auto store = open(keyring);
        QVERIFY(secretsOf(store.jobs.at(0)).locked);
        QVERIFY(!store.jobs.at(1).spec->secrets);
        QCOMPARE(store.lockedJobs, std::size_t {1});
        QCOMPARE(store.keyringFailure->fault, keyring ? KeyringFault::NoKey : KeyringFault::NotAsked);
    }

    QCOMPARE(contentOf(sealedPath()), before);
    m_keyring.keys = keys;
    m_keyring.isLocked = false;
    QVERIFY(secretsOf(open(&m_keyring).jobs.at(0)) == kSecrets);
}

void TestStoreSealed::secretsAddedWithoutTheKeyJoinTheSealedOnesLater()
{
    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));
    const auto before = contentOf(sealedPath());

    put(nullptr, withSecrets(sampleJob(2), kOthers));
    QCOMPARE(contentOf(sealedPath()), before);
    QVERIFY(secretsOf(open(nullptr).jobs.at(1)) == kOthers);
    const auto store = open(&m_keyring);

    QVERIFY(secretsOf(store.jobs.at(0)) == kSecrets);
    QVERIFY(secretsOf(store.jobs.at(1)) == kOthers);
    QVERIFY(!isAnywhereInClear("swordfish"));
}

void TestStoreSealed::secretsChangedWithoutTheKeyReplaceTheSealedOnesLater()
{
    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));

    put(nullptr, withSecrets(sampleJob(1), kOthers));

    QVERIFY(secretsOf(open(nullptr).jobs.at(0)) == kOthers);
    QVERIFY(secretsOf(open(&m_keyring).jobs.at(0)) == kOthers);
    QVERIFY(secretsOf(open(&m_keyring).jobs.at(0)) == kOthers);
}

void TestStoreSealed::secretsRemovedWithoutTheKeyAreNotBackLater()
{
    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));

    put(nullptr, sampleJob(1));

    QVERIFY(secretsOf(open(nullptr).jobs.at(0)).empty());
    QVERIFY(secretsOf(open(&m_keyring).jobs.at(0)).empty());
}

void TestStoreSealed::aLockedJobThatIsMendedOtherwiseKeepsItsSecrets()
{
    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));
    JobSecrets locked;
    locked.locked = true;
    auto mended = withSecrets(sampleJob(1), locked);
    mended.status.errorCount = 7;

    put(nullptr, mended);

    const auto store = open(&m_keyring);
    QCOMPARE(store.jobs.at(0).status.errorCount, 7U);
    QVERIFY(secretsOf(store.jobs.at(0)) == kSecrets);
}

void TestStoreSealed::aLockedJobThatEndsLeavesNoSecrets()
{
    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));
    JobStatus final;
    final.state = JobState::Cancelled;

    open(nullptr).journal->submit({PutStatus {sampleId(1), final, {}}}, true);

    QCOMPARE(open(nullptr).lockedJobs, std::size_t {0});
    QVERIFY(secretsOf(open(&m_keyring).jobs.at(0)).empty());
    const auto sealed = SealedSecrets::parse(contentOf(sealedPath()).toStdString());
    QVERIFY(sealed && sealed->jobs.empty());
}

void TestStoreSealed::anOlderOpenFileDoesNotComeBack()
{
    // A crash between the sealing and the end of the open file leaves both.
    put(nullptr, withSecrets(sampleJob(1), kOthers));
    const auto left = contentOf(openPath());
    static_cast<void>(open(&m_keyring));
    QFile file(openPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(left);
    file.close();

    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));

    QVERIFY(!QFile::exists(openPath()));
    QVERIFY(secretsOf(open(&m_keyring).jobs.at(0)) == kSecrets);
}

void TestStoreSealed::twoFoldersHaveTwoKeys()
{
    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));
    const auto other = openStore(m_home->filePath(QStringLiteral("other")).toStdString(), &m_keyring);

    QVERIFY(other.has_value());
    QCOMPARE(m_keyring.keys.size(), std::size_t {2});
    QVERIFY(m_keyring.keys.begin()->second.bytes() != m_keyring.keys.rbegin()->second.bytes());
}

void TestStoreSealed::aChangedByteIsNoticedAndTheFileKeptAside_data()
{
    QTest::addColumn<int>("fromEnd");
    QTest::newRow("tag") << 1;
    QTest::newRow("text") << 40;
    QTest::newRow("cut short") << 0;
}

void TestStoreSealed::aChangedByteIsNoticedAndTheFileKeptAside()
{
    QFETCH(const int, fromEnd);
    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));
    auto bytes = contentOf(sealedPath());
    if (fromEnd > 0)
        bytes[bytes.size() - fromEnd] = static_cast<char>(bytes[bytes.size() - fromEnd] ^ 1);
    else
        bytes.chop(1);
    QFile file(sealedPath());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();

    const auto store = openStore(folder(), &m_keyring);

    QVERIFY(!store);
    QCOMPARE(store.error().fault, StoreFault::Damaged);
    QCOMPARE(contentOf(QString::fromStdString(store.error().keptAside)), bytes);
}

void TestStoreSealed::aNewerFormatIsLeftUntouched()
{
    put(&m_keyring, withSecrets(sampleJob(1), kSecrets));
    auto bytes = contentOf(sealedPath());
    bytes.replace("secrets 1\n", "secrets 2\n");
    QFile file(sealedPath());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();

    const auto store = openStore(folder(), &m_keyring);

    QVERIFY(!store);
    QCOMPARE(store.error().fault, StoreFault::Newer);
    QCOMPARE(contentOf(sealedPath()), bytes);
}

void TestStoreSealed::eachWritingHasANonceOfItsOwn()
{
    const auto key = SealKey::random();
    const auto name = SealedSecrets::newKeyName();

    const auto first = SealedSecrets::seal(*name, *key, {sampleId(1)}, "text");
    const auto second = SealedSecrets::seal(*name, *key, {sampleId(1)}, "text");

    QVERIFY(*first != *second);
    QCOMPARE(SealedSecrets::parse(*first)->open(*key), std::optional<std::string>("text"));
    QVERIFY(!SealedSecrets::parse(*first)->open(*SealKey::random()));
}

QTEST_GUILESS_MAIN(TestStoreSealed)
#include "tst_storesealed.moc"
