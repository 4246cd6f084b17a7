// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "job/job.h"

namespace haulwatch {

/// The strongest SHA-2 digest in the value of a Repr-Digest or Content-Digest field, a structured dictionary (RFC 9530,
/// RFC 9651): "sha-256=:BASE64:, sha-512=:BASE64:". Nothing if there is none that can be read.
[[nodiscard]] std::optional<Checksum> parseContentDigest(std::string_view value);

/// The same of the older Digest field: "SHA-256=BASE64,sha-512=BASE64" (RFC 3230, RFC 5843). It speaks of the whole
/// file, also in an answer with a part of it.
[[nodiscard]] std::optional<Checksum> parseDigest(std::string_view value);

} // namespace haulwatch
