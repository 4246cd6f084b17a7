// SPDX-License-Identifier: GPL-3.0-or-later
#include "address/origins.h"

#include "address/address.h"
#include "job/job.h"

namespace haulwatch {

std::string_view originOf(std::string_view address)
{
    const auto host = hostOf(address);
    return host.empty() ? std::string_view() : std::string_view(address.data(), host.data() + host.size());
}

void Origins::add(std::string_view address)
{
    const auto written = originOf(address);
    if (m_written.contains(written))
        return;
    m_written.emplace(written);
    if (const auto parsed = parseAddress(std::string(written)))
        m_origins.insert(parsed->scheme + "://" + parsed->authority());
}

bool Origins::include(std::string_view address) const
{
    const auto written = originOf(address);
    if (m_written.contains(written))
        return true;
    const auto parsed = parseAddress(std::string(written));
    if (!parsed)
        return false;
    const bool isUpgrade = parsed->scheme == "https" && m_origins.contains("http://" + parsed->authority());
    return isUpgrade || m_origins.contains(parsed->scheme + "://" + parsed->authority());
}

} // namespace haulwatch
