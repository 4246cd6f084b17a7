// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace haulwatch {

/// The name in "Name: value"; the whole text if it has no colon.
[[nodiscard]] std::string_view headerName(std::string_view line);

/// Names of header fields are compared without regard to case (RFC 9110 §5.1).
[[nodiscard]] bool isSameHeader(std::string_view name, std::string_view other);

/// Whether a request header of this name is known never to say who asks. All others are secrets: any API may call its
/// key what it likes (PRIVATE-TOKEN, X-Vault-Token, Api-Key…), so no list of secret names is ever complete.
[[nodiscard]] bool isHarmlessHeader(std::string_view name);

} // namespace haulwatch
