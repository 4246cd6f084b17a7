// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "support/faultserver.h"
#include "support/nginx.h"
#include "transferfixture.h"

using namespace haulwatch;
using namespace haulwatch::test;

Q_DECLARE_METATYPE(Certificates::Kind)

/// HTTPS against nginx: whom is trusted, and what is said of the others.
class TestTransferTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTrustedServerIsFetchedFrom_data();
    void aTrustedServerIsFetchedFrom();
    void theRecordOfAnAttemptNamesTheTlsVersion();
    void aBadCertificateIsFatal_data();
    void aBadCertificateIsFatal();
    void anAuthorityNobodyTrustsIsFatal();
    void aMissingAuthorityFileIsFatal();
    void oldTlsIsRefused();
    void plainHttpOnATlsPortIsATlsFailure();
    void aRedirectOutOfHttpsIsRefused_data();
    void aRedirectOutOfHttpsIsRefused();
    void filesOfOneHostShareAConnection();

private:
    [[nodiscard]] Nginx::Setup secure(Certificates::Kind kind, const std::string &serverLines = {});
    [[nodiscard]] TransferRequest trusting(const TransferFixture &fixture, const std::string &address,
                                           const std::string &name = "file.bin");

    std::unique_ptr<Certificates> m_certificates;
    std::unique_ptr<Sandbox> m_served;
    const std::string m_body = patternedBytes(300'000);
};

void TestTransferTls::initTestCase()
{
    if (!Nginx::isInstalled() || !isInstalled("openssl"))
        QSKIP("nginx and openssl are needed");
    m_certificates = std::make_unique<Certificates>();
    m_served = std::make_unique<Sandbox>();
    m_served->write("file", m_body);
}

Nginx::Setup TestTransferTls::secure(Certificates::Kind kind, const std::string &serverLines)
{
    return {m_served->path(), serverLines, m_certificates->certificate(kind), m_certificates->key(), true};
}

TransferRequest TestTransferTls::trusting(const TransferFixture &fixture, const std::string &address,
                                          const std::string &name)
{
    auto request = fixture.request(address, name);
    withOptions(request, [this](JobOptions &options) { options.caFile = m_certificates->authority(); });
    return request;
}

void TestTransferTls::aTrustedServerIsFetchedFrom_data()
{
    QTest::addColumn<bool>("http2");
    QTest::addColumn<QByteArray>("protocol");
    QTest::newRow("HTTP/2") << true << QByteArray("https/2");
    QTest::newRow("HTTP/1.1") << false << QByteArray("https/1.1");
}

void TestTransferTls::aTrustedServerIsFetchedFrom()
{
    QFETCH(bool, http2);
    QFETCH(QByteArray, protocol);
    auto setup = secure(Certificates::Kind::Good);
    setup.http2 = http2;
    const Nginx nginx(setup);
    TransferFixture fixture;

    const auto request = trusting(fixture, nginx.address("/file"));
    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(outcome.starts.front().protocol, protocol.toStdString());
    QVERIFY(fixture.part(request) == m_body);
}

void TestTransferTls::theRecordOfAnAttemptNamesTheTlsVersion()
{
    const Nginx nginx(secure(Certificates::Kind::Good));
    TransferFixture fixture;

    const auto outcome = fixture.fetch(trusting(fixture, nginx.address("/missing")));
    const auto distrusted = fixture.fetch(fixture.request(nginx.address("/file"), "other"));

    QVERIFY(outcome.failed);
    const auto &exchange = outcome.failed->error.exchange;
    QVERIFY2(exchange.tls.starts_with("TLSv1."), exchange.tls.c_str());
    QVERIFY2(exchange.address.ends_with(':' + std::to_string(nginx.port())), exchange.address.c_str());
    // Who was not trusted is named all the same.
    QVERIFY(distrusted.failed);
    QVERIFY(distrusted.failed->error.exchange.address.ends_with(':' + std::to_string(nginx.port())));
}

void TestTransferTls::aBadCertificateIsFatal_data()
{
    QTest::addColumn<Certificates::Kind>("kind");
    QTest::addColumn<quint32>("code");
    QTest::newRow("expired") << Certificates::Kind::Expired << 0x80072F05U;
    QTest::newRow("of another host") << Certificates::Kind::WrongHost << 0x80072F06U;
}

void TestTransferTls::aBadCertificateIsFatal()
{
    QFETCH(Certificates::Kind, kind);
    QFETCH(quint32, code);
    const Nginx nginx(secure(kind));
    TransferFixture fixture;

    const auto outcome = fixture.fetch(trusting(fixture, nginx.address("/file")));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, code);
    QCOMPARE(outcome.failed->error.cause, Cause::Certificate);
    QCOMPARE(outcome.failed->error.protocol, std::string("https"));
    QVERIFY(!outcome.failed->error.transient);
    QVERIFY(!outcome.failed->error.detail.empty());
    QVERIFY(fixture.folder().names().empty());
}

void TestTransferTls::anAuthorityNobodyTrustsIsFatal()
{
    const Nginx nginx(secure(Certificates::Kind::Good));
    TransferFixture fixture;

    const auto outcome = fixture.fetch(fixture.request(nginx.address("/file")));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, 0x80072F0DU);
    QCOMPARE(outcome.failed->error.cause, Cause::Certificate);
}

void TestTransferTls::aMissingAuthorityFileIsFatal()
{
    const Nginx nginx(secure(Certificates::Kind::Good));
    TransferFixture fixture;
    auto request = fixture.request(nginx.address("/file"));
    withOptions(request, [](JobOptions &options) { options.caFile = "/no/such/file.pem"; });

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::Certificate);
    QVERIFY(!outcome.failed->error.transient);
    QVERIFY(outcome.failed->error.detail.find("/no/such/file.pem") != std::string::npos);
}

void TestTransferTls::oldTlsIsRefused()
{
    const Nginx nginx(
        secure(Certificates::Kind::Good, "ssl_protocols TLSv1 TLSv1.1;\nssl_ciphers DEFAULT:@SECLEVEL=0;"));
    TransferFixture fixture;

    const auto outcome = fixture.fetch(trusting(fixture, nginx.address("/file")));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, 0x80072F8FU);
    QCOMPARE(outcome.failed->error.cause, Cause::TlsFailure);
    QVERIFY(!outcome.failed->error.transient);
}

void TestTransferTls::plainHttpOnATlsPortIsATlsFailure()
{
    const Nginx nginx({m_served->path(), {}, {}, {}, false});
    TransferFixture fixture;

    const auto outcome = fixture.fetch(fixture.request("https://localhost:" + std::to_string(nginx.port()) + "/file"));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::TlsFailure);
}

void TestTransferTls::aRedirectOutOfHttpsIsRefused_data()
{
    QTest::addColumn<bool>("beginsWithHttp");
    QTest::newRow("from https") << false;
    QTest::newRow("after a step up from http") << true;
}

void TestTransferTls::aRedirectOutOfHttpsIsRefused()
{
    QFETCH(bool, beginsWithHttp);
    FaultServer plain;
    plain.serve("/file", "not safe");
    const Nginx nginx(
        secure(Certificates::Kind::Good, "location /down { return 302 " + plain.address("/file") + "; }"));
    Reply up;
    up.status = 302;
    up.headers = {"Location: " + nginx.address("/down")};
    plain.script("/up", {up});
    TransferFixture fixture;

    const auto outcome =
        fixture.fetch(trusting(fixture, beginsWithHttp ? plain.address("/up") : nginx.address("/down")));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::RedirectRefused);
    QVERIFY(!outcome.failed->error.transient);
    QVERIFY(plain.requests("/file").empty());
    QVERIFY(fixture.folder().names().empty());
}

void TestTransferTls::filesOfOneHostShareAConnection()
{
    for (int i = 0; i < 20; ++i)
        m_served->write("many/" + std::to_string(i), std::to_string(i));
    const Nginx nginx(secure(Certificates::Kind::Good, "location /count { stub_status; }"));
    TransferFixture fixture;
    std::vector<TransferRequest> requests;
    for (std::uint32_t i = 0; i < 20; ++i) {
        requests.push_back(trusting(fixture, nginx.address("/many/" + std::to_string(i)), std::to_string(i)));
        requests.back().key.file = i;
        fixture.engine().start(requests.back());
    }

    std::size_t finished = 0;
    std::vector<TransferEvent> events;
    QTRY_VERIFY2((fixture.engine().run(Milliseconds(50), events),
                  finished = static_cast<std::size_t>(
                      std::count_if(events.begin(), events.end(),
                                    [](const auto &event) { return std::holds_alternative<TransferFinished>(event); })),
                  finished == requests.size()),
                 qPrintable(QString::number(finished)));

    const auto count = trusting(fixture, nginx.address("/count"), "count");
    QVERIFY(fixture.fetch(count).finished);
    const auto status = *fixture.part(count); // "Active connections: 1 …\nserver accepts handled requests\n 2 2 21"
    const auto accepted = std::stoi(status.substr(status.find("requests\n") + 9));
    QVERIFY2(accepted <= 2, status.c_str()); // one more: the probe whether nginx is up
}

QTEST_GUILESS_MAIN(TestTransferTls)
#include "tst_transfertls.moc"
