// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "job/errorcatalog.h"
#include "job/job.h"

namespace haulwatch::test {

/// Makes a job as an engine would send it; what a test does not say is ordinary: one file of one megabyte, queued.
class JobBuilder {
public:
    explicit JobBuilder(std::uint64_t number = 1)
    {
        m_spec.id = JobId {number, 1};
        m_spec.name = "job " + std::to_string(number);
        m_spec.folder = "/downloads";
        m_spec.created = WallTime {std::chrono::seconds {1'700'000'000 + static_cast<long long>(number)}};
        m_status.state = JobState::Queued;
        m_status.bytesTotal = 1'000'000;
        m_status.filesTotal = 1;
        m_status.modified = toEpochSeconds(m_spec.created);
    }

    JobBuilder &named(std::string name)
    {
        m_spec.name = std::move(name);
        return *this;
    }

    JobBuilder &inState(JobState state)
    {
        m_status.state = state;
        if (state == JobState::Transferred || state == JobState::Acknowledged) {
            m_status.bytesTransferred = m_status.bytesTotal;
            m_status.filesTransferred = m_status.filesTotal;
            m_status.transferred = m_status.modified;
        }
        return *this;
    }

    JobBuilder &bytes(Bytes here, Bytes total)
    {
        m_status.bytesTransferred = here;
        m_status.bytesTotal = total;
        return *this;
    }

    JobBuilder &files(std::uint32_t here, std::uint32_t total)
    {
        m_status.filesTransferred = here;
        m_status.filesTotal = total;
        return *this;
    }

    JobBuilder &rate(std::uint32_t bytesPerSecond)
    {
        m_status.rate = bytesPerSecond;
        return *this;
    }

    JobBuilder &from(std::string host)
    {
        m_host = std::move(host);
        return *this;
    }

    JobBuilder &modified(WallTime time)
    {
        m_status.modified = toEpochSeconds(time);
        return *this;
    }

    JobBuilder &nextRetry(WallTime time)
    {
        m_status.nextRetry = toEpochSeconds(time);
        return *this;
    }

    JobBuilder &flag(JobFlag flag)
    {
        m_status.set(flag, true);
        return *this;
    }

    /// Gives it an error object of that code, about its file `local`.
    JobBuilder &failedWith(ErrorCode code, std::string local = "file.bin", std::uint32_t attempt = 1)
    {
        auto error = errorFrom(classify(code));
        error.file = ErrorFile {0, "https://" + m_host + '/' + local, m_spec.folder + '/' + local};
        error.host = m_host;
        error.protocol = "https";
        error.time = m_spec.created;
        error.attempt = attempt;
        m_status.errorCount = attempt;
        m_status.cause = error.cause;
        m_status.set(kHasError, true);
        m_error = std::make_shared<const JobError>(std::move(error));
        return *this;
    }

    JobBuilder &options(JobOptions options)
    {
        m_options = std::move(options);
        return *this;
    }

    [[nodiscard]] JobRecord build() const
    {
        auto spec = std::make_shared<JobSpec>(m_spec);
        for (std::uint32_t i = 0; i < m_status.filesTotal; ++i)
            spec->files.push_back({"https://" + m_host + "/file" + std::to_string(i), "file" + std::to_string(i), {}});
        spec->options = std::make_shared<const JobOptions>(m_options);
        return {std::move(spec), m_status, m_error};
    }

private:
    JobSpec m_spec;
    JobStatus m_status;
    JobOptions m_options;
    std::string m_host = "cdn.example.org";
    std::shared_ptr<const JobError> m_error;
};

} // namespace haulwatch::test
