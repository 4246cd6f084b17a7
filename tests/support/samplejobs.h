// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "job/errorcatalog.h"
#include "job/history.h"
#include "job/job.h"
#include "service/request.h"

namespace haulwatch::test {

/// One job with everything the interface asks about it, put together step by step; status and error follow from the
/// files.
class SampleJob {
public:
    SampleJob(std::uint64_t number, std::string name, WallTime now)
        : m_now(now)
    {
        m_spec.id = JobId {number, number};
        m_spec.name = std::move(name);
        m_spec.folder = "/data/" + m_spec.name;
        m_spec.created = now - std::chrono::minutes(5);
        m_options = std::make_shared<JobOptions>();
        record(HistoryEvent::Added, JobState::Queued, std::chrono::minutes(-5));
    }

    SampleJob &folder(std::string path)
    {
        m_spec.folder = std::move(path);
        return *this;
    }
    SampleJob &options(JobOptions options)
    {
        m_options = std::make_shared<JobOptions>(std::move(options));
        return *this;
    }
    SampleJob &file(std::string address, FileState state, Bytes transferred, Bytes total)
    {
        const std::string path = address.substr(0, address.find('?'));
        m_spec.files.push_back({address, path.substr(path.find_last_of('/') + 1), std::nullopt});
        FileProgress progress;
        progress.state = state;
        progress.transferred = transferred;
        progress.total = total;
        m_files.push_back(progress);
        return *this;
    }
    SampleJob &in(JobState state)
    {
        m_status.state = state;
        return *this;
    }
    SampleJob &retryIn(std::chrono::seconds wait)
    {
        m_status.nextRetry = toEpochSeconds(m_now + wait);
        return *this;
    }
    SampleJob &flag(JobFlag flag)
    {
        m_status.set(flag, true);
        return *this;
    }
    SampleJob &record(HistoryEvent event, JobState state, std::chrono::seconds when,
                      std::optional<std::uint32_t> file = {}, std::uint64_t value = 0,
                      std::optional<JobError> error = {})
    {
        m_history.push_back({m_now + when, state, event, file, value, std::move(error)});
        return *this;
    }
    /// An attempt that failed; the last one is the job's error.
    SampleJob &failed(ErrorCode code, std::uint32_t file, std::chrono::seconds when, NativeCode native = {})
    {
        JobError error = errorFrom(classify(code), native);
        error.host = "cdn.example.org";
        error.protocol = "http/1.1";
        error.file = ErrorFile {file, m_spec.files[file].remote, m_spec.folder + '/' + m_spec.files[file].local};
        error.time = m_now + when;
        error.attempt = ++m_status.errorCount;
        if (m_error)
            error.first =
                m_error->first.value_or(FirstCause {m_error->code, m_error->cause, m_error->detail, m_error->time});
        record(HistoryEvent::AttemptFailed, error.transient ? JobState::TransientError : JobState::Error, when, file,
               m_files[file].transferred, error);
        m_error = std::move(error);
        return *this;
    }

    [[nodiscard]] JobId id() const { return m_spec.id; }
    [[nodiscard]] std::vector<HistoryEntry> history() const { return m_history; }
    [[nodiscard]] JobRecord record() const
    {
        JobRecord job;
        JobSpec spec = m_spec;
        spec.options = m_options;
        job.spec = std::make_shared<const JobSpec>(std::move(spec));
        job.status = m_status;
        job.status.filesTotal = static_cast<std::uint32_t>(m_files.size());
        job.status.bytesTotal = 0;
        for (const FileProgress &f : m_files) {
            job.status.filesTransferred += isHere(f.state) ? 1 : 0;
            job.status.bytesTransferred += f.transferred;
            if (f.total == kUnknownSize || job.status.bytesTotal == kUnknownSize)
                job.status.bytesTotal = kUnknownSize;
            else
                job.status.bytesTotal += f.total;
        }
        if (m_error && !endsError(job.status.state)) {
            job.error = std::make_shared<const JobError>(*m_error);
            job.status.cause = m_error->cause;
            job.status.set(kHasError, true);
        }
        return job;
    }
    [[nodiscard]] JobFiles files() const { return {record().spec, m_files, m_status.state}; }

private:
    WallTime m_now;
    JobSpec m_spec;
    std::shared_ptr<const JobOptions> m_options;
    JobStatus m_status;
    std::vector<FileProgress> m_files;
    std::vector<HistoryEntry> m_history;
    std::optional<JobError> m_error;
};

/// Twelve files, of which two are here and the third was answered 404 three times.
[[nodiscard]] inline SampleJob climateJob(WallTime now)
{
    using namespace std::chrono_literals;
    SampleJob job(1, "climate-reanalysis-2024", now);
    job.file("https://cdn.example.org/era5/2024/era5-2024-01.nc", FileState::Transferred, 540'000'000, 540'000'000)
        .file("https://cdn.example.org/era5/2024/era5-2024-02.nc", FileState::Transferred, 548'000'000, 548'000'000)
        .file("https://cdn.example.org/era5/2024/era5-2024-03.nc", FileState::Failed, 212'000'000, 301'000'000);
    for (const char *month : {"04", "05", "06", "07", "08", "09", "10", "11", "12"})
        job.file(std::string("https://cdn.example.org/era5/2024/era5-2024-") + month + ".nc", FileState::Waiting, 0,
                 223'000'000);
    job.in(JobState::Error)
        .record(HistoryEvent::StateChanged, JobState::Transferring, -250s, 0)
        .failed(fromHttpStatus(404), 2, -240s, {NativeKind::Http, 404})
        .record(HistoryEvent::Resumed, JobState::Queued, -120s)
        .failed(fromHttpStatus(404), 2, -110s, {NativeKind::Http, 404})
        .record(HistoryEvent::Resumed, JobState::Queued, -20s)
        .record(HistoryEvent::StateChanged, JobState::Transferring, -13s, 2)
        .failed(fromHttpStatus(404), 2, -1s, {NativeKind::Http, 404});
    return job;
}

/// One file whose server is busy; tried again in 42 seconds.
[[nodiscard]] inline SampleJob busyJob(WallTime now)
{
    using namespace std::chrono_literals;
    SampleJob job(2, "nightly-build-artifacts", now);
    job.file("https://cdn.example.org/nightly/artifacts.tar.zst", FileState::Retrying, 520'000'000, 812'000'000)
        .in(JobState::TransientError)
        .failed({0x80072EFF}, 0, -90s, {NativeKind::Curl, 56})
        .failed(fromHttpStatus(503), 0, -18s, {NativeKind::Http, 503})
        .retryIn(42s);
    return job;
}

/// All of it has arrived and waits for Complete.
[[nodiscard]] inline SampleJob arrivedJob(WallTime now)
{
    using namespace std::chrono_literals;
    SampleJob job(3, "quarterly-reports", now);
    for (const char *quarter : {"q1", "q2", "q3"})
        job.file(std::string("https://cdn.example.org/reports/") + quarter + ".pdf", FileState::Transferred, 40'000'000,
                 40'000'000);
    job.in(JobState::Transferred).record(HistoryEvent::StateChanged, JobState::Transferred, -60s);
    return job;
}

/// On its way, nothing ever failed.
[[nodiscard]] inline SampleJob runningJob(WallTime now)
{
    using namespace std::chrono_literals;
    SampleJob job(4, "debian-12.9.0-amd64-DVD-1.iso", now);
    job.file("https://cdn.example.org/debian/debian-12.9.0-amd64-DVD-1.iso", FileState::Active, 2'800'000'000,
             3'900'000'000)
        .in(JobState::Transferring)
        .record(HistoryEvent::StateChanged, JobState::Transferring, -60s);
    return job;
}

} // namespace haulwatch::test
