// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "job/job.h"
#include "job/result.h"
#include "service/request.h"

namespace haulwatch {

/// The spec as the request mends it, priority and restarts apart; nothing when it names a prefix that no address has.
/// Pure. Credentials stay with the hosts they were given for.
/// NoSuchFile, NoSuchParameter, SecretMissing, BadHeader, BadOption, BadProxy, FolderNotAbsolute, TooManyFiles,
/// DuplicateFileName, or what is wrong with an address.
[[nodiscard]] Result<std::optional<JobSpec>> changedSpec(const JobSpec &before, const JobEdit &change);

} // namespace haulwatch
