// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "job/history.h"

namespace haulwatch {

/// The failed attempts among the entries, oldest first; each has an error.
[[nodiscard]] std::vector<HistoryEntry> failedAttempts(std::span<const HistoryEntry> history);

/// How many of the last attempts in a row failed with the same permanent cause and code on the same file; below 2 means
/// nothing. Trying once more is then likely to fail again.
[[nodiscard]] std::uint32_t sameAnswers(std::span<const HistoryEntry> attempts);

} // namespace haulwatch
