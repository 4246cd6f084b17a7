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
    void aServerThatKnowsOnlyDatesIsAskedWithTheDate();
    void aServerThatNeverContinuesIsAskedOnceMoreAtMost();
    void theRestThatIsCalledTheWholeIsNotTheFile_data();
    void theRestThatIsCalledTheWholeIsNotTheFile();
    void whatIsHeldStaysUntilAnAnswerIsBelieved();
    void aShorterPartIsContinuedAtOnce();
    void aServerThatRefusesOpenRangesIsAskedInPieces();
    void tagsThatDifferEachTimeAreTold();
    void theSizeAndTheDateAreEnoughIfTheUserSaysSo();
    void aConnectionMayBreakAtAnyByte();
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
    row("the file is longer now", [](Reply &r) { r.body += r.body, r.looksAtIfRange = false; });
    row("no range of it can be satisfied", [](Reply &r) { r.body.resize(kSize / 2), r.looksAtIfRange = false; });
    row("it lost its validators", [](Reply &r) { r.etag.clear(), r.lastModified.clear(), r.looksAtIfRange = false; });
    row("a part with another length than its range", [](Reply &r) { r.promisedLength = 5; });
}

void TestTransferResume::anAnswerThatDoesNotFitBeginsAgain()
{
    QFETCH(Reply, second);
    FaultServer server;
    TransferFixture fixture;
    Reply third = second;
    third.contentRange.clear();
    third.promisedLength.reset();
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

// It sends the whole file to a tag, even its own, but a part to a date.
void TestTransferResume::aServerThatKnowsOnlyDatesIsAskedWithTheDate()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(kSize);
    auto dates = wholeReply(body);
    dates.honoursTag = false;
    server.script("/file", {cutReply(body), dates});
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = cutDownload(fixture, request);

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(outcome.starts.front().offset, request.resumeFrom.offset);
    QVERIFY(fixture.part(request) == body);
    const auto requests = server.requests("/file");
    QCOMPARE(requests.size(), std::size_t {3});
    QCOMPARE(requests[1].header("If-Range"), std::string("\"v1\""));
    QCOMPARE(requests[2].header("If-Range"), std::string("Mon, 01 Jan 2024 10:00:00 GMT"));
}

void TestTransferResume::aServerThatNeverContinuesIsAskedOnceMoreAtMost()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(kSize);
    auto never = wholeReply(body);
    never.honoursRange = false;
    server.script("/file", {cutReply(body), never});
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = cutDownload(fixture, request);

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == body);
    QCOMPARE(server.requests("/file").size(), std::size_t {3});
}

void TestTransferResume::theRestThatIsCalledTheWholeIsNotTheFile_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("chunked");
    QTest::newRow("same tag") << QByteArray("ETag: \"v1\"\r\n") << false;
    QTest::newRow("same date") << QByteArray("Last-Modified: Mon, 01 Jan 2024 10:00:00 GMT\r\n") << false;
    QTest::newRow("other tag") << QByteArray("ETag: \"v2\"\r\n") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("with its range") << QByteArray("ETag: \"v1\"\r\nContent-Range: bytes 200000-399999/400000\r\n")
                                    << false;
    QTest::newRow("length not told") << QByteArray("ETag: \"v1\"\r\nTransfer-Encoding: chunked\r\n") << true;
}

void TestTransferResume::theRestThatIsCalledTheWholeIsNotTheFile()
{
    QFETCH(QByteArray, fields);
    QFETCH(bool, chunked);
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(kSize);
    Reply rest;
    const auto tail = body.substr(kSize / 2);
    rest.raw = "HTTP/1.1 200 OK\r\n" + fields.toStdString()
        + (chunked ? "\r\n30d40\r\n" + tail + "\r\n0\r\n\r\n"
                   : "Content-Length: " + std::to_string(tail.size()) + "\r\n\r\n" + tail);
    server.script("/file", {cutReply(body, Reply::Ending::Close), rest, wholeReply(body)});
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = cutDownload(fixture, request);
    QCOMPARE(request.resumeFrom.offset, Bytes {kSize / 2});

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == body);
    QCOMPARE(server.requests("/file").at(2).header("Range"), std::string());
}

void TestTransferResume::whatIsHeldStaysUntilAnAnswerIsBelieved()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(kSize);
    auto changed = wholeReply(body.substr(0, 1'000));
    changed.etag = "\"v2\"";
    auto busy = changed;
    busy.status = 503;
    server.script("/file", {cutReply(body), changed, busy, wholeReply(body)});
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = cutDownload(fixture, request);

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->checkpoint, request.resumeFrom);
    QVERIFY(fixture.part(request) == body.substr(0, request.resumeFrom.offset));
    request.resumeFrom = outcome.failed->checkpoint;
    QCOMPARE(fixture.fetch(request).starts.front().offset, request.resumeFrom.offset);
    QVERIFY(fixture.part(request) == body);
}

// Of 100,000 bytes at most: caches, servers of streams. RFC 9110 §14.2 allows it.
void TestTransferResume::aShorterPartIsContinuedAtOnce()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(kSize);
    const auto partAt = [&body](std::size_t first) {
        Reply part;
        part.raw = "HTTP/1.1 206 Partial Content\r\nETag: \"v1\"\r\nContent-Range: bytes " + std::to_string(first) + '-'
            + std::to_string(first + 99'999) + "/400000\r\nContent-Length: 100000\r\n\r\n"
            + body.substr(first, 100'000);
        return part;
    };
    // The first one comes so, too, though the whole was asked for.
    server.script("/file", {partAt(0), partAt(100'000), partAt(200'000), partAt(300'000)});
    const auto request = fixture.request(server.address("/file"));

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(outcome.starts.size(), std::size_t {1});
    QVERIFY(fixture.part(request) == body);
    QCOMPARE(server.requests("/file").at(1).header("If-Range"), std::string("\"v1\""));
    QCOMPARE(server.requests("/file").size(), std::size_t {4});
}

void TestTransferResume::aServerThatRefusesOpenRangesIsAskedInPieces()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(kSize);
    Reply refusal;
    refusal.status = 403;
    server.script("/file", {cutReply(body, Reply::Ending::Close), refusal, wholeReply(body)});
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = cutDownload(fixture, request);

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == body);
    QCOMPARE(server.requests("/file").at(2).header("Range"), std::string("bytes=200000-399999"));
}

void TestTransferResume::tagsThatDifferEachTimeAreTold()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(kSize);
    std::vector<Reply> nodes;
    for (const char *tag : {"\"a\"", "\"b\"", "\"c\"", "\"d\""}) {
        nodes.push_back(cutReply(body));
        nodes.back().etag = tag;
    }
    server.script("/file", nodes);
    auto request = fixture.request(server.address("/file"));
    for (int i = 0; i < 3; ++i) {
        const auto outcome = fixture.fetch(request);
        QVERIFY(outcome.failed && outcome.failed->error.transient);
        request.resumeFrom = outcome.failed->checkpoint;
        QVERIFY(request.resumeFrom.offset > 0);
    }

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::TagsDiffer);
    QCOMPARE(outcome.failed->error.code, code::kRemoteFileChanged);
    QCOMPARE(outcome.failed->error.detail, std::string("ETag: another each time"));
    QVERIFY(!outcome.failed->error.transient);
    QCOMPARE(outcome.failed->checkpoint.offset, request.resumeFrom.offset);
}

void TestTransferResume::theSizeAndTheDateAreEnoughIfTheUserSaysSo()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(kSize);
    auto other = wholeReply(body);
    other.etag = "\"v2\"";
    server.script("/file", {cutReply(body), other});
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = cutDownload(fixture, request);
    withOptions(request, [](JobOptions &options) { options.resumesByDate = true; });

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(outcome.starts.front().offset, request.resumeFrom.offset);
    QVERIFY(fixture.part(request) == body);
}

// Every byte of the head and the first of the body, then about every 7,000th, up to the last but one.
void TestTransferResume::aConnectionMayBreakAtAnyByte()
{
    constexpr std::size_t kBody = 150'000;
    FaultServer server;
    TransferFixture fixture;
    Reply good;
    good.body = patternedBytes(kBody);
    const std::string answer =
        "HTTP/1.1 200 OK\r\nDate: Mon, 01 Jan 2024 10:10:00 GMT\r\nETag: \"v1\"\r\nContent-Length: "
        + std::to_string(kBody) + "\r\n\r\n" + good.body;
    const auto head = answer.size() - kBody;

    for (std::size_t at = 0; at < answer.size(); at += at < head + 3 ? 1 : 6'997) {
        Reply broken;
        broken.raw = answer.substr(0, at);
        broken.isRaw = true;
        broken.ending = at % 2 == 0 ? Reply::Ending::Reset : Reply::Ending::Close;
        const auto path = "/at" + std::to_string(at);
        // Twice: on a connection that was used before, the engine itself asks a second time.
        server.script(path, {broken, broken, good});
        auto request = fixture.request(server.address(path), "at" + std::to_string(at));

        auto outcome = fixture.fetch(request);
        QVERIFY2(outcome.failed, path.c_str());
        while (outcome.failed) {
            QVERIFY2(outcome.failed->error.transient, path.c_str());
            request.resumeFrom = outcome.failed->checkpoint;
            QVERIFY(request.resumeFrom.offset <= (at > head ? at - head : 0));
            outcome = fixture.fetch(request);
        }

        QVERIFY2(outcome.finished, path.c_str());
        QVERIFY2(fixture.part(request) == good.body, path.c_str());
    }
}

QTEST_GUILESS_MAIN(TestTransferResume)
#include "tst_transferresume.moc"
