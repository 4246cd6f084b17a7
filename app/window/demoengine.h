// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include "engine/localengine.h"
#include "window/demoscenario.h"

namespace haulwatch {

/// An engine of simulated jobs in this process: the real rules over transfers that never happen. Touches neither disk
/// nor network. Its time runs `speed` times as fast as ours.
[[nodiscard]] std::unique_ptr<LocalEngine> makeDemoEngine(std::size_t jobs, std::uint64_t seed, double speed);

[[nodiscard]] std::unique_ptr<LocalEngine> makeDemoEngine(DemoScenario scenario, double speed);

} // namespace haulwatch
