// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/codearticle.h"

#include <QCoreApplication>

#include "job/errorcatalog.h"
#include "words/causewords.h"
#include "words/codemeanings.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

struct Article {
    Q_DECLARE_TR_FUNCTIONS(CodeArticle)
};

QString nativeOf(const JobError &error)
{
    if (error.native.kind == NativeKind::None || error.native.kind == NativeKind::Http) {
        const auto status = httpStatus(error.code);
        if (!status)
            return {};
        const QString number = QStringLiteral("HTTP %1").arg(*status);
        const char *phrase = codemeanings::httpPhrase(*status);
        return phrase ? number + u' ' + QLatin1String(phrase) : number;
    }
    return problemtext::native(error.native);
}

QString meaningOf(const JobError &error)
{
    if (const char *own = codemeanings::ofCode(error.code))
        return Article::tr(own);
    if (!error.code.failed())
        return Article::tr("The call succeeded.");
    if (error.cause == Cause::Internal)
        return Article::tr(
            "This program does not know the code. The name and the text beside it come from who reported it.");
    return Article::tr(problemtext::wordsFor(error.cause).meaning);
}

QString engineOf(const JobError &error)
{
    if (!error.code.failed())
        return Article::tr("It is no failure.");
    if (codemeanings::isOfCalls(error.code))
        return Article::tr("A call was refused. The job stays as it is, and so does its error, if it has one.");
    return error.transient ? Article::tr("The job waits in TRANSIENT_ERROR and is tried again by itself.")
                           : Article::tr("The job goes into ERROR. It is not tried again until someone calls Resume.");
}

/// Where codes of a facility are published.
QString sourceOf(const JobError &error)
{
    QStringList sources;
    if (error.native.kind == NativeKind::Curl)
        sources << QStringLiteral("libcurl error codes");
    if (error.native.kind == NativeKind::Errno)
        sources << QStringLiteral("POSIX.1-2017, <errno.h>");
    switch (error.code.facility()) {
    case kFacilityHttp:
        sources << QStringLiteral("RFC 9110, HTTP Semantics, §15")
                << Article::tr("Microsoft, BITS: Handling Server Application Errors");
        break;
    case kFacilityWin32:
        sources << Article::tr("Microsoft, System Error Codes");
        break;
    case kFacilityBits:
        sources << Article::tr("Microsoft, BITS Return Values");
        break;
    case kFacilityDeliveryOptimization:
        sources << Article::tr("Microsoft, Delivery Optimization Return Values");
        break;
    default:
        sources << Article::tr("Microsoft, Common HRESULT Values");
        break;
    }
    return sources.join(QStringLiteral("; ")) + Article::tr(" (as of November 2026)");
}

} // namespace

CodeArticle articleOn(const JobError &error)
{
    CodeArticle article;
    article.code = QString::fromStdString(toHex(error.code));
    const auto known = classify(error.code);
    article.name = QString::fromLatin1(known.name.data(), static_cast<qsizetype>(known.name.size()));
    article.native = nativeOf(error);
    const bool isCalls = codemeanings::isOfCalls(error.code);
    article.title = isCalls ? Article::tr("A call was refused") : problemtext::title(error.cause);
    article.meaning = meaningOf(error);
    article.engine = engineOf(error);
    article.context = problemtext::context(error.context);
    if (error.code.failed() && !isCalls)
        article.remedy = problemtext::remedy(error);
    article.source = sourceOf(error);
    return article;
}

QStringList plainText(const CodeArticle &article)
{
    QStringList lines;
    lines << (article.name.isEmpty() ? article.code : article.code + QStringLiteral("  ") + article.name);
    if (!article.native.isEmpty())
        lines << article.native;
    lines << QString() << article.title << article.meaning << QString();
    if (!article.remedy.isEmpty())
        lines << Article::tr("What to do:  %1").arg(article.remedy);
    lines << Article::tr("The engine:  %1").arg(article.engine);
    lines << Article::tr("Where:       %1").arg(article.context);
    lines << Article::tr("Source:      %1").arg(article.source);
    return lines;
}

} // namespace haulwatch
