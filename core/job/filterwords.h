// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "job/jobfilter.h"

namespace haulwatch {

/// The words of the filter grammar besides those other types name themselves. For jobfilter.cpp and filterparser.cpp.
namespace filterwords {

inline constexpr std::array<std::string_view, 9> kKeys {"state", "cause", "code", "host", "name",
                                                        "file",  "age",   "size", "is"};

inline constexpr std::array<std::pair<std::string_view, JobFilter::Quality>, 6> kQualities {{
    {"attention", JobFilter::Quality::Attention},
    {"problem", JobFilter::Quality::Problem},
    {"active", JobFilter::Quality::Active},
    {"open", JobFilter::Quality::Open},
    {"done", JobFilter::Quality::Done},
    {"unverified", JobFilter::Quality::Unverified},
}};

/// What people call the states, beside BITS' names.
inline constexpr std::array<std::pair<std::string_view, JobState>, 6> kStateWords {{
    {"failed", JobState::Error},
    {"retrying", JobState::TransientError},
    {"ready", JobState::Transferred},
    {"downloading", JobState::Transferring},
    {"finished", JobState::Acknowledged},
    {"canceled", JobState::Cancelled},
}};

[[nodiscard]] constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] std::string lowered(std::string_view text);

} // namespace filterwords
} // namespace haulwatch
