// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "address/secretquery.h"

using namespace haulwatch;

class TestSecretQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namedValuesLeaveTheAddressAndComeBack_data();
    void namedValuesLeaveTheAddressAndComeBack();
    void aNameThatIsMissingIsNotReported();
    void eachAddressOfAJobGetsItsOwnValue();
    void aValueStaysWithItsOriginAndName_data();
    void aValueStaysWithItsOriginAndName();
    void aPlaceWithoutAValueStays();
    void whatWasTakenOutBeforeStaysSo();
    void aPlaceThatLacksItsValueIsSeen();
    void unusedValuesGoAndTheOthersKeepTheirPlaces();
};

void TestSecretQuery::namedValuesLeaveTheAddressAndComeBack_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *name, const char *given, const char *kept) {
        QTest::newRow(name) << QString::fromLatin1(given) << QString::fromLatin1(kept);
    };
    row("alone", "http://h/f?key=abc", "http://h/f?key=(secret-1)");
    row("amid others", "http://h/f?a=1&key=a%26b&b=2", "http://h/f?a=1&key=(secret-1)&b=2");
    row("twice", "http://h/f?key=a&key=b", "http://h/f?key=(secret-1)&key=(secret-2)");
    row("two names", "http://h/f?sig=a=b&key=c", "http://h/f?sig=(secret-1)&key=(secret-2)");
    row("empty", "http://h/f?key=&a", "http://h/f?key=&a");
    row("part of a name", "http://h/f?monkey=abc", "http://h/f?monkey=abc");
    row("in the path", "http://h/key=abc", "http://h/key=abc");
}

void TestSecretQuery::namedValuesLeaveTheAddressAndComeBack()
{
    QFETCH(const QString, given);
    QFETCH(const QString, kept);
    std::string address = given.toStdString();
    std::vector<SecretValue> values;

    static_cast<void>(takeSecretValues(address, {"key", "sig"}, values));

    QCOMPARE(QString::fromStdString(address), kept);
    QCOMPARE(QString::fromStdString(withSecretValues(address, values)), given);
    QCOMPARE(secretValuesOf(address, values).size(), values.size());
}

void TestSecretQuery::aNameThatIsMissingIsNotReported()
{
    std::string address = "http://h/f?key=abc";
    std::vector<SecretValue> values;

    const auto found = takeSecretValues(address, {"key", "sig"}, values);

    QCOMPARE(found, std::vector<std::string> {"key"});
}

void TestSecretQuery::eachAddressOfAJobGetsItsOwnValue()
{
    std::string first = "http://h/1?key=one";
    std::string second = "http://h/2?key=two";
    std::vector<SecretValue> values;

    static_cast<void>(takeSecretValues(first, {"key"}, values));
    static_cast<void>(takeSecretValues(second, {"key"}, values));

    QCOMPARE(withSecretValues(first, values), std::string("http://h/1?key=one"));
    QCOMPARE(withSecretValues(second, values), std::string("http://h/2?key=two"));
    QCOMPARE(secretValuesOf(second, values), std::vector<std::string> {"two"});
}

void TestSecretQuery::aValueStaysWithItsOriginAndName_data()
{
    QTest::addColumn<QString>("elsewhere");
    for (const auto *address : {"https://other/f?key=(secret-1)", "https://h:8443/f?key=(secret-1)",
                                "http://h/f?key=(secret-1)", "https://h/f?name=(secret-1)"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void TestSecretQuery::aValueStaysWithItsOriginAndName()
{
    QFETCH(const QString, elsewhere);
    std::string address = "https://h/f?key=abc";
    std::vector<SecretValue> values;
    static_cast<void>(takeSecretValues(address, {"key"}, values));

    QCOMPARE(QString::fromStdString(withSecretValues(elsewhere.toStdString(), values)), elsewhere);
    QCOMPARE(withSecretValues("https://h/moved?a=1&key=(secret-1)", values),
             std::string("https://h/moved?a=1&key=abc"));
}

void TestSecretQuery::aPlaceWithoutAValueStays()
{
    const std::vector<SecretValue> values {{"http://h", "key", "abc"}};

    for (const std::string place : {"(secret-0)", "(secret-2)", "(secret-01)", "(secret-)", "(secret-1", "(secret-1)x"})
        QCOMPARE(withSecretValues("http://h/f?key=" + place, values), "http://h/f?key=" + place);
}

void TestSecretQuery::whatWasTakenOutBeforeStaysSo()
{
    std::string address = "http://h/f?key=one";
    std::vector<SecretValue> values;
    static_cast<void>(takeSecretValues(address, {"key"}, values));

    const auto found = takeSecretValues(address, {"key"}, values);

    QCOMPARE(found, std::vector<std::string> {"key"});
    QCOMPARE(values.size(), std::size_t {1});
    QCOMPARE(withSecretValues(address, values), std::string("http://h/f?key=one"));
}

void TestSecretQuery::aPlaceThatLacksItsValueIsSeen()
{
    const std::vector<SecretValue> values {{"http://h", "key", "one"}};

    QVERIFY(!lacksSecretValue("http://h/f?key=(secret-1)&a=b", values));
    QVERIFY(!lacksSecretValue("http://h/f?key=secret-1", values));
    QVERIFY(lacksSecretValue("http://h/f?key=(secret-2)", values));
    QVERIFY(lacksSecretValue("http://other/f?key=(secret-1)", values));
    QVERIFY(lacksSecretValue("http://h/f?sig=(secret-1)", values));
}

void TestSecretQuery::unusedValuesGoAndTheOthersKeepTheirPlaces()
{
    std::vector<SecretValue> values {{"http://h", "key", "one"}, {"http://h", "key", "two"}, {"http://h", "key", "3"}};
    const std::vector<FileSpec> files {{"http://h/f?key=(secret-2)", "f", {}}, {"http://h/g?key=(secret-9)", "g", {}}};

    dropUnusedValues(values, files);

    QCOMPARE(values,
             (std::vector<SecretValue> {{"http://h", "key", ""}, {"http://h", "key", "two"}, {"http://h", "key", ""}}));
    QVERIFY(lacksSecretValue("http://h/f?key=(secret-1)", values));
    QCOMPARE(withSecretValues(files[0].remote, values), std::string("http://h/f?key=two"));
}

QTEST_GUILESS_MAIN(TestSecretQuery)
#include "tst_secretquery.moc"
