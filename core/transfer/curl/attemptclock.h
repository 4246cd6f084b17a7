// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "job/job.h"

namespace haulwatch {

/// Which of an attempt's time-outs has run out; the one for connecting is libcurl's. Asks no clock: it is told what
/// happened and what time it is, a few times a second. Owned by the engine's thread.
class AttemptClock {
public:
    using Time = std::chrono::steady_clock::time_point;
    enum class Expired : std::uint8_t { Nothing, FirstByte, Stall, Rate, Attempt };

    explicit AttemptClock(const JobOptions &options)
        : m_options(options)
    {
    }

    void requestSent(); ///< a new request: nothing is connected, nothing has come
    void connected() { m_isConnected = m_hasMoved = true; }
    /// A line of a head, as it came. Only the end of the last one is an answer: neither 1xx without end (RFC 9110
    /// §15.2) nor a line now and then buys time.
    void headCame(std::string_view line);
    void bodyCame(std::size_t bytes)
    {
        m_hasAnswer = m_hasMoved = true;
        m_received += bytes;
    }

    [[nodiscard]] Expired check(Time now);
    /// When something last came, as far as check() was asked.
    [[nodiscard]] Time lastMoved() const { return m_lastMoved; }
    /// The option that ran out and its value: "stall-timeout: 30 s".
    [[nodiscard]] std::string describe(Expired expired) const;

private:
    [[nodiscard]] bool isTooSlow(Time now);

    const JobOptions &m_options;
    bool m_isConnected = false;
    bool m_hasAnswer = false;
    bool m_isInterim = false; ///< the head that comes is a 1xx
    bool m_hasMoved = false; ///< something came since the last check
    Bytes m_received = 0; ///< of the body, in all requests
    Time m_begun {};
    Time m_lastMoved {};
    Time m_windowBegun {};
    Bytes m_receivedBefore = 0; ///< when the window for the rate began
};

} // namespace haulwatch
