// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/jobstate.h"

#include <algorithm>

namespace haulwatch {
namespace {

constexpr std::array<std::string_view, kJobStateCount> kNames {
    "QUEUED",          "CONNECTING",  "TRANSFERRING", "SUSPENDED", "ERROR",
    "TRANSIENT_ERROR", "TRANSFERRED", "ACKNOWLEDGED", "CANCELLED",
};

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return upper(x) == upper(y); });
}

} // namespace

std::string_view name(JobState s)
{
    return kNames[static_cast<std::size_t>(s)];
}

std::optional<JobState> parseJobState(std::string_view text)
{
    for (const JobState s : kAllJobStates) {
        if (equalIgnoringCase(text, name(s)))
            return s;
    }
    return std::nullopt;
}

} // namespace haulwatch
