// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/attemptclock.h"

#include <array>
#include <cstdio>

namespace haulwatch {
namespace {

std::string seconds(const char *option, Milliseconds time)
{
    std::array<char, 64> text {};
    std::snprintf(text.data(), text.size(), "%s: %g s", option, static_cast<double>(time.count()) / 1000);
    return text.data();
}

} // namespace

void AttemptClock::requestSent()
{
    m_isConnected = m_hasAnswer = m_hasMoved = false;
    m_windowBegun = {};
}

void AttemptClock::headCame(std::string_view line)
{
    if (m_hasAnswer) { // a trailer
        m_hasMoved = true;
    } else if (line.starts_with("HTTP/")) {
        const auto space = line.find(' ');
        m_isInterim = space != std::string_view::npos && line.substr(space + 1).starts_with('1');
    } else if (!m_isInterim && (line == "\r\n" || line == "\n")) {
        m_hasAnswer = m_hasMoved = true;
    }
}

AttemptClock::Expired AttemptClock::check(Time now)
{
    if (m_begun == Time {})
        m_begun = now;
    if (m_hasMoved)
        m_lastMoved = now;
    m_hasMoved = false;
    if (m_options.attemptTimeout > Milliseconds::zero() && now - m_begun >= m_options.attemptTimeout)
        return Expired::Attempt;
    if (!m_isConnected)
        return Expired::Nothing;
    if (!m_hasAnswer)
        return now - m_lastMoved >= m_options.firstByteTimeout ? Expired::FirstByte : Expired::Nothing;
    if (now - m_lastMoved >= m_options.stallTimeout)
        return Expired::Stall;
    return isTooSlow(now) ? Expired::Rate : Expired::Nothing;
}

// Window after window, so that one fast second does not buy an hour of dripping.
bool AttemptClock::isTooSlow(Time now)
{
    if (m_windowBegun == Time {}) {
        m_windowBegun = now;
        m_receivedBefore = m_received;
    }
    const auto window = std::chrono::duration<double>(now - m_windowBegun);
    if (m_options.minimumRate == 0 || window < m_options.stallTimeout)
        return false;
    const auto came = static_cast<double>(m_received - m_receivedBefore);
    m_windowBegun = now;
    m_receivedBefore = m_received;
    return came < static_cast<double>(m_options.minimumRate) * window.count();
}

std::string AttemptClock::describe(Expired expired) const
{
    switch (expired) {
    case Expired::Nothing:
        return {};
    case Expired::FirstByte:
        return seconds("first-byte-timeout", m_options.firstByteTimeout);
    case Expired::Stall:
        return seconds("stall-timeout", m_options.stallTimeout);
    case Expired::Rate:
        return "min-rate: " + std::to_string(m_options.minimumRate) + " B/s, "
            + seconds("stall-timeout", m_options.stallTimeout);
    case Expired::Attempt:
        return seconds("attempt-timeout", m_options.attemptTimeout);
    }
    return {};
}

} // namespace haulwatch
