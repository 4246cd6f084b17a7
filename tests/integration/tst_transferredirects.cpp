// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <curl/curl.h>

#include "support/faultserver.h"
#include "transferfixture.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

Reply redirectTo(const std::string &address, int status = 302)
{
    Reply reply;
    reply.status = status;
    reply.body = "moved";
    reply.headers = {"Location: " + address};
    return reply;
}

std::shared_ptr<const JobSecrets> secrets()
{
    return std::make_shared<const JobSecrets>(
        JobSecrets {"al%69ce:s%3Acret", "", {"Cookie: session=abcdef", "Proxy-Authorization: Basic cHJveHk="}});
}

// base64("alice:s:cret")
const std::string kBasic = "Basic YWxpY2U6czpjcmV0";

Reply signInNeeded()
{
    Reply reply;
    reply.status = 401;
    reply.headers = {"WWW-Authenticate: Basic realm=\"files\""};
    return reply;
}

Reply file()
{
    Reply reply;
    reply.body = "the file";
    return reply;
}

} // namespace

/// Who is asked, and who gets to see the credentials.
class TestTransferRedirects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRedirectIsFollowed_data();
    void aRedirectIsFollowed();
    void anEndlessRedirectEnds();
    void twentyRedirectsAreFollowed_data();
    void twentyRedirectsAreFollowed();
    void aChainKeepsItsCookiesForTheirHost();
    void anAddressThatComesAgainWithAnotherCookieIsNoLoop();
    void aRedirectToAnotherProtocolIsRefused_data();
    void aRedirectToAnotherProtocolIsRefused();
    void theErrorNamesTheHostThatFailed();
    void aRangeIsAskedForBehindARedirect();
    void aFirstHeaderLineThatIsFoldedTouchesNoAnswerBefore();
    void signsInWhereItIsAsked();
    void credentialsStayWithTheirHost();
    void onlyHarmlessHeadersCrossToAnotherOrigin();
    void wrongCredentialsAreAnErrorWithoutSecrets();
    void headersOfTheJobAreSent();
    void aLineThatWouldBreakResumingIsNotSent();
    void aProxyIsAsked();
    void aProxysRefusalIsItsOwn();
    void aProxyThatDoesNotWorkIsNamed_data();
    void aProxyThatDoesNotWorkIsNamed();
    void aServerThatTakesNoPasswordSaysWhatItTakes_data();
    void aServerThatTakesNoPasswordSaysWhatItTakes();
    void aPasswordSignsInByNtlm();
};

void TestTransferRedirects::aRedirectIsFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::newRow(qPrintable(QString::number(status))) << status << QByteArray("/new/file");
    QTest::newRow("relative") << 302 << QByteArray("new/file");
    QTest::newRow("fragment") << 302 << QByteArray("/new/file#part");
}

void TestTransferRedirects::aRedirectIsFollowed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    FaultServer server;
    TransferFixture fixture;
    server.script("/old", {redirectTo(location.toStdString(), status)});
    server.script("/new/file", {file()});

    const auto request = fixture.request(server.address("/old"));
    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(*fixture.part(request), std::string("the file"));
    QCOMPARE(server.requests("/new/file").size(), 1u);
    QCOMPARE(server.connections(), 1u);
}

void TestTransferRedirects::anEndlessRedirectEnds()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/a", {redirectTo("/b")});
    server.script("/b", {redirectTo("/a")});

    const auto outcome = fixture.fetch(fixture.request(server.address("/a")));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::RedirectLoop);
    QCOMPARE(outcome.failed->error.code.value, 0x80072F7CU);
    QVERIFY(!outcome.failed->error.transient);
    QCOMPARE(server.requests("/a").size() + server.requests("/b").size(), 2u);
    QVERIFY(fixture.folder().names().empty());
}

void TestTransferRedirects::twentyRedirectsAreFollowed_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<bool>("arrives");
    QTest::newRow("20") << 20 << true;
    QTest::newRow("21") << 21 << false;
}

void TestTransferRedirects::twentyRedirectsAreFollowed()
{
    QFETCH(int, steps);
    QFETCH(bool, arrives);
    FaultServer server;
    TransferFixture fixture;
    for (int i = 0; i < steps; ++i)
        server.script('/' + std::to_string(i), {redirectTo('/' + std::to_string(i + 1))});
    server.script('/' + std::to_string(steps), {file()});

    const auto outcome = fixture.fetch(fixture.request(server.address("/0")));

    QCOMPARE(outcome.finished.has_value(), arrives);
    if (!arrives)
        QCOMPARE(outcome.failed->error.cause, Cause::RedirectRefused); // long, but not without end
}

void TestTransferRedirects::aChainKeepsItsCookiesForTheirHost()
{
    FaultServer server;
    FaultServer other;
    TransferFixture fixture;
    auto first = redirectTo("/second");
    first.headers.push_back("Set-Cookie: pass=1; Path=/; HttpOnly");
    first.headers.push_back("Set-Cookie: elsewhere=1; Path=/there");
    first.headers.push_back("Set-Cookie: safe=1; Secure");
    auto second = redirectTo("http://localhost:" + std::to_string(other.port()) + "/file");
    second.headers.push_back("Set-Cookie: wide=1; Domain=localhost");
    server.script("/first", {first});
    server.script("/second", {second});
    other.script("/file", {file()});
    auto request = fixture.request(server.address("/first"));
    request.secrets = std::make_shared<const JobSecrets>(JobSecrets {"", "", {"Cookie: own=1"}});

    QVERIFY(fixture.fetch(request).finished);
    QVERIFY(fixture.fetch(request).finished);

    QCOMPARE(server.requests("/first").at(0).header("Cookie"), std::string("own=1"));
    QCOMPARE(server.requests("/second").at(0).header("Cookie"), std::string("own=1; pass=1"));
    QCOMPARE(other.requests("/file").at(0).header("Cookie"), std::string());
    QCOMPARE(server.requests("/first").at(1).header("Cookie"), std::string("own=1")); // none outlives its transfer
}

void TestTransferRedirects::anAddressThatComesAgainWithAnotherCookieIsNoLoop()
{
    FaultServer server;
    TransferFixture fixture;
    auto gate = redirectTo("/file");
    gate.headers.push_back("Set-Cookie: pass=1");
    server.script("/file", {redirectTo("/gate"), file()});
    server.script("/gate", {gate});

    QVERIFY(fixture.fetch(fixture.request(server.address("/file"))).finished);
    QCOMPARE(server.requests("/file").at(1).header("Cookie"), std::string("pass=1"));
}

void TestTransferRedirects::aRedirectToAnotherProtocolIsRefused_data()
{
    QTest::addColumn<QByteArray>("location");
    for (const char *location :
         {"file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1:25/x", "javascript:alert(1)", "http://"})
        QTest::newRow(location) << QByteArray(location);
}

void TestTransferRedirects::aRedirectToAnotherProtocolIsRefused()
{
    QFETCH(QByteArray, location);
    FaultServer server;
    TransferFixture fixture;
    server.script("/old", {redirectTo(location.toStdString())});

    const auto outcome = fixture.fetch(fixture.request(server.address("/old")));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::RedirectRefused);
    QCOMPARE(outcome.failed->error.code.value, 0x80072F7CU);
    QVERIFY(!outcome.failed->error.transient);
    QVERIFY(fixture.folder().names().empty());
}

void TestTransferRedirects::theErrorNamesTheHostThatFailed()
{
    FaultServer first;
    FaultServer second;
    TransferFixture fixture;
    first.script("/old", {redirectTo(second.address("/missing"))});

    const auto outcome = fixture.fetch(fixture.request(first.address("/old")));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.host, "127.0.0.1:" + std::to_string(second.port()));
    QCOMPARE(outcome.failed->error.file->remote, first.address("/old"));
}

void TestTransferRedirects::aRangeIsAskedForBehindARedirect()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/old", {redirectTo("/new")});
    server.script("/new", {file()});
    auto request = fixture.request(server.address("/old"));
    request.resumeFrom = {4, 8, "\"v1\"", ""};
    fixture.folder().write(".file.bin.part", "the ");

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(outcome.starts.front().offset, Bytes {4});
    QCOMPARE(*fixture.part(request), std::string("the file"));
    QCOMPARE(server.requests("/new").front().header("Range"), std::string("bytes=4-"));
}

// On a handle that was used before, libcurl (issue 11101) would append the line to a header that is freed. Several
// times: what lies there by then is up to chance.
void TestTransferRedirects::aFirstHeaderLineThatIsFoldedTouchesNoAnswerBefore()
{
    FaultServer server;
    TransferFixture fixture;
    auto first = redirectTo("/folded");
    first.headers.push_back("X-A: " + std::string(40, 'a'));
    first.headers.push_back("X-B: " + std::string(70, 'b'));
    Reply second;
    second.raw = "HTTP/1.1 200 OK\r\n x: " + std::string(600, 'f') + "\r\n " + std::string(900, 'g')
        + "\r\nContent-Length: 3\r\n\r\nabc";
    server.script("/file", {first});
    server.script("/folded", {second});

    for (std::uint32_t i = 0; i < 20; ++i) {
        auto request = fixture.request(server.address("/file"), std::to_string(i));
        request.key.file = i;
        QVERIFY(fixture.fetch(request).isOver());
    }

    QCOMPARE(server.requests("/folded").size(), 20u);
}

void TestTransferRedirects::signsInWhereItIsAsked()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {signInNeeded(), file()});
    auto request = fixture.request(server.address("/file"));
    request.secrets = secrets();

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(*fixture.part(request), std::string("the file"));
    const auto seen = server.requests("/file");
    QCOMPARE(seen.size(), 2u);
    QVERIFY(seen.front().header("Authorization").empty());
    QCOMPARE(seen.back().header("Authorization"), kBasic);
    QCOMPARE(seen.back().header("Cookie"), std::string("session=abcdef"));
    QVERIFY(seen.back().header("Proxy-Authorization").empty()); // meant for a proxy, and there is none
}

void TestTransferRedirects::credentialsStayWithTheirHost()
{
    FaultServer home;
    FaultServer stranger;
    TransferFixture fixture;
    home.script("/old", {redirectTo(stranger.address("/lure"))});
    stranger.script("/lure", {signInNeeded(), redirectTo(home.address("/file"))});
    home.script("/file", {signInNeeded(), file()});
    auto request = fixture.request(home.address("/old"));
    request.secrets = secrets();

    static_cast<void>(fixture.fetch(request));

    for (const auto &seen : stranger.requests("/lure")) {
        QVERIFY(seen.header("Authorization").empty());
        QVERIFY(seen.header("Cookie").empty());
    }
    QVERIFY(!stranger.requests("/lure").empty());
    QCOMPARE(home.requests("/old").front().header("Cookie"), std::string("session=abcdef"));
}

void TestTransferRedirects::onlyHarmlessHeadersCrossToAnotherOrigin()
{
    FaultServer home;
    FaultServer stranger;
    TransferFixture fixture;
    home.script("/old", {redirectTo(stranger.address("/file"))});
    stranger.script("/file", {file()});
    auto request = fixture.request(home.address("/old"));
    request.secrets = std::make_shared<JobSecrets>(JobSecrets {{}, {}, {"PRIVATE-TOKEN: t0ken", "User-Agent: key"}});
    // A store of an older version has the second of them in clear.
    withOptions(request, [](JobOptions &options) { options.headers = {"Accept: text/plain", "Api-Key: old"}; });

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    const SeenRequest first = home.requests("/old").back();
    const SeenRequest second = stranger.requests("/file").back();
    QCOMPARE(first.header("PRIVATE-TOKEN"), std::string("t0ken"));
    QCOMPARE(first.header("User-Agent"), std::string("key"));
    QCOMPARE(first.header("Api-Key"), std::string("old"));
    QCOMPARE(second.header("PRIVATE-TOKEN"), std::string());
    QCOMPARE(second.header("Api-Key"), std::string());
    QVERIFY(second.header("User-Agent").starts_with("Haulwatch/"));
    QCOMPARE(second.header("Accept"), std::string("text/plain"));
}

void TestTransferRedirects::wrongCredentialsAreAnErrorWithoutSecrets()
{
    FaultServer server;
    TransferFixture fixture;
    auto echo = signInNeeded();
    echo.raw = "HTTP/1.1 403 You are s:cret session=abcdef\r\nContent-Length: 0\r\n\r\n";
    server.script("/file", {echo});
    auto request = fixture.request(server.address("/file"));
    request.secrets = secrets();

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.detail, std::string("You are … …"));
}

void TestTransferRedirects::headersOfTheJobAreSent()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {file()});
    auto request = fixture.request(server.address("/file"));
    withOptions(request, [](JobOptions &options) { options.headers = {"X-One: 1", "Referer: http://here/"}; });

    QVERIFY(fixture.fetch(request).finished);

    const auto seen = server.requests("/file").front();
    QCOMPARE(seen.method, std::string("GET"));
    QCOMPARE(seen.header("X-One"), std::string("1"));
    QCOMPARE(seen.header("Referer"), std::string("http://here/"));
    QCOMPARE(seen.header("Accept-Encoding"), std::string("identity"));
    QVERIFY(seen.header("User-Agent").starts_with("Haulwatch/"));
    QVERIFY(seen.header("Range").empty());
}

void TestTransferRedirects::aLineThatWouldBreakResumingIsNotSent()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {file()});
    auto request = fixture.request(server.address("/file"));
    withOptions(request, [](JobOptions &options) {
        options.headers = {"range: bytes=4-", "Accept-Encoding: gzip", "X-Bad: 1\r\nX-Smuggled: 1"};
    });

    QVERIFY(fixture.fetch(request).finished);

    const auto seen = server.requests("/file").front();
    QVERIFY(seen.header("Range").empty());
    QCOMPARE(seen.header("Accept-Encoding"), std::string("identity"));
    QVERIFY(seen.header("X-Smuggled").empty());
    QCOMPARE(*fixture.part(request), std::string("the file"));
}

void TestTransferRedirects::aProxyIsAsked()
{
    FaultServer proxy;
    TransferFixture fixture;
    proxy.script("http://files.example/file", {file()});
    auto request = fixture.request("http://files.example/file");
    withOptions(request, [&proxy](JobOptions &options) { options.proxy = proxy.address(""); });
    request.secrets = std::make_shared<const JobSecrets>(JobSecrets {"", "", {"Proxy-Authorization: Basic cHJveHk="}});

    QVERIFY(fixture.fetch(request).finished);

    QCOMPARE(*fixture.part(request), std::string("the file"));
    QCOMPARE(proxy.requests("http://files.example/file").front().header("Proxy-Authorization"),
             std::string("Basic cHJveHk="));
}

void TestTransferRedirects::aProxysRefusalIsItsOwn()
{
    FaultServer proxy;
    TransferFixture fixture;
    Reply refusal;
    refusal.raw = "HTTP/1.1 407 Sign in\r\nContent-Length: 0\r\n\r\n";
    proxy.script("files.example:443", {refusal});
    auto request = fixture.request("https://files.example/file");
    withOptions(request, [&proxy](JobOptions &options) { options.proxy = proxy.address(""); });

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::ProxySignIn);
    QCOMPARE(outcome.failed->error.code.value, 0x80190197U);
    QCOMPARE(proxy.requests("files.example:443").front().method, std::string("CONNECT"));
}

void TestTransferRedirects::aProxyThatDoesNotWorkIsNamed_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("listens");
    QTest::newRow("gone") << QByteArray("http://h.example/f") << QByteArray() << false;
    QTest::newRow("gone, for a tunnel") << QByteArray("https://h.example/f") << QByteArray() << false;
    QTest::newRow("hangs up") << QByteArray("http://h.example/f") << QByteArray() << true;
    QTest::newRow("hangs up on a tunnel") << QByteArray("https://h.example/f") << QByteArray() << true;
    QTest::newRow("is none") << QByteArray("http://h.example/f") << QByteArray("SSH-2.0-x\r\n") << true;
}

void TestTransferRedirects::aProxyThatDoesNotWorkIsNamed()
{
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, answer);
    QFETCH(bool, listens);
    auto server = std::make_unique<FaultServer>();
    TransferFixture fixture;
    Reply reply;
    reply.isRaw = true;
    reply.raw = answer.toStdString();
    server->script("http://h.example/f", {reply});
    server->script("h.example:443", {reply});
    const auto proxy = server->address("");
    if (!listens)
        server.reset();
    auto request = fixture.request(address.toStdString());
    withOptions(request, [&](JobOptions &options) { options.proxy = proxy; });

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::ProxyFailure);
    QCOMPARE("http://" + outcome.failed->error.host, proxy);
    QVERIFY(outcome.failed->error.transient);
}

void TestTransferRedirects::aServerThatTakesNoPasswordSaysWhatItTakes_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("a token") << QByteArray("Bearer realm=\"x\"") << Cause::SignInMethod << QByteArray("Bearer");
    // There is no ticket here, so it was tried in vain.
    QTest::newRow("a ticket") << QByteArray("Negotiate") << Cause::SignInMethod << QByteArray("Negotiate");
    QTest::newRow("a password, too") << QByteArray("Bearer, Basic realm=\"x\"") << Cause::SignInNeeded
                                     << QByteArray("Bearer, Basic");
}

void TestTransferRedirects::aServerThatTakesNoPasswordSaysWhatItTakes()
{
    QFETCH(QByteArray, challenge);
    QFETCH(Cause, cause);
    QFETCH(QByteArray, detail);
    FaultServer server;
    TransferFixture fixture;
    Reply reply;
    reply.status = 401;
    reply.headers = {"WWW-Authenticate: " + challenge.toStdString()};
    server.script("/file", {reply});
    auto request = fixture.request(server.address("/file"));
    request.secrets = secrets();

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, cause);
    QCOMPARE(QByteArray::fromStdString(outcome.failed->error.detail), detail);
    QCOMPARE(outcome.failed->error.code.value, 0x80190191U);
}

void TestTransferRedirects::aPasswordSignsInByNtlm()
{
    if ((curl_version_info(CURLVERSION_NOW)->features & CURL_VERSION_NTLM) == 0)
        QSKIP("this libcurl was built without NTLM");
    FaultServer server;
    TransferFixture fixture;
    Reply first;
    first.status = 401;
    first.headers = {"WWW-Authenticate: NTLM"};
    Reply challenge = first;
    // [MS-NLMP] 2.2.1.2: signature, type 2, an empty target name, flags, a nonce, eight reserved bytes.
    challenge.headers = {"WWW-Authenticate: NTLM TlRMTVNTUAACAAAAAAAAADgAAAAFggEAASNFZ4mrze8AAAAAAAAAAA=="};
    server.script("/file", {first, challenge, file()});
    auto request = fixture.request(server.address("/file"));
    request.secrets = secrets();

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    const auto asked = server.requests("/file");
    QCOMPARE(asked.size(), std::size_t {3});
    for (const auto &attempt : asked)
        QVERIFY(attempt.header("Authorization").find("Basic") == std::string::npos);
    QVERIFY(asked.back().header("Authorization").starts_with("NTLM TlRMTVNTUAAD")); // the type 3 message
    QCOMPARE(server.connections(), std::size_t {1});
}

QTEST_GUILESS_MAIN(TestTransferRedirects)
#include "tst_transferredirects.moc"
