// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demojobs.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "demo/simulatedserver.h"
#include "transfer/transferengine.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

struct Topic {
    std::string_view job;
    std::string_view file;
    std::string_view ending;
    std::string_view folder;
};

constexpr std::uint32_t kOldest = 7'200; // seconds since the last change
constexpr std::array kTopics {
    Topic {"climate-reanalysis", "era5", ".nc", "research"},
    Topic {"genome-assembly", "chr", ".fa.gz", "research"},
    Topic {"nightly-build-artifacts", "build", ".tar.zst", "software"},
    Topic {"quarterly-reports", "report", ".pdf", "office"},
    Topic {"debian-install-media", "debian-12", ".iso", "software"},
    Topic {"openstreetmap-planet-extracts", "region", ".osm.pbf", "research"},
    Topic {"model-weights", "shard", ".safetensors", "research"},
    Topic {"photo-archive", "img", ".cr3", "media"},
    Topic {"kernel-sources", "linux-6", ".tar.xz", "software"},
    Topic {"lecture-recordings", "lecture", ".mp4", "media"},
    Topic {"satellite-tiles", "tile", ".tif", "research"},
    Topic {"driver-pack", "driver", ".cab", "software"},
    Topic {"telescope-frames", "frame", ".fits", "research"},
    Topic {"mail-backup", "mbox", ".zst", "office"},
    Topic {"survey-results", "table", ".parquet", "office"},
    Topic {"game-patches", "patch", ".bin", "software"},
};

// What share of the jobs is in which state; the engine makes the active ones out of the queued.
constexpr std::array<std::pair<JobState, int>, 7> kMix {{
    {JobState::Error, 12},
    {JobState::TransientError, 6},
    {JobState::Transferred, 5},
    {JobState::Suspended, 7},
    {JobState::Queued, 25},
    {JobState::Acknowledged, 42},
    {JobState::Cancelled, 3},
}};

constexpr std::size_t kShowcase =
    48; // the first jobs go through states and faults in turn, so a small demo shows them all
constexpr std::size_t kMostFiles = 24;
constexpr std::size_t kMostFilesOfMany = 3;

class DemoWriter {
public:
    DemoWriter(std::size_t count, std::uint64_t seed, Instant now)
        : m_count(count)
        , m_seed(seed)
        , m_now(now)
        , m_random(seed)
    {
        for (const SimulatedServer &server : simulatedServers()) {
            if (server.code == code::kOk)
                continue;
            const SimulatedOutcome outcome = failingOutcome(server);
            (outcome.failure->transient ? m_transient : m_fatal).push_back(&server);
        }
    }

    StoredJob next()
    {
        const std::size_t index = m_written++;
        const JobState state = stateOf(index);
        const SimulatedServer *fault = faultOf(state, index);
        auto spec = std::make_shared<JobSpec>();
        // Before anything that statusOf() and setError() let happen to it.
        const WallTime created = m_now.wall - 3h - std::chrono::seconds {(m_count - index) * 7};
        m_lastId = nextJobId(m_lastId, created, m_random());
        const Topic &topic = kTopics[index % kTopics.size()];
        spec->id = m_lastId;
        spec->created = created;
        spec->options = state == JobState::Transferred ? m_manual : m_options;
        spec->name = std::string(topic.job) + '-' + std::to_string(2024 + index / kTopics.size() % 90);
        spec->folder = fault && !fault->folder.empty() ? std::string(fault->folder) : "/home/demo/Downloads";
        spec->folder += '/' + std::string(topic.folder);
        return stand(std::move(spec), topic, state, fault);
    }

private:
    [[nodiscard]] std::size_t pick(std::size_t below) { return below == 0 ? 0 : m_random() % below; }

    [[nodiscard]] JobState stateOf(std::size_t index)
    {
        if (index < kShowcase) {
            constexpr std::array kTurns {JobState::Error,          JobState::Queued,      JobState::Error,
                                         JobState::TransientError, JobState::Transferred, JobState::Queued,
                                         JobState::Suspended,      JobState::Error};
            return kTurns[index % kTurns.size()];
        }
        int dice = static_cast<int>(pick(100));
        for (const auto &[state, share] : kMix) {
            dice -= share;
            if (dice < 0)
                return state;
        }
        return JobState::Acknowledged;
    }

    [[nodiscard]] const SimulatedServer *faultOf(JobState state, std::size_t index)
    {
        // Among very many some causes are frequent, as anywhere.
        if (state == JobState::Error && index >= kShowcase)
            return m_fatal[pick(1 + pick(m_fatal.size()))];
        // Some queued jobs are on a failing server as well: the demo goes on failing while one watches.
        if (state == JobState::Error)
            return m_fatal[m_nextFatal++ % m_fatal.size()];
        if (state == JobState::TransientError || (state == JobState::Queued && index % 3 == 0))
            return m_transient[m_nextTransient++ % m_transient.size()];
        return nullptr;
    }

    [[nodiscard]] SimulatedOutcome failingOutcome(const SimulatedServer &server)
    {
        for (int i = 0;; ++i) {
            const auto outcome = simulate(m_seed, fileOn(server, "probe", i, ""), server.folder);
            if (outcome.failure)
                return outcome;
        }
    }

    static FileSpec fileOn(const SimulatedServer &server, std::string_view stem, int number, std::string_view ending)
    {
        std::string name = std::string(stem) + '-' + std::to_string(number) + std::string(ending);
        return {"https://" + std::string(server.host) + "/pub/" + name, std::move(name), {}};
    }

    // A file of that server which fails, or does not: the simulation decides by the address, so one looks for an
    // address.
    FileSpec find(const SimulatedServer &server, const Topic &topic, const JobSpec &spec, bool fails)
    {
        for (;;) {
            const int number = static_cast<int>(spec.files.size() + 1) + 100 * static_cast<int>(pick(1'000'000));
            FileSpec file = fileOn(server, topic.file, number, topic.ending);
            if (simulate(m_seed, file, spec.folder).failure.has_value() == fails)
                return file;
        }
    }

    StoredJob stand(std::shared_ptr<JobSpec> spec, const Topic &topic, JobState state, const SimulatedServer *fault)
    {
        const auto servers = simulatedServers();
        const SimulatedServer &server = fault ? *fault : servers[pick(3)];
        const std::size_t files = 1 + pick(m_count > 10'000 ? kMostFilesOfMany : kMostFiles);
        const std::size_t reached = state == JobState::Transferred || state == JobState::Acknowledged ? files
            : state == JobState::Queued || state == JobState::Cancelled                               ? 0
                                                                                                      : pick(files);
        StoredJob job;
        for (std::size_t i = 0; i < files; ++i) {
            spec->files.push_back(find(server, topic, *spec, fault && i == reached));
            job.files.push_back(progressOf(*spec, i, reached, state));
        }
        job.status = statusOf(job.files, state);
        if (isFailing(state))
            setError(job, *spec, static_cast<std::uint32_t>(reached));
        job.spec = std::move(spec);
        return job;
    }

    FileProgress progressOf(const JobSpec &spec, std::size_t index, std::size_t reached, JobState state)
    {
        const SimulatedOutcome outcome = simulate(m_seed, spec.files[index], spec.folder);
        FileProgress progress;
        if (index < reached) {
            progress.total = progress.transferred = outcome.size;
            progress.state = state == JobState::Acknowledged ? FileState::Complete : FileState::Transferred;
        } else if (index == reached && state != JobState::Queued && state != JobState::Cancelled) {
            progress.total = outcome.size;
            const double share = outcome.failure ? outcome.failsAt : 0.4;
            progress.transferred = static_cast<Bytes>(static_cast<double>(outcome.size) * share);
            progress.checkpoint = {progress.transferred, outcome.size, "\"simulated\"", {}};
            progress.state = state == JobState::Error ? FileState::Failed : FileState::Waiting;
        } else if (reached > 0) {
            progress.total = outcome.size;
        }
        return progress;
    }

    JobStatus statusOf(const std::vector<FileProgress> &files, JobState state)
    {
        JobStatus status;
        status.state = state;
        status.priority = pick(10) == 0 ? Priority::High : pick(12) == 0 ? Priority::Low : Priority::Normal;
        status.modified = toEpochSeconds(m_now.wall - std::chrono::seconds {10 + pick(kOldest)});
        if (state == JobState::Transferred || state == JobState::Acknowledged)
            status.transferred = status.modified;
        status.filesTotal = static_cast<std::uint32_t>(files.size());
        status.set(kSimulated, true);
        return status;
    }

    // Of the causes some came in a burst, some have just begun, some are nearly over; others go on all the time.
    [[nodiscard]] EpochSeconds whenFailed(Cause cause, EpochSeconds evenly) const
    {
        const double share = static_cast<double>(toEpochSeconds(m_now.wall) - evenly) / (kOldest + 10);
        const double shaped[] {share, share * share, 1 - (1 - share) * (1 - share), 0.5 + (share - 0.5) / 3};
        const double age = std::max(10.0, shaped[static_cast<std::size_t>(cause) % 4] * kOldest);
        return toEpochSeconds(m_now.wall) - static_cast<EpochSeconds>(age);
    }

    void setError(StoredJob &job, const JobSpec &spec, std::uint32_t file)
    {
        const SimulatedOutcome outcome = simulate(m_seed, spec.files[file], spec.folder);
        JobError error = *outcome.failure;
        error.file = ErrorFile {file, spec.files[file].remote, locate(spec, file).target};
        job.status.modified = whenFailed(error.cause, job.status.modified);
        error.time = toWallTime(job.status.modified);
        error.attempt = 1 + static_cast<std::uint32_t>(pick(3));
        if (outcome.failingAttempts > 0)
            error.attempt = std::min(error.attempt, outcome.failingAttempts);
        job.status.cause = error.cause;
        job.status.errorCount = error.attempt;
        job.status.set(kHasError, true);
        if (job.status.state == JobState::TransientError)
            job.status.nextRetry = toEpochSeconds(m_now.wall + std::chrono::seconds {5 + pick(600)});
        job.error = std::make_shared<const JobError>(std::move(error));
    }

    const std::size_t m_count;
    const std::uint64_t m_seed;
    const Instant m_now;
    std::mt19937_64 m_random;
    std::vector<const SimulatedServer *> m_fatal;
    std::vector<const SimulatedServer *> m_transient;
    std::size_t m_nextFatal = 0;
    std::size_t m_nextTransient = 0;
    std::size_t m_written = 0;
    JobId m_lastId;
    const std::shared_ptr<const JobOptions> m_options = std::make_shared<const JobOptions>();
    const std::shared_ptr<const JobOptions> m_manual = [] {
        JobOptions options;
        options.manualComplete = true; // else they would complete themselves at once
        return std::make_shared<const JobOptions>(std::move(options));
    }();
};

} // namespace

std::vector<StoredJob> demoJobs(std::size_t count, std::uint64_t seed, Instant now)
{
    DemoWriter writer(count, seed, now);
    std::vector<StoredJob> jobs;
    jobs.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        jobs.push_back(writer.next());
    return jobs;
}

} // namespace haulwatch
