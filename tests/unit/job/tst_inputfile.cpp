// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "job/inputfile.h"

using namespace haulwatch;

class TestInputFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLineIsAJob();
    void indentedLinesBelongToTheAddressAbove();
    void checksumsMayBeWrittenAsAria2DoesOrAsWeDo();
    void optionsOfAria2WithoutMeaningHereAreTold();
    void lineEndsAndMarksOfOtherSystemsAreUnderstood();
    void wrongLinesAreRefusedWithTheirNumber_data();
    void wrongLinesAreRefusedWithTheirNumber();
};

void TestInputFile::everyLineIsAJob()
{
    const auto file = parseInputFile("http://h/a\n\n# a comment\nhttp://h/b?c=d#e\n");

    QVERIFY(file.has_value());
    QCOMPARE(file->entries.size(), std::size_t {2});
    QCOMPARE(file->entries[0].address, std::string("http://h/a"));
    QCOMPARE(file->entries[0].line, std::size_t {1});
    QCOMPARE(file->entries[1].address, std::string("http://h/b?c=d#e"));
    QCOMPARE(file->entries[1].line, std::size_t {4});
}

void TestInputFile::indentedLinesBelongToTheAddressAbove()
{
    const auto file =
        parseInputFile("http://h/a\n  dir=/d/e f\n\tout=x=y\n header=A: b\n  # no\n header = C: d\nhttp://h/b");

    QVERIFY(file.has_value());
    QCOMPARE(file->entries[0].folder, std::string("/d/e f"));
    QCOMPARE(file->entries[0].output, std::string("x=y"));
    QCOMPARE(file->entries[0].headers, (std::vector<std::string> {"A: b", "C: d"}));
    QVERIFY(file->entries[1].folder.empty() && file->entries[1].headers.empty());
}

void TestInputFile::checksumsMayBeWrittenAsAria2DoesOrAsWeDo()
{
    const auto file = parseInputFile("http://h/a\n checksum=sha-1=DA39A3EE5E6B4B0D3255BFEF95601890AFD80709\n"
                                     "http://h/b\n checksum=md5:d41d8cd98f00b204e9800998ecf8427e\n");

    QVERIFY(file.has_value());
    QVERIFY(file->entries[0].checksum == parseChecksum("sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709"));
    QVERIFY(file->entries[1].checksum == parseChecksum("md5:d41d8cd98f00b204e9800998ecf8427e"));
}

void TestInputFile::optionsOfAria2WithoutMeaningHereAreTold()
{
    const auto file = parseInputFile("http://h/a\n split=5\n");

    QVERIFY(file.has_value());
    QCOMPARE(file->unknown.size(), std::size_t {1});
    QCOMPARE(file->unknown[0].line, std::size_t {2});
    QCOMPARE(file->unknown[0].name, std::string("split"));
}

void TestInputFile::lineEndsAndMarksOfOtherSystemsAreUnderstood()
{
    const auto file = parseInputFile("\xEF\xBB\xBFhttp://h/a\r\n  out=b\r\n");

    QVERIFY(file.has_value());
    QCOMPARE(file->entries[0].address, std::string("http://h/a"));
    QCOMPARE(file->entries[0].output, std::string("b"));
}

void TestInputFile::wrongLinesAreRefusedWithTheirNumber_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<InputError::Kind>("kind");
    QTest::addColumn<int>("line");
    using Kind = InputError::Kind;
    QTest::newRow("an option before any address") << QByteArray(" out=x\n") << Kind::OptionWithoutAddress << 1;
    QTest::newRow("an indented address") << QByteArray("http://h/a\n http://h/b\n") << Kind::NoEqualsSign << 2;
    QTest::newRow("half a checksum") << QByteArray("http://h/a\n\n checksum=md5=00\n") << Kind::BadChecksum << 3;
    QTest::newRow("mirrors") << QByteArray("http://h/a\thttp://h/b\n") << Kind::SeveralAddresses << 1;
}

void TestInputFile::wrongLinesAreRefusedWithTheirNumber()
{
    QFETCH(QByteArray, text);
    QFETCH(InputError::Kind, kind);
    QFETCH(int, line);

    const auto file = parseInputFile(text.toStdString());

    QVERIFY(!file.has_value());
    QVERIFY(file.error().kind == kind);
    QCOMPARE(file.error().line, static_cast<std::size_t>(line));
}

QTEST_APPLESS_MAIN(TestInputFile)
#include "tst_inputfile.moc"
