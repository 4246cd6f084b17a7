// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "job/jobid.h"
#include "store/sqlite.h"

namespace haulwatch {

// An id fills two signed columns. Turning the sign bit makes SQL's order of the two the order of the ids.
inline constexpr std::uint64_t kSignBit = 0x8000000000000000ULL;

inline void bindId(Statement &statement, int parameter, JobId id)
{
    statement.bind(parameter, id.high ^ kSignBit);
    statement.bind(parameter + 1, id.low ^ kSignBit);
}

[[nodiscard]] inline JobId idAt(const Statement &statement, int column)
{
    return {static_cast<std::uint64_t>(statement.integer(column)) ^ kSignBit,
            static_cast<std::uint64_t>(statement.integer(column + 1)) ^ kSignBit};
}

} // namespace haulwatch
