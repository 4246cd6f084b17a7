// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <curl/curl.h>

#include "job/joberror.h"

namespace haulwatch {

/// How a request of libcurl's failed, beyond its result.
struct CurlFailure {
    CURLcode result = CURLE_OK;
    long verifyResult = 0; ///< X509_V_…: what OpenSSL found wrong with the certificate
    long osErrno = 0;
    int proxyStatus = 0; ///< the proxy's answer to CONNECT, 0 if there was none
    std::string detail; ///< what libcurl said
};

/// The error record of a failed request: code, cause, context, transience, native code and detail. See job-semantics.md
/// §5.2.
[[nodiscard]] JobError errorFromCurl(const CurlFailure &failure);

} // namespace haulwatch
