// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialogs/jobplan.h"

namespace haulwatch {

/// The first file of a job to be added whose name is taken.
struct NameCollision {
    std::string name;
    bool isOnDisk = false; ///< in the folder already; else another file has the same place
    std::size_t count = 0; ///< how many files are in the same situation, this one included
};

/// Looks at the disk for the first thousand files only, so that a long list can be typed into.
[[nodiscard]] std::optional<NameCollision> nameCollision(const std::vector<PlannedJob> &jobs);

} // namespace haulwatch
