// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/jobplan.h"

#include <QDir>

#include <algorithm>
#include <optional>
#include <utility>

#include "address/secretquery.h"
#include "widgets/typedpath.h"

namespace haulwatch {
namespace {

std::string folderWithin(const std::string &folder, const std::string &given)
{
    const QString path = withoutTilde(QString::fromStdString(given));
    return QDir::isAbsolutePath(path) ? path.toStdString() : folder + '/' + path.toStdString();
}

bool hasParameter(const PlannedJob &job, const std::string &name)
{
    std::vector<SecretValue> values;
    return std::any_of(job.draft.files.begin(), job.draft.files.end(), [&](const JobDraft::File &file) {
        std::string address = file.remote;
        return !takeSecretValues(address, {name}, values).empty();
    });
}

// The engine refuses a job that lacks one of its parameters.
void shareParameters(std::vector<PlannedJob> &jobs)
{
    const std::vector<std::string> names = jobs.front().draft.secretParameters;
    for (const std::string &name : names) {
        const auto has = [&](const PlannedJob &job) { return hasParameter(job, name); };
        if (std::none_of(jobs.begin(), jobs.end(), has))
            continue;
        for (PlannedJob &job : jobs)
            if (!has(job))
                std::erase(job.draft.secretParameters, name);
    }
}

} // namespace

std::vector<PlannedJob> planJobs(const AddressList &list, const JobDraft &common, bool oneEach)
{
    std::vector<PlannedJob> jobs;
    std::optional<std::size_t> shared; // the job of those that have none of their own
    for (std::size_t i = 0; i < list.entries.size(); ++i) {
        const InputEntry &given = list.entries[i].given;
        const bool isOwn = oneEach || !given.folder.empty() || !given.headers.empty();
        if (isOwn || !shared) {
            if (!isOwn)
                shared = jobs.size();
            jobs.push_back({common, {}});
        }
        PlannedJob &job = isOwn ? jobs.back() : jobs[*shared];
        job.draft.files.push_back({given.address, given.output, given.checksum});
        job.entries.push_back(i);
        if (!given.folder.empty())
            job.draft.folder = folderWithin(common.folder, given.folder);
        job.draft.options.headers.insert(job.draft.options.headers.end(), given.headers.begin(), given.headers.end());
    }
    if (jobs.size() > 1) {
        for (PlannedJob &job : jobs)
            job.draft.name.clear();
        shareParameters(jobs);
    }
    return jobs;
}

} // namespace haulwatch
