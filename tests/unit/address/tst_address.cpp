// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "address/address.h"

using namespace haulwatch;

namespace {

Address at(const char *text)
{
    return parseAddress(text).value_or(Address {});
}

} // namespace

class TestAddress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTakenApartWithoutUserInfoAndFragment();
    void namesThePortOnlyWhereItIsUnusual();
    void isNoneWithoutSchemeOrHost_data();
    void isNoneWithoutSchemeOrHost();
    void aReferenceIsResolvedAgainstItsBase_data();
    void aReferenceIsResolvedAgainstItsBase();
    void aRedirectMayBeFollowed_data();
    void aRedirectMayBeFollowed();
    void credentialsGoTo_data();
    void credentialsGoTo();
};

void TestAddress::isTakenApartWithoutUserInfoAndFragment()
{
    const auto address = at("HTTPS://alice:secret@Files.Example:8443/a b?q=1#top");

    QCOMPARE(address.text, std::string("https://Files.Example:8443/a%20b?q=1"));
    QCOMPARE(address.scheme, std::string("https"));
    QCOMPARE(address.host, std::string("files.example"));
    QCOMPARE(address.port, std::string("8443"));
}

void TestAddress::namesThePortOnlyWhereItIsUnusual()
{
    QCOMPARE(at("http://h:80/").authority(), std::string("h"));
    QCOMPARE(at("https://h/").authority(), std::string("h"));
    QCOMPARE(at("http://h:443/").authority(), std::string("h:443"));
    QCOMPARE(at("http://[::1]:8080/").authority(), std::string("[::1]:8080"));
}

void TestAddress::isNoneWithoutSchemeOrHost_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "file.bin", "/etc/passwd", "http://", "http:// /", "http://h:99999/", "//h/a"})
        QTest::newRow(text) << QByteArray(text);
}

void TestAddress::isNoneWithoutSchemeOrHost()
{
    QFETCH(QByteArray, text);

    const auto address = parseAddress(text.toStdString());

    QVERIFY(!address || !isFetchable(*address));
}

void TestAddress::aReferenceIsResolvedAgainstItsBase_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("absolute") << QByteArray("https://other/x") << QByteArray("https://other/x");
    QTest::newRow("path") << QByteArray("/x") << QByteArray("http://h:81/x");
    QTest::newRow("relative") << QByteArray("../x") << QByteArray("http://h:81/x");
    QTest::newRow("scheme kept") << QByteArray("//other/x") << QByteArray("http://other/x");
    QTest::newRow("query") << QByteArray("?y") << QByteArray("http://h:81/a/b?y");
    QTest::newRow("space") << QByteArray("/x y") << QByteArray("http://h:81/x%20y");
    QTest::newRow("user info is dropped") << QByteArray("http://eve:pw@other/") << QByteArray("http://other/");
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << QByteArray("file:///etc/passwd");
}

void TestAddress::aReferenceIsResolvedAgainstItsBase()
{
    QFETCH(QByteArray, reference);
    QFETCH(QByteArray, target);

    const auto resolved = resolve(at("http://h:81/a/b?q"), reference.toStdString());

    QVERIFY(resolved);
    QCOMPARE(resolved->text, target.toStdString());
}

void TestAddress::aRedirectMayBeFollowed_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("may");
    QTest::newRow("http to http") << QByteArray("http://a/") << QByteArray("http://b/") << true;
    QTest::newRow("http to https") << QByteArray("http://a/") << QByteArray("https://b/") << true;
    QTest::newRow("https to https") << QByteArray("https://a/") << QByteArray("https://b/") << true;
    QTest::newRow("https to http") << QByteArray("https://a/") << QByteArray("http://a/") << false;
    QTest::newRow("to a file") << QByteArray("http://a/") << QByteArray("file:///etc/passwd") << false;
    QTest::newRow("to ftp") << QByteArray("http://a/") << QByteArray("ftp://a/x") << false;
    QTest::newRow("to gopher") << QByteArray("http://a/") << QByteArray("gopher://a:25/x") << false;
}

void TestAddress::aRedirectMayBeFollowed()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(bool, may);

    QCOMPARE(mayFollow(at(from.constData()), at(to.constData())), may);
}

void TestAddress::credentialsGoTo_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("may");
    QTest::newRow("same place") << QByteArray("http://a/x") << QByteArray("http://A:80/y") << true;
    QTest::newRow("moved to https") << QByteArray("http://a/") << QByteArray("https://a/") << true;
    QTest::newRow("other host") << QByteArray("http://a/") << QByteArray("http://b/") << false;
    QTest::newRow("longer host") << QByteArray("http://a/") << QByteArray("http://a.evil/") << false;
    QTest::newRow("other port") << QByteArray("http://a/") << QByteArray("http://a:81/") << false;
    QTest::newRow("other port and scheme") << QByteArray("http://a:81/") << QByteArray("https://a/") << false;
    QTest::newRow("back to http") << QByteArray("https://a/") << QByteArray("http://a/") << false;
}

void TestAddress::credentialsGoTo()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(bool, may);

    QCOMPARE(sharesCredentials(at(from.constData()), at(to.constData())), may);
}

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
