// SPDX-License-Identifier: GPL-3.0-or-later
#include "causes/failuretrend.h"

#include <algorithm>

namespace haulwatch {
namespace {

template <typename Visit>
void forEachFailure(const JobTable &table, Visit visit)
{
    if (table.count(JobState::Error) == 0)
        return;
    for (JobTable::Index job = 0; job < table.end(); ++job)
        if (table.contains(job) && table.at(job).status.state == JobState::Error && table.at(job).error)
            visit(*table.at(job).error);
}

} // namespace

FailureTrends failureTrends(const JobTable &table)
{
    FailureTrends trends;
    bool isFirst = true;
    forEachFailure(table, [&](const JobError &error) {
        trends.first = isFirst ? error.time : std::min(trends.first, error.time);
        trends.last = isFirst ? error.time : std::max(trends.last, error.time);
        isFirst = false;
    });
    const auto whole = std::max((trends.last - trends.first).count(), std::int64_t {1});
    constexpr auto kSteps = static_cast<std::int64_t>(FailureTrends::kSteps);
    forEachFailure(table, [&](const JobError &error) {
        const auto step = std::min((error.time - trends.first).count() * kSteps / whole, kSteps - 1);
        ++trends.byCause[static_cast<std::size_t>(error.cause)][static_cast<std::size_t>(step)];
    });
    return trends;
}

} // namespace haulwatch
