// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "service/jobservice.h"

namespace haulwatch::test {

/// Uses a service as a function: asks and waits for the answer, follows a job until it is where one wants it. Gives up
/// after 60 s.
class ServiceCaller {
public:
    explicit ServiceCaller(std::unique_ptr<JobService> service)
        : m_service(std::move(service))
    {
        m_service->setNotify([this] {
            const std::lock_guard lock(m_mutex);
            m_notified = true;
            m_wakeUp.notify_one();
        });
    }
    ~ServiceCaller() { m_service->setNotify({}); }

    Result<Answer> call(Request request)
    {
        const RequestId id = m_service->post(std::move(request));
        wait([&] { return m_responses.contains(id); });
        const auto it = m_responses.find(id);
        return it == m_responses.end() ? refuse(Refusal::Unavailable) : it->second.result;
    }

    JobId add(JobDraft draft) { return std::get<JobRecord>(call(AddJob {std::move(draft)}).value()).spec->id; }
    VerbReport apply(Verb verb, JobId id)
    {
        return std::get<VerbReport>(call(ApplyVerb {verb, std::vector {id}}).value());
    }
    JobRecord job(JobId id)
    {
        return std::get<std::vector<JobRecord>>(call(GetJobs {std::vector {id}}).value()).front();
    }
    std::vector<HistoryEntry> history(JobId id)
    {
        return std::get<std::vector<HistoryEntry>>(call(GetHistory {id}).value());
    }

    template <typename Condition>
    bool waitUntil(JobId id, Condition condition)
    {
        return wait([&] { return m_jobs.contains(id) && condition(m_jobs.at(id)); });
    }
    bool waitFor(JobId id, JobState state)
    {
        return waitUntil(id, [state](const JobRecord &job) { return job.status.state == state; });
    }

private:
    template <typename Condition>
    bool wait(Condition condition)
    {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds {60};
        for (take(); !condition(); take()) {
            std::unique_lock lock(m_mutex);
            if (!m_wakeUp.wait_until(lock, deadline, [this] { return m_notified; }))
                return false;
            m_notified = false;
        }
        return true;
    }

    void take()
    {
        for (Response &response : m_service->takeResponses())
            m_responses.insert_or_assign(response.id, std::move(response));
        while (auto changes = m_service->takeChanges()) {
            for (auto *records : {&changes->added, &changes->changed}) {
                for (JobRecord &job : *records)
                    m_jobs.insert_or_assign(job.spec->id, std::move(job));
            }
        }
    }

    std::unique_ptr<JobService> m_service;
    std::map<JobId, JobRecord> m_jobs;
    std::map<RequestId, Response> m_responses;
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    bool m_notified = false;
};

} // namespace haulwatch::test
