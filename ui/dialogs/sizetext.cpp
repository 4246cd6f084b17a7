// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sizetext.h"

#include <QCoreApplication>

#include <algorithm>

#include "address/givenaddress.h"
#include "words/format.h"

namespace haulwatch {
namespace {

class SizeText {
    Q_DECLARE_TR_FUNCTIONS(SizeText)
};

struct Sizes {
    std::uint64_t known = 0; ///< bytes
    std::size_t unknown = 0; ///< files
    std::size_t refused = 0;
    std::string firstRefused;
    int status = 0; ///< of the first refused
};

Sizes sizesOf(const SizeProbe &probe, const std::vector<std::string> &addresses)
{
    Sizes sizes;
    for (const auto &address : addresses) {
        const auto *answer = probe.answerOf(address);
        if (answer != nullptr && answer->size)
            sizes.known += *answer->size;
        else
            ++sizes.unknown;
        if (answer != nullptr && answer->status >= 400 && !answer->size && sizes.refused++ == 0) {
            sizes.firstRefused = address;
            sizes.status = answer->status;
        }
    }
    return sizes;
}

QString refusals(const Sizes &sizes)
{
    const auto address = readAddress(sizes.firstRefused);
    const auto name = address ? format::plain(address->fileName) : QString();
    const auto first = SizeText::tr("The server answers %1 for “%2”", "HTTP status, file").arg(sizes.status).arg(name);
    return sizes.refused == 1
        ? SizeText::tr("%1.", "a sentence").arg(first)
        : SizeText::tr("%1, and %Ln more are refused.", nullptr, static_cast<int>(sizes.refused - 1)).arg(first);
}

} // namespace

QString withSize(const QString &files, const SizeProbe &probe, const std::vector<std::string> &addresses)
{
    const auto sizes = sizesOf(probe, addresses);
    if (sizes.unknown == 0)
        return SizeText::tr("%1 · %2", "files, size").arg(files, format::bytes(sizes.known));
    if (sizes.unknown < addresses.size())
        return SizeText::tr("%1 · at least %2", "files, size").arg(files, format::bytes(sizes.known));
    return probe.isAsking() ? SizeText::tr("%1 · asking for the size…").arg(files)
                            : SizeText::tr("%1 · size not told").arg(files);
}

QString sizeWarnings(const SizeProbe &probe, const std::vector<std::string> &addresses,
                     const std::optional<FolderSpace> &folder)
{
    const auto sizes = sizesOf(probe, addresses);
    QStringList lines;
    if (sizes.refused > 0)
        lines += refusals(sizes);
    if (folder && folder->exists && sizes.known > folder->available)
        lines += SizeText::tr("Only %1 are free in that folder.").arg(format::bytes(folder->available));
    return lines.join(u'\n');
}

} // namespace haulwatch
