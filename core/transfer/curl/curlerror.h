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
    std::string
        proxy {}; ///< host[:port] of the proxy that was not yet passed; empty: none, or the server itself failed
    long socksReply = 0; ///< CURLPX_…: what a SOCKS proxy said
};

/// What the handle says of its failed request; the detail and the proxy apart.
[[nodiscard]] CurlFailure failureOf(CURL *easy, CURLcode result);

/// An answer that breaks the rules of its protocol.
[[nodiscard]] JobError nonsense(std::string detail);
/// A body in a coding that was not asked for.
[[nodiscard]] JobError unwantedCoding(const std::string &coding);
/// Nothing is sent without a job's credentials: a server might well answer, with another file than the user may see.
[[nodiscard]] JobError credentialsLocked();

/// The error record of a failed request: code, cause, context, transience, native code and detail. See job-semantics.md
/// §5.2.
[[nodiscard]] JobError errorFromCurl(const CurlFailure &failure);

} // namespace haulwatch
