// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/namecollision.h"

#include <QDir>
#include <QFileInfo>

#include <unordered_set>

#include "service/address.h"

namespace haulwatch {
namespace {

constexpr std::size_t kMostLooks = 1'000;

} // namespace

std::optional<NameCollision> nameCollision(const std::vector<std::string> &addresses, const QString &folder)
{
    std::optional<NameCollision> first;
    std::unordered_set<std::string> names;
    std::size_t looks = 0;
    for (const std::string &typed : addresses) {
        const auto address = readAddress(typed);
        if (!address || address->fileName.empty())
            continue;
        const QString name = QString::fromStdString(address->fileName);
        const bool isRepeated = !names.insert(address->fileName).second;
        const bool isOnDisk = !isRepeated && QDir::isAbsolutePath(folder) && looks++ < kMostLooks
            && QFileInfo::exists(folder + u'/' + name);
        if (!isRepeated && !isOnDisk)
            continue;
        if (!first)
            first = NameCollision {address->fileName, isOnDisk, 0};
        ++first->count;
    }
    return first;
}

} // namespace haulwatch
