// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite.h"

#include <utility>

#include <sqlite3.h>

namespace haulwatch {
namespace {

SqlFault faultOf(int code)
{
    switch (code & 0xFF) { // the low byte is the primary code
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return SqlFault::Corrupt;
    case SQLITE_FULL:
        return SqlFault::Full;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return SqlFault::Denied;
    case SQLITE_IOERR:
        return SqlFault::Io;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return SqlFault::Busy;
    default:
        return SqlFault::Other;
    }
}

SqlError errorOf(sqlite3 *database)
{
    const int code = sqlite3_extended_errcode(database);
    std::string message = sqlite3_errmsg(database);
    // "disk I/O error" alone helps nobody: the extended code says which call failed.
    if ((code & 0xFF) == SQLITE_IOERR)
        message += " (" + std::to_string(code) + ", errno " + std::to_string(sqlite3_system_errno(database)) + ")";
    return {faultOf(code), std::move(message)};
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), parameter, value);
}

void Statement::bind(int parameter, std::string_view text)
{
    // A null pointer would bind NULL; an empty text is a value.
    sqlite3_bind_text64(m_statement.get(), parameter, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
}

void Statement::bindBlob(int parameter, std::string_view bytes)
{
    sqlite3_bind_blob64(m_statement.get(), parameter, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
}

void Statement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement.get(), parameter);
}

Statement::Step Statement::step()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return Step::Row;
    case SQLITE_DONE:
        return Step::Done;
    default:
        return Step::Failed;
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

SqlResult<void> Statement::run()
{
    auto last = step();
    while (last == Step::Row)
        last = step();
    if (last == Step::Done) {
        reset();
        return {};
    }
    auto failure = error();
    reset();
    return tl::unexpected(std::move(failure));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

SqlError Statement::error() const
{
    return errorOf(sqlite3_db_handle(m_statement.get()));
}

void Database::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

SqlResult<Database> Database::open(const std::string &path)
{
    sqlite3 *raw = nullptr;
    // One thread at a time uses a connection, so SQLite's own mutexes would only cost.
    const int code =
        sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (raw == nullptr)
        return tl::unexpected(SqlError {SqlFault::Other, sqlite3_errstr(code)});
    Database database(raw);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(raw));
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, 2'000);
    return database;
}

SqlResult<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt *raw = nullptr;
    if (sqlite3_prepare_v3(m_database.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw,
                           nullptr)
        != SQLITE_OK)
        return tl::unexpected(errorOf(m_database.get()));
    return Statement(raw);
}

SqlResult<void> Database::execute(const char *sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(errorOf(m_database.get()));
    return {};
}

SqlResult<std::int64_t> Database::queryInteger(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    if (statement->step() != Statement::Step::Row)
        return tl::unexpected(statement->error());
    return statement->integer(0);
}

SqlResult<std::string> Database::queryText(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    if (statement->step() != Statement::Step::Row)
        return tl::unexpected(statement->error());
    return std::string(statement->bytes(0));
}

std::string Database::path() const
{
    return sqlite3_db_filename(m_database.get(), "main");
}

bool Database::isReadOnly() const
{
    return sqlite3_db_readonly(m_database.get(), "main") == 1;
}

std::int64_t Database::lastInsertedRow() const
{
    return sqlite3_last_insert_rowid(m_database.get());
}

int Database::changes() const
{
    return sqlite3_changes(m_database.get());
}

void Database::keepFilesOnClose(bool keep)
{
    sqlite3_db_config(m_database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

SqlResult<Transaction> Transaction::begin(Database &database)
{
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    // Some errors end the transaction by themselves; a second ROLLBACK would fail.
    if (m_database != nullptr && sqlite3_get_autocommit(m_database->m_database.get()) == 0)
        sqlite3_exec(m_database->m_database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

SqlResult<void> Transaction::commit()
{
    return m_database->execute("COMMIT");
}

} // namespace haulwatch
