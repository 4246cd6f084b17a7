// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/addresslist.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <unordered_set>

#include "address/givenaddress.h"

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

/// An address may be indented, too, when it was pasted; it has no word that an equals sign follows.
bool isOption(const QString &line)
{
    static const QRegularExpression option(QStringLiteral("^\\s+[a-z][a-z0-9-]*\\s*="));
    return option.match(line).hasMatch();
}

class ListReader {
public:
    void read(const QString &line)
    {
        ++m_line;
        if (line.trimmed().startsWith(u'#'))
            return;
        if (m_hasAddress && isOption(line))
            return readOption(line);
        for (const QString &typed : addressesOf(line))
            if (!typed.isEmpty())
                readOne(typed);
    }

    AddressList take()
    {
        std::unordered_set<std::string> seen;
        const auto isRepeated = [&](const AddressList::Entry &entry) {
            const auto address = readAddress(entry.given.address);
            return !seen.insert(address->userInfo + '@' + address->text + '\n' + entry.given.folder + '\n'
                                + entry.given.output)
                        .second;
        };
        m_list.repeated = std::erase_if(m_list.entries, isRepeated);
        return std::move(m_list);
    }

private:
    void readOne(const QString &typed)
    {
        m_hasAddress = true;
        const auto address = readAddress(typed.toStdString());
        m_isRefused = !address;
        if (!address)
            return refuse(address.error());
        InputEntry entry;
        entry.line = m_line;
        entry.address = typed.toStdString();
        m_list.entries.push_back({std::move(entry), typed});
    }

    void readOption(const QString &line)
    {
        if (m_isRefused)
            return;
        AddressList::Entry &entry = m_list.entries.back();
        const auto known = takeInputOption(entry.given, line.toStdString());
        if (!known)
            return refuse(
                {Refusal::BadChecksum, code::kInvalidArgument, line.section(u'=', 1).trimmed().toStdString()});
        entry.text += u'\n' + line;
        if (!*known)
            m_list.unknown.push_back({m_line, line.section(u'=', 0, 0).trimmed().toStdString()});
    }

    void refuse(CallError why)
    {
        if (!m_list.firstRefused)
            m_list.firstRefused = AddressList::Refused {m_line, std::move(why)};
    }

    AddressList m_list;
    std::size_t m_line = 0;
    bool m_hasAddress = false;
    bool m_isRefused = false; // the address that options would be for
};

} // namespace

std::vector<std::string> AddressList::addresses() const
{
    std::vector<std::string> all;
    for (const Entry &entry : entries)
        all.push_back(entry.given.address);
    return all;
}

bool AddressList::hasOwnHeaders() const
{
    return std::any_of(entries.begin(), entries.end(), [](const Entry &entry) { return !entry.given.headers.empty(); });
}

AddressList readAddressList(const QString &text)
{
    ListReader reader;
    for (const QString &line : text.split(u'\n'))
        reader.read(line);
    return reader.take();
}

} // namespace haulwatch
