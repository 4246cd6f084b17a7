// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cerrno>

#include "commands/givencode.h"
#include "job/errorcatalog.h"
#include "words/codearticle.h"

using namespace haulwatch;

/// Any code a person may meet is understood and explained.
class TestExplain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCodeIsUnderstoodInEverySpelling_data();
    void aCodeIsUnderstoodInEverySpelling();
    void whatIsNoCodeIsNotGuessed_data();
    void whatIsNoCodeIsNotGuessed();
    void everyKnownCodeHasAWholeArticle();
    void aRefusedCallIsNotToldAsAJobsFailure();
    void theArticleSaysWhetherTheEngineTriesAgain();
    void aCodeNobodyKnowsIsSaidToBeUnknown();
};

void TestExplain::aCodeIsUnderstoodInEverySpelling_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint32>("code");
    QTest::addColumn<int>("native");
    const auto row = [](const char *text, quint32 code, int native) {
        QTest::newRow(text) << QString::fromLatin1(text) << code << native;
    };
    row("0x80190194", 0x80190194, 0);
    row("80190194", 0x80190194, 0);
    row("-2145844844", 0x80190194, 0);
    row(" bg_e_http_error_404 ", 0x80190194, 0);
    row("404", 0x80190194, 404);
    row("HTTP 404", 0x80190194, 404);
    row("http/404", 0x80190194, 404);
    row("ENOSPC", 0x80070070, ENOSPC);
    row("errno 28", 0x80070070, 28);
    row("errno=28", 0x80070070, 28);
    row("EFBIG", 0x800700DF, EFBIG);
    row("EDQUOT", 0x8007050F, EDQUOT);
    row("304", 0x80190130, 304);
    row("101", 0x80190065, 101);
    row("curl 28", 0x80072EE2, 28);
    row("ERROR_DISK_FULL", 0x80070070, 0);
}

void TestExplain::aCodeIsUnderstoodInEverySpelling()
{
    QFETCH(QString, text);
    QFETCH(quint32, code);
    QFETCH(int, native);

    const auto error = parseGivenCode(text.toStdString());

    QVERIFY(error);
    QCOMPARE(error->code.value, code);
    QCOMPARE(error->native.value, native);
}

void TestExplain::whatIsNoCodeIsNotGuessed_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "28", "0", "600", "99", "curl", "curl 0", "curl 9999", "errno 0", "errno 9999",
                             "http 28", "ENOTHING", "BG_E_", "four hundred"})
        QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
}

void TestExplain::whatIsNoCodeIsNotGuessed()
{
    QFETCH(QString, text);

    QVERIFY(!parseGivenCode(text.toStdString()));
}

void TestExplain::everyKnownCodeHasAWholeArticle()
{
    for (const CatalogEntry &entry : errorCatalog()) {
        const CodeArticle article = articleOn(errorFrom(entry));

        const QByteArray what = article.code.toLatin1();
        QVERIFY2(!article.name.isEmpty() && !article.title.isEmpty() && !article.engine.isEmpty(), what.constData());
        QVERIFY2(article.meaning.endsWith(u'.') && article.source.contains(u"2026"_qs), what.constData());
        QVERIFY2(!article.meaning.contains(u'{') && !article.remedy.contains(u'{'), what.constData());
        QCOMPARE(article.native.isEmpty(), !httpStatus(entry.code).has_value());
    }
}

void TestExplain::aRefusedCallIsNotToldAsAJobsFailure()
{
    const CodeArticle article = articleOn(*parseGivenCode("DO_E_ERROR_INFORMATION_UNAVAILABLE"));

    QCOMPARE(article.code, u"0x80D02014"_qs);
    QVERIFY(article.engine.contains(u"stays as it is"_qs));
    QVERIFY(article.remedy.isEmpty());
}

void TestExplain::theArticleSaysWhetherTheEngineTriesAgain()
{
    QVERIFY(articleOn(*parseGivenCode("503")).engine.contains(u"TRANSIENT_ERROR"_qs));
    QVERIFY(articleOn(*parseGivenCode("404")).engine.contains(u"Resume"_qs));
    QVERIFY(articleOn(*parseGivenCode("BG_S_PARTIAL_COMPLETE")).engine.contains(u"no failure"_qs));
}

void TestExplain::aCodeNobodyKnowsIsSaidToBeUnknown()
{
    const auto error = parseGivenCode("0x81234567");

    QVERIFY(error);
    const CodeArticle article = articleOn(*error);
    QVERIFY(article.name.isEmpty());
    QVERIFY(article.meaning.contains(u"does not know"_qs));
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
