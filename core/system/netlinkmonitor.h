// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "system/networkmonitor.h"

namespace haulwatch {

/// Of Linux: an interface other than loopback is up and has a carrier. The kernel tells of changes (rtnetlink); between
/// them the answer costs one system call.
[[nodiscard]] std::unique_ptr<NetworkMonitor> makeNetlinkMonitor();

} // namespace haulwatch
