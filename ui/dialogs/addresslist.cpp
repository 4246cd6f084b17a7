// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/addresslist.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <unordered_set>

#include "service/address.h"

namespace haulwatch {
namespace {

/// The addresses of one line: its words if each is an address of its own, else the whole line, spaces and all.
QStringList addressesOf(const QString &line)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const QStringList words = line.split(space, Qt::SkipEmptyParts);
    const bool areAddresses =
        std::all_of(words.begin(), words.end(), [](const QString &w) { return w.contains(u"://"); });
    return areAddresses ? words : QStringList {line.trimmed()};
}

} // namespace

AddressList readAddressList(const QString &text)
{
    AddressList list;
    std::unordered_set<std::string> seen;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        for (const QString &typed : addressesOf(line)) {
            if (typed.isEmpty())
                continue;
            const auto address = readAddress(typed.toStdString());
            if (!address) {
                if (!list.firstRefused)
                    list.firstRefused = AddressList::Refused {number, address.error()};
            } else if (seen.insert(address->userInfo + '@' + address->text).second) {
                list.addresses.push_back(typed.toStdString());
            } else {
                ++list.repeated;
            }
        }
    }
    return list;
}

} // namespace haulwatch
