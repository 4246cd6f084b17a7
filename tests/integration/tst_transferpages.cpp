// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "support/faultserver.h"
#include "transferfixture.h"

using namespace haulwatch;
using namespace haulwatch::test;

Q_DECLARE_METATYPE(Reply)

namespace {

constexpr std::size_t kSize = 400'000;

Reply fileReply()
{
    Reply reply;
    reply.body = patternedBytes(kSize);
    return reply;
}

Reply cutReply()
{
    auto reply = fileReply();
    reply.stopAfter = kSize / 2;
    return reply;
}

Reply pageReply()
{
    Reply reply;
    reply.body = "\n<!DOCTYPE html><title>Sign in</title>";
    reply.headers = {"Content-Type: text/html; charset=utf-8"};
    reply.etag.clear();
    reply.lastModified.clear();
    return reply;
}

template <typename Change>
Reply changedPage(Change change)
{
    auto reply = pageReply();
    change(reply);
    return reply;
}

} // namespace

/// A web page in place of the file: of a network's sign-in, of a server under repair, of a file host's waiting room.
class TestTransferPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageIsNotTheFile_data();
    void aPageIsNotTheFile();
    void aPageInPlaceOfWhatWasBegunIsTransientAndCostsNothing_data();
    void aPageInPlaceOfWhatWasBegunIsTransientAndCostsNothing();
    void aPortalThatRedirectsIsNotTheFile();
    void whatOnlySaysItIsAPageIsTaken_data();
    void whatOnlySaysItIsAPageIsTaken();
    void aPageIsTakenIfTheUserSaysSo();
};

void TestTransferPages::aPageIsNotTheFile_data()
{
    QTest::addColumn<Reply>("page");
    QTest::newRow("interstitial") << pageReply();
    QTest::newRow("with validators") << changedPage([](Reply &r) { r.etag = "\"page\""; });
    QTest::newRow("chunked") << changedPage([](Reply &r) { r.framing = Reply::Framing::Chunked; });
    QTest::newRow("packed") << changedPage(
        [](Reply &r) { r.headers.push_back("Content-Encoding: gzip"), r.body = "\x1F\x8B"; });
    QTest::newRow("empty") << changedPage([](Reply &r) { r.body.clear(); });
    QTest::newRow("XHTML") << changedPage([](Reply &r) { r.headers = {"Content-Type: application/xhtml+xml"}; });
}

void TestTransferPages::aPageIsNotTheFile()
{
    QFETCH(Reply, page);
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {page});

    const auto outcome = fixture.fetch(fixture.request(server.address("/file"), "disk.iso"));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::WebPageInstead);
    QVERIFY(!outcome.failed->error.transient);
    QVERIFY(fixture.folder().names().empty());
}

void TestTransferPages::aPageInPlaceOfWhatWasBegunIsTransientAndCostsNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("another kind of name") << QByteArray("disk.iso");
    QTest::newRow("a script's name") << QByteArray("get.php");
    QTest::newRow("a name that says nothing") << QByteArray("12345");
}

void TestTransferPages::aPageInPlaceOfWhatWasBegunIsTransientAndCostsNothing()
{
    QFETCH(QByteArray, name);
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {cutReply(), pageReply(), fileReply()});
    auto request = fixture.request(server.address("/file"), name.toStdString());
    request.file.checksum = Checksum {ChecksumAlgorithm::Md5, std::string(32, '0')}; // costs nothing with one, too
    request.resumeFrom = fixture.fetch(request).failed->checkpoint;
    QCOMPARE(request.resumeFrom.offset, Bytes {kSize / 2});

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::WebPageInstead);
    QVERIFY(outcome.failed->error.transient);
    QCOMPARE(outcome.failed->checkpoint, request.resumeFrom);
    request.file.checksum.reset();
    request.resumeFrom = outcome.failed->checkpoint;
    QCOMPARE(fixture.fetch(request).starts.front().offset, Bytes {kSize / 2});
    QVERIFY(fixture.part(request) == fileReply().body);
}

void TestTransferPages::aPortalThatRedirectsIsNotTheFile()
{
    FaultServer server;
    FaultServer portal;
    TransferFixture fixture;
    Reply redirect;
    redirect.status = 302;
    redirect.headers = {"Location: http://localhost:" + std::to_string(portal.port()) + "/"};
    server.script("/page.html", {cutReply(), redirect});
    portal.script("/", {pageReply()});
    auto request = fixture.request(server.address("/page.html"), "page.html");
    request.resumeFrom = fixture.fetch(request).failed->checkpoint;

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::WebPageInstead);
    QVERIFY(outcome.failed->error.host.starts_with("localhost:"));
    QCOMPARE(outcome.failed->checkpoint, request.resumeFrom);
}

void TestTransferPages::whatOnlySaysItIsAPageIsTaken_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Reply>("reply");
    QTest::newRow("a page that was meant") << QByteArray("page.html") << pageReply();
    QTest::newRow("a script's page") << QByteArray("index.php") << pageReply();
    QTest::newRow("a page without an ending") << QByteArray("about") << pageReply();
    QTest::newRow("a version is no ending") << QByteArray("release-1.2") << pageReply();
    QTest::newRow("a page that was packed before") << QByteArray("manual.html.gz") << changedPage([](Reply &r) {
        r.headers.push_back("Content-Encoding: gzip"), r.body = "\x1F\x8B" + patternedBytes(kSize);
    });
    QTest::newRow("a script that says no type")
        << QByteArray("a.zip") << changedPage([](Reply &r) { r.body = "PK\x03\x04" + patternedBytes(kSize); });
}

void TestTransferPages::whatOnlySaysItIsAPageIsTaken()
{
    QFETCH(QByteArray, name);
    QFETCH(Reply, reply);
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {reply});
    const auto request = fixture.request(server.address("/file"), name.toStdString());

    QVERIFY(fixture.fetch(request).finished);
    QVERIFY(fixture.part(request) == reply.body);
}

void TestTransferPages::aPageIsTakenIfTheUserSaysSo()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {pageReply()});
    auto request = fixture.request(server.address("/file"), "disk.iso");
    withOptions(request, [](JobOptions &options) { options.takesWebPages = true; });

    QVERIFY(fixture.fetch(request).finished);
    QVERIFY(fixture.part(request) == pageReply().body);
}

QTEST_GUILESS_MAIN(TestTransferPages)
#include "tst_transferpages.moc"
