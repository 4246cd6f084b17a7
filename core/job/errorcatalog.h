// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "job/errorcode.h"
#include "job/joberror.h"

namespace haulwatch {

/// What is known of one code.
struct CatalogEntry {
    ErrorCode code {};
    std::string_view name; ///< the symbol of the public headers, e.g. "BG_E_HTTP_ERROR_404"
    Cause cause = Cause::Internal;
    ErrorContext context = ErrorContext::Unknown;
    bool transient = false; ///< the engine tries again by itself
};

/// Every code with a name, sorted by code. Source: bits-return-values, do-return-values, winerror.
[[nodiscard]] std::span<const CatalogEntry> errorCatalog();

/// The entry of a code; for a code without one, an entry deduced from its facility (HTTP statuses follow BITS'
/// published rule, "handling server application errors"), with an empty name.
[[nodiscard]] CatalogEntry classify(ErrorCode code);

/// The entry for an errno of a local file operation; EIO and unknown ones are fatal.
[[nodiscard]] CatalogEntry classifyErrno(int error);

/// "BG_E_HTTP_ERROR_404"; for a code without a symbol its hexadecimal form.
[[nodiscard]] std::string symbolicName(ErrorCode code);

/// An error with the entry's code, cause, context and transience; the caller adds the facts.
[[nodiscard]] JobError errorFrom(const CatalogEntry &entry, NativeCode native = {}, std::string detail = {});

/// A server that refuses with a time to come back (RFC 9110 §10.2.3) means "later", whatever status it chose for that.
[[nodiscard]] JobError heedingRetryAfter(JobError error);

} // namespace haulwatch
