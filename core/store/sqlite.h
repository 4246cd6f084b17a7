// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

struct sqlite3;
struct sqlite3_stmt;

namespace haulwatch {

/// What a failed call means to a caller; SQLite's own text goes with it.
enum class SqlFault : std::uint8_t {
    Corrupt, ///< the file is not a database, or is one with contradictions
    Full, ///< no space
    Denied, ///< read-only, not openable, no permission
    Io, ///< the system refused a read, write or sync
    Busy, ///< another connection holds it
    Other,
};

struct SqlError {
    SqlFault fault {};
    std::string message;
};

template <typename T>
using SqlResult = tl::expected<T, SqlError>;

/// One prepared statement. Bound text and blobs are not copied: they must live until reset(), or run(), returns.
class Statement {
public:
    enum class Step : std::uint8_t { Row, Done, Failed };

    Statement() = default;

    /// Parameters count from 1, columns from 0, as in SQL.
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, std::uint64_t value) { bind(parameter, static_cast<std::int64_t>(value)); }
    void bind(int parameter, std::string_view text);
    void bindBlob(int parameter, std::string_view bytes);
    void bindNull(int parameter);

    [[nodiscard]] Step step();
    void reset();
    /// Steps to the end and resets. Rows are skipped.
    [[nodiscard]] SqlResult<void> run();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    /// The bytes of a text or blob, valid until the next step() or reset().
    [[nodiscard]] std::string_view bytes(int column) const;

    /// What the last failed call of this statement's connection said.
    [[nodiscard]] SqlError error() const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit Statement(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// One connection to a database file. Used by one thread at a time. Statements must be gone before it.
class Database {
public:
    /// Opens or creates.
    [[nodiscard]] static SqlResult<Database> open(const std::string &path);

    [[nodiscard]] SqlResult<Statement> prepare(std::string_view sql);
    /// Runs one or several statements; rows are skipped.
    [[nodiscard]] SqlResult<void> execute(const char *sql);
    /// The first column of the first row.
    [[nodiscard]] SqlResult<std::int64_t> queryInteger(std::string_view sql);
    [[nodiscard]] SqlResult<std::string> queryText(std::string_view sql);

    [[nodiscard]] std::string path() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] std::int64_t lastInsertedRow() const;
    /// Rows the last finished statement changed.
    [[nodiscard]] int changes() const;
    /// Leaves the files as they are on closing, the write-ahead log included.
    void keepFilesOnClose(bool keep);

private:
    friend class Transaction;
    struct Close {
        void operator()(sqlite3 *database) const;
    };
    explicit Database(sqlite3 *database)
        : m_database(database)
    {
    }

    std::unique_ptr<sqlite3, Close> m_database;
};

/// All or nothing: what was not committed is rolled back at the end of the scope.
class Transaction {
public:
    /// Takes the write lock at once.
    [[nodiscard]] static SqlResult<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] SqlResult<void> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {
    }

    Database *m_database;
};

} // namespace haulwatch
