// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "support/faultserver.h"
#include "transferfixture.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

constexpr std::size_t kSize = 400'000;

// The part file after a download that was cut, and what the engine said may be gone on from.
Checkpoint cutDownload(TransferFixture &fixture, const TransferRequest &request)
{
    const auto outcome = fixture.fetch(request);
    return outcome.failed ? outcome.failed->checkpoint : Checkpoint {};
}

Reply cutReply(const std::string &body, Reply::Ending ending = Reply::Ending::Reset)
{
    Reply reply;
    reply.body = body;
    reply.stopAfter = kSize / 2;
    reply.ending = ending;
    return reply;
}

Reply wholeReply(const std::string &body)
{
    Reply reply;
    reply.body = body;
    return reply;
}

} // namespace

Q_DECLARE_METATYPE(Reply)

class TestTransferResume : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholeFileArrives();
    void aResetConnectionIsResumedBehindTheLastByte();
    void aRestartedEngineResumesFromTheCheckpoint();
    void anAnswerThatDoesNotFitBeginsAgain_data();
    void anAnswerThatDoesNotFitBeginsAgain();
};

void TestTransferResume::aWholeFileArrives()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(kSize);
    server.serve("/file", body);

    const auto request = fixture.request(server.address("/file"));
    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(outcome.finished->size, Bytes {kSize});
    QVERIFY(!outcome.finished->lengthUnverified);
    QCOMPARE(outcome.starts.size(), 1u);
    QCOMPARE(outcome.starts.front().total, Bytes {kSize});
    QCOMPARE(outcome.starts.front().protocol, std::string("http/1.1"));
    QVERIFY(!fixture.folder().has("file.bin"));
    QVERIFY(fixture.part(request) == body);
}

void TestTransferResume::aResetConnectionIsResumedBehindTheLastByte()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(kSize);
    server.script("/file", {cutReply(body), wholeReply(body)});
    auto request = fixture.request(server.address("/file"));

    request.resumeFrom = cutDownload(fixture, request);
    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == body);
    QVERIFY(request.resumeFrom.offset > 0);
    QCOMPARE(request.resumeFrom.etag, std::string("\"v1\""));
    const auto resumed = server.requests("/file").at(1);
    QCOMPARE(resumed.header("Range"), "bytes=" + std::to_string(request.resumeFrom.offset) + '-');
    QCOMPARE(resumed.header("If-Range"), std::string("\"v1\""));
    QCOMPARE(outcome.starts.front().offset, request.resumeFrom.offset);
}

void TestTransferResume::aRestartedEngineResumesFromTheCheckpoint()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(kSize);
    server.script("/file", {cutReply(body), wholeReply(body)});
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = cutDownload(fixture, request);
    request.resumeFrom.offset = 1'000; // what stood in the store; more of it is in the part file
    fixture.restartEngine();

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == body);
    QCOMPARE(server.requests("/file").at(1).header("Range"), std::string("bytes=1000-"));
}

void TestTransferResume::anAnswerThatDoesNotFitBeginsAgain_data()
{
    const auto changed = patternedBytes(kSize, 2);
    QTest::addColumn<Reply>("second");
    const auto row = [&changed](const char *name, auto change) {
        Reply reply;
        reply.body = changed;
        change(reply);
        QTest::newRow(name) << reply;
    };
    row("the server ignores the range", [](Reply &r) { r.honoursRange = false; });
    row("another version of the same size", [](Reply &r) { r.etag = "\"v2\""; });
    row("If-Range is not looked at", [](Reply &r) { r.etag = "\"v2\"", r.looksAtIfRange = false; });
    row("the tag is missing", [](Reply &r) { r.etag.clear(), r.looksAtIfRange = false; });
    row("the range begins elsewhere", [](Reply &r) { r.contentRange = "bytes 7-399999/400000"; });
    row("another total", [](Reply &r) { r.contentRange = "bytes 200000-399999/400001"; });
    row("a range that can't be read", [](Reply &r) { r.contentRange = "octets 5"; });
    row("the file is shorter now", [](Reply &r) { r.body.resize(1'000); });
}

void TestTransferResume::anAnswerThatDoesNotFitBeginsAgain()
{
    QFETCH(Reply, second);
    FaultServer server;
    TransferFixture fixture;
    Reply third = second;
    third.contentRange.clear();
    server.script("/file", {cutReply(patternedBytes(kSize)), second, third});
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = cutDownload(fixture, request);
    QVERIFY(request.resumeFrom.offset > 0);

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(outcome.starts.size(), 1u);
    QCOMPARE(outcome.starts.front().offset, Bytes {0});
    QVERIFY(fixture.part(request) == second.body);
}

QTEST_GUILESS_MAIN(TestTransferResume)
#include "tst_transferresume.moc"
