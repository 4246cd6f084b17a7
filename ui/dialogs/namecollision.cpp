// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/namecollision.h"

#include <QDir>
#include <QFileInfo>

#include <unordered_set>

#include "address/givenaddress.h"
#include "service/jobdraft.h"

namespace haulwatch {
namespace {

constexpr std::size_t kMostLooks = 1'000;

} // namespace

std::optional<NameCollision> nameCollision(const std::vector<PlannedJob> &jobs)
{
    std::optional<NameCollision> first;
    std::unordered_set<std::string> targets;
    std::size_t looks = 0;
    for (const PlannedJob &job : jobs) {
        const QString folder = QString::fromStdString(plainFolder(job.draft.folder));
        for (const JobDraft::File &file : job.draft.files) {
            const auto address = readAddress(file.remote);
            const std::string name = !file.name.empty() ? file.name : address ? address->fileName : std::string();
            if (name.empty())
                continue;
            const QString target = folder + u'/' + QString::fromStdString(name);
            const bool isRepeated = !targets.insert(target.toStdString()).second;
            const bool isOnDisk =
                !isRepeated && QDir::isAbsolutePath(folder) && looks++ < kMostLooks && QFileInfo::exists(target);
            if (!isRepeated && !isOnDisk)
                continue;
            if (!first)
                first = NameCollision {name, isOnDisk, 0};
            ++first->count;
        }
    }
    return first;
}

} // namespace haulwatch
