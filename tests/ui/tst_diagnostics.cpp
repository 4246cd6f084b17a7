// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "job/joboptions.h"
#include "support/samplejobs.h"
#include "words/diagnostics.h"
#include "words/redaction.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

constexpr WallTime kNow {Milliseconds {1'004'270'400'000}};

QString report(const SampleJob &job)
{
    return diagnostics(job.record(), job.files().files, job.history(), QStringLiteral("/home/ann"));
}

QJsonObject jsonOf(const QString &report)
{
    const QString json = report.section(QStringLiteral("```json\n"), 1).section(QStringLiteral("```"), 0, 0);
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

} // namespace

class TestDiagnostics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretsAreTakenOutOfText_data();
    void secretsAreTakenOutOfText();
    void onlyHarmlessHeadersKeepTheirValue();
    void theSummaryCountsWhatWasRemoved();
    void theReportNamesProblemCodeAndAddress();
    void theReportsJsonHoldsErrorFilesAndHistory();
    void aSecretAnywhereInTheJobIsNotInTheReport();
    void aReportWithoutSecretsSaysSo();
    void aVeryLongJobIsShortenedAndSaysSo();
};

void TestDiagnostics::secretsAreTakenOutOfText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("redacted");

    QTest::newRow("nothing") << QByteArray("https://a.example/b/c.iso") << u"https://a.example/b/c.iso"_qs;
    QTest::newRow("user info") << QByteArray("https://ann:pw@a.example/b") << u"https://[removed]@a.example/b"_qs;
    QTest::newRow("password with slash") << QByteArray("ftp://ann:p/w@a.example/b")
                                         << u"ftp://[removed]@a.example/b"_qs;
    QTest::newRow("at sign in the path stays")
        << QByteArray("https://a.example/p@1.2/x") << u"https://a.example/p@1.2/x"_qs;
    QTest::newRow("query values") << QByteArray("https://a.example/b?id=7&token=x#top")
                                  << u"https://a.example/b?id=[removed]&token=[removed]#top"_qs;
    QTest::newRow("query without names") << QByteArray("https://a.example/b?s3cret")
                                         << u"https://a.example/b?[removed]"_qs;
    QTest::newRow("two addresses")
        << QByteArray("from http://u:p@a.example/?k=1 to http://b.example/?k=2 now")
        << u"from http://[removed]@a.example/?k=[removed] to http://b.example/?k=[removed] now"_qs;
    QTest::newRow("authorization") << QByteArray("sent Authorization: Bearer abc")
                                   << u"sent Authorization: [removed]"_qs;
    QTest::newRow("cookie") << QByteArray("Set-Cookie: a=b; c=d") << u"Set-Cookie: [removed]"_qs;
    QTest::newRow("home") << QByteArray("/home/ann/x and /home/ann") << u"~/x and ~"_qs;
    QTest::newRow("another's home") << QByteArray("/home/anna/x") << u"/home/anna/x"_qs;
}

void TestDiagnostics::secretsAreTakenOutOfText()
{
    QFETCH(QByteArray, text);
    Redaction redaction(QStringLiteral("/home/ann/"));

    QTEST(redaction.text(text.toStdString()), "redacted");
}

void TestDiagnostics::onlyHarmlessHeadersKeepTheirValue()
{
    Redaction redaction({});

    QCOMPARE(redaction.header("User-Agent: me/1"), u"User-Agent: me/1"_qs);
    QCOMPARE(redaction.header("X-Api-Key: abc"), u"X-Api-Key: [removed]"_qs);
    QCOMPARE(redaction.summary(), QStringList {u"1 header value"_qs});
}

void TestDiagnostics::theSummaryCountsWhatWasRemoved()
{
    Redaction redaction(QStringLiteral("/home/ann"));

    static_cast<void>(redaction.text("https://u:p@a.example/?a=1&b=2 /home/ann/x"));

    QCOMPARE(
        redaction.summary(),
        (QStringList {u"1 user name with password"_qs, u"2 query values"_qs, u"the home directory, written as ~"_qs}));
}

void TestDiagnostics::theReportNamesProblemCodeAndAddress()
{
    const QString text = report(climateJob(kNow));

    QVERIFY(text.startsWith(u"### climate-reanalysis-2024\n"_qs));
    QVERIFY(text.contains(u"- **Problem:** File not found on the server\n"_qs));
    QVERIFY(text.contains(u"- **Code:** `0x80190194` BG_E_HTTP_ERROR_404\n"_qs));
    QVERIFY(text.contains(u"- **Address:** `https://cdn.example.org/era5/2024/era5-2024-03.nc`\n"_qs));
}

void TestDiagnostics::theReportsJsonHoldsErrorFilesAndHistory()
{
    const QJsonObject job = jsonOf(report(climateJob(kNow)));

    QCOMPARE(job[u"state"].toString(), u"ERROR"_qs);
    QCOMPARE(job[u"error"][u"name"].toString(), u"BG_E_HTTP_ERROR_404"_qs);
    QCOMPARE(job[u"error"][u"file"][u"index"].toInt(), 2);
    QCOMPARE(job[u"files"].toArray().size(), 12);
    QCOMPARE(job[u"history"].toArray().size(), qsizetype(climateJob(kNow).history().size()));
    QCOMPARE(job[u"history"][0][u"event"].toString(), u"added"_qs);
}

void TestDiagnostics::aSecretAnywhereInTheJobIsNotInTheReport()
{
    JobOptions options;
    options.headers = {"X-Token: SECRET"};
    options.proxy = "http://SECRET:SECRET@proxy.example";
    options.caFile = "/home/ann/SAFE.pem";
    options.notifyCommand = {"/home/ann/tell", "x"};
    SampleJob job(9, "https://SECRET:SECRET@a.example/name?SECRET", kNow);
    job.options(options)
        .folder("/home/ann/x")
        .file("https://SECRET:SECRET@a.example/f.iso?sig=SECRET", FileState::Failed, 1, 2)
        .in(JobState::Error)
        .failed(fromHttpStatus(403), 0, std::chrono::seconds(0));

    const QString text = report(job);

    QVERIFY2(!text.contains(u"SECRET"), qPrintable(text));
    QVERIFY(text.contains(u"~/SAFE.pem"_qs));
    QVERIFY(text.contains(u"~/tell"_qs));
    const auto isTold = [&](const OptionName &option, const auto &) {
        QVERIFY2(text.contains(u'"' + QString::fromStdString(camelCase(option)) + u'"'), option.flag);
    };
    describeOptions(isTold, options);
    QVERIFY(text.contains(u"Removed: "_qs));
}

void TestDiagnostics::aReportWithoutSecretsSaysSo()
{
    QVERIFY(report(climateJob(kNow)).endsWith(u"Nothing had to be removed.\n"_qs));
}

void TestDiagnostics::aVeryLongJobIsShortenedAndSaysSo()
{
    SampleJob job(9, "many", kNow);
    for (int i = 0; i < 300; ++i)
        job.file("https://a.example/" + std::to_string(i), FileState::Waiting, 0, 1);

    const QString text = report(job);

    QCOMPARE(jsonOf(text)[u"files"].toArray().size(), 200);
    QVERIFY(text.contains(u"Shortened: 300 files and 1 events exist."_qs));
}

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
