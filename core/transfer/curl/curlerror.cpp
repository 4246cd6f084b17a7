// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/curlerror.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <openssl/x509_vfy.h>

#include "job/errorcatalog.h"

namespace haulwatch {
namespace {

constexpr ErrorCode kTimeout = fromWin32(12002);
constexpr ErrorCode kInvalidUrl = fromWin32(12005);
constexpr ErrorCode kNameNotResolved = fromWin32(12007);
constexpr ErrorCode kCannotConnect = fromWin32(12029);
constexpr ErrorCode kConnectionAborted = fromWin32(12030);
constexpr ErrorCode kConnectionReset = fromWin32(12031);
constexpr ErrorCode kCertificateDate = fromWin32(12037);
constexpr ErrorCode kCertificateName = fromWin32(12038);
constexpr ErrorCode kClientCertificateNeeded = fromWin32(12044);
constexpr ErrorCode kUnknownAuthority = fromWin32(12045);
constexpr ErrorCode kRevocationCheckFailed = fromWin32(12057);
constexpr ErrorCode kInvalidAnswer = fromWin32(12152);
constexpr ErrorCode kCertificateRevoked = fromWin32(12170);
constexpr ErrorCode kTlsFailure = fromWin32(12175);
constexpr ErrorCode kConnectionClosed {0x8020002E};

struct Row {
    CURLcode result;
    ErrorCode code;
};

// CURLE_TOO_LARGE since 8.6: a line of the head above 100 KiB; older versions call it a lack of memory.
constexpr auto kTooLarge = static_cast<CURLcode>(100);

constexpr std::array kTable {
    // libcurl says "unsupported protocol" for an answer in HTTP/0.9; the scheme of the address was checked before.
    Row {CURLE_UNSUPPORTED_PROTOCOL, kInvalidAnswer},
    Row {CURLE_URL_MALFORMAT, kInvalidUrl},
    Row {CURLE_COULDNT_RESOLVE_PROXY, kNameNotResolved},
    Row {CURLE_COULDNT_RESOLVE_HOST, kNameNotResolved},
    Row {CURLE_COULDNT_CONNECT, kCannotConnect},
    Row {CURLE_WEIRD_SERVER_REPLY, kInvalidAnswer},
    Row {CURLE_BAD_FUNCTION_ARGUMENT, kInvalidAnswer}, // of a head whose first line is folded
    Row {CURLE_BAD_CONTENT_ENCODING, code::kInvalidServerResponse}, // a Transfer-Encoding it does not know
    Row {kTooLarge, code::kInvalidServerResponse},
    Row {CURLE_HTTP2, kConnectionAborted},
    Row {CURLE_PARTIAL_FILE, kConnectionClosed},
    Row {CURLE_OPERATION_TIMEDOUT, kTimeout},
    Row {CURLE_SSL_CONNECT_ERROR, kTlsFailure},
    Row {CURLE_GOT_NOTHING, kConnectionAborted},
    Row {CURLE_SEND_ERROR, kConnectionAborted},
    Row {CURLE_RECV_ERROR, kConnectionAborted},
    Row {CURLE_SSL_CERTPROBLEM, kClientCertificateNeeded},
    Row {CURLE_SSL_CIPHER, kTlsFailure},
    Row {CURLE_USE_SSL_FAILED, kTlsFailure},
    Row {CURLE_SSL_CACERT_BADFILE, kUnknownAuthority},
    Row {CURLE_SSL_SHUTDOWN_FAILED, kConnectionAborted},
    Row {CURLE_SSL_CRL_BADFILE, kRevocationCheckFailed},
    Row {CURLE_SSL_ISSUER_ERROR, kUnknownAuthority},
    Row {CURLE_SSL_PINNEDPUBKEYNOTMATCH, kUnknownAuthority},
    Row {CURLE_SSL_INVALIDCERTSTATUS, kCertificateRevoked},
    Row {CURLE_HTTP2_STREAM, kConnectionAborted},
    Row {CURLE_PROXY, kCannotConnect},
    Row {CURLE_SSL_CLIENTCERT, kClientCertificateNeeded},
};

ErrorCode certificateCode(long verifyResult)
{
    switch (verifyResult) {
    case X509_V_ERR_CERT_NOT_YET_VALID:
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return kCertificateDate;
    case X509_V_ERR_CERT_REVOKED:
        return kCertificateRevoked;
    // libcurl compares the name itself, and before it asks OpenSSL for the result: then this still says "not checked".
    case X509_V_OK:
    case X509_V_ERR_UNSPECIFIED:
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return kCertificateName;
    default:
        return kUnknownAuthority;
    }
}

bool isRejectedHead(const CurlFailure &failure)
{
    // Before 8.6 it is told as a lack of memory, with nothing said or "Rejected 200013 bytes header (max is 102400)!".
    return failure.result == CURLE_OUT_OF_MEMORY && (failure.detail.empty() || failure.detail.starts_with("Rejected "));
}

/// "Rejected 200013 bytes header (max is 102400)!"
std::string sizeIn(const std::string &rejection)
{
    const auto first = rejection.find_first_of("0123456789");
    return first == std::string::npos ? "102400" : rejection.substr(first, rejection.find(' ', first) - first);
}

ErrorCode codeOf(const CurlFailure &failure)
{
    if (isRejectedHead(failure))
        return code::kInvalidServerResponse;
    if (failure.result == CURLE_PEER_FAILED_VERIFICATION)
        return certificateCode(failure.verifyResult);
    const bool mayBeReset = failure.result == CURLE_RECV_ERROR || failure.result == CURLE_SEND_ERROR
        || failure.result == CURLE_SSL_CONNECT_ERROR;
    if (mayBeReset && (failure.osErrno == ECONNRESET || failure.osErrno == EPIPE))
        return kConnectionReset;
    const auto row = std::find_if(kTable.begin(), kTable.end(),
                                  [&failure](const Row &candidate) { return candidate.result == failure.result; });
    return row == kTable.end() ? code::kFail : row->code;
}

// The proxy works, and tells that the server does not.
bool isServersFault(long socksReply)
{
    return socksReply == CURLPX_REPLY_HOST_UNREACHABLE || socksReply == CURLPX_REPLY_NETWORK_UNREACHABLE
        || socksReply == CURLPX_REPLY_CONNECTION_REFUSED || socksReply == CURLPX_REPLY_TTL_EXPIRED;
}

bool isProxyFailure(const CurlFailure &failure)
{
    switch (failure.result) {
    case CURLE_COULDNT_RESOLVE_PROXY:
        return true;
    case CURLE_PROXY:
        return !isServersFault(failure.socksReply);
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return !failure.proxy.empty();
    default:
        return false;
    }
}

JobError refusedByProxy(const CurlFailure &failure)
{
    auto error = errorFrom(classify(fromHttpStatus(failure.proxyStatus)), {NativeKind::Http, failure.proxyStatus},
                           failure.detail);
    error.context = ErrorContext::GeneralTransport;
    error.host = failure.proxy;
    if (error.cause != Cause::ProxySignIn)
        error.cause = Cause::ProxyFailure;
    return error;
}

} // namespace

CurlFailure failureOf(CURL *easy, CURLcode result)
{
    CurlFailure failure;
    failure.result = result;
    long proxyStatus = 0;
    curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &failure.verifyResult);
    curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &failure.osErrno);
    curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &proxyStatus);
    curl_easy_getinfo(easy, CURLINFO_PROXY_ERROR, &failure.socksReply);
    failure.proxyStatus = static_cast<int>(proxyStatus);
    return failure;
}

JobError nonsense(std::string detail)
{
    return errorFrom(classify(code::kInvalidServerResponse), {}, std::move(detail));
}

JobError unwantedCoding(const std::string &coding)
{
    auto error = nonsense("Content-Encoding: " + coding);
    error.cause = Cause::Encoded;
    return error;
}

JobError credentialsLocked()
{
    auto error = errorFrom(classify(fromWin32(1245)));
    error.cause = Cause::CredentialsLocked;
    return error;
}

JobError errorFromCurl(const CurlFailure &failure)
{
    if (failure.proxyStatus >= 300)
        return refusedByProxy(failure);
    auto error =
        errorFrom(classify(codeOf(failure)), {NativeKind::Curl, static_cast<int>(failure.result)}, failure.detail);
    if (isRejectedHead(failure))
        error.detail = "header-size: " + sizeIn(failure.detail) + " B";
    if (isProxyFailure(failure)) {
        error.cause = Cause::ProxyFailure;
        error.host = failure.proxy;
    }
    return error;
}

} // namespace haulwatch
