// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "job/job.h"
#include "job/joberror.h"

namespace haulwatch {

/// A server (or disk) that exists only in the simulation, and the one way in which it fails.
struct SimulatedServer {
    std::string_view host; ///< part of the address
    std::string_view folder; ///< for faults of the local side: the folder that has them; empty otherwise
    ErrorCode code {}; ///< S_OK: it never fails
    NativeCode native {};
    std::string_view detail;
    std::uint32_t failingAttempts = 0; ///< then it works; 0: for ever
    double failsAt = 0; ///< share of the file that arrives before
};

/// One for every cause that an engine can meet, the faultless ones first.
[[nodiscard]] std::span<const SimulatedServer> simulatedServers();

/// What becomes of one file: decided by the seed and the file's address alone, so it is the same in every run.
struct SimulatedOutcome {
    Bytes size = 0;
    Bytes bytesPerSecond = 0;
    Milliseconds latency {}; ///< until the server answers
    std::optional<JobError> failure; ///< without file, time and attempt
    std::uint32_t failingAttempts = 0; ///< 0: every attempt
    double failsAt = 0;

    [[nodiscard]] bool fails(std::uint32_t attempt) const
    {
        return failure && (failingAttempts == 0 || attempt <= failingAttempts);
    }
};

[[nodiscard]] SimulatedOutcome simulate(std::uint64_t seed, const FileSpec &file, std::string_view folder);

} // namespace haulwatch
