// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "job/job.h"

namespace haulwatch {

/// Who moves next, as the table's "Next" cell says it. Empty once nobody will.
struct NextMove {
    QString text;
    bool isUsers = false; ///< nothing happens without the user
};

[[nodiscard]] NextMove nextMove(const JobRecord &job, WallTime now);

/// Orders jobs by that column without asking a clock: the user's first, then what the engine does, soonest first.
[[nodiscard]] std::uint64_t nextMoveRank(const JobRecord &job);

} // namespace haulwatch
