// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/history.h"

#include <array>
#include <cstddef>

namespace haulwatch {

std::string_view name(HistoryEvent event)
{
    constexpr std::array<std::string_view, kHistoryEventCount> kNames {
        "added",   "state-changed",    "resumed",        "suspended", "completed",        "cancelled",
        "changed", "file-transferred", "attempt-failed", "restarted", "complete-refused", "not-deleted",
        "expired", "notify-failed",    "taken-back",
    };
    return kNames[static_cast<std::size_t>(event)];
}

} // namespace haulwatch
