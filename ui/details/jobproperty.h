// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace haulwatch {

/// What of a living job can be edited in a dialog of its own.
enum class JobProperty : std::uint8_t {
    Name,
    Folder,
    Retry,
    Timeouts,
    Arrival,
    Headers,
    Credentials,
    Proxy,
    NotifyCommand,
    Certificates,
};

} // namespace haulwatch
