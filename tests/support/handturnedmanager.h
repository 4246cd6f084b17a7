// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/jobmanager.h"
#include "job/errorcatalog.h"
#include "support/recordingjournal.h"
#include "support/scriptedengine.h"

namespace haulwatch::test {

/// A JobManager whose clock and engine the test turns by hand.
class HandTurnedManager {
public:
    explicit HandTurnedManager(EngineLimits limits = {}, std::vector<StoredJob> jobs = {}, JobListeners listeners = {})
        : HandTurnedManager(FormerRun {std::move(jobs)}, limits, listeners)
    {
    }

    explicit HandTurnedManager(FormerRun former, EngineLimits limits = {}, JobListeners listeners = {})
        : m_manager(
            std::make_unique<JobManager>(engine, journal, limits, 1, remembered(std::move(former)), now, listeners))
    {
    }

    /// What a former session stored.
    static std::vector<StoredJob> storedBy(const HandTurnedManager &before)
    {
        std::vector<StoredJob> jobs;
        for (const auto &[id, job] : before.journal.stored)
            jobs.push_back(job);
        return jobs;
    }

    static JobDraft draft(int files = 1, const std::string &stem = "file")
    {
        JobDraft draft;
        draft.folder = "/downloads";
        for (int i = 0; i < files; ++i)
            draft.files.push_back({"https://host.example/" + stem + std::to_string(i), {}, {}});
        draft.options.manualComplete = true;
        draft.options.retry.fixedDelay = std::chrono::seconds {60};
        return draft;
    }

    Response ask(Request request)
    {
        const RequestId id = post(std::move(request));
        for (auto &delivery : m_manager->takeDeliveries()) {
            if (delivery.response.id == id)
                return std::move(delivery.response);
        }
        return {0, refuse(Refusal::Unavailable)};
    }

    RequestId post(Request request)
    {
        m_manager->handle(1, ++m_lastRequest, std::move(request), now);
        step();
        return m_lastRequest;
    }

    JobId add(JobDraft draft)
    {
        const auto response = ask(AddJob {std::move(draft)});
        assert(response.result);
        return std::get<JobRecord>(*response.result).spec->id;
    }

    VerbReport apply(Verb verb, JobId id)
    {
        const auto response = ask(ApplyVerb {verb, std::vector {id}});
        assert(response.result);
        return std::get<VerbReport>(*response.result);
    }

    static JobEdit newAddress(std::string address, std::uint32_t file = 0)
    {
        JobEdit change;
        change.addresses.emplace_back(file, std::move(address));
        return change;
    }

    VerbReport change(JobId id, JobEdit change)
    {
        const auto response = ask(EditJobs {{id}, std::move(change)});
        assert(response.result);
        return std::get<VerbReport>(*response.result);
    }

    void step(std::vector<TransferEvent> events = {}) { m_manager->step(now, events); }

    void pass(Milliseconds time)
    {
        now.wall += time;
        now.monotonic += time;
        step();
    }

    void answer(JobId id, std::uint32_t file = 0, Bytes total = 1000)
    {
        step({TransferStarted {{id, file}, 0, total, "https/1.1"}});
    }

    void finish(JobId id, std::uint32_t file = 0, Bytes size = 1000)
    {
        const TransferKey key {id, file};
        engine.running.erase(key);
        step({TransferStarted {key, 0, size, "https/1.1"}, TransferProgress {key, size},
              TransferFinished {key, size, false}});
    }

    void fail(JobId id, ErrorCode code, std::uint32_t file = 0, Bytes kept = 0,
              std::optional<Milliseconds> retryAfter = {})
    {
        const TransferKey key {id, file};
        const auto it = engine.running.find(key);
        assert(it != engine.running.end());
        JobError error = errorFrom(classify(code), {NativeKind::Http, static_cast<int>(code.low())}, "as told");
        error.protocol = "https/1.1";
        error.host = "host.example";
        error.time = now.wall;
        error.attempt = it->second.attempt;
        error.retryAfter = retryAfter;
        error.file = ErrorFile {file, it->second.file.remote, it->second.location.target};
        engine.running.erase(it);
        step({TransferFailed {key, std::move(error), Checkpoint {kept, 1000, "\"tag\"", {}}}});
    }

    [[nodiscard]] const JobRecord &job(JobId id) { return m_manager->table().at(*m_manager->table().find(id)); }
    [[nodiscard]] JobState state(JobId id) { return job(id).status.state; }
    [[nodiscard]] std::vector<FileProgress> files(JobId id)
    {
        return std::get<JobFiles>(*ask(GetFiles {id}).result).files;
    }

    [[nodiscard]] JobManager &manager() { return *m_manager; }

    ScriptedEngine engine;
    RecordingJournal journal;
    Instant now {WallTime {std::chrono::hours {24 * 20'000}}, MonotonicTime {std::chrono::hours {1}}};

private:
    FormerRun remembered(FormerRun former)
    {
        for (const StoredJob &job : former.jobs)
            journal.stored.emplace(job.spec->id, job);
        return former;
    }

    std::unique_ptr<JobManager> m_manager;
    RequestId m_lastRequest = 0;
};

} // namespace haulwatch::test
