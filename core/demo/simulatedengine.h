// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "demo/simulatedserver.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// What becomes of a file of that folder. Pure.
using Simulation = std::function<SimulatedOutcome(const FileSpec &file, std::string_view folder)>;

/// Transfers without disk or network: the same requests at the same times give the same events. What becomes of a
/// file `simulation` says. `clock` tells the simulated time; run() moves data up to it
/// and waits in real time at most as long as it is told.
[[nodiscard]] std::unique_ptr<TransferEngine> makeSimulatedEngine(Simulation simulation,
                                                                  std::function<Instant()> clock);
/// simulate() with that seed (see demojobs.h).
[[nodiscard]] std::unique_ptr<TransferEngine> makeSimulatedEngine(std::uint64_t seed, std::function<Instant()> clock);

} // namespace haulwatch
