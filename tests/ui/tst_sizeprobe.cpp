// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include "dialogs/addjobdialog.h"
#include "dialogs/certificateprobe.h"
#include "dialogs/jobproxy.h"
#include "dialogs/sizeprobe.h"
#include "support/answeringservice.h"
#include "support/faultserver.h"
#include "words/format.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

JobDraft draftOf(std::vector<std::string> addresses)
{
    JobDraft draft;
    for (auto &address : addresses)
        draft.files.push_back({std::move(address), {}, std::nullopt});
    return draft;
}

Reply answering(int status)
{
    Reply reply;
    reply.status = status;
    return reply;
}

Reply leadingTo(const std::string &address)
{
    Reply reply = answering(302);
    reply.headers = {"Location: " + address};
    return reply;
}

bool shows(const AddJobDialog &dialog, const QString &text)
{
    const auto labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&text](const QLabel *label) { return label->text().contains(text); });
}

Reply withBody(std::size_t size)
{
    Reply reply;
    reply.body = patternedBytes(size);
    return reply;
}

} // namespace

class TestSizeProbe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aHeadTellsTheSize();
    void whereHeadIsNotAllowedAByteIsAskedFor();
    void aServerWithoutRangesTellsTheLengthAndIsHungUpOn();
    void aSizeNobodyTellsIsUnknown();
    void aRefusalIsKeptWithItsStatus();
    void aServerThatIsNotThereIsNoAnswer();
    void theSignInIsSentWhereItIsAskedFor();
    void theHeadersAreSentToTheirServerOnly();
    void aRedirectLoopEnds();
    void nothingIsAskedTwice();
    void whatWasTakenOutIsNotAskedFor();
    void ofAVeryLongListTheFirstAreAskedFor();
    void aCertificateIsAskedForThroughTheJobsProxy();
    void theDialogSaysHowMuchItIs();
    void theDialogSaysWhatAServerRefuses();

private:
    const SizeProbe::Answer *ask(const JobDraft &draft);

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<FaultServer> m_other;
    std::unique_ptr<SizeProbe> m_probe;
};

void TestSizeProbe::init()
{
    m_probe = std::make_unique<SizeProbe>();
    m_server = std::make_unique<FaultServer>();
    m_other = std::make_unique<FaultServer>();
}

// Of the first address; waits until all have answered.
const SizeProbe::Answer *TestSizeProbe::ask(const JobDraft &draft)
{
    m_probe->ask(draft);
    [this] { QTRY_VERIFY(!m_probe->isAsking()); }();
    return m_probe->answerOf(draft.files.front().remote);
}

void TestSizeProbe::aHeadTellsTheSize()
{
    m_server->script("/file", {withBody(12'345)});

    const auto *answer = ask(draftOf({m_server->address("/file")}));

    QVERIFY(answer);
    QCOMPARE(answer->size, std::optional<std::uint64_t>(12'345));
    QCOMPARE(m_server->requests("/file").size(), std::size_t {1});
    QCOMPARE(m_server->requests("/file").front().method, std::string("HEAD"));
}

void TestSizeProbe::whereHeadIsNotAllowedAByteIsAskedFor()
{
    m_server->script("/file", {answering(405), withBody(12'345)});

    const auto *answer = ask(draftOf({m_server->address("/file")}));

    QVERIFY(answer);
    QCOMPARE(answer->size, std::optional<std::uint64_t>(12'345));
    QCOMPARE(m_server->requests("/file").at(1).header("Range"), std::string("bytes=0-0"));
}

void TestSizeProbe::aServerWithoutRangesTellsTheLengthAndIsHungUpOn()
{
    Reply reply = withBody(40'000'000);
    reply.honoursRange = false;
    m_server->script("/file", {answering(501), reply});

    const auto *answer = ask(draftOf({m_server->address("/file")}));

    QVERIFY(answer);
    QCOMPARE(answer->size, std::optional<std::uint64_t>(40'000'000));
}

void TestSizeProbe::aSizeNobodyTellsIsUnknown()
{
    Reply reply = withBody(100);
    reply.framing = Reply::Framing::Chunked;
    reply.honoursRange = false;
    m_server->script("/file", {reply});

    const auto *answer = ask(draftOf({m_server->address("/file")}));

    QVERIFY(answer);
    QVERIFY(!answer->size);
    QCOMPARE(answer->status, 200);
}

void TestSizeProbe::aRefusalIsKeptWithItsStatus()
{
    const auto *answer = ask(draftOf({m_server->address("/nothing")}));

    QVERIFY(answer);
    QVERIFY(!answer->size);
    QCOMPARE(answer->status, 404);
}

void TestSizeProbe::aServerThatIsNotThereIsNoAnswer()
{
    const auto address = m_server->address("/file");
    m_server.reset();

    const auto *answer = ask(draftOf({address}));

    QVERIFY(answer);
    QVERIFY(!answer->size);
    QCOMPARE(answer->status, 0);
}

void TestSizeProbe::theSignInIsSentWhereItIsAskedFor()
{
    Reply signIn = answering(401);
    signIn.headers = {"WWW-Authenticate: Basic realm=\"x\""};
    m_server->script("/file", {signIn, withBody(77)});
    auto address = m_server->address("/file");
    address.insert(address.find("//") + 2, "me:se%20cret@");

    const auto *answer = ask(draftOf({address}));

    QVERIFY(answer);
    QCOMPARE(answer->size, std::optional<std::uint64_t>(77));
    QVERIFY(m_server->requests("/file").at(0).header("Authorization").empty());
    QCOMPARE(QByteArray::fromStdString(m_server->requests("/file").at(1).header("Authorization")),
             "Basic " + QByteArray("me:se cret").toBase64());
}

void TestSizeProbe::theHeadersAreSentToTheirServerOnly()
{
    m_server->script("/file", {leadingTo(m_other->address("/there"))});
    m_other->script("/there", {withBody(5)});
    auto draft = draftOf({m_server->address("/file")});
    draft.options.headers = {"X-Token: abc"};

    const auto *answer = ask(draft);

    QVERIFY(answer);
    QCOMPARE(answer->size, std::optional<std::uint64_t>(5));
    QCOMPARE(m_server->requests("/file").front().header("X-Token"), std::string("abc"));
    QCOMPARE(m_other->requests("/there").front().header("X-Token"), std::string());
}

void TestSizeProbe::aRedirectLoopEnds()
{
    m_server->script("/file", {leadingTo(m_server->address("/file"))});

    const auto *answer = ask(draftOf({m_server->address("/file")}));

    QVERIFY(answer);
    QVERIFY(!answer->size);
    QCOMPARE(m_server->requests("/file").size(), std::size_t {11});
}

void TestSizeProbe::nothingIsAskedTwice()
{
    m_server->script("/a", {withBody(1)});
    m_server->script("/b", {withBody(2)});
    QVERIFY(ask(draftOf({m_server->address("/a")})));

    QVERIFY(ask(draftOf({m_server->address("/a"), m_server->address("/b")})));

    QCOMPARE(m_server->requests("/a").size(), std::size_t {1});
    QCOMPARE(m_server->requests("/b").size(), std::size_t {1});
}

void TestSizeProbe::whatWasTakenOutIsNotAskedFor()
{
    Reply silent;
    silent.stallsBeforeHead = true;
    m_server->script("/silent", {silent});
    m_server->script("/a", {withBody(1)});
    m_probe->ask(draftOf({m_server->address("/silent")}));

    QVERIFY(ask(draftOf({m_server->address("/a")})));

    QVERIFY(!m_probe->answerOf(m_server->address("/silent")));
}

void TestSizeProbe::ofAVeryLongListTheFirstAreAskedFor()
{
    std::vector<std::string> addresses;
    for (std::size_t i = 0; i < SizeProbe::kMostAddresses + 10; ++i)
        addresses.push_back(m_server->address('/' + std::to_string(i)));

    QVERIFY(ask(draftOf(addresses)));

    QVERIFY(m_probe->answerOf(addresses[SizeProbe::kMostAddresses - 1]));
    QVERIFY(!m_probe->answerOf(addresses[SizeProbe::kMostAddresses]));
}

void TestSizeProbe::aCertificateIsAskedForThroughTheJobsProxy()
{
    JobOptions options;
    options.proxy = "127.0.0.1:" + std::to_string(m_server->port());
    CertificateProbe probe;
    QSignalSpy failed(&probe, &CertificateProbe::failed);

    probe.ask(QStringLiteral("files.invalid:8443"), proxyOf(options));

    // This one is no proxy for others, but it was asked.
    QTRY_COMPARE(failed.size(), 1);
    const auto seen = m_server->requests("files.invalid:8443");
    QCOMPARE(seen.size(), std::size_t {1});
    QCOMPARE(seen.front().method, std::string("CONNECT"));
}

void TestSizeProbe::theDialogSaysHowMuchItIs()
{
    m_server->script("/a", {withBody(1'000'000)});
    m_server->script("/b", {withBody(2'500'000)});
    const QTemporaryDir folder;
    AnsweringService service;
    JobFeed feed(service);
    AddJobDialog dialog(feed, folder.path());
    dialog.setAsksServers(true);
    dialog.open();

    dialog.findChild<QPlainTextEdit *>()->setPlainText(
        QString::fromStdString(m_server->address("/a") + '\n' + m_server->address("/b")));

    QTRY_VERIFY(shows(dialog, u"2 files in one job · "_qs + format::bytes(3'500'000)));
}

void TestSizeProbe::theDialogSaysWhatAServerRefuses()
{
    const QTemporaryDir folder;
    AnsweringService service;
    JobFeed feed(service);
    AddJobDialog dialog(feed, folder.path());
    dialog.setAsksServers(true);
    dialog.open();

    dialog.findChild<QPlainTextEdit *>()->setPlainText(QString::fromStdString(m_server->address("/gone.iso")));

    QTRY_VERIFY(shows(dialog, u"1 file · size not told<br>The server answers 404 for “gone.iso”."_qs));
}

QTEST_MAIN(TestSizeProbe)
#include "tst_sizeprobe.moc"
