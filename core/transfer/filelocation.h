// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "job/job.h"

namespace haulwatch {

/// Where a file's data stands: the part file while it arrives, the target once the job is completed. Both absolute, in one folder.
struct FileLocation {
    std::string target;
    std::string part;
};

/// The location of one file of a job. The part file's name is hidden, unique to the job and never longer than a name may be.
[[nodiscard]] FileLocation locate(const JobSpec &spec, std::uint32_t file);

} // namespace haulwatch
