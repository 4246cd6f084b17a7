// SPDX-License-Identifier: GPL-3.0-or-later
// What the store costs beside SQLite itself, in one run: prints a line of JSON for each measurement.
// Usage: storebench [JOBS [FOLDER]]; 1,000,000 jobs in a temporary folder when not told.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include "store/storeopen.h"

using namespace haulwatch;

namespace {

namespace fs = std::filesystem;

constexpr int kRuns = 5;
constexpr std::size_t kBatch = 1'000;

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

[[noreturn]] void giveUp(const std::string &what)
{
    std::fprintf(stderr, "storebench: %s\n", what.c_str());
    std::exit(1);
}

OpenStore open(const std::string &folder)
{
    auto store = openStore(folder);
    if (!store)
        giveUp(store.error().detail);
    return std::move(*store);
}

// Waits for tickets as the core thread does: woken by the journal.
class Durable {
public:
    explicit Durable(JobJournal &journal)
        : m_journal(journal)
    {
        m_journal.setDurableNotify([this] {
            const std::lock_guard lock(m_mutex);
            m_changed.notify_all();
        });
    }
    ~Durable() { m_journal.setDurableNotify({}); }

    void wait(JournalTicket ticket)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_journal.durable() >= ticket; });
    }

private:
    JobJournal &m_journal;
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

StoredJob makeJob(JobId id, std::size_t number, const std::shared_ptr<const JobOptions> &options)
{
    auto spec = std::make_shared<JobSpec>();
    spec->id = id;
    spec->name = "debian-12." + std::to_string(number) + "-amd64-netinst.iso";
    spec->folder = "/home/user/Downloads/images";
    spec->files.push_back({"https://cdimage.example.org/debian-cd/current/amd64/iso-cd/" + spec->name, spec->name, {}});
    spec->options = options;
    spec->created = WallTime(Milliseconds(1'700'000'000'000));
    StoredJob job;
    job.spec = std::move(spec);
    job.status.state = JobState::Queued;
    job.status.filesTotal = 1;
    job.status.modified = 1'700'000'000;
    job.files.resize(1);
    return job;
}

double addJobs(const std::string &folder, std::size_t jobs)
{
    const auto options = std::make_shared<const JobOptions>();
    auto store = open(folder);
    Durable durable(*store.journal);
    std::mt19937_64 random(1);
    JobId id;
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < jobs;) {
        std::vector<StoreOperation> batch;
        for (const auto end = std::min(jobs, i + kBatch); i < end; ++i) {
            id = nextJobId(id, WallTime(Milliseconds(1'700'000'000'000)), random());
            batch.emplace_back(PutJob {makeJob(id, i, options)});
            batch.emplace_back(PutHistory {id, {WallTime {}, JobState::Queued, HistoryEvent::Added, {}, 0, {}}});
        }
        // A reply for each batch, as for a client that adds: the next one waits for it.
        durable.wait(store.journal->submit(std::move(batch), true));
    }
    return secondsSince(start);
}

void measureAdding(const std::string &folder, std::size_t jobs)
{
    const auto seconds = addJobs(folder, jobs);
    const auto bytes = fs::file_size(folder + "/jobs.sqlite");
    std::printf(R"({"bench":"store-add","jobs":%zu,"batch":%zu,"seconds":%.3f,"jobs_per_s":%.0f,"bytes_per_job":%.1f})"
                "\n",
                jobs, kBatch, seconds, static_cast<double>(jobs) / seconds,
                static_cast<double>(bytes) / static_cast<double>(jobs));
}

// A connection set like the store's, so that only what is built on top differs.
class RawDatabase {
public:
    explicit RawDatabase(const std::string &folder)
    {
        const auto path = folder + "/jobs.sqlite";
        if (sqlite3_open_v2(path.c_str(), &m_database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr)
            != SQLITE_OK)
            giveUp(path);
        execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4096;"
                " PRAGMA cache_size=-16384");
    }
    ~RawDatabase() { sqlite3_close_v2(m_database); }
    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;

    void execute(const char *sql)
    {
        if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp(sqlite3_errmsg(m_database));
    }
    [[nodiscard]] sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
            giveUp(sqlite3_errmsg(m_database));
        return statement;
    }

private:
    sqlite3 *m_database = nullptr;
};

// Every column of every row that a restart needs, touched and thrown away.
std::uint64_t walk(RawDatabase &database, const char *sql)
{
    std::uint64_t sum = 0;
    auto *statement = database.prepare(sql);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const int columns = sqlite3_column_count(statement);
        for (int i = 0; i < columns; ++i) {
            if (sqlite3_column_type(statement, i) == SQLITE_INTEGER)
                sum += static_cast<std::uint64_t>(sqlite3_column_int64(statement, i));
            else if (const void *bytes = sqlite3_column_blob(statement, i))
                sum +=
                    static_cast<std::uint64_t>(sqlite3_column_bytes(statement, i)) + *static_cast<const char *>(bytes);
        }
    }
    sqlite3_finalize(statement);
    return sum;
}

void measureLoad(const std::string &folder, std::size_t jobs)
{
    std::vector<double> raw;
    std::vector<double> ours;
    std::uint64_t sum = 0;
    for (int run = 0; run < kRuns; ++run) {
        auto start = std::chrono::steady_clock::now();
        {
            RawDatabase database(folder);
            for (const auto *table : {"job", "status", "file", "error"})
                sum += walk(database, (std::string("SELECT * FROM ") + table).c_str());
        }
        raw.push_back(secondsSince(start));

        start = std::chrono::steady_clock::now();
        auto store = open(folder);
        ours.push_back(secondsSince(start));
        if (store.jobs.size() != jobs || sum == 0)
            giveUp("jobs are missing");
    }
    std::printf(R"({"bench":"store-load","jobs":%zu,"raw_walk_s":%.3f,"store_s":%.3f,"ratio":%.2f})"
                "\n",
                jobs, median(raw), median(ours), median(ours) / median(raw));
}

double rawUpdates(const std::string &folder, const std::vector<JobId> &ids, std::size_t updates)
{
    RawDatabase database(folder);
    auto *update = database.prepare("UPDATE status SET state=?3, cause=?4, priority=?5, flags=?6, bytes_transferred=?7,"
                                    " bytes_total=?8, files_transferred=?9, files_total=?10, error_count=?11,"
                                    " next_retry=?12, modified=?13, transferred=?14, since_progress=?15"
                                    " WHERE high=?1 AND low=?2");
    constexpr auto kSign = 0x8000000000000000ULL;
    std::mt19937_64 random(2);
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < updates;) {
        database.execute("BEGIN IMMEDIATE");
        for (const auto end = i + kBatch; i < end; ++i) {
            const auto id = ids[random() % ids.size()];
            sqlite3_bind_int64(update, 1, static_cast<sqlite3_int64>(id.high ^ kSign));
            sqlite3_bind_int64(update, 2, static_cast<sqlite3_int64>(id.low ^ kSign));
            for (int parameter = 3; parameter <= 15; ++parameter)
                sqlite3_bind_int64(update, parameter, static_cast<sqlite3_int64>(i % 3));
            if (sqlite3_step(update) != SQLITE_DONE)
                giveUp("update");
            sqlite3_reset(update);
        }
        database.execute("COMMIT");
    }
    sqlite3_finalize(update);
    return static_cast<double>(updates) / secondsSince(start);
}

double storeUpdates(const std::string &folder, const std::vector<JobId> &ids, std::size_t updates)
{
    auto store = open(folder);
    Durable durable(*store.journal);
    std::mt19937_64 random(2);
    JournalTicket last = 0;
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < updates;) {
        std::vector<StoreOperation> batch;
        for (const auto end = i + kBatch; i < end; ++i) {
            JobStatus status;
            status.state = JobState::Queued;
            status.filesTotal = 1;
            status.bytesTransferred = i;
            batch.emplace_back(PutStatus {ids[random() % ids.size()], status, {}});
        }
        last = store.journal->submit(std::move(batch), i == updates);
    }
    durable.wait(last);
    return static_cast<double>(updates) / secondsSince(start);
}

void measureUpdates(const std::string &folder, const std::vector<JobId> &ids)
{
    constexpr std::size_t kUpdates = 300'000;
    std::vector<double> raw;
    std::vector<double> ours;
    for (int run = 0; run < kRuns; ++run) {
        raw.push_back(rawUpdates(folder, ids, kUpdates));
        ours.push_back(storeUpdates(folder, ids, kUpdates));
    }
    std::printf(R"({"bench":"store-update","jobs":%zu,"raw_1000_per_s":%.0f,"store_per_s":%.0f,"ratio":%.2f})"
                "\n",
                ids.size(), median(raw), median(ours), median(ours) / median(raw));
}

// One change after the other, each waited for: what a user feels.
void measureSingle(const std::string &folder, JobId id)
{
    constexpr int kChanges = 500;
    auto store = open(folder);
    Durable durable(*store.journal);
    std::vector<double> milliseconds;
    for (int i = 0; i < kChanges; ++i) {
        JobStatus status;
        status.bytesTransferred = static_cast<Bytes>(i) + 1; // SQLite writes nothing when nothing changed
        const auto start = std::chrono::steady_clock::now();
        durable.wait(store.journal->submit({PutStatus {id, status, {}}}, true));
        milliseconds.push_back(secondsSince(start) * 1'000);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf(R"({"bench":"store-single","median_ms":%.3f,"p99_ms":%.3f,"max_ms":%.3f})"
                "\n",
                milliseconds[kChanges / 2], milliseconds[kChanges * 99 / 100], milliseconds.back());
}

long residentKiB()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word == "VmRSS:") {
            long value = 0;
            status >> value;
            return value;
        }
    }
    return 0;
}

// In a process of its own, so that nothing else has used the memory before.
void measureMemory(const std::string &folder, std::size_t jobs)
{
    std::fflush(stdout);
    const auto child = fork();
    if (child != 0) {
        waitpid(child, nullptr, 0);
        return;
    }
    const auto before = residentKiB();
    const auto store = open(folder);
    const auto bytes = static_cast<double>(residentKiB() - before) * 1'024;
    std::printf(R"({"bench":"store-memory","jobs":%zu,"rss_bytes_per_job":%.0f})"
                "\n",
                jobs, bytes / static_cast<double>(jobs));
    std::fflush(stdout);
    _exit(0);
}

} // namespace

int main(int argc, char **argv)
{
    const std::size_t jobs = argc > 1 ? std::stoul(argv[1]) : 1'000'000;
    const fs::path parent = argc > 2 ? fs::path(argv[2]) : fs::temp_directory_path();
    const auto folder = (parent / ("storebench-" + std::to_string(getpid()))).string();

    measureAdding(folder, jobs);
    measureMemory(folder, jobs);
    measureLoad(folder, jobs);
    std::vector<JobId> ids;
    for (const auto &job : open(folder).jobs)
        ids.push_back(job.spec->id);
    measureUpdates(folder, ids);
    measureSingle(folder, ids.front());
    fs::remove_all(folder);
    return 0;
}
