// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demohistory.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr auto kBetweenAttempts = 120s;

/// How long so many bytes took; the size says how fast, so that it is not the same for all.
Milliseconds timeFor(Bytes bytes)
{
    return Milliseconds {1 + bytes * 1000 / (2'000'000 + bytes % 9'000'000)};
}

/// Writes the past of one job, from its being added to the state it is in.
class PastWriter {
public:
    PastWriter(const StoredJob &job, std::vector<StoreOperation> &operations)
        : m_job(job)
        , m_spec(*job.spec)
        , m_operations(operations)
    {
    }

    void write()
    {
        note({m_spec.created, JobState::Suspended, HistoryEvent::Added, {}, 0, {}});
        note({m_spec.created, JobState::Queued, HistoryEvent::StateChanged, {}, 0, {}});
        if (m_job.error) {
            const auto attempts = m_job.error->attempt;
            writeArrivals(m_job.error->time - kBetweenAttempts * (attempts - 1));
            writeAttempts(*m_job.error);
        } else if (m_job.status.state != JobState::Queued) {
            writeArrivals(toWallTime(m_job.status.modified));
            writeEnd(toWallTime(m_job.status.modified));
        }
    }

private:
    void note(HistoryEntry entry) { m_operations.emplace_back(PutHistory {m_spec.id, std::move(entry)}); }

    /// The files one after the other, the last bytes at `end`, as far back as the job goes.
    void writeArrivals(WallTime end)
    {
        Milliseconds needed {};
        for (const FileProgress &file : m_job.files)
            needed += file.transferred > 0 ? timeFor(file.transferred) : Milliseconds {0};
        if (needed == Milliseconds {0} && !m_job.error)
            return;
        const auto most = std::max<Milliseconds>(end - m_spec.created - 10s, 1s);
        const double pace = needed > most ? static_cast<double>(most.count()) / static_cast<double>(needed.count()) : 1;
        const auto paced = [pace](Milliseconds time) {
            return Milliseconds {static_cast<Milliseconds::rep>(static_cast<double>(time.count()) * pace)};
        };
        WallTime now = end - paced(needed) - 1s;
        note({now, JobState::Transferring, HistoryEvent::StateChanged, {}, 0, {}});
        for (std::uint32_t i = 0; i < m_job.files.size(); ++i) {
            const FileProgress &file = m_job.files[i];
            if (!isHere(file.state))
                continue;
            now += paced(timeFor(file.transferred));
            note({now, JobState::Transferring, HistoryEvent::FileTransferred, i, file.transferred, {}});
        }
    }

    void writeAttempts(const JobError &last)
    {
        const std::uint32_t file = last.file->index;
        for (std::uint32_t attempt = 1; attempt <= last.attempt; ++attempt) {
            JobError error = last;
            error.attempt = attempt;
            error.time = last.time - kBetweenAttempts * (last.attempt - attempt);
            note({error.time, JobState::Transferring, HistoryEvent::AttemptFailed, file, m_job.files[file].transferred,
                  error});
            note({error.time, m_job.status.state, HistoryEvent::StateChanged, file, 0, error});
            if (attempt < last.attempt)
                note({error.time + 60s, JobState::Queued, HistoryEvent::Resumed, {}, 0, {}});
        }
    }

    void writeEnd(WallTime time)
    {
        switch (m_job.status.state) {
        case JobState::Transferred:
            note({time, JobState::Transferred, HistoryEvent::StateChanged, {}, 0, {}});
            break;
        case JobState::Acknowledged:
            note({time, JobState::Transferred, HistoryEvent::StateChanged, {}, 0, {}});
            note({time, JobState::Acknowledged, HistoryEvent::Completed, {}, m_job.files.size(), {}});
            break;
        case JobState::Suspended:
            note({time, JobState::Suspended, HistoryEvent::Suspended, {}, 0, {}});
            break;
        case JobState::Cancelled:
            note({time, JobState::Cancelled, HistoryEvent::Cancelled, {}, 0, {}});
            break;
        default:
            break;
        }
    }

    const StoredJob &m_job;
    const JobSpec &m_spec;
    std::vector<StoreOperation> &m_operations;
};

} // namespace

std::vector<StoreOperation> demoHistory(const std::vector<StoredJob> &jobs, std::size_t most)
{
    std::vector<StoreOperation> operations;
    for (const bool withProblem : {true, false}) {
        for (const StoredJob &job : jobs) {
            if ((job.error != nullptr) != withProblem || most == 0)
                continue;
            --most;
            PastWriter(job, operations).write();
        }
    }
    return operations;
}

} // namespace haulwatch
