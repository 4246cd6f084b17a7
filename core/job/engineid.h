// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace haulwatch {

/// Which of a reader's engines a job belongs to. Stays as long as the reader lives; the number is the reader's own: no
/// engine knows it, and it crosses no wire. A job's id alone tells it from all others, whoever's it is.
enum class EngineId : std::uint16_t {};

/// The engine meant where none is named; where there is only one, it is this one.
inline constexpr EngineId kHomeEngine {0};

} // namespace haulwatch
