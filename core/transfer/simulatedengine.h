// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "transfer/transferengine.h"

namespace haulwatch {

/// Transfers without disk or network: the same requests at the same times give the same events. What a server does
/// follows from the seed and the address (see demojobs.h). `clock` tells the simulated time; run() moves data up to it
/// and waits in real time at most as long as it is told.
[[nodiscard]] std::unique_ptr<TransferEngine> makeSimulatedEngine(std::uint64_t seed, std::function<Instant()> clock);

} // namespace haulwatch
