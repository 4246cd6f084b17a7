// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace haulwatch {

using Milliseconds = std::chrono::milliseconds;

/// UTC, milliseconds since 1970. For what people read; never for timers, because it may jump.
using WallTime = std::chrono::sys_time<Milliseconds>;

/// Never goes back. For every timer: BITS timers ignore changes of the wall clock.
using MonotonicTime = std::chrono::time_point<std::chrono::steady_clock, Milliseconds>;

/// One moment on both clocks. The domain never asks a clock itself; it is told.
struct Instant {
    WallTime wall {};
    MonotonicTime monotonic {};
};

} // namespace haulwatch
