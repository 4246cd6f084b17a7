// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>

#include "job/instant.h"

namespace haulwatch {

/// The rate of a growing count over the last seconds. Says zero once nothing has come for the whole window,
/// so a stalled transfer never shows its old speed.
class RateMeter {
public:
    static constexpr Milliseconds kWindow {5'000};

    /// `total` bytes had arrived at `now`; a total below the last one (restart from zero) begins anew.
    void sample(MonotonicTime now, std::uint64_t total);
    void reset() { m_samples.clear(); }

    /// Bytes per second over the window that ends at `now`.
    [[nodiscard]] std::uint64_t rate(MonotonicTime now) const;

private:
    struct Sample {
        MonotonicTime at;
        std::uint64_t total;
    };
    std::deque<Sample> m_samples;
};

} // namespace haulwatch
