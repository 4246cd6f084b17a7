// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "job/joberror.h"

namespace haulwatch {

/// A code as people meet it, as the error it stands for: "0x80190194", "-2145844844", "BG_E_HTTP_ERROR_404", "404",
/// "HTTP 404", "curl 28", "errno 28", "ENOSPC". Letters match without regard to case. A small number alone is none: it
/// could be an errno or a CURLcode.
[[nodiscard]] std::optional<JobError> parseGivenCode(std::string_view text);

} // namespace haulwatch
