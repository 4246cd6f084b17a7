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

QTEST_GUILESS_MAIN(TestCliSecrets)
#include "tst_clisecrets.moc"
