// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/filtertext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <span>

#include "job/filterparser.h"
#include "words/format.h"

namespace haulwatch {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FilterText)
};

QString joined(std::span<const std::string_view> words)
{
    QStringList list;
    for (const auto word : words)
        list << format::plain(word).toLower();
    return list.join(QStringLiteral(", "));
}

/// Nothing when the only one is already written.
QStringList beginningWith(const QString &part, std::span<const std::string_view> words, const QString &ending)
{
    QStringList list;
    for (const auto word : words) {
        if (const auto text = format::plain(word).toLower(); text.startsWith(part, Qt::CaseInsensitive))
            list << text + ending;
    }
    if (list.size() == 1 && list.front().size() == part.size())
        list.clear();
    return list;
}

} // namespace

FilterCompletion completionsOf(const QString &text, qsizetype cursor)
{
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < cursor; ++i) {
        if (text[i] == u'"')
            quoted = !quoted;
        else if (text[i].isSpace() && !quoted)
            start = i + 1;
    }
    if (quoted)
        return {};
    if (start < cursor && text[start] == u'-')
        ++start;
    const auto part = text.mid(start, cursor - start);
    const auto colon = part.indexOf(u':');
    if (part.isEmpty())
        return {};
    if (colon < 0)
        return {start, beginningWith(part, filterKeys(), QStringLiteral(":"))};
    const auto value = std::max(colon, part.lastIndexOf(u',')) + 1;
    return {start + value, beginningWith(part.mid(value), filterValues(part.left(colon).toLower().toStdString()), {})};
}

QString explain(const FilterError &error)
{
    const auto subject = format::plain(error.subject);
    const auto key = format::plain(error.key);
    switch (error.kind) {
    case FilterError::Kind::UnknownKey:
        return Words::tr("“%1:” is not known here. Use one of %2, or put the text in quotes.")
            .arg(subject, joined(filterKeys()));
    case FilterError::Kind::UnknownValue: {
        const auto known = filterValues(error.key);
        return known.empty() ? Words::tr("“%1” is not a known %2.").arg(subject, key)
                             : Words::tr("“%1” is not a known %2. Use one of %3.").arg(subject, key, joined(known));
    }
    case FilterError::Kind::MissingValue:
        return Words::tr("Say what is wanted after “%1:”.").arg(key);
    case FilterError::Kind::BadComparison:
        return error.key == "age"
            ? Words::tr("“%1” is not an age. Write it like age:>2h or age:<30m, with s, m, h, d or w.").arg(subject)
            : Words::tr("“%1” is not a size. Write it like size:>1.5GB or size:<300MB.").arg(subject);
    case FilterError::Kind::OpenQuote:
        return Words::tr("The quotation mark is not closed.");
    }
    Q_UNREACHABLE();
}

} // namespace haulwatch
