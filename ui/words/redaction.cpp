// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/redaction.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <utility>

#include "job/headerline.h"
#include "words/format.h"

namespace haulwatch {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Redaction)
};

QString removed()
{
    return QStringLiteral("[removed]");
}

// Not "everything up to the path": a password may hold a slash that nobody escaped.
const QRegularExpression &userInfoPattern()
{
    static const QRegularExpression pattern(QStringLiteral("(?<=://)[^\\s/?#]*@|(?<=://)[^\\s@?#]*:[^\\s@?#]*@"));
    return pattern;
}

const QRegularExpression &queryValuePattern()
{
    // After "?", "&" or ";" and a name: the value. A query without "=" is a value itself.
    static const QRegularExpression pattern(QStringLiteral("(?<=://)([^\\s?]*)\\?([^\\s#]*)"));
    return pattern;
}

const QRegularExpression &credentialPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b((?:proxy-)?authorization|(?:set-)?cookie)(\\s*[:=]\\s*).*"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

QString redactedQuery(const QString &query, int *count)
{
    QStringList parts = query.split(u'&');
    for (QString &part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        if (part.isEmpty() || equals == part.size() - 1)
            continue;
        part = equals < 0 ? removed() : part.left(equals + 1) + removed();
        ++*count;
    }
    return parts.join(u'&');
}

} // namespace

Redaction::Redaction(QString home)
    : m_home(std::move(home))
{
    while (m_home.endsWith(u'/'))
        m_home.chop(1);
}

QString Redaction::text(std::string_view utf8)
{
    QString text = format::plain(utf8);
    m_headers += static_cast<int>(text.count(credentialPattern()));
    text.replace(credentialPattern(), QStringLiteral("\\1\\2") + removed());
    m_userInfos += static_cast<int>(text.count(userInfoPattern()));
    text.replace(userInfoPattern(), removed() + u'@');

    QString out;
    qsizetype at = 0;
    for (auto it = queryValuePattern().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(text).sliced(at, match.capturedStart(2) - at);
        out += redactedQuery(match.captured(2), &m_queryValues);
        at = match.capturedEnd(2);
    }
    return withoutHome(out + text.sliced(at));
}

QString Redaction::header(std::string_view line)
{
    const QString text = format::plain(line);
    if (isHarmlessHeader(headerName(line)))
        return text;
    ++m_headers;
    return text.section(u':', 0, 0).trimmed() + QStringLiteral(": ") + removed();
}

QStringList Redaction::summary() const
{
    QStringList kinds;
    const auto add = [&kinds](int n, const QString &one, const QString &many) {
        if (n > 0)
            kinds += n == 1 ? one : many;
    };
    add(m_userInfos, Words::tr("1 user name with password"),
        Words::tr("%Ln user names with passwords", nullptr, m_userInfos));
    add(m_queryValues, Words::tr("1 query value"), Words::tr("%Ln query values", nullptr, m_queryValues));
    add(m_headers, Words::tr("1 header value"), Words::tr("%Ln header values", nullptr, m_headers));
    add(m_homes, Words::tr("the home directory, written as ~"),
        Words::tr("the home directory, written as ~ (%Ln times)", nullptr, m_homes));
    return kinds;
}

QString Redaction::withoutHome(QString text)
{
    if (m_home.isEmpty())
        return text;
    const QRegularExpression home(QRegularExpression::escape(m_home) + QStringLiteral("(?=/|$|\\W)"));
    m_homes += static_cast<int>(text.count(home));
    return text.replace(home, QStringLiteral("~"));
}

} // namespace haulwatch
