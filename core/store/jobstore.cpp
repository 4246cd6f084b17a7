// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/jobstore.h"

#include <string_view>
#include <utility>
#include <variant>

#include "store/encoding.h"
#include "store/storedid.h"

namespace haulwatch {
namespace {

// In the order of JobStore::Query. What hangs on a job is only written while the job is there.
constexpr std::array<std::string_view, 17> kQueries {
    "SELECT key FROM options WHERE value = ?1",
    "INSERT INTO options(value) VALUES(?1)",
    "DELETE FROM options WHERE key = ?1",
    "INSERT INTO job(high, low, created, options, name, folder, files, volume) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
    " ON CONFLICT DO NOTHING",
    "INSERT INTO status(high, low, state, cause, priority, flags, bytes_transferred, bytes_total,"
    " files_transferred, files_total, error_count, next_retry, modified, transferred, since_progress)"
    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    "UPDATE status SET state = ?3, cause = ?4, priority = ?5, flags = ?6, bytes_transferred = ?7, bytes_total = ?8,"
    " files_transferred = ?9, files_total = ?10, error_count = ?11, next_retry = ?12, modified = ?13, transferred = "
    "?14,"
    " since_progress = ?15 WHERE high = ?1 AND low = ?2",
    "INSERT OR REPLACE INTO file(high, low, position, transferred, total, state, length_unverified, checkpoint_offset,"
    " checkpoint_total, etag, last_modified, inode, modified) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
    " ?13"
    " WHERE EXISTS(SELECT 1 FROM status WHERE high = ?1 AND low = ?2)",
    "INSERT OR REPLACE INTO error(high, low, value) SELECT ?1, ?2, ?3"
    " WHERE EXISTS(SELECT 1 FROM status WHERE high = ?1 AND low = ?2)",
    "INSERT INTO history(high, low, sequence, time, state, event, file, value, error, exchange) SELECT ?1, ?2,"
    " (SELECT ifnull(max(sequence), 0) + 1 FROM history WHERE high = ?1 AND low = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9"
    " WHERE EXISTS(SELECT 1 FROM status WHERE high = ?1 AND low = ?2)",
    "INSERT OR REPLACE INTO former_folder(high, low, folder) SELECT ?1, ?2, ?3"
    " WHERE EXISTS(SELECT 1 FROM status WHERE high = ?1 AND low = ?2)",
    "DELETE FROM file WHERE high = ?1 AND low = ?2",
    "DELETE FROM error WHERE high = ?1 AND low = ?2",
    "DELETE FROM history WHERE high = ?1 AND low = ?2",
    "DELETE FROM former_folder WHERE high = ?1 AND low = ?2",
    "DELETE FROM status WHERE high = ?1 AND low = ?2",
    "DELETE FROM job WHERE high = ?1 AND low = ?2",
    "SELECT time, state, event, file, value, error, exchange FROM history WHERE high = ?1 AND low = ?2 ORDER BY "
    "sequence",
};

SqlError corrupt(std::string message)
{
    return {SqlFault::Corrupt, std::move(message)};
}

// A restart finds no connection, so nothing is kept that claims there is one.
JobState kept(JobState state)
{
    return isActive(state) ? JobState::Queued : state;
}

FileState kept(FileState state)
{
    return state == FileState::Active ? FileState::Waiting : state;
}

std::optional<HistoryEntry> entryAt(const Statement &row)
{
    const auto state = row.integer(1);
    const auto event = row.integer(2);
    if (state < 0 || state >= static_cast<std::int64_t>(kJobStateCount) || event < 0
        || event >= static_cast<std::int64_t>(kHistoryEventCount))
        return std::nullopt;

    HistoryEntry entry;
    entry.time = WallTime(Milliseconds(row.integer(0)));
    entry.state = static_cast<JobState>(state);
    entry.event = static_cast<HistoryEvent>(event);
    if (!row.isNull(3))
        entry.file = static_cast<std::uint32_t>(row.integer(3));
    entry.value = static_cast<std::uint64_t>(row.integer(4));
    if (!row.isNull(5)) {
        entry.error = decodeError(row.bytes(5));
        if (!entry.error)
            return std::nullopt;
    }
    if (!row.isNull(6)) {
        entry.exchange = decodeExchange(row.bytes(6));
        if (!entry.exchange)
            return std::nullopt;
    }
    return entry;
}

} // namespace

SqlResult<JobStore> JobStore::open(Database database)
{
    JobStore store(std::move(database));
    if (auto done = configure(store.m_database); !done)
        return tl::unexpected(done.error());
    if (auto done = migrate(store.m_database); !done)
        return tl::unexpected(done.error());

    static_assert(kQueries.size() == QueryCount);
    for (std::size_t i = 0; i < QueryCount; ++i) {
        auto statement = store.m_database.prepare(kQueries[i]);
        if (!statement)
            return tl::unexpected(statement.error());
        store.m_queries[i] = std::move(*statement);
    }
    return store;
}

SqlResult<void> JobStore::check()
{
    auto verdict = m_database.queryText("PRAGMA quick_check(1)");
    if (!verdict)
        return tl::unexpected(std::move(verdict.error()));
    if (*verdict != "ok")
        return tl::unexpected(corrupt(std::move(*verdict)));
    return {};
}

SqlResult<std::vector<StoredJob>> JobStore::load()
{
    auto options = loadOptions(m_database);
    if (!options)
        return tl::unexpected(std::move(options.error()));
    auto jobs = loadJobs(m_database, *options);
    if (!jobs)
        return jobs;
    // Removing a job leaves its options, for others may share them. What no job took can go, or wait for another
    // session.
    std::erase_if(*options, [](const auto &entry) { return entry.second.use_count() > 1; });
    static_cast<void>(removeOptions(*options));
    return jobs;
}

SqlResult<void> JobStore::apply(std::span<const StoreOperation> operations)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto done = [&]() -> SqlResult<void> {
        for (const auto &operation : operations) {
            if (auto one = std::visit([this](const auto &o) { return applyOne(o); }, operation); !one)
                return one;
        }
        return transaction->commit();
    }();
    // A row of options that was rolled back has no key any more.
    if (!done)
        m_lastOptions.reset();
    return done;
}

SqlResult<std::vector<HistoryEntry>> JobStore::history(JobId id)
{
    auto &query = m_queries[ReadHistory];
    bindId(query, 1, id);
    std::vector<HistoryEntry> entries;
    auto step = query.step();
    for (; step == Statement::Step::Row; step = query.step()) {
        auto entry = entryAt(query);
        if (!entry) {
            query.reset();
            return tl::unexpected(corrupt("history of " + toString(id)));
        }
        entries.push_back(std::move(*entry));
    }
    if (step == Statement::Step::Failed) {
        auto error = query.error();
        query.reset();
        return tl::unexpected(std::move(error));
    }
    query.reset();
    return entries;
}

SqlResult<void> JobStore::applyOne(const PutJob &operation)
{
    const auto &job = operation.job;
    const auto id = job.spec->id;
    if (auto done = putSpec(*job.spec, job.volume); !done)
        return done;
    // Nearly always the job is new, and nothing has to be looked for.
    if (m_database.changes() == 0) {
        for (const auto query : {RemoveFiles, RemoveError, RemoveStatus, RemoveJobRow}) {
            if (auto done = removeRows(query, id); !done)
                return done;
        }
        if (auto done = putSpec(*job.spec, job.volume); !done)
            return done;
    }
    if (auto done = putStatus(AddStatus, id, job.status, job.sinceProgress); !done)
        return done;
    for (std::size_t i = 0; i < job.files.size(); ++i) {
        if (job.files[i] == FileProgress {})
            continue;
        const auto index = static_cast<std::uint32_t>(i);
        const auto mark = job.marks.find(index);
        if (auto done =
                applyOne(PutFile {id, index, job.files[i], mark != job.marks.end() ? mark->second : FileMark {}});
            !done)
            return done;
    }
    return applyOne(PutError {id, job.error});
}

SqlResult<void> JobStore::applyOne(const PutStatus &operation)
{
    return putStatus(UpdateStatus, operation.id, operation.status, operation.sinceProgress);
}

SqlResult<void> JobStore::applyOne(const PutFile &operation)
{
    const auto &progress = operation.progress;
    auto &query = m_queries[PutFileRow];
    bindId(query, 1, operation.id);
    query.bind(3, std::int64_t {operation.index});
    query.bind(4, progress.transferred);
    query.bind(5, progress.total);
    query.bind(6, static_cast<std::int64_t>(kept(progress.state)));
    query.bind(7, std::int64_t {progress.lengthUnverified});
    query.bind(8, progress.checkpoint.offset);
    query.bind(9, progress.checkpoint.total);
    query.bind(10, progress.checkpoint.etag);
    query.bind(11, progress.checkpoint.lastModified);
    query.bind(12, operation.mark.inode);
    query.bind(13, operation.mark.modified);
    return query.run();
}

SqlResult<void> JobStore::applyOne(const PutError &operation)
{
    if (!operation.error)
        return removeRows(RemoveError, operation.id);
    const auto value = encode(*operation.error);
    auto &query = m_queries[PutErrorRow];
    bindId(query, 1, operation.id);
    query.bindBlob(3, value);
    return query.run();
}

SqlResult<void> JobStore::applyOne(const PutHistory &operation)
{
    const auto &entry = operation.entry;
    const auto error = entry.error ? encode(*entry.error) : std::string {};
    auto &query = m_queries[AddHistory];
    bindId(query, 1, operation.id);
    query.bind(3, std::int64_t {entry.time.time_since_epoch().count()});
    query.bind(4, static_cast<std::int64_t>(entry.state));
    query.bind(5, static_cast<std::int64_t>(entry.event));
    if (entry.file)
        query.bind(6, std::int64_t {*entry.file});
    else
        query.bindNull(6);
    query.bind(7, entry.value);
    if (entry.error)
        query.bindBlob(8, error);
    else
        query.bindNull(8);
    const auto exchange = entry.exchange ? encode(*entry.exchange) : std::string {};
    if (entry.exchange)
        query.bindBlob(9, exchange);
    else
        query.bindNull(9);
    return query.run();
}

SqlResult<void> JobStore::applyOne(const PutFormerFolder &operation)
{
    if (operation.folder.empty())
        return removeRows(RemoveFormerFolder, operation.id);
    auto &query = m_queries[PutFormerFolderRow];
    bindId(query, 1, operation.id);
    query.bind(3, operation.folder);
    return query.run();
}

SqlResult<void> JobStore::applyOne(const RemoveJob &operation)
{
    for (const auto query : {RemoveFiles, RemoveError, RemoveHistory, RemoveFormerFolder, RemoveStatus, RemoveJobRow}) {
        if (auto done = removeRows(query, operation.id); !done)
            return done;
    }
    return {};
}

SqlResult<std::int64_t> JobStore::optionsKey(const std::shared_ptr<const JobOptions> &options)
{
    if (options == m_lastOptions)
        return m_lastOptionsKey;

    const auto value = encode(*options);
    auto &find = m_queries[FindOptions];
    find.bindBlob(1, value);
    const auto step = find.step();
    auto key = step == Statement::Step::Row ? find.integer(0) : 0;
    find.reset();
    if (step == Statement::Step::Failed)
        return tl::unexpected(find.error());
    if (step == Statement::Step::Done) {
        auto &add = m_queries[AddOptions];
        add.bindBlob(1, value);
        if (auto done = add.run(); !done)
            return tl::unexpected(done.error());
        key = m_database.lastInsertedRow();
    }
    m_lastOptions = options;
    m_lastOptionsKey = key;
    return key;
}

SqlResult<void> JobStore::removeOptions(const OptionsByKey &unused)
{
    if (unused.empty())
        return {};
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(std::move(transaction.error()));
    m_lastOptions.reset();
    auto &remove = m_queries[RemoveOptions];
    for (const auto &entry : unused) {
        remove.bind(1, entry.first);
        if (auto done = remove.run(); !done)
            return done;
    }
    return transaction->commit();
}

SqlResult<void> JobStore::putSpec(const JobSpec &spec, const std::string &volume)
{
    const auto options = optionsKey(spec.options);
    if (!options)
        return tl::unexpected(options.error());
    const auto files = encode(spec.files);
    auto &query = m_queries[AddJobRow];
    bindId(query, 1, spec.id);
    query.bind(3, std::int64_t {spec.created.time_since_epoch().count()});
    query.bind(4, *options);
    query.bind(5, spec.name);
    query.bind(6, spec.folder);
    query.bindBlob(7, files);
    query.bind(8, volume);
    return query.run();
}

SqlResult<void> JobStore::putStatus(Query query, JobId id, const JobStatus &status, Milliseconds sinceProgress)
{
    auto &put = m_queries[query];
    bindId(put, 1, id);
    put.bind(3, static_cast<std::int64_t>(kept(status.state)));
    put.bind(4, static_cast<std::int64_t>(status.cause));
    put.bind(5, static_cast<std::int64_t>(status.priority));
    put.bind(6, std::int64_t {status.flags});
    put.bind(7, status.bytesTransferred);
    put.bind(8, status.bytesTotal);
    put.bind(9, std::int64_t {status.filesTransferred});
    put.bind(10, std::int64_t {status.filesTotal});
    put.bind(11, std::int64_t {status.errorCount});
    put.bind(12, std::int64_t {status.nextRetry});
    put.bind(13, std::int64_t {status.modified});
    put.bind(14, std::int64_t {status.transferred});
    put.bind(15, std::int64_t {sinceProgress.count()});
    return put.run();
}

SqlResult<void> JobStore::removeRows(Query query, JobId id)
{
    auto &remove = m_queries[query];
    bindId(remove, 1, id);
    return remove.run();
}

} // namespace haulwatch
