// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include <array>
#include <cstddef>

namespace haulwatch {
namespace {

constexpr std::int64_t kApplicationId = 0x48574A42; // "HWJB"

// Ids are two integers that sort as the id does; sizes are unsigned numbers in a signed column, so that "unknown" is
// -1. No index but the keys: each one on a hot column costs four times the updates. No foreign keys: the store writes a
// job and what hangs on it together, and checks on loading that they fit. A file that has not begun has no row: it is
// FileProgress{}.
constexpr const char *kVersion1 = R"(
CREATE TABLE options(
    key INTEGER PRIMARY KEY,
    value BLOB NOT NULL UNIQUE
) STRICT;
CREATE TABLE job(
    high INTEGER NOT NULL, low INTEGER NOT NULL,
    created INTEGER NOT NULL, options INTEGER NOT NULL,
    name TEXT NOT NULL, folder TEXT NOT NULL, files BLOB NOT NULL,
    PRIMARY KEY(high, low)
) STRICT, WITHOUT ROWID;
CREATE TABLE status(
    high INTEGER NOT NULL, low INTEGER NOT NULL,
    state INTEGER NOT NULL, cause INTEGER NOT NULL, priority INTEGER NOT NULL, flags INTEGER NOT NULL,
    bytes_transferred INTEGER NOT NULL, bytes_total INTEGER NOT NULL,
    files_transferred INTEGER NOT NULL, files_total INTEGER NOT NULL,
    error_count INTEGER NOT NULL, next_retry INTEGER NOT NULL, modified INTEGER NOT NULL, transferred INTEGER NOT NULL,
    since_progress INTEGER NOT NULL,
    PRIMARY KEY(high, low)
) STRICT, WITHOUT ROWID;
CREATE TABLE file(
    high INTEGER NOT NULL, low INTEGER NOT NULL, position INTEGER NOT NULL,
    transferred INTEGER NOT NULL, total INTEGER NOT NULL, state INTEGER NOT NULL, length_unverified INTEGER NOT NULL,
    checkpoint_offset INTEGER NOT NULL, checkpoint_total INTEGER NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL,
    PRIMARY KEY(high, low, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE error(
    high INTEGER NOT NULL, low INTEGER NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY(high, low)
) STRICT, WITHOUT ROWID;
CREATE TABLE history(
    high INTEGER NOT NULL, low INTEGER NOT NULL, sequence INTEGER NOT NULL,
    time INTEGER NOT NULL, state INTEGER NOT NULL, event INTEGER NOT NULL, file INTEGER, value INTEGER NOT NULL, error BLOB,
    PRIMARY KEY(high, low, sequence)
) STRICT, WITHOUT ROWID;
)";

constexpr const char *kVersion2 = "ALTER TABLE history ADD COLUMN exchange BLOB";

constexpr const char *kVersion3 = R"(
CREATE TABLE former_folder(
    high INTEGER NOT NULL, low INTEGER NOT NULL,
    folder TEXT NOT NULL,
    PRIMARY KEY(high, low)
) STRICT, WITHOUT ROWID;
)";

constexpr const char *kVersion4 = R"(
ALTER TABLE job ADD COLUMN volume TEXT NOT NULL DEFAULT '';
ALTER TABLE file ADD COLUMN inode INTEGER NOT NULL DEFAULT 0;
ALTER TABLE file ADD COLUMN modified INTEGER NOT NULL DEFAULT 0;
)";

/// Element n leads from version n to n + 1.
constexpr std::array kMigrations {kVersion1, kVersion2, kVersion3, kVersion4};

constexpr auto kCurrentVersion = static_cast<std::int64_t>(kMigrations.size());

} // namespace

SqlResult<SchemaState> inspectSchema(Database &database)
{
    const auto application = database.queryInteger("PRAGMA application_id");
    if (!application)
        return tl::unexpected(application.error());
    const auto version = database.queryInteger("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    const auto tables = database.queryInteger("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return tl::unexpected(tables.error());

    if (*application == 0 && *version == 0 && *tables == 0)
        return SchemaState::Empty;
    if (*application != kApplicationId || *version < 1)
        return SchemaState::Foreign;
    return *version > kCurrentVersion ? SchemaState::Newer : SchemaState::Usable;
}

SqlResult<void> configure(Database &database)
{
    // FULL: in WAL mode NORMAL would lose the last commits at a power loss. The log is written back every 16 MiB,
    // seldom enough that a job's pages are written once for many commits, and cut to 64 MiB after a burst.
    return database.execute("PRAGMA journal_mode = WAL;"
                            "PRAGMA synchronous = FULL;"
                            "PRAGMA wal_autocheckpoint = 4096;"
                            "PRAGMA journal_size_limit = 67108864;"
                            "PRAGMA foreign_keys = OFF;"
                            "PRAGMA trusted_schema = OFF;"
                            "PRAGMA cell_size_check = ON;"
                            "PRAGMA cache_size = -16384;"
                            "PRAGMA temp_store = MEMORY;");
}

SqlResult<void> migrate(Database &database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto version = database.queryInteger("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version == kCurrentVersion)
        return {};

    for (auto step = static_cast<std::size_t>(*version); step < kMigrations.size(); ++step) {
        if (auto done = database.execute(kMigrations[step]); !done)
            return done;
    }
    const auto stamp = "PRAGMA application_id = " + std::to_string(kApplicationId)
        + "; PRAGMA user_version = " + std::to_string(kCurrentVersion);
    if (auto done = database.execute(stamp.c_str()); !done)
        return done;
    return transaction->commit();
}

} // namespace haulwatch
