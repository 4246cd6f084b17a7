// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/givencode.h"

#include <QString>

#include <algorithm>
#include <cstring>

#include "commandline/commandvalues.h"
#include "job/errorcatalog.h"
#include "transfer/curl/curlerror.h"

namespace haulwatch {
namespace {

constexpr int kLastErrno = 133; ///< Linux: EHWPOISON

JobError ofErrno(int number)
{
    return errorFrom(classifyErrno(number), {NativeKind::Errno, number});
}

std::optional<JobError> ofErrnoName(const QString &name)
{
    for (int number = 1; number <= kLastErrno; ++number) {
        const char *known = strerrorname_np(number);
        if (known && name.compare(QLatin1String(known), Qt::CaseInsensitive) == 0)
            return ofErrno(number);
    }
    return std::nullopt;
}

std::optional<JobError> ofStatus(int status)
{
    if (status < 100 || status > 599)
        return std::nullopt;
    return errorFrom(classify(fromHttpStatus(status)), {NativeKind::Http, status});
}

std::optional<JobError> ofSymbol(const QString &name)
{
    const auto catalog = errorCatalog();
    const auto entry = std::ranges::find_if(catalog, [&](const CatalogEntry &e) {
        return name.compare(QLatin1String(e.name.data(), static_cast<qsizetype>(e.name.size())), Qt::CaseInsensitive)
            == 0;
    });
    return entry == catalog.end() ? std::nullopt : std::optional(errorFrom(*entry));
}

/// "curl 28", "errno=28", "HTTP404": a vocabulary and a number of it.
std::optional<JobError> ofVocabulary(const QString &text, int digits)
{
    bool isNumber = false;
    const int number = text.mid(digits).toInt(&isNumber);
    auto word = text.left(digits).toLower();
    while (!word.isEmpty() && !word.back().isLetter())
        word.chop(1);
    if (!isNumber)
        return std::nullopt;
    if (word == QLatin1String("http"))
        return ofStatus(number);
    if (word == QLatin1String("errno") && number > 0 && number <= kLastErrno)
        return ofErrno(number);
    if (word == QLatin1String("curl") && number > 0 && number < CURL_LAST) {
        CurlFailure failure;
        failure.result = static_cast<CURLcode>(number);
        return errorFromCurl(failure);
    }
    return std::nullopt;
}

} // namespace

std::optional<JobError> parseGivenCode(std::string_view given)
{
    const QString text = QString::fromUtf8(given.data(), static_cast<qsizetype>(given.size())).simplified();
    bool isNumber = false;
    if (const int number = text.toInt(&isNumber); isNumber && number >= 0 && text.size() <= 4)
        return ofStatus(number);
    if (const auto code = parseErrorCode(text.toStdString()))
        return errorFrom(classify(*code));
    if (const auto symbol = ofSymbol(text))
        return symbol;
    if (const auto name = ofErrnoName(text))
        return name;
    const auto digit = std::ranges::find_if(text, [](QChar c) { return c.isDigit(); });
    return ofVocabulary(text, static_cast<int>(digit - text.begin()));
}

} // namespace haulwatch
