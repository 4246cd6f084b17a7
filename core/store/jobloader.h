// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "store/jobjournal.h"
#include "store/sqlite.h"

namespace haulwatch {

/// All jobs of a database file, by id; jobs with equal options share one object. Each table is walked once in the order
/// of the ids; of many jobs a second thread reads the later half. SqlFault::Corrupt when the tables contradict each
/// other. Nobody may write meanwhile.
[[nodiscard]] SqlResult<std::vector<StoredJob>> loadJobs(Database &database);

} // namespace haulwatch
