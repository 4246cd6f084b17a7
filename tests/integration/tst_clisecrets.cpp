// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QDirIterator>
#include <QFile>

#include <array>

#include "programfixture.h"

using namespace haulwatch;
using test::ProgramFixture;
using test::Reply;

/// What signs in is used and then seen nowhere: in no answer of a command, in no file of the data directory but the one
/// for secrets, though the server does its best to echo it.
class TestCliSecrets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = std::make_unique<ProgramFixture>(); }
    void cleanup() { m_program.reset(); }

    void noSecretReachesAnAnswerOrTheStore();
    void aSignedQueryIsInNoRecordOfAnAttempt();
    void aMarkedParameterIsSentAndSeenNowhereElse();
    void aHeaderOfAnyNameIsSentAndSeenNowhereElse();
    void aSignInInAnAddressIsRefusedBesideAnotherServer();
    void aMarkedParameterThatNoAddressHasIsRefused();
    void aMarkedParameterGoesToNoOtherHost();
    void aMarkedParameterStaysSoWhenTheAddressChanges();
    void aMarkedParameterThatARedirectRepeatsIsInNoRecord();
    void aRedirectWithAMarkedParameterLeadsToTheFile();

private:
    /// All that the reading commands say of a job, as text and as JSON.
    [[nodiscard]] QByteArray everythingSaidOf(const QString &id) const;
    /// The data directory's files but the one for secrets, joined.
    [[nodiscard]] QByteArray everythingStored() const;

    std::unique_ptr<ProgramFixture> m_program;
};

namespace {

constexpr std::array kSecrets {"pa55word-in-address", "bearer-t0ken-1234", "c00kie-value-5678", "pr0xy-password"};

// A refusal that quotes all it was sent.
Reply echo()
{
    Reply reply;
    reply.raw = "HTTP/1.1 403 not for someone:pa55word-in-address nor bearer-t0ken-1234\r\n"
                "Server: c00kie-value-5678\r\n"
                "Location: http://someone:pa55word-in-address@h/\r\n"
                "Content-Length: 20\r\n\r\npa55word-in-address\n";
    return reply;
}

} // namespace

QByteArray TestCliSecrets::everythingSaidOf(const QString &id) const
{
    QByteArray said;
    for (const auto &command : {u"show"_qs, u"error"_qs, u"files"_qs, u"history"_qs}) {
        for (const QStringList &words : {QStringList {command, id}, QStringList {command, id, u"--json"_qs}}) {
            const auto outcome = m_program->run(words);
            said += outcome.out + outcome.err;
        }
    }
    return said;
}

QByteArray TestCliSecrets::everythingStored() const
{
    QByteArray stored;
    QDirIterator files(QString::fromStdString(m_program->data.path()), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.fileName().contains(u"secrets"_qs) && file.open(QIODevice::ReadOnly))
            stored += file.readAll();
    }
    return stored;
}

void TestCliSecrets::noSecretReachesAnAnswerOrTheStore()
{
    m_program->server.script("/file", {echo()});
    Reply proxy;
    proxy.raw = "HTTP/1.1 403 me:pr0xy-password may not\r\nVia: 1.1 pr0xy-password\r\nContent-Length: 0\r\n\r\n";
    m_program->server.script("http://h.example/other", {proxy});
    const QString address =
        m_program->address("/file").replace(u"http://"_qs, u"http://someone:pa55word-in-address@"_qs);
    const auto serve = m_program->serve();

    const auto added =
        m_program->run({u"add"_qs, address, u"--header"_qs, u"Authorization: Bearer bearer-t0ken-1234"_qs,
                        u"--header"_qs, u"Cookie: session=c00kie-value-5678"_qs, u"--wait"_qs});
    QCOMPARE(added.status, 1);
    const auto failed =
        m_program->run({u"add"_qs, u"http://h.example/other"_qs, u"--proxy"_qs,
                        m_program->address("").replace(u"http://"_qs, u"http://me:pr0xy-password@"_qs), u"--wait"_qs});
    QCOMPARE(failed.status, 1);
    const QByteArray said = added.out + added.err + failed.out + failed.err + everythingSaidOf(added.line())
        + everythingSaidOf(failed.line());
    QCOMPARE(ProgramFixture::stop(*serve), 0);

    const auto stored = everythingStored();
    QVERIFY(stored.contains("127.0.0.1")); // it is the store that was read
    for (const char *secret : kSecrets) {
        QVERIFY2(!said.contains(secret), secret);
        QVERIFY2(!stored.contains(secret), secret);
    }
    QVERIFY(said.contains("403"));
    QVERIFY(!m_program->server.requests("http://h.example/other").empty());
    QCOMPARE(m_program->server.requests("/file").back().header("Cookie"), std::string("session=c00kie-value-5678"));
}

void TestCliSecrets::aSignedQueryIsInNoRecordOfAnAttempt()
{
    const auto path = std::string("/file?version=7&X-Amz-Signature=s1gnature0123&access_token=t0k3n");
    Reply reply;
    reply.status = 403;
    reply.headers = {"Location: /elsewhere?sig=s1gnature0123"};
    m_program->server.script(path, {reply});
    const auto added = m_program->run({u"add"_qs, m_program->address(path), u"--wait"_qs});
    QCOMPARE(added.status, 1);

    QByteArray said = added.out + added.err;
    for (const auto &command : {u"error"_qs, u"history"_qs}) {
        for (const QStringList &words :
             {QStringList {command, added.line()}, QStringList {command, added.line(), u"--json"_qs}})
            said += m_program->run(words).out;
    }

    QCOMPARE(m_program->server.requests(path).size(), std::size_t {1});
    QVERIFY(said.contains("version=7"));
    QVERIFY(!said.contains("s1gnature0123"));
    QVERIFY(!said.contains("t0k3n"));
}

void TestCliSecrets::aMarkedParameterIsSentAndSeenNowhereElse()
{
    const std::string path = "/file?who=me&pass=hunter2%2Bx&version=7";
    Reply reply;
    reply.raw = "HTTP/1.1 403 hunter2%2Bx is wrong, hunter2+x too, %68unter2%2bx\r\nServer: hunter2%2Bx\r\n"
                "Location: /there?next=%2Ff%3Fpass%3Dhunter2%252bx&pass=hunter2%2bx\r\nContent-Length: 0\r\n\r\n";
    Reply file;
    file.body = "the file";
    m_program->server.script(path, {reply, file});
    auto serve = m_program->serve();
    const auto added =
        m_program->run({u"add"_qs, u"--input"_qs, u"-"_qs, u"--secret-param"_qs, u"pass"_qs, u"--wait"_qs},
                       m_program->address(path).toUtf8() + '\n');
    QCOMPARE(added.status, 1);
    const auto id = added.line();
    const QByteArray said =
        added.out + added.err + everythingSaidOf(id) + m_program->run({u"list"_qs, u"--json"_qs}).out;
    QCOMPARE(ProgramFixture::stop(*serve), 0);
    const auto stored = everythingStored();

    serve = m_program->serve();
    QCOMPARE(m_program->run({u"resume"_qs, id}).status, 0);
    QTRY_COMPARE(m_program->stateOf(id), std::string("ACKNOWLEDGED"));

    QVERIFY(said.contains("pass=(secret-1)&version=7"));
    QVERIFY(said.contains("403"));
    QVERIFY(stored.contains("pass=(secret-1)"));
    QVERIFY2(!said.contains("hunter2"), said.constData());
    QVERIFY(!stored.contains("hunter2"));
    QCOMPARE(m_program->server.requests(path).size(), std::size_t {2});
}

void TestCliSecrets::aHeaderOfAnyNameIsSentAndSeenNowhereElse()
{
    Reply reply;
    reply.raw = "HTTP/1.1 403 glpat-0123 is wrong\r\nServer: agent-key-4567\r\nContent-Length: 0\r\n\r\n";
    m_program->server.script("/file", {reply});
    auto serve = m_program->serve();

    const auto added =
        m_program->run({u"add"_qs, m_program->address("/file"), u"--header"_qs, u"PRIVATE-TOKEN: glpat-0123"_qs,
                        u"--header"_qs, u"User-Agent: agent-key-4567"_qs, u"--header"_qs, u"Accept: text/plain"_qs,
                        u"--secret-header"_qs, u"user-agent"_qs, u"--wait"_qs});
    const QByteArray said = added.out + added.err + everythingSaidOf(added.line());
    QCOMPARE(ProgramFixture::stop(*serve), 0);
    const auto stored = everythingStored();

    QCOMPARE(added.status, 1);
    QCOMPARE(m_program->server.requests("/file").back().header("PRIVATE-TOKEN"), std::string("glpat-0123"));
    QCOMPARE(m_program->server.requests("/file").back().header("User-Agent"), std::string("agent-key-4567"));
    QVERIFY(stored.contains("Accept: text/plain"));
    for (const char *secret : {"glpat-0123", "agent-key-4567"}) {
        QVERIFY2(!said.contains(secret), said.constData());
        QVERIFY2(!stored.contains(secret), secret);
    }
}

void TestCliSecrets::aSignInInAnAddressIsRefusedBesideAnotherServer()
{
    test::FaultServer other;
    const auto refused =
        m_program->run({u"add"_qs, m_program->address("/a").replace(u"http://"_qs, u"http://me:pa55word@"_qs),
                        QString::fromStdString(other.address("/b")), u"--suspended"_qs});

    QCOMPARE(refused.status, 2);
    QVERIFY(refused.err.contains("for its server alone"));
    QVERIFY(!refused.err.contains("pa55word"));
}

void TestCliSecrets::aMarkedParameterThatNoAddressHasIsRefused()
{
    const auto added = m_program->run(
        {u"add"_qs, m_program->address("/file?token=abcdef"), u"--secret-param"_qs, u"tokn"_qs, u"--suspended"_qs});

    QCOMPARE(added.status, 2);
    QVERIFY(added.err.contains("tokn"));
    QVERIFY(!everythingStored().contains("abcdef"));
}

void TestCliSecrets::aMarkedParameterGoesToNoOtherHost()
{
    test::FaultServer other;
    const auto id =
        m_program->add(m_program->address("/file?pass=hunter2"), {u"--secret-param"_qs, u"pass"_qs, u"--suspended"_qs});
    const auto serve = m_program->serve();

    const auto set = m_program->run(
        {u"set"_qs, id, u"--url"_qs, u"0="_qs + QString::fromStdString(other.address("/file?pass=(secret-1)"))});

    QCOMPARE(set.status, 2);
    QVERIFY(set.err.contains("Give the whole address"));
    QVERIFY(other.requests("/file?pass=hunter2").empty());
    QVERIFY(m_program->run({u"files"_qs, id}).out.contains(m_program->address("/file").toUtf8()));
}

void TestCliSecrets::aMarkedParameterStaysSoWhenTheAddressChanges()
{
    Reply file;
    file.body = "the file";
    m_program->server.script("/new?pass=swordfish", {file});
    const auto id =
        m_program->add(m_program->address("/file?pass=hunter2"), {u"--secret-param"_qs, u"pass"_qs, u"--suspended"_qs});
    auto serve = m_program->serve();

    const auto set = m_program->run({u"set"_qs, id, u"--url"_qs, u"0="_qs + m_program->address("/new?pass=swordfish")});
    QCOMPARE(set.status, 0);
    QCOMPARE(m_program->run({u"resume"_qs, id}).status, 0);
    QTRY_COMPARE(m_program->stateOf(id), std::string("ACKNOWLEDGED"));
    const QByteArray said = everythingSaidOf(id);
    QCOMPARE(ProgramFixture::stop(*serve), 0);

    QVERIFY(said.contains("(secret-"));
    QVERIFY(!said.contains("swordfish"));
    QVERIFY(!everythingStored().contains("swordfish"));
    QVERIFY(!everythingStored().contains("hunter2"));
}

void TestCliSecrets::aMarkedParameterThatARedirectRepeatsIsInNoRecord()
{
    test::FaultServer other;
    Reply redirect;
    redirect.status = 302;
    redirect.headers = {"Location: " + other.address("/there?from=hunter2&pass=hunter2")};
    m_program->server.script("/file?pass=hunter2", {redirect});
    Reply refusal;
    refusal.status = 403;
    refusal.headers = {"Location: /?pass=hunter2", "Server: hunter2"};
    other.script("/there?from=hunter2&pass=hunter2", {refusal});
    auto serve = m_program->serve();

    const auto id = m_program->add(m_program->address("/file?pass=hunter2"), {u"--secret-param"_qs, u"pass"_qs});
    QTRY_COMPARE(m_program->stateOf(id), std::string("ERROR"));
    const QByteArray said = everythingSaidOf(id);
    QCOMPARE(ProgramFixture::stop(*serve), 0);

    QVERIFY(said.contains("403"));
    QVERIFY(said.contains("(secret-1)"));
    QVERIFY(!said.contains("hunter2"));
    QVERIFY(!everythingStored().contains("hunter2"));
}

void TestCliSecrets::aRedirectWithAMarkedParameterLeadsToTheFile()
{
    Reply redirect;
    redirect.status = 302;
    redirect.headers = {"Location: /there?pass=hunter2"};
    Reply file;
    file.body = "the file";
    m_program->server.script("/file?pass=hunter2", {redirect});
    m_program->server.script("/there?pass=hunter2", {file});
    auto serve = m_program->serve();

    const auto id = m_program->add(m_program->address("/file?pass=hunter2"), {u"--secret-param"_qs, u"pass"_qs});
    QTRY_COMPARE(m_program->stateOf(id), std::string("ACKNOWLEDGED"));
    const QByteArray said = everythingSaidOf(id);
    QCOMPARE(ProgramFixture::stop(*serve), 0);

    QVERIFY(!said.contains("hunter2"));
    QVERIFY(!everythingStored().contains("hunter2"));
}

QTEST_GUILESS_MAIN(TestCliSecrets)
#include "tst_clisecrets.moc"
