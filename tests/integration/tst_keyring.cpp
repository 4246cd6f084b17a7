// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QDir>
#include <QFile>

#include "keyringfixture.h"
#include "programfixture.h"
#include "system/systemkeyring.h"

using namespace haulwatch;
using test::KeyringFixture;
using test::ProgramFixture;
using test::Reply;

/// Credentials in the keyring of the system, with the real program and a real Secret Service.
class TestKeyring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void credentialsAreSealedAndServeAfterARestart();
    void withoutAKeyringTheyAreInAFileForTheUserAloneUntilThereIsOne();
    void aJobWaitsForItsLockedCredentialsAndTheOthersGoOn_data();
    void aJobWaitsForItsLockedCredentialsAndTheOthersGoOn();
    void aLockedJobGoesOnWithCredentialsGivenAnew();
    void aKeyringThatIsTurnedOffIsNotAsked();
    void aKeyringThatDoesNotAnswerIsGivenUp();

private:
    [[nodiscard]] QString sealedPath() const
    {
        return QString::fromStdString(m_program->data.path("data/secrets.sealed"));
    }
    [[nodiscard]] QString openPath() const { return QString::fromStdString(m_program->data.path("data/secrets.json")); }
    [[nodiscard]] static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Of everything in the data directory.
    [[nodiscard]] QByteArray everythingStored() const
    {
        QByteArray stored;
        const QDir data(QString::fromStdString(m_program->data.path("data")));
        for (const auto &name : data.entryList(QDir::Files | QDir::Hidden))
            stored += contentOf(data.filePath(name));
        return stored;
    }
    /// A job that signs in with alice:hunter2, kept but not started.
    [[nodiscard]] QString addSigned() const
    {
        auto address = m_program->address("/secret");
        address.replace(QStringLiteral("http://"), QStringLiteral("http://alice:hunter2@"));
        return m_program->add(address, {QStringLiteral("--suspended")});
    }
    void expectSignIn() const
    {
        Reply asks;
        asks.status = 401;
        asks.headers = {"WWW-Authenticate: Basic realm=\"here\""};
        Reply gives;
        gives.body = "signed in";
        m_program->server.script("/secret", {asks, gives});
    }
    void resumeAndExpectArrival(const QString &id) const
    {
        QCOMPARE(m_program->run({QStringLiteral("resume"), id}).status, 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_program->stateOf(id), std::string("ACKNOWLEDGED"), 30'000);
    }

    std::unique_ptr<KeyringFixture> m_keyring;
    std::unique_ptr<ProgramFixture> m_program;
};

void TestKeyring::initTestCase()
{
    // Installed by ./dev test; without them nothing here is tested, which must not look like success.
    const KeyringFixture keyring;
    QVERIFY2(keyring.isReady(), "dbus-daemon is needed (Debian: dbus-daemon)");
}

void TestKeyring::init()
{
    m_keyring = std::make_unique<KeyringFixture>();
    QVERIFY2(m_keyring->startDaemon(), "gnome-keyring-daemon is needed (Debian: gnome-keyring)");
    m_program = std::make_unique<ProgramFixture>();
    for (const auto &name : m_keyring->environment().keys())
        m_program->setEnvironment(name, m_keyring->environment().value(name));
    m_program->setEnvironment(QStringLiteral("HAULWATCH_KEYRING"), QStringLiteral("on"));
}

void TestKeyring::cleanup()
{
    m_program.reset();
    m_keyring.reset();
}

void TestKeyring::credentialsAreSealedAndServeAfterARestart()
{
    expectSignIn();
    const auto id = addSigned();
    QVERIFY(!id.isEmpty());

    QVERIFY(contentOf(sealedPath()).contains(id.toUtf8()));
    QVERIFY(!everythingStored().contains("hunter2"));
    QVERIFY(!everythingStored().contains("alice"));
    QCOMPARE(QFile::permissions(sealedPath()) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(!QFile::exists(openPath()));
    const auto serve = m_program->serve();
    QVERIFY(serve);
    resumeAndExpectArrival(id);

    QCOMPARE(m_program->server.requests("/secret").back().header("Authorization"),
             std::string("Basic YWxpY2U6aHVudGVyMg=="));
    QCOMPARE(ProgramFixture::stop(*serve), 0);
    QVERIFY(!serve->readAllStandardError().contains("eyring"));
    QVERIFY(!everythingStored().contains("hunter2"));
}

void TestKeyring::withoutAKeyringTheyAreInAFileForTheUserAloneUntilThereIsOne()
{
    m_keyring->stopDaemon();
    expectSignIn();
    const auto id = addSigned();
    QVERIFY(contentOf(openPath()).contains("hunter2"));
    QCOMPARE(QFile::permissions(openPath()) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    const auto without = m_program->serve();
    QVERIFY(without);
    QCOMPARE(ProgramFixture::stop(*without), 0);
    QVERIFY(without->readAllStandardError().contains("unencrypted"));

    QVERIFY(m_keyring->startDaemon());
    const auto serve = m_program->serve();

    QVERIFY(serve);
    QVERIFY(!QFile::exists(openPath()));
    QVERIFY(!everythingStored().contains("hunter2"));
    resumeAndExpectArrival(id);
}

void TestKeyring::aJobWaitsForItsLockedCredentialsAndTheOthersGoOn_data()
{
    QTest::addColumn<bool>("isGone");
    QTest::newRow("the keyring is gone") << true;
    QTest::newRow("the keyring is locked") << false;
}

void TestKeyring::aJobWaitsForItsLockedCredentialsAndTheOthersGoOn()
{
    QFETCH(const bool, isGone);
    expectSignIn();
    Reply open;
    open.body = "for everybody";
    m_program->server.script("/open", {open});
    const auto id = addSigned();
    const auto sealed = contentOf(sealedPath());
    m_keyring->stopDaemon();
    if (!isGone)
        QVERIFY(m_keyring->startDaemon(false));

    const auto without = m_program->serve();
    QVERIFY(without);
    QCOMPARE(m_program->run({QStringLiteral("resume"), id}).status, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->stateOf(id), std::string("TRANSIENT_ERROR"), 30'000);
    const auto error = m_program->run({QStringLiteral("error"), id});
    const auto other = m_program->add(m_program->address("/open"));
    QTRY_COMPARE_WITH_TIMEOUT(m_program->stateOf(other), std::string("ACKNOWLEDGED"), 30'000);
    QCOMPARE(ProgramFixture::stop(*without), 0);

    QVERIFY(m_program->server.requests("/secret").empty());
    QVERIFY2(error.out.contains("Unlock the keyring"), error.out.constData());
    const auto told = without->readAllStandardError();
    QVERIFY2(told.contains("credentials of one job cannot be read"), told.constData());
    QCOMPARE(contentOf(sealedPath()), sealed);

    m_keyring->stopDaemon();
    QVERIFY(m_keyring->startDaemon());
    const auto serve = m_program->serve();
    QVERIFY(serve);
    resumeAndExpectArrival(id);
    QCOMPARE(m_program->server.requests("/secret").back().header("Authorization"),
             std::string("Basic YWxpY2U6aHVudGVyMg=="));
}

void TestKeyring::aLockedJobGoesOnWithCredentialsGivenAnew()
{
    expectSignIn();
    const auto id = addSigned();
    const auto sealed = contentOf(sealedPath());
    m_keyring->stopDaemon();
    const auto serve = m_program->serve();
    QVERIFY(serve);

    QCOMPARE(
        m_program->run({QStringLiteral("set"), id, QStringLiteral("--credentials"), QStringLiteral("-")}, "bob:tr0ut\n")
            .status,
        0);
    resumeAndExpectArrival(id);

    QCOMPARE(m_program->server.requests("/secret").back().header("Authorization"), std::string("Basic Ym9iOnRyMHV0"));
    QCOMPARE(contentOf(sealedPath()), sealed);
}

void TestKeyring::aKeyringThatIsTurnedOffIsNotAsked()
{
    m_program->setEnvironment(QStringLiteral("HAULWATCH_KEYRING"), QStringLiteral("off"));

    const auto id = addSigned();

    QVERIFY(!id.isEmpty());
    QVERIFY(contentOf(openPath()).contains("hunter2"));
    QVERIFY(!QFile::exists(sealedPath()));
}

void TestKeyring::aKeyringThatDoesNotAnswerIsGivenUp()
{
    for (const auto &name : m_keyring->environment().keys())
        qputenv(name.toLatin1().constData(), m_keyring->environment().value(name).toUtf8());
    m_keyring->freezeDaemon();

    const auto key = SystemKeyring(std::chrono::milliseconds(300)).find("none");

    QVERIFY(!key);
    QCOMPARE(key.error().fault, KeyringFault::Silent);
}

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
