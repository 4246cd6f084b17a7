// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"

namespace haulwatch {

/// What a database file is to this version of the program.
enum class SchemaState : std::uint8_t {
    Empty, ///< a new file
    Usable, ///< this version's, or an older one that migrate() brings up to date
    Newer, ///< made by a later version
    Foreign, ///< another program's database
};

/// Reads only; changes nothing in the file.
[[nodiscard]] SqlResult<SchemaState> inspectSchema(Database &database);

/// Sets how the connection works: write-ahead log, synced at every commit.
[[nodiscard]] SqlResult<void> configure(Database &database);

/// Brings an empty or usable file to this version, in one transaction.
[[nodiscard]] SqlResult<void> migrate(Database &database);

} // namespace haulwatch
