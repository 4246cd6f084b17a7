// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "service/localengine.h"

namespace haulwatch {

/// The simulated engine with `jobs` jobs at work: the real manager, no disk and no network. `speed` > 0 is how fast its
/// clock runs.
[[nodiscard]] std::unique_ptr<LocalEngine> makeDemoEngine(std::size_t jobs, std::uint64_t seed, double speed);

} // namespace haulwatch
