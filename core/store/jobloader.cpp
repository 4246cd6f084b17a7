// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/jobloader.h"

#include <string>
#include <utility>

#include "store/encoding.h"
#include "store/storedid.h"

namespace haulwatch {
namespace {

using Step = Statement::Step;

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

// The job a row of a further table belongs to. Both walks ascend, so `next` only moves forward; null when there is
// none.
StoredJob *match(std::vector<StoredJob> &jobs, std::size_t &next, JobId id)
{
    while (next < jobs.size() && jobs[next].spec->id < id)
        ++next;
    return next < jobs.size() && jobs[next].spec->id == id ? &jobs[next] : nullptr;
}

// Calls `take(row)` for every row of the query; it answers what is wrong with the row, or nothing.
template <typename Take>
SqlResult<void> walk(Database &database, std::string_view sql, Take take)
{
    auto query = database.prepare(sql);
    if (!query)
        return tl::unexpected(query.error());
    auto step = query->step();
    for (; step == Step::Row; step = query->step()) {
        if (std::optional<SqlError> wrong = take(std::as_const(*query)))
            return tl::unexpected(std::move(*wrong));
    }
    if (step == Step::Failed)
        return tl::unexpected(query->error());
    return {};
}

} // namespace

SqlResult<std::vector<StoredJob>> JobLoader::load()
{
    Jobs jobs;
    if (auto done = loadOptions(); !done)
        return tl::unexpected(done.error());
    if (auto done = loadSpecs(jobs); !done)
        return tl::unexpected(done.error());
    if (auto done = loadStatuses(jobs); !done)
        return tl::unexpected(done.error());
    if (auto done = loadFiles(jobs); !done)
        return tl::unexpected(done.error());
    if (auto done = loadErrors(jobs); !done)
        return tl::unexpected(done.error());
    return jobs;
}

SqlResult<void> JobLoader::loadOptions()
{
    return walk(m_database, "SELECT key, value FROM options", [this](const Statement &row) -> std::optional<SqlError> {
        auto options = decodeOptions(row.bytes(1));
        if (!options)
            return SqlError {SqlFault::Corrupt, "options " + std::to_string(row.integer(0))};
        m_options.emplace(row.integer(0), std::make_shared<const JobOptions>(std::move(*options)));
        return std::nullopt;
    });
}

SqlResult<void> JobLoader::loadSpecs(Jobs &jobs)
{
    const auto count = m_database.queryInteger("SELECT count(*) FROM status");
    if (!count)
        return tl::unexpected(count.error());
    jobs.reserve(static_cast<std::size_t>(*count));

    constexpr auto kSql = "SELECT high, low, created, options, name, folder, files FROM job ORDER BY high, low";
    return walk(m_database, kSql, [&](const Statement &row) -> std::optional<SqlError> {
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
        auto &job = jobs.emplace_back();
        job.files.resize(spec->files.size());
        job.spec = std::move(spec);
        return std::nullopt;
    });
}

SqlResult<void> JobLoader::loadStatuses(Jobs &jobs)
{
    constexpr auto kSql =
        "SELECT high, low, state, cause, priority, flags, bytes_transferred, bytes_total, files_transferred,"
        " files_total, error_count, next_retry, modified, transferred, since_progress"
        " FROM status ORDER BY high, low";
    std::size_t next = 0;
    auto done = walk(m_database, kSql, [&](const Statement &row) -> std::optional<SqlError> {
        const auto id = idAt(row, 0);
        if (next == jobs.size() || jobs[next].spec->id != id)
            return corrupt("no description", id);
        auto &job = jobs[next++];
        auto &status = job.status;
        RowReader in(row, 2);
        status.state = in.enumerator(JobState::Cancelled);
        status.cause = in.enumerator(Cause::Internal);
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
    if (done && next != jobs.size())
        return tl::unexpected(corrupt("no status", jobs[next].spec->id));
    return done;
}

SqlResult<void> JobLoader::loadFiles(Jobs &jobs)
{
    constexpr auto kSql = "SELECT high, low, position, transferred, total, state, length_unverified, checkpoint_offset,"
                          " checkpoint_total, etag, last_modified FROM file ORDER BY high, low, position";
    std::size_t next = 0;
    return walk(m_database, kSql, [&](const Statement &row) -> std::optional<SqlError> {
        const auto id = idAt(row, 0);
        auto *job = match(jobs, next, id);
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
        return in.good() ? std::nullopt : std::optional(corrupt("file", id));
    });
}

SqlResult<void> JobLoader::loadErrors(Jobs &jobs)
{
    std::size_t next = 0;
    constexpr auto kSql = "SELECT high, low, value FROM error ORDER BY high, low";
    return walk(m_database, kSql, [&](const Statement &row) -> std::optional<SqlError> {
        const auto id = idAt(row, 0);
        auto *job = match(jobs, next, id);
        auto error = decodeError(row.bytes(2));
        if (job == nullptr || !error)
            return corrupt("error", id);
        job->error = std::make_shared<const JobError>(std::move(*error));
        return std::nullopt;
    });
}

} // namespace haulwatch
