// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "address/plaintext.h"

using namespace haulwatch;

class TestPlainText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foreignTextBecomesOneValidLine_data();
    void foreignTextBecomesOneValidLine();
    void anEndlessLineIsCut();
    void noSecretIsLeft_data();
    void noSecretIsLeft();
    void aSecretIsHiddenHoweverItIsEscaped_data();
    void aSecretIsHiddenHoweverItIsEscaped();
    void keysInQueriesAreHidden_data();
    void keysInQueriesAreHidden();
    void percentSignsAreDecoded();
};

void TestPlainText::foreignTextBecomesOneValidLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << QByteArray("Not Found") << QByteArray("Not Found");
    QTest::newRow("line breaks") << QByteArray("one\r\ntwo\n") << QByteArray("one  two");
    QTest::newRow("terminal codes") << QByteArray("\x1b[31mred") << QByteArray("[31mred");
    QTest::newRow("C1 controls") << QByteArray("a\xC2\x9B"
                                               "b")
                                 << QByteArray("a b");
    QTest::newRow("UTF-8 stays") << QByteArray("Größe €") << QByteArray("Größe €");
    QTest::newRow("Latin-1") << QByteArray("Gr\xF6\xDF"
                                           "e")
                             << QByteArray("Gr??e");
    QTest::newRow("overlong") << QByteArray("a\xC0\xAF"
                                            "b")
                              << QByteArray("a??b");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("???");
    QTest::newRow("cut sequence") << QByteArray("a\xE2\x82") << QByteArray("a??");
    QTest::newRow("only controls") << QByteArray("\t\n") << QByteArray();
}

void TestPlainText::foreignTextBecomesOneValidLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, line);

    QCOMPARE(QByteArray::fromStdString(oneLine(text.toStdString())), line);
}

void TestPlainText::anEndlessLineIsCut()
{
    const auto line = oneLine(std::string(100'000, 'x'));

    QVERIFY(line.size() <= 310);
}

void TestPlainText::noSecretIsLeft_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("user info") << QByteArray("bad login al%40ice:s%3Acret");
    QTest::newRow("password") << QByteArray("s%3Acret is wrong");
    QTest::newRow("decoded password") << QByteArray("s:cret is wrong, s:cret");
    QTest::newRow("proxy's password") << QByteArray("proxy says hunter2");
    QTest::newRow("header's value") << QByteArray("you sent Bearer t0ken");
    QTest::newRow("the token alone") << QByteArray("t0ken expired");
    QTest::newRow("cookie") << QByteArray("session=abcdef!");
    QTest::newRow("the cookie's value alone") << QByteArray("your abcdef is old");
    QTest::newRow("as it is sent") << QByteArray("bad: Basic YWxAaWNlOnM6Y3JldA==");
}

void TestPlainText::noSecretIsLeft()
{
    QFETCH(QByteArray, text);
    const JobSecrets secrets {
        "al%40ice:s%3Acret", "bob:hunter2", {"Authorization: Bearer t0ken", "Cookie: session=abcdef"}};

    const auto clean = withoutSecrets(text.toStdString(), secrets);

    for (const char *secret : {"s%3Acret", "s:cret", "hunter2", "t0ken", "abcdef"})
        QVERIFY2(clean.find(secret) == std::string::npos, clean.c_str());
    QVERIFY(clean.find("…") != std::string::npos);
}

void TestPlainText::aSecretIsHiddenHoweverItIsEscaped_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("as given", "/f?t=a%2Fb%20c%2Bd&x=1", "/f?t=…&x=1");
    row("in lower case", "/f?t=a%2fb%20c%2bd&x=1", "/f?t=…&x=1");
    row("not escaped", "t=a/b c+d.", "t=….");
    row("a plus for the space", "t=a/b+c%2Bd", "t=…");
    row("more escaped than needed", "t=%61%2F%62%20%63%2B%64", "t=…");
    row("within another address", "/login?next=%2Ff%3Ft%3Da%252Fb%2520c%252Bd%26x", "/login?next=%2Ff%3Ft%3D…%26x");
    row("twice, each in its way", "a%2Fb%20c%2Bd, a/b c+d", "…, …");
    row("cut off", "t=a%2Fb%20c%2", "t=a%2Fb%20c%2");
}

void TestPlainText::aSecretIsHiddenHoweverItIsEscaped()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);

    QCOMPARE(QByteArray::fromStdString(withoutSecret(text.toStdString(), "a%2Fb%20c%2Bd")), expected);
    QCOMPARE(QByteArray::fromStdString(withoutSecrets(text.toStdString(), {"me:a%2fb%20c%2bd", {}, {}})), expected);
    QCOMPARE(QByteArray::fromStdString(withoutSecrets(text.toStdString(), {{}, {}, {"X-Key: a/b c+d"}})), expected);
}

void TestPlainText::keysInQueriesAreHidden_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("S3", "https://b/f?X-Amz-Date=1&X-Amz-Credential=AK%2F1&X-Amz-Signature=0af",
        "https://b/f?X-Amz-Date=1&X-Amz-Credential=…&X-Amz-Signature=…");
    row("Azure", "https://b/f?sv=2&sig=ab%3D#top", "https://b/f?sv=2&sig=…#top");
    row("within a sentence", "moved to <http://h/?access_token=t0p>, said it",
        "moved to <http://h/?access_token=…>, said it");
    row("without value", "http://h/?token&x=1", "http://h/?token&x=1");
    row("twice", "http://h/?Token=a&token=b", "http://h/?Token=…&token=…");
    row("nothing to hide", "http://h/f?version=3&page=4", "http://h/f?version=3&page=4");
    row("a question mark at the end", "really?", "really?");
}

void TestPlainText::keysInQueriesAreHidden()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);

    QCOMPARE(QByteArray::fromStdString(withoutTokens(text.toStdString())), expected);
}

void TestPlainText::percentSignsAreDecoded()
{
    QCOMPARE(percentDecoded("a%40b%3a"), std::string("a@b:"));
    QCOMPARE(percentDecoded("100%"), std::string("100%"));
    QCOMPARE(percentDecoded("%4"), std::string("%4"));
    QCOMPARE(percentDecoded("%zz%+1"), std::string("%zz%+1"));
}

QTEST_APPLESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
