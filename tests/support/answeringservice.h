// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>

#include "support/fakeservice.h"
#include "support/samplejobs.h"

namespace haulwatch::test {

/// A service that knows the files and the history of its jobs, and a disk with a terabyte free, and answers questions
/// about them at once. Everything else
/// waits for answer(), unless the test says what to answer.
class AnsweringService : public FakeService {
public:
    RequestId post(Request request) override
    {
        auto result = decide ? decide(request) : std::nullopt;
        if (!result)
            result = known(request);
        const RequestId id = FakeService::post(std::move(request));
        if (result)
            answer(id, std::move(*result));
        return id;
    }

    /// The job as it is now: published as new or changed, and known from now on.
    void publish(const SampleJob &job, WallTime now)
    {
        const bool isNew = !m_jobs.contains(job.id());
        m_jobs.insert_or_assign(job.id(), job);
        TableUpdate changes;
        (isNew ? changes.added : changes.changed).push_back(job.record());
        changes.time = now;
        push(std::move(changes));
    }

    /// Asked first for every request; nothing: as if it were not there.
    std::function<std::optional<Result<Answer>>(const Request &)> decide;

private:
    [[nodiscard]] std::optional<Result<Answer>> known(const Request &request) const
    {
        if (const auto *files = std::get_if<GetFiles>(&request); files && m_jobs.contains(files->id))
            return Answer(m_jobs.at(files->id).files());
        if (const auto *history = std::get_if<GetHistory>(&request); history && m_jobs.contains(history->id))
            return Answer(m_jobs.at(history->id).history());
        if (const auto *folder = std::get_if<GetFolder>(&request)) {
            std::error_code ignored;
            return Answer(FolderSpace {std::filesystem::is_directory(folder->folder, ignored), "/", 1,
                                       1'000'000'000'000, 2'000'000'000'000});
        }
        return std::nullopt;
    }

    std::map<JobId, SampleJob> m_jobs;
};

} // namespace haulwatch::test
