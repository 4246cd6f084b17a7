// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace haulwatch {

/// Whether the host[:port] is this machine by its very name, so that no network is needed: localhost (RFC 6761 §6.3),
/// 127.0.0.0/8, ::1.
[[nodiscard]] bool isLoopback(std::string_view host);

} // namespace haulwatch
