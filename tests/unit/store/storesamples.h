// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "store/jobjournal.h"

namespace haulwatch {

// Jobs as the store's tests need them. Ids ascend with `number`.

[[nodiscard]] inline JobId sampleId(std::uint64_t number)
{
    return nextJobId({}, WallTime(Milliseconds(1'700'000'000'000 + static_cast<std::int64_t>(number))), number * 977);
}

/// A queued job of one file with the default options.
[[nodiscard]] inline StoredJob sampleJob(std::uint64_t number)
{
    static const auto options = std::make_shared<const JobOptions>();
    auto spec = std::make_shared<JobSpec>();
    spec->id = sampleId(number);
    spec->name = "job-" + std::to_string(number) + ".iso";
    spec->folder = "/home/user/Downloads";
    spec->files.push_back({"https://example.org/files/job-" + std::to_string(number) + ".iso", spec->name, {}});
    spec->options = options;
    spec->created = WallTime(Milliseconds(1'700'000'000'000));

    StoredJob job;
    job.spec = std::move(spec);
    job.status.state = JobState::Queued;
    job.status.filesTotal = 1;
    job.files.resize(1);
    return job;
}

[[nodiscard]] inline StoreOperation sampleLine(std::uint64_t number, std::uint64_t value)
{
    HistoryEntry entry;
    entry.state = JobState::Queued;
    entry.event = HistoryEvent::StateChanged;
    entry.value = value;
    return PutHistory {sampleId(number), entry};
}

/// The same job with credentials that must not reach the database.
[[nodiscard]] inline StoredJob withSecrets(StoredJob job, JobSecrets secrets)
{
    auto spec = std::make_shared<JobSpec>(*job.spec);
    spec->secrets = std::make_shared<const JobSecrets>(std::move(secrets));
    job.spec = std::move(spec);
    return job;
}

} // namespace haulwatch
