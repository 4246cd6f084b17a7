// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "job/job.h"
#include "job/result.h"
#include "service/request.h"

namespace haulwatch {

/// The spec as the request mends it, priority apart. Pure. Credentials stay with the hosts they were given for.
/// NoSuchFile, BadHeader, BadOption, or what is wrong with an address.
[[nodiscard]] Result<JobSpec> changedSpec(const JobSpec &before, const ChangeJob &change);

} // namespace haulwatch
