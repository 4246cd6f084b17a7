// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/netlinkmonitor.h"

#include <array>
#include <cerrno>
#include <ifaddrs.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>

#include "system/filedescriptor.h"

namespace haulwatch {
namespace {

// Unknown counts as connected: to try in vain harms less than never to try.
bool hasLink()
{
    ifaddrs *first = nullptr;
    if (::getifaddrs(&first) != 0)
        return true;
    bool found = false;
    for (const ifaddrs *i = first; i && !found; i = i->ifa_next)
        found = (i->ifa_flags & IFF_LOOPBACK) == 0 && (i->ifa_flags & IFF_UP) != 0 && (i->ifa_flags & IFF_RUNNING) != 0;
    ::freeifaddrs(first);
    return found;
}

class NetlinkMonitor final : public NetworkMonitor {
public:
    NetlinkMonitor()
        : m_socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE))
    {
        sockaddr_nl address {};
        address.nl_family = AF_NETLINK;
        address.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
        // The sockets interface takes every kind of address by this one type.
        const bool bound = m_socket.isOpen()
            && ::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0; // NOLINT
        if (!bound)
            return; // nobody would tell of changes: then the network is always there
        m_listens = true;
        m_connected = hasLink();
    }

    bool isConnected() override
    {
        if (m_listens && drain())
            m_connected = hasLink();
        return m_connected;
    }

private:
    // True: something changed. What exactly is asked anew, so that a message lost in an overflow does no harm.
    [[nodiscard]] bool drain() const
    {
        std::array<char, 8192> buffer {};
        bool any = false;
        while (true) {
            const auto size = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
            if (size < 0 && errno != ENOBUFS && errno != EINTR)
                return any;
            if (size == 0)
                return any;
            any = true;
        }
    }

    const FileDescriptor m_socket;
    bool m_listens = false;
    bool m_connected = true;
};

} // namespace

std::unique_ptr<NetworkMonitor> makeNetlinkMonitor()
{
    return std::make_unique<NetlinkMonitor>();
}

} // namespace haulwatch
