// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "job/filemark.h"
#include "job/job.h"
#include "job/result.h"

namespace haulwatch {

/// Where a file's data stands: the part file while it arrives, the target once the job is completed. Both absolute, in
/// one folder.
struct FileLocation {
    std::string target;
    std::string part;
    std::string volume {}; ///< StoredJob::volume: the data is on that one or, until it is back, nowhere
};

/// What is here of a file, under the part file's name.
struct KeptFile {
    FileLocation location;
    Bytes size = 0;
    FileMark mark {}; ///< once all has arrived
};

/// The location of one file of a job. The part file's name is hidden, unique to the job and never longer than a name
/// may be.
[[nodiscard]] FileLocation locate(const JobSpec &spec, std::uint32_t file, std::string volume = {});

/// Why a file is refused its name when its data is not there any more, or is no longer what arrived.
inline constexpr ErrorCode kPartIsGone = fromWin32(2); ///< ERROR_FILE_NOT_FOUND
inline constexpr ErrorCode kPartHasChanged {0x8020001D}; ///< BG_E_LOCAL_FILE_CHANGED

/// Whether it was for one of these.
[[nodiscard]] bool isLost(const CallError &refusal);

} // namespace haulwatch
