// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/sameproblem.h"

#include <algorithm>

namespace haulwatch {
namespace {

bool isLocal(const JobError &error)
{
    return error.context == ErrorContext::LocalFile;
}

/// problemKeyOf() == key, without making a key for every job of a long table.
bool hasKey(const JobRecord &job, const ProblemKey &key)
{
    if (job.status.cause != key.cause || !job.error || !isFailing(job.status.state))
        return false;
    return isLocal(*job.error) == key.isPlaceLocal
        && (key.isPlaceLocal ? job.spec->folder : job.error->host) == key.place;
}

} // namespace

std::optional<ProblemKey> problemKeyOf(const JobRecord &job)
{
    if (!job.error || !isFailing(job.status.state))
        return std::nullopt;
    const bool local = isLocal(*job.error);
    return ProblemKey {job.error->cause, local ? job.spec->folder : job.error->host, local};
}

SameProblem sameProblemAs(const JobRecord &job, const JobTable &table)
{
    SameProblem same;
    const auto key = problemKeyOf(job);
    if (!key)
        return same;
    same.first = same.last = job.error->time;
    for (JobTable::Index index = 0; index < table.end(); ++index) {
        if (!table.contains(index) || !hasKey(table.at(index), *key))
            continue;
        same.jobs.push_back(table.idOf(index));
        same.first = std::min(same.first, table.at(index).error->time);
        same.last = std::max(same.last, table.at(index).error->time);
    }
    return same;
}

} // namespace haulwatch
