// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hostgate.h"

#include <algorithm>

namespace haulwatch {

std::uint32_t HostGate::limit(const std::string &host) const
{
    const auto it = m_hosts.find(host);
    return it == m_hosts.end() || it->second.limit == 0 ? m_most : std::min(it->second.limit, m_most);
}

bool HostGate::isBeyondMost(const std::string &host) const
{
    const auto it = m_hosts.find(host);
    return it != m_hosts.end() && it->second.running > m_most;
}

bool HostGate::admits(const std::string &host, MonotonicTime now) const
{
    const auto it = m_hosts.find(host);
    return it == m_hosts.end() || (it->second.running < limit(host) && !heldUntil(host, now));
}

std::optional<MonotonicTime> HostGate::heldUntil(const std::string &host, MonotonicTime now) const
{
    const auto it = m_hosts.find(host);
    return it != m_hosts.end() && it->second.held && *it->second.held > now ? it->second.held : std::nullopt;
}

std::optional<MonotonicTime> HostGate::nextRelease(MonotonicTime now) const
{
    std::optional<MonotonicTime> next;
    for (const auto &[name, host] : m_hosts) {
        if (host.held && *host.held > now)
            next = std::min(next.value_or(*host.held), *host.held);
    }
    return next;
}

void HostGate::begin(const std::string &host)
{
    ++m_hosts[host].running;
}

void HostGate::end(const std::string &host)
{
    --m_hosts.at(host).running;
    dropIfPlain(host);
}

void HostGate::refused(const std::string &host, MonotonicTime began, MonotonicTime now,
                       std::optional<Milliseconds> retryAfter)
{
    Host &h = m_hosts[host];
    if (retryAfter)
        h.held = std::max(h.held.value_or(now), now + *retryAfter);
    if (h.limit > 0 && began <= h.changed)
        return;
    // Half of what was too much, which may be less than what would have been allowed.
    h.limit = std::max(std::min(limit(host), h.running) / 2, 1U);
    h.changed = now;
}

void HostGate::answered(const std::string &host, MonotonicTime now)
{
    const auto it = m_hosts.find(host);
    if (it == m_hosts.end() || it->second.limit == 0 || now - it->second.changed < kSuccessWindow)
        return;
    it->second.changed = now;
    if (++it->second.limit >= m_most)
        it->second.limit = 0;
}

void HostGate::hold(const std::string &host, MonotonicTime until)
{
    Host &h = m_hosts[host];
    h.held = std::max(h.held.value_or(until), until);
}

void HostGate::lift(const std::string &host)
{
    const auto it = m_hosts.find(host);
    if (it == m_hosts.end())
        return;
    it->second.held.reset();
    dropIfPlain(host);
}

void HostGate::dropIfPlain(const std::string &host)
{
    const auto it = m_hosts.find(host);
    if (it->second.running == 0 && it->second.limit == 0 && !it->second.held)
        m_hosts.erase(it);
}

} // namespace haulwatch
