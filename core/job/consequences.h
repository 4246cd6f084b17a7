// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "job/job.h"
#include "job/jobmachine.h"

namespace haulwatch {

/// What one verb would do to a job's data now. The single source for button, tooltip, dialog and screen reader.
struct Consequence {
    bool allowed = false; ///< by the transition table
    ErrorCode code {}; ///< of the call: S_OK, BG_S_PARTIAL_COMPLETE, or why it is not allowed
    std::uint32_t filesKept = 0; ///< files that are, or get, their final name (Complete), or keep what is here (others)
    Bytes bytesKept = 0;
    std::uint32_t filesDeleted = 0; ///< files of which data on disk is deleted
    Bytes bytesDeleted = 0;
    std::uint32_t filesDropped = 0; ///< files that were not begun and will not be fetched
    std::uint32_t filesLeft = 0; ///< still to fetch (Resume)
    Bytes bytesLeft = 0; ///< kUnknownSize when any of their sizes is unknown
};

/// Counted once, used for every verb.
struct FileTally {
    std::uint32_t finished = 0; ///< all bytes here
    std::uint32_t completed = 0; ///< of these: already under the final name
    std::uint32_t partial = 0; ///< some bytes here
    std::uint32_t untouched = 0;
    Bytes finishedBytes = 0;
    Bytes completedBytes = 0;
    Bytes partialBytes = 0;
    Bytes bytesLeft = 0; ///< kUnknownSize when unknown

    bool operator==(const FileTally &) const = default;
};

[[nodiscard]] FileTally tally(std::span<const FileProgress> files);
[[nodiscard]] JobFacts factsOf(const FileTally &tally);
[[nodiscard]] Consequence consequence(JobState state, Verb verb, const FileTally &tally);

} // namespace haulwatch
