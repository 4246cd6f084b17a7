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
