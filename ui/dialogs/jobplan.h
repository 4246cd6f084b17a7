// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "dialogs/addresslist.h"
#include "service/request.h"

namespace haulwatch {

struct PlannedJob {
    JobDraft draft;
    std::vector<std::size_t> entries; ///< of the list, in the order of draft.files
};

/// The jobs a list of addresses becomes: one of them all, or one for each. An address with a folder or headers of its
/// own always becomes a job of its own. `common` is what all jobs share, without files; a folder that is not absolute
/// lies within its folder, and its name is for an only job; of several jobs each gets those secret parameters that it
/// has, and those that none has.
[[nodiscard]] std::vector<PlannedJob> planJobs(const AddressList &list, const JobDraft &common, bool oneEach);

} // namespace haulwatch
