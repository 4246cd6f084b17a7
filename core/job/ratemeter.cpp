// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/ratemeter.h"

namespace haulwatch {
namespace {

// Closer samples are merged: the window then never holds more than a few dozen, however often data arrives.
constexpr Milliseconds kResolution {100};

} // namespace

void RateMeter::sample(MonotonicTime now, std::uint64_t total)
{
    if (!m_samples.empty() && total < m_samples.back().total)
        m_samples.clear();
    if (m_samples.size() >= 2 && now - m_samples[m_samples.size() - 2].at < kResolution)
        m_samples.back() = {now, total};
    else
        m_samples.push_back({now, total});
    while (m_samples.size() > 2 && now - m_samples[1].at >= kWindow)
        m_samples.pop_front();
}

std::uint64_t RateMeter::rate(MonotonicTime now) const
{
    if (m_samples.size() < 2 || now - m_samples.back().at >= kWindow)
        return 0;
    const auto elapsed = now - m_samples.front().at;
    if (elapsed <= Milliseconds::zero())
        return 0;
    const auto bytes = m_samples.back().total - m_samples.front().total;
    return bytes * 1000 / static_cast<std::uint64_t>(elapsed.count());
}

} // namespace haulwatch
