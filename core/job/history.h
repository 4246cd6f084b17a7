// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "job/instant.h"
#include "job/job.h"
#include "job/joberror.h"
#include "job/jobstate.h"

namespace haulwatch {

enum class HistoryEvent : std::uint8_t {
    Added,
    StateChanged, ///< by the engine
    Resumed, ///< by the user, as the next three
    Suspended,
    Completed, ///< value: files kept
    Cancelled,
    Changed, ///< address, priority or option
    FileTransferred, ///< file, value: its bytes; exchange: the attempt that brought the last of them
    AttemptFailed, ///< file, value: bytes of that file that are here; error: why
    Restarted, ///< file begins at zero again: the remote changed or cannot resume; value: bytes given up
    CompleteRefused, ///< error: which file could not be given its name
    NotDeleted, ///< the job ended, but a part file stayed; error: which
    Expired, ///< cancelled because nobody had touched the job for the inactivity time
    NotifyFailed, ///< the notify command could not be run, or ended with `value`
    TakenBack, ///< the store could not keep what the user had just asked for; the job is as it was before
};
inline constexpr std::size_t kHistoryEventCount = 15;

[[nodiscard]] std::string_view name(HistoryEvent event); ///< e.g. "attempt-failed"

/// One line of a job's journal; oldest first, kept as long as the job.
struct HistoryEntry {
    WallTime time {};
    JobState state {}; ///< after the event
    HistoryEvent event {};
    std::optional<std::uint32_t> file;
    std::uint64_t value = 0;
    std::optional<JobError> error;
    std::optional<Exchange> exchange {};
};

} // namespace haulwatch
