// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "store/jobjournal.h"

namespace haulwatch {

/// The past of demo jobs: at most `most` of them, those with a problem first.
[[nodiscard]] std::vector<StoreOperation> demoHistory(const std::vector<StoredJob> &jobs, std::size_t most);

} // namespace haulwatch
