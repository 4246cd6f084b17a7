// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "job/instant.h"

namespace haulwatch {

/// When a transiently failing file is tried again, and when the engine stops trying.
struct RetryPolicy {
    static constexpr Milliseconds kLeastDelay {100}; ///< times the failures in a row, to kLongestLeastDelay
    static constexpr Milliseconds kLongestLeastDelay {1'000};
    static constexpr Milliseconds kFirstDelay {5'000};
    static constexpr Milliseconds kLongestDelay {600'000};
    static constexpr Milliseconds kTwoWeeks {1'209'600'000};

    /// A fixed delay between attempts (BITS: MinimumRetryDelay). Absent: kFirstDelay, doubling to kLongestDelay, with
    /// jitter.
    std::optional<Milliseconds> fixedDelay;
    /// Without a new byte for so long, a transient error becomes ERROR (BITS: NoProgressTimeout); 0 = no retry at all.
    Milliseconds noProgressTimeout = kTwoWeeks;
    /// Attempts in a row without a new byte, then ERROR. Absent: only noProgressTimeout ends it.
    std::optional<std::uint32_t> maxRetries;

    bool operator==(const RetryPolicy &) const = default;
};

/// How long to wait after `failures` failures in a row (>= 1) without a new byte. `jitter` in [0, 1) takes up to a
/// quarter off a growing delay, so that jobs that failed together don't return together. A Retry-After is a lower
/// bound, and so is a pace that no server takes for an attack.
[[nodiscard]] Milliseconds retryDelay(const RetryPolicy &policy, std::uint32_t failures, double jitter,
                                      std::optional<Milliseconds> retryAfter);

/// True when no further attempt is allowed: retries are off, the count is used up, or the deadline has passed.
[[nodiscard]] bool mustGiveUp(const RetryPolicy &policy, std::uint32_t failures, Milliseconds sinceProgress);

} // namespace haulwatch
