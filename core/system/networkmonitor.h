// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haulwatch {

/// Whether this machine has a network besides itself. Asked by the core thread only; never blocks.
class NetworkMonitor {
public:
    virtual ~NetworkMonitor() = default;

    /// True as long as nothing is known.
    [[nodiscard]] virtual bool isConnected() = 0;
};

} // namespace haulwatch
