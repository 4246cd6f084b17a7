// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace haulwatch {

/// The nine states of a background copy job, with BITS' values (BG_JOB_STATE).
enum class JobState : std::uint8_t {
    Queued = 0, ///< waits for the scheduler
    Connecting = 1, ///< a server was asked and has not answered
    Transferring = 2, ///< data moves
    Suspended = 3, ///< stands still until Resume, Complete or Cancel
    Error = 4, ///< will not try again by itself
    TransientError = 5, ///< failed, will try again by itself
    Transferred = 6, ///< every file is here, under a temporary name; Complete is needed
    Acknowledged = 7, ///< completed; final
    Cancelled = 8, ///< final
};

inline constexpr std::size_t kJobStateCount = 9;

inline constexpr std::array<JobState, kJobStateCount> kAllJobStates {
    JobState::Queued,         JobState::Connecting,  JobState::Transferring, JobState::Suspended, JobState::Error,
    JobState::TransientError, JobState::Transferred, JobState::Acknowledged, JobState::Cancelled,
};

/// Nothing leads out of a final state.
[[nodiscard]] constexpr bool isFinal(JobState s)
{
    return s == JobState::Acknowledged || s == JobState::Cancelled;
}

/// ERROR or TRANSIENT_ERROR: the two states that create an error object.
[[nodiscard]] constexpr bool isFailing(JobState s)
{
    return s == JobState::Error || s == JobState::TransientError;
}

/// Holds a place in the scheduler: CONNECTING or TRANSFERRING.
[[nodiscard]] constexpr bool isActive(JobState s)
{
    return s == JobState::Connecting || s == JobState::Transferring;
}

/// BITS' name without its BG_JOB_STATE_ prefix, e.g. "TRANSIENT_ERROR".
[[nodiscard]] std::string_view name(JobState s);

/// The inverse of name(), in either case.
[[nodiscard]] std::optional<JobState> parseJobState(std::string_view text);

} // namespace haulwatch
