// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "job/instant.h"
#include "store/jobjournal.h"

namespace haulwatch {

/// `count` jobs in every state and with every cause, the same ones for the same seed, as if they had been at work until
/// `now`. Give the same seed to makeSimulatedEngine(), so that what failed fails again and what is queued goes as its
/// address says.
[[nodiscard]] std::vector<StoredJob> demoJobs(std::size_t count, std::uint64_t seed, Instant now);

} // namespace haulwatch
