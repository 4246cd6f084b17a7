// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/jobloader.h"

#include <functional>
#include <future>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "store/encoding.h"
#include "store/storedid.h"

namespace haulwatch {
namespace {

using Step = Statement::Step;
using Jobs = std::vector<StoredJob>;

// Below this a second connection costs more than it saves.
constexpr std::int64_t kWorthTwoThreads = 10'000;

/// Both ends included.
struct IdRange {
    JobId first {};
    JobId last {UINT64_MAX, UINT64_MAX};
};

SqlError corrupt(const char *what, JobId id)
{
    return {SqlFault::Corrupt, std::string(what) + " of " + toString(id)};
}

// The next number of a row; `good` turns false when it does not fit its type.
class RowReader {
public:
    RowReader(const Statement &row, int column)
        : m_row(row)
        , m_column(column)
    {
    }

    std::uint64_t number() { return static_cast<std::uint64_t>(m_row.integer(m_column++)); }
    std::uint32_t number32() { return static_cast<std::uint32_t>(within(number(), UINT32_MAX)); }
    template <typename Enum>
    Enum enumerator(Enum last)
    {
        return static_cast<Enum>(within(number(), static_cast<std::uint64_t>(last)));
    }
    std::string text() { return std::string(m_row.bytes(m_column++)); }
    [[nodiscard]] bool good() const { return m_good; }

private:
    std::uint64_t within(std::uint64_t value, std::uint64_t last)
    {
        m_good = m_good && value <= last;
        return value;
    }

    const Statement &m_row;
    int m_column;
    bool m_good = true;
};

// The job a row of a further table belongs to, or null. Both walks ascend, so `next` only moves forward.
StoredJob *match(Jobs &jobs, std::size_t &next, JobId id)
{
    while (next < jobs.size() && jobs[next].spec->id < id)
        ++next;
    return next < jobs.size() && jobs[next].spec->id == id ? &jobs[next] : nullptr;
}

// Calls `take(row)` for every row of the query; it answers what is wrong with the row, or nothing.
template <typename Take>
SqlResult<void> walk(Statement &query, Take take)
{
    auto step = query.step();
    for (; step == Step::Row; step = query.step()) {
        if (std::optional<SqlError> wrong = take(std::as_const(query)))
            return tl::unexpected(std::move(*wrong));
    }
    if (step == Step::Failed)
        return tl::unexpected(query.error());
    return {};
}

/// Reads the jobs of a range of ids. Used once, by one thread.
class JobLoader {
public:
    JobLoader(Database &database, const OptionsByKey &options, IdRange range, std::size_t expected)
        : m_database(database)
        , m_options(options)
        , m_range(range)
    {
        m_jobs.reserve(expected);
    }

    SqlResult<Jobs> load();

private:
    template <typename Take>
    SqlResult<void> walkRange(std::string_view columnsOfTable, Take take);
    SqlResult<void> loadSpecs();
    SqlResult<void> loadStatuses();
    SqlResult<void> loadFiles();
    SqlResult<void> loadErrors();
    SqlResult<void> loadFormerFolders();

    Database &m_database;
    const OptionsByKey &m_options;
    IdRange m_range;
    Jobs m_jobs;
};

SqlResult<Jobs> JobLoader::load()
{
    for (const auto table : {&JobLoader::loadSpecs, &JobLoader::loadStatuses, &JobLoader::loadFiles,
                             &JobLoader::loadErrors, &JobLoader::loadFormerFolders}) {
        if (auto done = (this->*table)(); !done)
            return tl::unexpected(std::move(done.error()));
    }
    return std::move(m_jobs);
}

template <typename Take>
SqlResult<void> JobLoader::walkRange(std::string_view columnsOfTable, Take take)
{
    const auto sql = "SELECT high, low, " + std::string(columnsOfTable)
        + " WHERE (high, low) BETWEEN (?1, ?2) AND (?3, ?4) ORDER BY high, low";
    auto query = m_database.prepare(sql);
    if (!query)
        return tl::unexpected(std::move(query.error()));
    bindId(*query, 1, m_range.first);
    bindId(*query, 3, m_range.last);
    return walk(*query, take);
}

SqlResult<void> JobLoader::loadSpecs()
{
    constexpr auto kColumns = "created, options, name, folder, files, volume FROM job";
    return walkRange(kColumns, [&](const Statement &row) -> std::optional<SqlError> {
        const auto id = idAt(row, 0);
        auto files = decodeFiles(row.bytes(6));
        const auto options = m_options.find(row.integer(3));
        if (!files || options == m_options.end())
            return corrupt("description", id);

        auto spec = std::make_shared<JobSpec>();
        spec->id = id;
        spec->name = row.bytes(4);
        spec->folder = row.bytes(5);
        spec->files = std::move(*files);
        spec->options = options->second;
        spec->created = WallTime(Milliseconds(row.integer(2)));
        auto &job = m_jobs.emplace_back();
        job.files.resize(spec->files.size());
        job.spec = std::move(spec);
        job.volume = row.bytes(7);
        return std::nullopt;
    });
}

SqlResult<void> JobLoader::loadStatuses()
{
    constexpr auto kColumns = "state, cause, priority, flags, bytes_transferred, bytes_total, files_transferred,"
                              " files_total, error_count, next_retry, modified, transferred, since_progress"
                              " FROM status";
    std::size_t next = 0;
    auto done = walkRange(kColumns, [&](const Statement &row) -> std::optional<SqlError> {
        const auto id = idAt(row, 0);
        if (next == m_jobs.size() || m_jobs[next].spec->id != id)
            return corrupt("no description", id);
        auto &job = m_jobs[next++];
        auto &status = job.status;
        RowReader in(row, 2);
        status.state = in.enumerator(JobState::Cancelled);
        status.cause = in.enumerator(kLastCause);
        status.priority = in.enumerator(Priority::Low);
        status.flags = static_cast<std::uint8_t>(in.number32());
        status.bytesTransferred = in.number();
        status.bytesTotal = in.number();
        status.filesTransferred = in.number32();
        status.filesTotal = in.number32();
        status.errorCount = in.number32();
        status.nextRetry = in.number32();
        status.modified = in.number32();
        status.transferred = in.number32();
        job.sinceProgress = Milliseconds(static_cast<std::int64_t>(in.number()));
        return in.good() ? std::nullopt : std::optional(corrupt("status", id));
    });
    if (done && next != m_jobs.size())
        return tl::unexpected(corrupt("no status", m_jobs[next].spec->id));
    return done;
}

SqlResult<void> JobLoader::loadFiles()
{
    constexpr auto kColumns = "position, transferred, total, state, length_unverified, checkpoint_offset,"
                              " checkpoint_total, etag, last_modified, inode, modified FROM file";
    std::size_t next = 0;
    return walkRange(kColumns, [&](const Statement &row) -> std::optional<SqlError> {
        const auto id = idAt(row, 0);
        auto *job = match(m_jobs, next, id);
        RowReader in(row, 2);
        const auto position = in.number();
        if (job == nullptr || position >= job->files.size())
            return std::nullopt; // the progress of nothing harms nothing
        auto &progress = job->files[position];
        progress.transferred = in.number();
        progress.total = in.number();
        progress.state = in.enumerator(FileState::Complete);
        progress.lengthUnverified = in.number() != 0;
        progress.checkpoint.offset = in.number();
        progress.checkpoint.total = in.number();
        progress.checkpoint.etag = in.text();
        progress.checkpoint.lastModified = in.text();
        FileMark mark;
        mark.inode = in.number();
        mark.modified = static_cast<std::int64_t>(in.number());
        if (mark != FileMark {})
            job->marks.emplace(static_cast<std::uint32_t>(position), mark);
        return in.good() ? std::nullopt : std::optional(corrupt("file", id));
    });
}

SqlResult<void> JobLoader::loadErrors()
{
    std::size_t next = 0;
    constexpr auto kColumns = "value FROM error";
    return walkRange(kColumns, [&](const Statement &row) -> std::optional<SqlError> {
        const auto id = idAt(row, 0);
        auto *job = match(m_jobs, next, id);
        auto error = decodeError(row.bytes(2));
        if (job == nullptr || !error)
            return corrupt("error", id);
        job->error = std::make_shared<const JobError>(std::move(*error));
        return std::nullopt;
    });
}

SqlResult<void> JobLoader::loadFormerFolders()
{
    std::size_t next = 0;
    constexpr auto kColumns = "folder FROM former_folder";
    return walkRange(kColumns, [&](const Statement &row) -> std::optional<SqlError> {
        if (auto *job = match(m_jobs, next, idAt(row, 0)))
            job->formerFolder = row.bytes(2);
        return std::nullopt;
    });
}

SqlResult<JobId> idAtPosition(Database &database, std::int64_t position)
{
    auto query = database.prepare("SELECT high, low FROM status ORDER BY high, low LIMIT 1 OFFSET ?1");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    query->bind(1, position);
    if (query->step() != Step::Row)
        return tl::unexpected(query->error());
    return idAt(*query, 0);
}

JobId before(JobId id)
{
    return {id.low == 0 ? id.high - 1 : id.high, id.low - 1};
}

SqlResult<Jobs> loadHalf(const std::string &path, const OptionsByKey &options, IdRange range, std::size_t expected)
{
    auto database = Database::open(path);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    return JobLoader(*database, options, range, expected).load();
}

} // namespace

SqlResult<OptionsByKey> loadOptions(Database &database)
{
    auto query = database.prepare("SELECT key, value FROM options");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    OptionsByKey all;
    auto done = walk(*query, [&](const Statement &row) -> std::optional<SqlError> {
        auto options = decodeOptions(row.bytes(1));
        if (!options)
            return SqlError {SqlFault::Corrupt, "options " + std::to_string(row.integer(0))};
        all.emplace(row.integer(0), std::make_shared<const JobOptions>(std::move(*options)));
        return std::nullopt;
    });
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return all;
}

SqlResult<Jobs> loadJobs(Database &database, const OptionsByKey &options)
{
    const auto count = database.queryInteger("SELECT count(*) FROM status");
    if (!count)
        return tl::unexpected(count.error());
    const auto expected = static_cast<std::size_t>(*count);
    if (*count < kWorthTwoThreads)
        return JobLoader(database, options, {}, expected).load();

    const auto middle = idAtPosition(database, *count / 2);
    if (!middle)
        return tl::unexpected(middle.error());
    auto later = std::async(std::launch::async, loadHalf, database.path(), std::cref(options),
                            IdRange {.first = *middle}, expected - expected / 2);
    auto jobs = JobLoader(database, options, {.last = before(*middle)}, expected).load();
    auto others = later.get();
    if (!jobs || !others)
        return jobs ? std::move(others) : std::move(jobs);
    jobs->insert(jobs->end(), std::make_move_iterator(others->begin()), std::make_move_iterator(others->end()));
    return jobs;
}

} // namespace haulwatch
