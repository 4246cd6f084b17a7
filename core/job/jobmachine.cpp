// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/jobmachine.h"

namespace haulwatch {

std::string_view name(Verb verb)
{
    constexpr std::array<std::string_view, kAllVerbs.size()> kNames {"resume", "suspend", "complete", "cancel"};
    return kNames[static_cast<std::size_t>(verb)];
}

std::string_view name(Trigger trigger)
{
    constexpr std::array<std::string_view, kTriggerCount> kNames {
        "Resume",    "Suspend",        "Complete",           "Cancel",         "dispatched", "server answered",
        "preempted", "all files here", "failed transiently", "failed fatally", "retry due",  "gave up",
        "expired",
    };
    return kNames[static_cast<std::size_t>(trigger)];
}

} // namespace haulwatch
