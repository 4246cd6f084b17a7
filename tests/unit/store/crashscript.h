// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <variant>
#include <vector>

#include "storesamples.h"

namespace haulwatch {

/// An endless sequence of batches, the same in every process, and what a store holds after a number of them. Each batch
/// adds to the history of the job that counts them, so a store tells how many it has kept.
class CrashScript {
public:
    /// The job whose history has one entry for each batch.
    [[nodiscard]] static JobId counter() { return sampleId(0); }

    [[nodiscard]] static std::vector<StoreOperation> batch(std::uint64_t number)
    {
        std::mt19937_64 random(number);
        std::vector<StoreOperation> operations;
        if (number == 1)
            operations.emplace_back(PutJob {sampleJob(0)});
        operations.push_back(sampleLine(0, number));
        for (auto count = random() % 8; count > 0; --count)
            operations.push_back(operation(1 + random() % 50, random));
        return operations;
    }

    void apply(std::vector<StoreOperation> operations)
    {
        for (const auto &operation : operations)
            std::visit([this](const auto &o) { applyOne(o); }, operation);
    }
    [[nodiscard]] const std::map<JobId, StoredJob> &jobs() const { return m_jobs; }

private:
    static StoreOperation operation(std::uint64_t job, std::mt19937_64 &random)
    {
        const auto id = sampleId(job);
        const auto value = random() % 1'000;
        switch (random() % 7) {
        case 0:
            return PutJob {withSecrets(sampleJob(job), {"user:" + std::to_string(value), "", {}})};
        case 1:
            return PutFile {id, 0, {value, 1'000, FileState::Waiting, false, {value, 1'000, "\"tag\"", ""}}};
        case 2: {
            JobError error;
            error.attempt = static_cast<std::uint32_t>(value);
            return PutError {id, std::make_shared<const JobError>(error)};
        }
        case 3:
            return PutError {id, nullptr};
        case 4:
            return RemoveJob {id};
        case 5:
            return PutFormerFolder {id, value % 2 == 0 ? std::string() : "/before" + std::to_string(value)};
        default: {
            JobStatus status;
            status.bytesTransferred = value;
            status.state = value % 10 == 0 ? JobState::Cancelled : JobState::Suspended;
            return PutStatus {id, status, Milliseconds(value)};
        }
        }
    }

    void applyOne(const PutJob &o)
    {
        StoredJob &job = m_jobs[o.job.spec->id];
        const std::string formerFolder = job.formerFolder;
        job = o.job;
        job.formerFolder = formerFolder;
    }
    void applyOne(const PutStatus &o)
    {
        if (auto *job = find(o.id)) {
            job->status = o.status;
            job->sinceProgress = o.sinceProgress;
            if (isFinal(o.status.state))
                *job = withSecrets(*job, {});
        }
    }
    void applyOne(const PutFile &o)
    {
        if (auto *job = find(o.id))
            job->files[o.index] = o.progress;
    }
    void applyOne(const PutError &o)
    {
        if (auto *job = find(o.id))
            job->error = o.error;
    }
    void applyOne(const PutFormerFolder &o)
    {
        if (auto *job = find(o.id))
            job->formerFolder = o.folder;
    }
    void applyOne(const PutHistory &) { }
    void applyOne(const RemoveJob &o) { m_jobs.erase(o.id); }

    StoredJob *find(JobId id)
    {
        const auto found = m_jobs.find(id);
        return found != m_jobs.end() ? &found->second : nullptr;
    }

    std::map<JobId, StoredJob> m_jobs;
};

} // namespace haulwatch
