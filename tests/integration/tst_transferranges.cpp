// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "support/faultserver.h"
#include "transferfixture.h"

using namespace haulwatch;
using namespace haulwatch::test;

Q_DECLARE_METATYPE(Reply)

namespace {

constexpr std::size_t kSize = 300'000;

Reply reply(unsigned seed = 1)
{
    Reply reply;
    reply.body = patternedBytes(kSize, seed);
    return reply;
}

std::string assembled(const std::string &body, const std::vector<ByteRange> &ranges)
{
    std::string file;
    for (const auto &range : ranges)
        file += body.substr(range.offset, range.length == kUnknownSize ? std::string::npos : range.length);
    return file;
}

const std::vector<ByteRange> kRanges {{200'000, kUnknownSize}, {5, 95}, {1'000, 50'000}};

} // namespace

/// A file made of byte ranges of the remote (BITS: AddFileWithRanges).
class TestTransferRanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRangesStandOneBehindTheOther();
    void aCutRangeIsGoneOnWith();
    void aRestartedEngineGoesOnInTheRightRange();
    void aRemoteThatChangesBetweenRangesBeginsAgain();
    void aRemoteThatChangesForEverIsAnError();
    void whatCannotBeFetchedInRangesSaysWhy_data();
    void whatCannotBeFetchedInRangesSaysWhy();
    void theChecksumIsOfTheWrittenFile();

private:
    static TransferRequest requestOf(const FaultServer &server, const TransferFixture &fixture,
                                     std::vector<ByteRange> ranges = kRanges)
    {
        auto request = fixture.request(server.address("/file"));
        request.file.ranges = std::move(ranges);
        return request;
    }
};

void TestTransferRanges::theRangesStandOneBehindTheOther()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {reply()});
    const auto request = requestOf(server, fixture);

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == assembled(reply().body, kRanges));
    QCOMPARE(outcome.starts.size(), std::size_t {1});
    QCOMPARE(outcome.starts.front().total, Bytes {150'095});
    const auto requests = server.requests("/file");
    QCOMPARE(requests.size(), std::size_t {3});
    QCOMPARE(requests[0].header("Range"), std::string("bytes=200000-"));
    QCOMPARE(requests[0].header("If-Range"), std::string());
    QCOMPARE(requests[1].header("Range"), std::string("bytes=5-99"));
    QCOMPARE(requests[2].header("If-Range"), std::string("\"v1\""));
}

void TestTransferRanges::aCutRangeIsGoneOnWith()
{
    FaultServer server;
    TransferFixture fixture;
    auto cut = reply();
    cut.stopAfter = 20'000;
    cut.ending = Reply::Ending::Reset;
    server.script("/file", {reply(), reply(), cut, reply()});
    auto request = requestOf(server, fixture);

    const auto first = fixture.fetch(request);
    QVERIFY(first.failed);
    request.resumeFrom = first.failed->checkpoint;
    const auto outcome = fixture.fetch(request);

    QCOMPARE(request.resumeFrom.offset, Bytes {120'095});
    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == assembled(reply().body, kRanges));
    QCOMPARE(server.requests("/file").back().header("Range"), std::string("bytes=21000-50999"));
}

void TestTransferRanges::aRestartedEngineGoesOnInTheRightRange()
{
    FaultServer server;
    TransferFixture fixture;
    auto cut = reply();
    cut.stopAfter = 0;
    server.script("/file", {reply(), cut, reply()});
    auto request = requestOf(server, fixture);
    const auto first = fixture.fetch(request);
    QVERIFY(first.failed);
    request.resumeFrom = first.failed->checkpoint;
    QCOMPARE(request.resumeFrom.total, Bytes {150'095});
    request.resumeFrom.offset = 30'000;
    fixture.restartEngine();

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == assembled(reply().body, kRanges));
    QCOMPARE(server.requests("/file").at(2).header("Range"), std::string("bytes=230000-299999"));
}

void TestTransferRanges::aRemoteThatChangesBetweenRangesBeginsAgain()
{
    FaultServer server;
    TransferFixture fixture;
    auto changed = reply(2);
    changed.etag = "\"v2\"";
    server.script("/file", {reply(), changed});
    const auto request = requestOf(server, fixture);

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == assembled(changed.body, kRanges));
}

void TestTransferRanges::aRemoteThatChangesForEverIsAnError()
{
    FaultServer server;
    TransferFixture fixture;
    std::vector<Reply> replies;
    for (unsigned version = 1; version < 20; ++version) {
        replies.push_back(reply(version));
        replies.back().etag = "\"v" + std::to_string(version) + '"';
    }
    server.script("/file", replies);

    const auto outcome = fixture.fetch(requestOf(server, fixture));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code, code::kRemoteFileChanged);
    QCOMPARE(outcome.failed->checkpoint.offset, Bytes {100'000}); // of the last version that was believed
}

void TestTransferRanges::whatCannotBeFetchedInRangesSaysWhy_data()
{
    QTest::addColumn<Reply>("answer");
    QTest::addColumn<quint32>("code");
    const auto row = [](const char *name, quint32 code, auto change) {
        auto answer = reply();
        change(answer);
        QTest::newRow(name) << answer << code;
    };
    row("a server without ranges", 0x80200013, [](Reply &r) { r.honoursRange = false; });
    row("no validator", 0x80200013, [](Reply &r) { r.etag.clear(), r.lastModified.clear(); });
    row("a range behind the end", 0x8020002B, [](Reply &r) { r.body.resize(100'000); });
    row("a range that leads beyond the end", 0x8020002B, [](Reply &r) { r.body.resize(200'010), r.etag = "\"s\""; });
    row("another range", 0x8020001B, [](Reply &r) { r.contentRange = "bytes 0-99999/300000"; });
}

void TestTransferRanges::whatCannotBeFetchedInRangesSaysWhy()
{
    QFETCH(Reply, answer);
    QFETCH(quint32, code);
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {answer});
    const auto request = requestOf(server, fixture, {{200'000, 100}, {5, 95}});

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, code);
    QVERIFY(!outcome.failed->error.transient);
    QCOMPARE(outcome.failed->checkpoint.offset, Bytes {0});
}

void TestTransferRanges::theChecksumIsOfTheWrittenFile()
{
    FaultServer server;
    TransferFixture fixture;
    auto whole = reply();
    // Of the remote as a whole, and so not of what is written.
    whole.headers = {"Repr-Digest: sha-256=:" + std::string(43, 'A') + "=:"};
    server.script("/file", {whole});
    auto request = requestOf(server, fixture, {{0, 10}, {20, 10}});

    QVERIFY(fixture.fetch(request).finished);
    request.file.checksum = Checksum {ChecksumAlgorithm::Md5, std::string(32, '0')};
    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::ChecksumMismatch);
}

QTEST_GUILESS_MAIN(TestTransferRanges)
#include "tst_transferranges.moc"
