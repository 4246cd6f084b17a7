// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "job/job.h"

namespace haulwatch {

/// Foreign text as one line of valid UTF-8: control characters become spaces, bad bytes '?', and an overlong rest is
/// cut off.
[[nodiscard]] std::string oneLine(std::string_view text);

/// `text` with every credential in it replaced by "…", however it is escaped: a server or a library may echo what it
/// was sent.
[[nodiscard]] std::string withoutSecrets(std::string text, const JobSecrets &secrets);

/// The same for one secret as an address holds it.
[[nodiscard]] std::string withoutSecret(std::string text, std::string_view encoded);

/// RFC 3986 §2.1: "%40" → "@". A '%' without two digits stays.
[[nodiscard]] std::string percentDecoded(std::string_view text);

/// Hides the values of query parameters that look like keys: "?token=…&X-Amz-Signature=…". Signed addresses are
/// passwords that everybody forgets are passwords.
[[nodiscard]] std::string withoutTokens(std::string text);

} // namespace haulwatch
