// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

namespace haulwatch {

/// Whether this machine has a network besides itself. Asked by the core thread only; never blocks.
class NetworkMonitor {
public:
    virtual ~NetworkMonitor() = default;

    /// True as long as nothing is known.
    [[nodiscard]] virtual bool isConnected() = 0;
};

/// Of Linux: an interface other than loopback is up and has a carrier. The kernel tells of changes (rtnetlink); between
/// them the answer costs one system call.
[[nodiscard]] std::unique_ptr<NetworkMonitor> makeNetlinkMonitor();

/// Whether the host[:port] is this machine by its very name, so that no network is needed: localhost (RFC 6761 §6.3),
/// 127.0.0.0/8, ::1.
[[nodiscard]] bool isLoopback(std::string_view host);

} // namespace haulwatch
