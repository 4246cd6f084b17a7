// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "store/jobjournal.h"
#include "store/sqlite.h"

namespace haulwatch {

/// The options that jobs share, under their keys in the database.
using OptionsByKey = std::unordered_map<std::int64_t, std::shared_ptr<const JobOptions>>;

[[nodiscard]] SqlResult<OptionsByKey> loadOptions(Database &database);

/// All jobs of a database file, by id; jobs with equal options share one object. Each table is walked once in the order
/// of the ids; of many jobs a second thread reads the later half. SqlFault::Corrupt when the tables contradict each
/// other. Nobody may write meanwhile.
[[nodiscard]] SqlResult<std::vector<StoredJob>> loadJobs(Database &database, const OptionsByKey &options);

} // namespace haulwatch
