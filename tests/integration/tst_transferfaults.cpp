// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <functional>

#include <curl/curl.h>

#include "support/faultserver.h"
#include "support/nginx.h" // freePort
#include "transferfixture.h"

using namespace haulwatch;
using namespace haulwatch::test;

Q_DECLARE_METATYPE(Reply)
Q_DECLARE_METATYPE(Cause)

using ChangeOptions = std::function<void(JobOptions &)>;
Q_DECLARE_METATYPE(ChangeOptions)

namespace {

constexpr std::size_t kSize = 300'000;

Reply goodReply()
{
    Reply reply;
    reply.body = patternedBytes(kSize);
    return reply;
}

template <typename Change>
Reply changedReply(Change change)
{
    auto reply = goodReply();
    change(reply);
    return reply;
}

} // namespace

/// What a server or the way to it can do wrong, and what the error record says of it.
class TestTransferFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFaultIsRecorded_data();
    void everyFaultIsRecorded();
    void theErrorNamesFileHostProtocolAndAttempt();
    void aRefusedConnectionIsTransient();
    void anUnreachableHostIsTransient();
    void anUnknownHostIsTransient();
    void anAddressThatCannotBeFetchedIsFatal_data();
    void anAddressThatCannotBeFetchedIsFatal();
    void everyTimeOutEndsTheAttempt_data();
    void everyTimeOutEndsTheAttempt();
    void aSlowServerIsWaitedFor();
    void theRecordSaysWhoAnsweredAndWhat();
    void aFloodOfHeadersIsNotTaken();
    void bytesBehindThePromisedLengthAreNotTaken();
    void aBodyThatOnlyClosingEndsIsMarked();
    void retryAfterIsPassedOn();
};

void TestTransferFaults::everyFaultIsRecorded_data()
{
    using Framing = Reply::Framing;
    using Ending = Reply::Ending;
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<quint32>("code");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<bool>("transient");
    QTest::addColumn<bool>("keepsBytes"); // a further attempt may go on
    const auto row = [](const char *name, const Reply &reply, quint32 code, Cause cause, bool transient, bool keeps) {
        QTest::newRow(name) << reply << code << cause << transient << keeps;
    };
    const auto status = [](int code) { return changedReply([code](Reply &r) { r.status = code; }); };
    const auto raw = [](const char *text) { return changedReply([text](Reply &r) { r.raw = text; }); };

    const auto rejected = [&](const char *name, int code) {
        row(name, status(code), 0x80190000U + static_cast<quint32>(code), Cause::RequestRejected, false, false);
    };
    rejected("400", 400);
    rejected("405", 405);
    rejected("411", 411);
    row("407", status(407), 0x80190197, Cause::ProxySignIn, false, false);
    row("408", status(408), 0x80190198, Cause::TimedOut, true, false);
    row("409", status(409), 0x80190199, Cause::RequestRejected, true, false);
    row("410", status(410), 0x8019019A, Cause::NotFound, false, false);
    row("416 though nothing was asked", status(416), 0x801901A0, Cause::FileChanged, false, false);
    row("501", status(501), 0x801901F5, Cause::ServerBusy, false, false);
    row("502", status(502), 0x801901F6, Cause::ServerBusy, true, false);
    row("504", status(504), 0x801901F8, Cause::ServerBusy, true, false);
    row("404", status(404), 0x80190194, Cause::NotFound, false, false);
    row("401", status(401), 0x80190191, Cause::SignInNeeded, false, false);
    row("403", status(403), 0x80190193, Cause::AccessRefused, false, false);
    row("429", status(429), 0x801901AD, Cause::TooManyRequests, true, false);
    row("500", status(500), 0x801901F4, Cause::ServerBusy, true, false);
    row("503", status(503), 0x801901F7, Cause::ServerBusy, true, false);
    row("201", status(201), 0x801900C9, Cause::InvalidResponse, true, false);
    row("204", raw("HTTP/1.1 204 No Content\r\n\r\n"), 0x801900CC, Cause::InvalidResponse, true, false);
    row("205", raw("HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n"), 0x801900CD, Cause::InvalidResponse, true,
        false);
    row("304", raw("HTTP/1.1 304 Not Modified\r\n\r\n"), 0x80190130, Cause::InvalidResponse, false, false);
    row("an error page that is cut short", changedReply([](Reply &r) { r.status = 404, r.stopAfter = 10; }), 0x80190194,
        Cause::NotFound, false, false);
    row("an error page without end",
        changedReply([](Reply &r) { r.status = 404, r.body = std::string(5'000'000, 'x'); }), 0x80190194,
        Cause::NotFound, false, false);

    row("short body", changedReply([](Reply &r) { r.stopAfter = 200'000; }), 0x8020002E, Cause::EndedEarly, true, true);
    row("reset in the body", changedReply([](Reply &r) { r.stopAfter = 200'000, r.ending = Ending::Reset; }),
        0x80072EFF, Cause::ConnectionLost, true, true);
    row("promises more than it has", changedReply([](Reply &r) {
            r.promisedLength = kSize + 1, r.headers = {"Connection: close"}, r.stopAfter = kSize;
        }),
        0x8020002E, Cause::EndedEarly, true, true);
    row("chunks without an end", changedReply([](Reply &r) { r.framing = Framing::ChunkedWithoutEnd; }), 0x8020002E,
        Cause::EndedEarly, true, true);
    row("a body cut short without validators",
        changedReply([](Reply &r) { r.stopAfter = 200'000, r.etag.clear(), r.lastModified.clear(); }), 0x8020002E,
        Cause::EndedEarly, true, false);
    row("a length that goes on in the next line",
        raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n 00\r\nConnection: close\r\n\r\nbytes"), 0x8020001B,
        Cause::InvalidResponse, false, false);
    row("a first line that is folded", raw("HTTP/1.1 200 OK\r\n x: y\r\nContent-Length: 5\r\n\r\nbytes"), 0x80072F78,
        Cause::InvalidResponse, true, false);
    row("a part called the whole",
        raw("HTTP/1.1 200 OK\r\nContent-Range: bytes 5-9/10\r\nContent-Length: 5\r\n\r\nbytes"), 0x8020001B,
        Cause::InvalidResponse, false, false);
    row("the network wants a sign-in", status(511), 0x801901FF, Cause::NetworkSignIn, true, false);
    row("two lengths", changedReply([](Reply &r) { r.headers = {"Content-Length: 5"}; }), 0x8020001B,
        Cause::InvalidResponse, false, false);
    row("negative length", raw("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nbytes"), 0x80072F78,
        Cause::InvalidResponse, true, false);
    row("a coding nobody asked for", changedReply([](Reply &r) { r.headers = {"Content-Encoding: gzip"}; }), 0x8020001B,
        Cause::Encoded, false, false);
    row("a part nobody asked for",
        raw("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/9\r\nContent-Length: 5\r\n\r\nbytes"), 0x8020001B,
        Cause::InvalidResponse, false, false);
    row("closes without a word", changedReply([](Reply &r) { r.raw = std::string(1, '\0'); }), 0x80072F78,
        Cause::InvalidResponse, true, false);
    row("no HTTP at all", raw("220 ready\r\n"), 0x80072F78, Cause::InvalidResponse, true, false);
    row("chunks that are none", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a number\r\n"),
        0x80072EFE, Cause::ConnectionLost, true, false);
}

void TestTransferFaults::everyFaultIsRecorded()
{
    QFETCH(Reply, reply);
    QFETCH(quint32, code);
    QFETCH(Cause, cause);
    QFETCH(bool, transient);
    QFETCH(bool, keepsBytes);
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {reply});

    const auto request = fixture.request(server.address("/file"));
    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    const auto &error = outcome.failed->error;
    QCOMPARE(error.code.value, code);
    QCOMPARE(error.cause, cause);
    QCOMPARE(error.transient, transient);
    QVERIFY(!fixture.folder().has("file.bin"));
    QCOMPARE(outcome.failed->checkpoint.offset > 0, keepsBytes);
    if (keepsBytes)
        QVERIFY(fixture.part(request) == reply.body.substr(0, outcome.failed->checkpoint.offset));
}

void TestTransferFaults::theErrorNamesFileHostProtocolAndAttempt()
{
    FaultServer server;
    TransferFixture fixture;
    auto request = fixture.request(server.address("/missing"));
    request.key.file = 3;
    request.attempt = 4;

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    const auto &error = outcome.failed->error;
    QCOMPARE(error.file, (ErrorFile {3, server.address("/missing"), fixture.folder().path("file.bin")}));
    QCOMPARE(error.host, "127.0.0.1:" + std::to_string(server.port()));
    QCOMPARE(error.protocol, std::string("http/1.1"));
    QCOMPARE(error.native, (NativeCode {NativeKind::Http, 404}));
    QCOMPARE(error.detail, std::string("Scripted"));
    QCOMPARE(error.context, ErrorContext::RemoteFile);
    QCOMPARE(error.attempt, 4U);
    const auto age = std::chrono::system_clock::now() - error.time;
    QVERIFY(age >= std::chrono::seconds(-1) && age < std::chrono::minutes(1));
}

void TestTransferFaults::aRefusedConnectionIsTransient()
{
    TransferFixture fixture;
    const auto port = std::to_string(freePort());

    const auto outcome = fixture.fetch(fixture.request("http://127.0.0.1:" + port + "/file"));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, 0x80072EFDU);
    QCOMPARE(outcome.failed->error.cause, Cause::CannotConnect);
    QCOMPARE(outcome.failed->error.native, (NativeCode {NativeKind::Curl, CURLE_COULDNT_CONNECT}));
    QCOMPARE(outcome.failed->error.protocol, std::string("http"));
    QVERIFY(outcome.failed->error.transient);
    QVERIFY(outcome.failed->error.detail.find("refused") != std::string::npos
            || outcome.failed->error.detail.find(port) != std::string::npos);
    QVERIFY(fixture.folder().names().empty());
}

// The kernel itself refuses this one, so nothing leaves the machine.
void TestTransferFaults::anUnreachableHostIsTransient()
{
    TransferFixture fixture;

    const auto outcome = fixture.fetch(fixture.request("http://255.255.255.255/file"));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, 0x80072EFDU);
    QCOMPARE(outcome.failed->error.cause, Cause::CannotConnect);
    QVERIFY(outcome.failed->error.transient);
}

void TestTransferFaults::anUnknownHostIsTransient()
{
    TransferFixture fixture;

    const auto outcome = fixture.fetch(fixture.request("http://no-such-host.invalid:81/file"));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, 0x80072EE7U);
    QCOMPARE(outcome.failed->error.cause, Cause::NameNotResolved);
    QCOMPARE(outcome.failed->error.host, std::string("no-such-host.invalid:81"));
    QVERIFY(outcome.failed->error.transient);
}

void TestTransferFaults::anAddressThatCannotBeFetchedIsFatal_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<quint32>("code");
    QTest::newRow("no scheme") << QByteArray("example/file") << 0x80072EE5U;
    QTest::newRow("no host") << QByteArray("http://") << 0x80072EE5U;
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << 0x80072EE6U;
    QTest::newRow("gopher") << QByteArray("gopher://h/1") << 0x80072EE6U;
}

void TestTransferFaults::anAddressThatCannotBeFetchedIsFatal()
{
    QFETCH(QByteArray, address);
    QFETCH(quint32, code);
    TransferFixture fixture;

    const auto outcome = fixture.fetch(fixture.request(address.toStdString()));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, code);
    QCOMPARE(outcome.failed->error.cause, Cause::BadAddress);
    QVERIFY(!outcome.failed->error.transient);
    QVERIFY(fixture.folder().names().empty());
}

void TestTransferFaults::everyTimeOutEndsTheAttempt_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<ChangeOptions>("change");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("keepsBytes");
    const auto row = [](const char *name, const Reply &reply, ChangeOptions change, const QString &detail, bool keeps) {
        QTest::newRow(name) << reply << change << detail << keeps;
    };
    const auto silent = changedReply([](Reply &r) { r.stallsBeforeHead = true; });
    const auto stalling = changedReply([](Reply &r) { r.stopAfter = 200'000, r.ending = Reply::Ending::Stall; });
    const auto dripping = changedReply([](Reply &r) { r.drip = {1, Milliseconds(20)}; });
    row(
        "no answer", silent, [](JobOptions &o) { o.firstByteTimeout = Milliseconds(300); },
        QStringLiteral("first-byte-timeout: 0.3 s"), false);
    row(
        "a stall in the body", stalling, [](JobOptions &o) { o.stallTimeout = Milliseconds(300); },
        QStringLiteral("stall-timeout: 0.3 s"), true);
    row(
        "too slow, though bytes come", dripping,
        [](JobOptions &o) { o.stallTimeout = Milliseconds(300), o.minimumRate = 10'000; },
        QStringLiteral("min-rate: 10000 B/s, stall-timeout: 0.3 s"), true);
    row(
        "the whole attempt, though bytes come", dripping, [](JobOptions &o) { o.attemptTimeout = Milliseconds(300); },
        QStringLiteral("attempt-timeout: 0.3 s"), true);
    row(
        "the whole attempt, while nothing answers", silent, [](JobOptions &o) { o.attemptTimeout = Milliseconds(300); },
        QStringLiteral("attempt-timeout: 0.3 s"), false);
}

void TestTransferFaults::everyTimeOutEndsTheAttempt()
{
    QFETCH(Reply, reply);
    QFETCH(ChangeOptions, change);
    QFETCH(QString, detail);
    QFETCH(bool, keepsBytes);
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {reply});
    auto request = fixture.request(server.address("/file"));
    withOptions(request, change);
    QElapsedTimer timer;
    timer.start();

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QVERIFY(timer.elapsed() >= 300);
    QCOMPARE(outcome.failed->error.code.value, 0x80072EE2U);
    QCOMPARE(outcome.failed->error.cause, Cause::TimedOut);
    QVERIFY(outcome.failed->error.transient);
    QCOMPARE(QString::fromStdString(outcome.failed->error.detail), detail);
    QCOMPARE(outcome.failed->checkpoint.offset > 0, keepsBytes);
}

void TestTransferFaults::aSlowServerIsWaitedFor()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {changedReply([](Reply &r) { r.body.resize(60), r.drip = {1, Milliseconds(20)}; })});
    auto request = fixture.request(server.address("/file"));
    withOptions(request, [](JobOptions &o) { o.stallTimeout = Milliseconds(300), o.minimumRate = 10; });

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == goodReply().body.substr(0, 60));
}

void TestTransferFaults::theRecordSaysWhoAnsweredAndWhat()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {changedReply([](Reply &r) {
                      r.status = 503, r.headers = {"Server: Faulty/1", "Set-Cookie: a=b", "Retry-After: 7"};
                  })});

    const auto outcome = fixture.fetch(fixture.request(server.address("/file")));

    QVERIFY(outcome.failed);
    const auto &exchange = outcome.failed->error.exchange;
    QCOMPARE(exchange.address, "127.0.0.1:" + std::to_string(server.port()));
    QVERIFY(exchange.tls.empty());
    const auto has = [&](const char *line) {
        return std::find(exchange.headers.begin(), exchange.headers.end(), line) != exchange.headers.end();
    };
    QVERIFY(has("Server: Faulty/1") && has("Retry-After: 7") && has("ETag: \"v1\""));
    QVERIFY(!has("Set-Cookie: a=b"));
}

void TestTransferFaults::aFloodOfHeadersIsNotTaken()
{
    FaultServer server;
    TransferFixture fixture;
    std::string head = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 10'000; ++i)
        head += "X-Flood-" + std::to_string(i) + ": " + std::string(40, 'x') + "\r\n";
    server.script("/file", {changedReply([&](Reply &r) { r.raw = head + "Content-Length: 5\r\n\r\nbytes"; })});

    const auto outcome = fixture.fetch(fixture.request(server.address("/file")));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::InvalidResponse);
    QVERIFY(outcome.failed->error.exchange.headers.size() < 30);
    QVERIFY(fixture.folder().names().empty());
}

void TestTransferFaults::bytesBehindThePromisedLengthAreNotTaken()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {changedReply([](Reply &r) { r.promisedLength = 1'000; })});
    server.serve("/next", "next");

    const auto request = fixture.request(server.address("/file"));
    const auto outcome = fixture.fetch(request);
    const auto next = fixture.request(server.address("/next"), "next");
    const auto nextOutcome = fixture.fetch(next);

    // RFC 9112 §6.3: the length ends the body. What follows belongs to nothing, and must not become part of a later
    // answer.
    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == goodReply().body.substr(0, 1'000));
    QVERIFY(nextOutcome.finished);
    QCOMPARE(*fixture.part(next), std::string("next"));
    QCOMPARE(server.connections(), 2u);
    QVERIFY(server.requests("/next").size() <= 2);
}

void TestTransferFaults::aBodyThatOnlyClosingEndsIsMarked()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {changedReply([](Reply &r) { r.framing = Reply::Framing::UntilClose; })});
    server.script("/chunked", {changedReply([](Reply &r) { r.framing = Reply::Framing::Chunked; })});
    const auto request = fixture.request(server.address("/file"));
    const auto chunked = fixture.request(server.address("/chunked"), "chunked");

    const auto outcome = fixture.fetch(request);
    const auto chunkedOutcome = fixture.fetch(chunked);

    QVERIFY(outcome.finished);
    QVERIFY(outcome.finished->lengthUnverified);
    QCOMPARE(outcome.starts.front().total, kUnknownSize);
    QVERIFY(fixture.part(request) == goodReply().body);
    QVERIFY(chunkedOutcome.finished);
    QVERIFY(!chunkedOutcome.finished->lengthUnverified);
    QVERIFY(fixture.part(chunked) == goodReply().body);
}

void TestTransferFaults::retryAfterIsPassedOn()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {changedReply([](Reply &r) { r.status = 503, r.headers = {"Retry-After: 120"}; })});

    const auto outcome = fixture.fetch(fixture.request(server.address("/file")));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.retryAfter, std::optional(Milliseconds(120'000)));
}

QTEST_GUILESS_MAIN(TestTransferFaults)
#include "tst_transferfaults.moc"
