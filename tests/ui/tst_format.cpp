// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDate>
#include <QLocale>
#include <QSet>
#include <QTest>

#include "words/format.h"

using namespace haulwatch;
using namespace std::chrono_literals;

class TestFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesAreInPowersOfAThousand_data();
    void bytesAreInPowersOfAThousand();
    void numbersFollowTheLanguage();
    void aStandingTransferHasNoRate();
    void durationsAreAsPreciseAsTheyAreLong_data();
    void durationsAreAsPreciseAsTheyAreLong();
    void aCountdownIsZeroOnlyWhenTheTimeIsOver();
    void hundredPercentMeansAll();
    void anotherDaysTimeHasItsDate();
    void statesVerbsAndPrioritiesHaveDistinctNames();
    void textFromOutsideIsShownNeverObeyed_data();
    void textFromOutsideIsShownNeverObeyed();
};

void TestFormat::bytesAreInPowersOfAThousand_data()
{
    QTest::addColumn<quint64>("count");
    QTest::addColumn<QString>("text");

    QTest::newRow("none") << quint64(0) << u"0 bytes"_qs;
    QTest::newRow("one") << quint64(1) << u"1 byte"_qs;
    QTest::newRow("below a kilobyte") << quint64(999) << u"999 bytes"_qs;
    QTest::newRow("kilobyte") << quint64(1000) << u"1.0 kB"_qs;
    QTest::newRow("tenths") << quint64(3'400'000'000) << u"3.4 GB"_qs;
    QTest::newRow("no tenths from a hundred on") << quint64(812'400'000) << u"812 MB"_qs;
    QTest::newRow("never 100.0") << quint64(99'970'000) << u"100 MB"_qs;
    QTest::newRow("never 1000 of a unit") << quint64(999'700'000) << u"1.0 GB"_qs;
    QTest::newRow("greatest") << quint64(kUnknownSize - 1) << u"18.4 EB"_qs;
    QTest::newRow("unknown") << quint64(kUnknownSize) << u"unknown"_qs;
}

void TestFormat::bytesAreInPowersOfAThousand()
{
    QFETCH(quint64, count);

    QTEST(format::bytes(count), "text");
}

void TestFormat::numbersFollowTheLanguage()
{
    const QLocale before;

    QLocale::setDefault(QLocale(QLocale::German));
    const QString german = format::bytes(3'400'000'000) + u' ' + format::count(1284);
    QLocale::setDefault(QLocale::c());
    const QString plain = format::bytes(3'400'000'000) + u' ' + format::count(1284);
    QLocale::setDefault(before);

    QCOMPARE(german, u"3,4 GB 1.284"_qs);
    QCOMPARE(plain, u"3.4 GB 1,284"_qs);
}

void TestFormat::aStandingTransferHasNoRate()
{
    QCOMPARE(format::rate(0), QString());
    QCOMPARE(format::rate(61'200'000), u"61.2 MB/s"_qs);
}

void TestFormat::durationsAreAsPreciseAsTheyAreLong_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");

    QTest::newRow("negative") << qint64(-5) << u"0 s"_qs;
    QTest::newRow("seconds") << qint64(18) << u"18 s"_qs;
    QTest::newRow("minutes with seconds") << qint64(90) << u"1 min 30 s"_qs;
    QTest::newRow("whole minutes") << qint64(600) << u"10 min"_qs;
    QTest::newRow("minutes") << qint64(43 * 60 + 7) << u"43 min"_qs;
    QTest::newRow("hours") << qint64(2 * 3600 + 5 * 60) << u"2 h 5 min"_qs;
    QTest::newRow("whole hours") << qint64(2 * 3600) << u"2 h"_qs;
    QTest::newRow("one day") << qint64(86'400) << u"1 day"_qs;
    QTest::newRow("days with hours") << qint64(2 * 86'400 + 3600) << u"2 days 1 h"_qs;
    QTest::newRow("two weeks") << qint64(1'209'600) << u"14 days"_qs;
}

void TestFormat::durationsAreAsPreciseAsTheyAreLong()
{
    QFETCH(qint64, seconds);

    QTEST(format::duration(std::chrono::seconds(seconds)), "text");
}

void TestFormat::aCountdownIsZeroOnlyWhenTheTimeIsOver()
{
    QCOMPARE(format::countdown(0ms), u"0:00"_qs);
    QCOMPARE(format::countdown(-3s), u"0:00"_qs);
    QCOMPARE(format::countdown(1ms), u"0:01"_qs);
    QCOMPARE(format::countdown(42s), u"0:42"_qs);
    QCOMPARE(format::countdown(725s), u"12:05"_qs);
    QCOMPARE(format::countdown(3723s), u"1:02:03"_qs);
}

void TestFormat::hundredPercentMeansAll()
{
    QCOMPARE(format::percent(0, 10), u"0 %"_qs);
    QCOMPARE(format::percent(38, 100), u"38 %"_qs);
    QCOMPARE(format::percent(999'999, 1'000'000), u"99 %"_qs);
    QCOMPARE(format::percent(10, 10), u"100 %"_qs);
    QCOMPARE(format::percent(0, 0), u"100 %"_qs);
    QCOMPARE(format::percent(5, kUnknownSize), QString());
    QCOMPARE(format::percent(kUnknownSize / 2, kUnknownSize - 1), u"50 %"_qs);
}

void TestFormat::anotherDaysTimeHasItsDate()
{
    const auto at = [](QDate day) {
        return WallTime(Milliseconds(QDateTime(day, QTime(14, 2, 11)).toMSecsSinceEpoch()));
    };

    QCOMPARE(format::clockTime(at(QDate::currentDate())), u"14:02:11"_qs);
    QCOMPARE(format::clockTime(at(QDate(2001, 11, 24))), u"24 Nov 2001 14:02:11"_qs);
}

void TestFormat::statesVerbsAndPrioritiesHaveDistinctNames()
{
    QSet<QString> names;
    for (const JobState state : kAllJobStates)
        names.insert(format::stateName(state));
    for (const Verb verb : kAllVerbs)
        names.insert(format::verbName(verb));
    for (const Priority priority : {Priority::Foreground, Priority::High, Priority::Normal, Priority::Low})
        names.insert(format::priorityName(priority));

    QCOMPARE(names.size(), qsizetype(kJobStateCount + kAllVerbs.size() + 4));
    QVERIFY(!names.contains(QString()));
}

void TestFormat::textFromOutsideIsShownNeverObeyed_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<QString>("shown");

    QTest::newRow("ordinary") << QByteArray("hé漢😀.nc") << u"hé漢😀.nc"_qs;
    QTest::newRow("line break") << QByteArray("a\r\nb\tc") << u"a␍␊b␉c"_qs;
    QTest::newRow("escape and delete") << QByteArray("\x1b[31m\x7f") << u"␛[31m␡"_qs;
    QTest::newRow("zero") << QByteArray("a\0b", 3) << u"a␀b"_qs;
    QTest::newRow("right-to-left override") << QByteArray("gpj.\xE2\x80\xAE"
                                                          "exe")
                                            << u"gpj.<U+202E>exe"_qs;
    QTest::newRow("paragraph separator") << QByteArray("a\xE2\x80\xA9"
                                                       "b")
                                         << u"a<U+2029>b"_qs;
    QTest::newRow("second control set") << QByteArray("a\xC2\x85"
                                                      "b")
                                        << u"a<U+0085>b"_qs;
    QTest::newRow("invisible tag") << QByteArray("\xF3\xA0\x80\xA0") << u"<U+E0020>"_qs;
    QTest::newRow("not UTF-8") << QByteArray("a\xFF"
                                             "b")
                               << u"a\uFFFDb"_qs;
}

void TestFormat::textFromOutsideIsShownNeverObeyed()
{
    QFETCH(QByteArray, utf8);

    QTEST(format::plain(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size()))), "shown");
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
