// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cerrno>

#include <openssl/x509_vfy.h>

#include "transfer/curl/curlerror.h"
#include "transfer/curl/usedproxy.h"

using namespace haulwatch;

Q_DECLARE_METATYPE(CurlFailure)
Q_DECLARE_METATYPE(Cause)

class TestCurlError : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFailureHasItsCode_data();
    void everyFailureHasItsCode();
    void theNativeCodeAndTheDetailAreKept();
    void aRefusalByTheProxyIsTheProxys();
    void whatFailsBeforeTheProxyIsPassedIsTheProxys();
    void whatASocksProxySaysOfTheServerIsTheServers();
    void theProxyIsTheOneThatLibcurlUses_data();
    void theProxyIsTheOneThatLibcurlUses();
};

void TestCurlError::everyFailureHasItsCode_data()
{
    QTest::addColumn<CurlFailure>("failure");
    QTest::addColumn<quint32>("code");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<bool>("transient");
    const auto row = [](const char *name, CurlFailure failure, quint32 code, Cause cause, bool transient) {
        QTest::newRow(name) << failure << code << cause << transient;
    };
    const auto certificate = [](long verifyResult) {
        return CurlFailure {CURLE_PEER_FAILED_VERIFICATION, verifyResult, 0, 0, {}};
    };
    const auto plain = [](CURLcode result, int osErrno = 0) { return CurlFailure {result, 0, osErrno, 0, {}}; };

    row("name", plain(CURLE_COULDNT_RESOLVE_HOST), 0x80072EE7, Cause::NameNotResolved, true);
    row("refused", plain(CURLE_COULDNT_CONNECT, ECONNREFUSED), 0x80072EFD, Cause::CannotConnect, true);
    row("timeout", plain(CURLE_OPERATION_TIMEDOUT), 0x80072EE2, Cause::TimedOut, true);
    row("reset", plain(CURLE_RECV_ERROR, ECONNRESET), 0x80072EFF, Cause::ConnectionLost, true);
    row("reset in the handshake", plain(CURLE_SSL_CONNECT_ERROR, ECONNRESET), 0x80072EFF, Cause::ConnectionLost, true);
    row("lost", plain(CURLE_RECV_ERROR), 0x80072EFE, Cause::ConnectionLost, true);
    row("no answer", plain(CURLE_GOT_NOTHING), 0x80072EFE, Cause::ConnectionLost, true);
    row("stream reset", plain(CURLE_HTTP2_STREAM), 0x80072EFE, Cause::ConnectionLost, true);
    row("short body", plain(CURLE_PARTIAL_FILE), 0x8020002E, Cause::EndedEarly, true);
    row("no HTTP", plain(CURLE_WEIRD_SERVER_REPLY), 0x80072F78, Cause::InvalidResponse, true);
    row("HTTP/0.9", plain(CURLE_UNSUPPORTED_PROTOCOL), 0x80072F78, Cause::InvalidResponse, true);
    row("handshake", plain(CURLE_SSL_CONNECT_ERROR), 0x80072F8F, Cause::TlsFailure, false);
    row("expired", certificate(X509_V_ERR_CERT_HAS_EXPIRED), 0x80072F05, Cause::Certificate, false);
    row("not yet valid", certificate(X509_V_ERR_CERT_NOT_YET_VALID), 0x80072F05, Cause::Certificate, false);
    row("other host", certificate(X509_V_OK), 0x80072F06, Cause::Certificate, false);
    row("self-signed", certificate(X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT), 0x80072F0D, Cause::Certificate, false);
    row("unknown authority", certificate(X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY), 0x80072F0D, Cause::Certificate,
        false);
    row("revoked", certificate(X509_V_ERR_CERT_REVOKED), 0x80072F8A, Cause::Certificate, false);
    row("no such authority file", plain(CURLE_SSL_CACERT_BADFILE), 0x80072F0D, Cause::Certificate, false);
    row("own certificate wanted", plain(CURLE_SSL_CLIENTCERT), 0x80072F0C, Cause::Certificate, false);
    row("unknown transfer coding", plain(CURLE_BAD_CONTENT_ENCODING), 0x8020001B, Cause::InvalidResponse, false);
    row("a long line", {CURLE_OUT_OF_MEMORY, 0, 0, 0, "Rejected 200013 bytes header (max is 102400)!"}, 0x8020001B,
        Cause::InvalidResponse, false);
    row("a long line, nothing said", plain(CURLE_OUT_OF_MEMORY), 0x8020001B, Cause::InvalidResponse, false);
    row("no memory", {CURLE_OUT_OF_MEMORY, 0, 0, 0, "Out of memory for a socket"}, 0x80004005, Cause::Internal, false);
    row("proxy's name", plain(CURLE_COULDNT_RESOLVE_PROXY), 0x80072EE7, Cause::ProxyFailure, true);
    row("proxy's handshake", plain(CURLE_PROXY), 0x80072EFD, Cause::ProxyFailure, true);
    row("address", plain(CURLE_URL_MALFORMAT), 0x80072EE5, Cause::BadAddress, false);
    row("anything else", plain(CURLE_UNKNOWN_OPTION), 0x80004005, Cause::Internal, false);
}

void TestCurlError::everyFailureHasItsCode()
{
    QFETCH(CurlFailure, failure);
    QFETCH(quint32, code);
    QFETCH(Cause, cause);
    QFETCH(bool, transient);

    const auto error = errorFromCurl(failure);

    QCOMPARE(error.code.value, code);
    QCOMPARE(error.cause, cause);
    QCOMPARE(error.transient, transient);
}

void TestCurlError::theNativeCodeAndTheDetailAreKept()
{
    const auto error = errorFromCurl({CURLE_COULDNT_CONNECT, 0, ECONNREFUSED, 0, "Connection refused"});

    QCOMPARE(error.native, (NativeCode {NativeKind::Curl, 7}));
    QCOMPARE(error.detail, std::string("Connection refused"));
    QCOMPARE(error.context, ErrorContext::GeneralTransport);
}

void TestCurlError::aRefusalByTheProxyIsTheProxys()
{
    const auto signIn = errorFromCurl({CURLE_RECV_ERROR, 0, 0, 407, {}});
    const auto forbidden = errorFromCurl({CURLE_RECV_ERROR, 0, 0, 403, {}});
    const auto busy = errorFromCurl({CURLE_RECV_ERROR, 0, 0, 503, {}});

    QCOMPARE(signIn.cause, Cause::ProxySignIn);
    QCOMPARE(signIn.code.value, 0x80190197U);
    QCOMPARE(forbidden.cause, Cause::ProxyFailure);
    QVERIFY(!forbidden.transient);
    QVERIFY(busy.transient);
    QCOMPARE(busy.native, (NativeCode {NativeKind::Http, 503}));
}

void TestCurlError::whatFailsBeforeTheProxyIsPassedIsTheProxys()
{
    for (const auto result : {CURLE_COULDNT_CONNECT, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_OPERATION_TIMEDOUT,
                              CURLE_UNSUPPORTED_PROTOCOL}) {
        CurlFailure failure {result, 0, 0, 0, {}, "proxy.example:3128"};
        const auto error = errorFromCurl(failure);
        QCOMPARE(error.cause, Cause::ProxyFailure);
        QCOMPARE(error.host, std::string("proxy.example:3128"));
        QVERIFY(error.transient);
        QCOMPARE(error.native.value, static_cast<int>(result));

        failure.proxy.clear();
        QVERIFY(errorFromCurl(failure).cause != Cause::ProxyFailure);
    }
    // The proxy has nothing to do with the server's certificate.
    const auto certificate = errorFromCurl({CURLE_PEER_FAILED_VERIFICATION, 0, 0, 0, {}, "proxy.example:3128"});
    QCOMPARE(certificate.cause, Cause::Certificate);
}

void TestCurlError::whatASocksProxySaysOfTheServerIsTheServers()
{
    const auto unreachable = errorFromCurl({CURLE_PROXY, 0, 0, 0, {}, "p", CURLPX_REPLY_CONNECTION_REFUSED});
    const auto refusal = errorFromCurl({CURLE_PROXY, 0, 0, 0, {}, "p", CURLPX_USER_REJECTED});

    QCOMPARE(unreachable.cause, Cause::CannotConnect);
    QCOMPARE(refusal.cause, Cause::ProxyFailure);
}

void TestCurlError::theProxyIsTheOneThatLibcurlUses_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("environment"); // "name=value name=value"
    QTest::addColumn<QByteArray>("proxy");
    const auto row = [](const char *name, const char *target, const char *given, const char *environment,
                        const char *proxy) {
        QTest::newRow(name) << QByteArray(target) << QByteArray(given) << QByteArray(environment) << QByteArray(proxy);
    };
    row("none", "http://h.example/", "", "", "");
    row("the job's", "http://h.example/", "http://p:1/", "http_proxy=http://q:2", "p:1");
    row("the environment's", "http://h.example/", "", "http_proxy=q:2", "q:2");
    row("only in lower case", "http://h.example/", "", "HTTP_PROXY=q:2", "");
    row("for https in both", "https://h.example/", "", "HTTPS_PROXY=q:2 http_proxy=r:3", "q:2");
    row("for all", "https://h.example/", "", "ALL_PROXY=socks5://q:2", "q:2");
    row("not for this host", "http://h.example/", "", "http_proxy=q:2 no_proxy=a.b,h.example", "");
    row("not for its domain", "http://a.h.example/", "", "http_proxy=q:2 NO_PROXY=.h.example", "");
    row("another domain", "http://oh.example/", "", "http_proxy=q:2 no_proxy=h.example", "q:2");
    row("not for any", "http://h.example/", "http://p:1/", "no_proxy=*", "");
    row("not for this network", "http://10.1.2.3/", "", "http_proxy=q:2 no_proxy=10.0.0.0/8", "");
    row("another network", "http://11.1.2.3/", "", "http_proxy=q:2 no_proxy=10.0.0.0/8", "q:2");
}

void TestCurlError::theProxyIsTheOneThatLibcurlUses()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, environment);
    QFETCH(QByteArray, proxy);
    JobOptions options;
    options.proxy = given.toStdString();

    const auto used = usedProxy(*parseAddress(target.toStdString()), options, [&](const char *name) {
        const QByteArray wanted = QByteArray(name).append('=');
        for (const QByteArray &variable : environment.split(' '))
            if (variable.startsWith(wanted))
                return variable.mid(wanted.size()).toStdString();
        return std::string();
    });

    QCOMPARE(used ? QByteArray::fromStdString(used->authority()) : QByteArray(), proxy);
}

QTEST_APPLESS_MAIN(TestCurlError)
#include "tst_curlerror.moc"
