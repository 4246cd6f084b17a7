// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wording.h"

#include <algorithm>
#include <limits>

#include "words/format.h"

namespace haulwatch::problemtext {

int forPlural(std::uint32_t n)
{
    return static_cast<int>(std::min<std::uint32_t>(n, std::numeric_limits<int>::max()));
}

QString filled(const QString &sentence, Fillings fillings)
{
    QString out;
    qsizetype at = 0;
    while (at < sentence.size()) {
        const qsizetype open = sentence.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : sentence.indexOf(u'}', open);
        if (close < 0)
            break;
        const QStringView name = QStringView(sentence).sliced(open + 1, close - open - 1);
        const auto *it =
            std::find_if(fillings.begin(), fillings.end(), [name](const auto &f) { return f.first == name; });
        Q_ASSERT(it != fillings.end());
        out += QStringView(sentence).sliced(at, open - at);
        if (it != fillings.end())
            out += it->second;
        at = close + 1;
    }
    return out + sentence.sliced(at);
}

QString files(std::uint32_t n)
{
    return n == 1 ? Words::tr("1 file") : Words::tr("%Ln files", nullptr, forPlural(n));
}

QString fileName(std::string_view path)
{
    return format::plain(path.substr(path.find_last_of('/') + 1));
}

} // namespace haulwatch::problemtext
