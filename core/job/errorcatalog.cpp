// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/errorcatalog.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace haulwatch {
namespace {

using enum ErrorContext;

constexpr bool kTransient = true;
constexpr bool kFatal = false;

// 408 and 409 by BITS' published rule; 429 is younger than that rule and asks for a later try by its very meaning (RFC
// 6585 §4).
constexpr bool isTransientStatus(int status)
{
    if (status >= 300 && status < 400)
        return !(status <= 305 || status == 307);
    if (status >= 400 && status < 500)
        return status == 408 || status == 409 || status == 425 || status == 429; // RFC 8470: 425 is "too early"
    return status != 501 && status != 505;
}

constexpr Cause causeOfStatus(int status)
{
    switch (status) {
    case 401:
        return Cause::SignInNeeded;
    case 402:
    case 403:
    case 451:
        return Cause::AccessRefused;
    case 404:
    case 410:
        return Cause::NotFound;
    case 407:
        return Cause::ProxySignIn;
    case 304: // "not modified" to a request without a condition
        return Cause::InvalidResponse;
    case 408:
        return Cause::TimedOut;
    case 416:
        return Cause::FileChanged;
    case 425:
        return Cause::ServerBusy;
    case 429:
        return Cause::TooManyRequests;
    case 511: // RFC 6585 §6: of the network on the way, and not of the server
        return Cause::NetworkSignIn;
    default:
        break;
    }
    if (status >= 300 && status < 400)
        return Cause::RedirectRefused;
    if (status >= 400 && status < 500)
        return Cause::RequestRejected;
    return status >= 500 ? Cause::ServerBusy : Cause::InvalidResponse;
}

constexpr CatalogEntry http(int status, std::string_view name)
{
    return {fromHttpStatus(status), name, causeOfStatus(status), RemoteFile, isTransientStatus(status)};
}

constexpr CatalogEntry win32(std::uint32_t code, std::string_view name, Cause cause, ErrorContext context,
                             bool transient)
{
    return {fromWin32(code), name, cause, context, transient};
}

constexpr CatalogEntry bits(std::uint32_t low, std::string_view name, Cause cause, ErrorContext context, bool transient)
{
    return {{0x80200000U + low}, name, cause, context, transient};
}

constexpr CatalogEntry optimization(std::uint32_t low, std::string_view name, Cause cause, ErrorContext context)
{
    // deliveryoptimizationerrors.h: a code of this facility is transient exactly when (code & 0xF800) == 0x3800.
    return {{0x80D00000U + low}, name, cause, context, (low & 0xF800U) == 0x3800U};
}

constexpr std::array kSuccesses {
    CatalogEntry {{0x00000000}, "S_OK", Cause::None, None, kFatal},
    CatalogEntry {{0x00200006}, "BG_S_ERROR_CONTEXT_NONE", Cause::None, None, kFatal},
    CatalogEntry {{0x00200017}, "BG_S_PARTIAL_COMPLETE", Cause::None, None, kFatal},
    CatalogEntry {{0x0020001A}, "BG_S_UNABLE_TO_DELETE_FILES", Cause::None, LocalFile, kFatal},
    CatalogEntry {{0x0020002A}, "BG_S_PROXY_CHANGED", Cause::None, GeneralTransport, kFatal},
    CatalogEntry {{0x00200055}, "BG_S_OVERRIDDEN_BY_POLICY", Cause::None, GeneralQueueManager, kFatal},
};

constexpr std::array kComCodes {
    CatalogEntry {{0x80004001}, "E_NOTIMPL", Cause::Internal, Unknown, kFatal},
    CatalogEntry {{0x80004005}, "E_FAIL", Cause::Internal, Unknown, kFatal},
    CatalogEntry {{0x8000000A}, "E_PENDING", Cause::Internal, Unknown, kTransient},
    CatalogEntry {{0x8000FFFF}, "E_UNEXPECTED", Cause::Internal, Unknown, kFatal},
};

constexpr std::array kWin32Codes {
    win32(2, "ERROR_FILE_NOT_FOUND", Cause::FolderMissing, LocalFile, kFatal),
    win32(3, "ERROR_PATH_NOT_FOUND", Cause::FolderMissing, LocalFile, kFatal),
    win32(5, "ERROR_ACCESS_DENIED", Cause::CannotWrite, LocalFile, kFatal),
    win32(17, "ERROR_NOT_SAME_DEVICE", Cause::CannotWrite, LocalFile, kFatal),
    win32(19, "ERROR_WRITE_PROTECT", Cause::CannotWrite, LocalFile, kFatal),
    win32(24, "ERROR_BAD_LENGTH", Cause::DiskFull, LocalFile, kFatal),
    win32(32, "ERROR_SHARING_VIOLATION", Cause::CannotWrite, LocalFile, kFatal),
    win32(80, "ERROR_FILE_EXISTS", Cause::TargetExists, LocalFile, kFatal),
    win32(87, "ERROR_INVALID_PARAMETER", Cause::BadAddress, Unknown, kFatal),
    win32(112, "ERROR_DISK_FULL", Cause::DiskFull, LocalFile, kFatal),
    win32(123, "ERROR_INVALID_NAME", Cause::NameRefused, LocalFile, kFatal),
    win32(223, "ERROR_FILE_TOO_LARGE", Cause::FileTooLarge, LocalFile, kFatal),
    win32(1003, "ERROR_CAN_NOT_COMPLETE", Cause::CannotConnect, GeneralTransport, kTransient),
    win32(1006, "ERROR_FILE_INVALID", Cause::VolumeGone, LocalFile, kFatal),
    win32(1067, "ERROR_PROCESS_ABORTED", Cause::Internal, GeneralQueueManager, kFatal),
    win32(1117, "ERROR_IO_DEVICE", Cause::VolumeGone, LocalFile, kFatal),
    win32(1168, "ERROR_NOT_FOUND", Cause::Internal, Unknown, kFatal),
    win32(1245, "ERROR_NOT_LOGGED_ON", Cause::Policy, GeneralQueueManager, kTransient),
    win32(1295, "ERROR_DISK_QUOTA_EXCEEDED", Cause::QuotaFull, LocalFile, kFatal),
    win32(12002, "WININET_E_TIMEOUT", Cause::TimedOut, GeneralTransport, kTransient),
    win32(12005, "WININET_E_INVALID_URL", Cause::BadAddress, RemoteFile, kFatal),
    win32(12006, "WININET_E_UNRECOGNIZED_SCHEME", Cause::BadAddress, RemoteFile, kFatal),
    win32(12007, "WININET_E_NAME_NOT_RESOLVED", Cause::NameNotResolved, GeneralTransport, kTransient),
    win32(12029, "WININET_E_CANNOT_CONNECT", Cause::CannotConnect, GeneralTransport, kTransient),
    win32(12030, "WININET_E_CONNECTION_ABORTED", Cause::ConnectionLost, GeneralTransport, kTransient),
    win32(12031, "WININET_E_CONNECTION_RESET", Cause::ConnectionLost, GeneralTransport, kTransient),
    win32(12037, "WININET_E_SEC_CERT_DATE_INVALID", Cause::Certificate, GeneralTransport, kFatal),
    win32(12038, "WININET_E_SEC_CERT_CN_INVALID", Cause::Certificate, GeneralTransport, kFatal),
    win32(12044, "WININET_E_CLIENT_AUTH_CERT_NEEDED", Cause::Certificate, GeneralTransport, kFatal),
    win32(12045, "WININET_E_INVALID_CA", Cause::Certificate, GeneralTransport, kFatal),
    win32(12057, "WININET_E_SEC_CERT_REV_FAILED", Cause::Certificate, GeneralTransport, kFatal),
    win32(12152, "WININET_E_INVALID_SERVER_RESPONSE", Cause::InvalidResponse, RemoteFile, kTransient),
    win32(12156, "WININET_E_REDIRECT_FAILED", Cause::RedirectRefused, RemoteFile, kFatal),
    win32(12170, "WININET_E_SEC_CERT_REVOKED", Cause::Certificate, GeneralTransport, kFatal),
    win32(12175, "WININET_E_DECODING_FAILED", Cause::TlsFailure, GeneralTransport, kFatal),
};

constexpr std::array kHttpCodes {
    http(100, "BG_E_HTTP_ERROR_100"), http(101, "BG_E_HTTP_ERROR_101"), http(200, "BG_E_HTTP_ERROR_200"),
    http(201, "BG_E_HTTP_ERROR_201"), http(202, "BG_E_HTTP_ERROR_202"), http(203, "BG_E_HTTP_ERROR_203"),
    http(204, "BG_E_HTTP_ERROR_204"), http(205, "BG_E_HTTP_ERROR_205"), http(206, "BG_E_HTTP_ERROR_206"),
    http(300, "BG_E_HTTP_ERROR_300"), http(301, "BG_E_HTTP_ERROR_301"), http(302, "BG_E_HTTP_ERROR_302"),
    http(303, "BG_E_HTTP_ERROR_303"), http(304, "BG_E_HTTP_ERROR_304"), http(305, "BG_E_HTTP_ERROR_305"),
    http(307, "BG_E_HTTP_ERROR_307"), http(400, "BG_E_HTTP_ERROR_400"), http(401, "BG_E_HTTP_ERROR_401"),
    http(402, "BG_E_HTTP_ERROR_402"), http(403, "BG_E_HTTP_ERROR_403"), http(404, "BG_E_HTTP_ERROR_404"),
    http(405, "BG_E_HTTP_ERROR_405"), http(406, "BG_E_HTTP_ERROR_406"), http(407, "BG_E_HTTP_ERROR_407"),
    http(408, "BG_E_HTTP_ERROR_408"), http(409, "BG_E_HTTP_ERROR_409"), http(410, "BG_E_HTTP_ERROR_410"),
    http(411, "BG_E_HTTP_ERROR_411"), http(412, "BG_E_HTTP_ERROR_412"), http(413, "BG_E_HTTP_ERROR_413"),
    http(414, "BG_E_HTTP_ERROR_414"), http(415, "BG_E_HTTP_ERROR_415"), http(416, "BG_E_HTTP_ERROR_416"),
    http(417, "BG_E_HTTP_ERROR_417"), http(449, "BG_E_HTTP_ERROR_449"), http(500, "BG_E_HTTP_ERROR_500"),
    http(501, "BG_E_HTTP_ERROR_501"), http(502, "BG_E_HTTP_ERROR_502"), http(503, "BG_E_HTTP_ERROR_503"),
    http(504, "BG_E_HTTP_ERROR_504"), http(505, "BG_E_HTTP_ERROR_505"),
};

constexpr std::array kBitsCodes {
    bits(0x01, "BG_E_NOT_FOUND", Cause::Internal, GeneralQueueManager, kFatal),
    bits(0x02, "BG_E_INVALID_STATE", Cause::Internal, GeneralQueueManager, kFatal),
    bits(0x03, "BG_E_EMPTY", Cause::Internal, GeneralQueueManager, kFatal),
    bits(0x04, "BG_E_FILE_NOT_AVAILABLE", Cause::Internal, GeneralQueueManager, kFatal),
    bits(0x05, "BG_E_PROTOCOL_NOT_AVAILABLE", Cause::Internal, GeneralQueueManager, kFatal),
    bits(0x0D, "BG_E_DESTINATION_LOCKED", Cause::VolumeGone, LocalFile, kTransient),
    bits(0x0E, "BG_E_VOLUME_CHANGED", Cause::VolumeGone, LocalFile, kFatal),
    bits(0x0F, "BG_E_ERROR_INFORMATION_UNAVAILABLE", Cause::None, None, kFatal),
    bits(0x10, "BG_E_NETWORK_DISCONNECTED", Cause::NetworkOff, GeneralTransport, kTransient),
    bits(0x11, "BG_E_MISSING_FILE_SIZE", Cause::NoLength, RemoteFile, kFatal),
    bits(0x12, "BG_E_INSUFFICIENT_HTTP_SUPPORT", Cause::InvalidResponse, RemoteFile, kFatal),
    bits(0x13, "BG_E_INSUFFICIENT_RANGE_SUPPORT", Cause::NoResumeSupport, RemoteFile, kFatal),
    bits(0x1B, "BG_E_INVALID_SERVER_RESPONSE", Cause::InvalidResponse, RemoteFile, kFatal),
    bits(0x1D, "BG_E_LOCAL_FILE_CHANGED", Cause::FileChanged, LocalFile, kFatal),
    bits(0x21, "BG_E_STRING_TOO_LONG", Cause::Internal, GeneralQueueManager, kFatal),
    bits(0x24, "BG_E_NO_PROGRESS", Cause::GaveUp, GeneralQueueManager, kFatal),
    bits(0x29, "BG_E_FILE_NOT_FOUND", Cause::Internal, GeneralQueueManager, kFatal),
    bits(0x2B, "BG_E_INVALID_RANGE", Cause::FileChanged, RemoteFile, kFatal),
    bits(0x2C, "BG_E_OVERLAPPING_RANGES", Cause::Internal, GeneralQueueManager, kFatal),
    bits(0x2D, "BG_E_CONNECT_FAILURE", Cause::CannotConnect, GeneralTransport, kTransient),
    bits(0x2E, "BG_E_CONNECTION_CLOSED", Cause::EndedEarly, GeneralTransport, kTransient),
    bits(0x3E, "BG_E_BLOCKED_BY_POLICY", Cause::Policy, GeneralQueueManager, kTransient),
    bits(0x3F, "BG_E_INVALID_PROXY_INFO", Cause::ProxyFailure, GeneralTransport, kFatal),
    bits(0x40, "BG_E_INVALID_CREDENTIALS", Cause::SignInNeeded, GeneralTransport, kFatal),
    bits(0x49, "BG_E_TOO_MANY_JOBS_PER_USER", Cause::LimitReached, GeneralQueueManager, kFatal),
    bits(0x50, "BG_E_TOO_MANY_JOBS_PER_MACHINE", Cause::LimitReached, GeneralQueueManager, kFatal),
    bits(0x51, "BG_E_TOO_MANY_FILES_IN_JOB", Cause::LimitReached, GeneralQueueManager, kFatal),
    bits(0x52, "BG_E_TOO_MANY_RANGES_IN_FILE", Cause::LimitReached, GeneralQueueManager, kFatal),
    bits(0x53, "BG_E_VALIDATION_FAILED", Cause::ChecksumMismatch, LocalFile, kFatal),
    bits(0x54, "BG_E_MAXDOWNLOAD_TIMEOUT", Cause::GaveUp, GeneralQueueManager, kFatal),
    bits(0x56, "BG_E_TOKEN_REQUIRED", Cause::Policy, GeneralQueueManager, kFatal),
    bits(0x59, "BG_E_BLOCKED_BY_COST_TRANSFER_POLICY", Cause::Policy, GeneralQueueManager, kTransient),
    bits(0x64, "BG_E_MAX_DOWNLOAD_SIZE_LIMIT_REACHED", Cause::LimitReached, GeneralQueueManager, kFatal),
    bits(0x65, "BG_E_STANDBY_MODE", Cause::Policy, GeneralQueueManager, kTransient),
    bits(0x67, "BG_E_BLOCKED_BY_BATTERY_POLICY", Cause::Policy, GeneralQueueManager, kTransient),
    bits(0x68, "BG_E_BLOCKED_BY_BATTERY_SAVER", Cause::Policy, GeneralQueueManager, kTransient),
    bits(0x6C, "BG_E_DATABASE_CORRUPT", Cause::Internal, GeneralQueueManager, kFatal),
    bits(0x6E, "BG_E_BLOCKED_BY_BACKGROUND_ACCESS_POLICY", Cause::Policy, GeneralQueueManager, kTransient),
    bits(0x6F, "BG_E_BLOCKED_BY_GAME_MODE", Cause::Policy, GeneralQueueManager, kTransient),
    bits(0x70, "BG_E_BLOCKED_BY_SYSTEM_POLICY", Cause::Policy, GeneralQueueManager, kTransient),
    bits(0x73, "BG_E_REMOTE_FILE_CHANGED", Cause::FileChanged, RemoteFile, kFatal),
};

constexpr std::array kOptimizationCodes {
    optimization(0x1001, "DO_E_NO_SERVICE", Cause::EngineUnreachable, GeneralQueueManager),
    optimization(0x2002, "DO_E_DOWNLOAD_NO_PROGRESS", Cause::GaveUp, GeneralQueueManager),
    optimization(0x2003, "DO_E_JOB_NOT_FOUND", Cause::Internal, GeneralQueueManager),
    optimization(0x2004, "DO_E_JOB_EMPTY", Cause::Internal, GeneralQueueManager),
    optimization(0x200C, "DO_E_JOB_TOO_OLD", Cause::LimitReached, GeneralQueueManager),
    optimization(0x200D, "DO_E_LOCALPATH_NOT_SET", Cause::NameRefused, LocalFile),
    optimization(0x2010, "DO_E_FILE_NOT_AVAILABLE", Cause::Internal, GeneralQueueManager),
    optimization(0x2011, "DO_E_UNKNOWN_PROPERTY_ID", Cause::Internal, GeneralQueueManager),
    optimization(0x2012, "DO_E_READ_ONLY_PROPERTY", Cause::Internal, GeneralQueueManager),
    optimization(0x2013, "DO_E_INVALID_STATE", Cause::Internal, GeneralQueueManager),
    optimization(0x2014, "DO_E_ERROR_INFORMATION_UNAVAILABLE", Cause::None, None),
    optimization(0x2018, "DO_E_FILE_DOWNLOADSINK_UNSPECIFIED", Cause::NameRefused, LocalFile),
    optimization(0x3002, "DO_E_NO_DOWNLOAD_EXTSETTINGS", Cause::Policy, GeneralQueueManager),
    optimization(0x3801, "DO_E_BLOCKED_BY_COST_TRANSFER_POLICY", Cause::Policy, GeneralQueueManager),
    optimization(0x3803, "DO_E_BLOCKED_BY_CELLULAR_POLICY", Cause::Policy, GeneralQueueManager),
    optimization(0x3804, "DO_E_BLOCKED_BY_POWER_STATE", Cause::Policy, GeneralQueueManager),
    optimization(0x3805, "DO_E_BLOCKED_BY_NO_NETWORK", Cause::NetworkOff, GeneralTransport),
    optimization(0x3807, "DO_E_BLOCKED_BY_VPN", Cause::Policy, GeneralQueueManager),
    optimization(0x5001, "DO_E_HTTP_BLOCKSIZE_MISMATCH", Cause::InvalidResponse, RemoteFile),
    optimization(0x5002, "DO_E_HTTP_CERT_VALIDATION", Cause::Certificate, GeneralTransport),
    optimization(0x5010, "DO_E_INVALID_RANGE", Cause::FileChanged, RemoteFile),
    optimization(0x5011, "DO_E_INSUFFICIENT_RANGE_SUPPORT", Cause::NoResumeSupport, RemoteFile),
    optimization(0x5012, "DO_E_OVERLAPPING_RANGES", Cause::Internal, GeneralQueueManager),
    optimization(0x6802, "DO_E_FATAL_CORE", Cause::Internal, GeneralQueueManager),
};

template <std::size_t... Sizes>
constexpr auto sortedByCode(const std::array<CatalogEntry, Sizes> &...parts)
{
    std::array<CatalogEntry, (Sizes + ...)> all {};
    auto *out = all.data();
    ((out = std::copy(parts.begin(), parts.end(), out)), ...);
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.code < b.code; });
    return all;
}

constexpr auto kCatalog = sortedByCode(kSuccesses, kComCodes, kWin32Codes, kHttpCodes, kBitsCodes, kOptimizationCodes);

} // namespace

std::span<const CatalogEntry> errorCatalog()
{
    return kCatalog;
}

CatalogEntry classify(ErrorCode code)
{
    const auto it = std::lower_bound(kCatalog.begin(), kCatalog.end(), code,
                                     [](const CatalogEntry &entry, ErrorCode c) { return entry.code < c; });
    if (it != kCatalog.end() && it->code == code)
        return *it;
    if (const auto status = httpStatus(code))
        return http(*status, {});
    if (code.failed() && code.facility() == kFacilityDeliveryOptimization)
        return optimization(code.low(), {}, Cause::Internal, Unknown);
    return {code, {}, Cause::Internal, Unknown, kFatal};
}

CatalogEntry classifyErrno(int error)
{
    switch (error) {
    case ENOSPC:
        return classify(fromWin32(112));
    case EDQUOT:
        return classify(fromWin32(1295));
    case EFBIG:
        return classify(fromWin32(223));
    case EACCES:
    case EPERM:
        return classify(fromWin32(5));
    case EROFS:
        return classify(fromWin32(19));
    case ENOENT:
    case ENOTDIR:
        return classify(fromWin32(3));
    case EEXIST:
        return classify(fromWin32(80));
    case ENAMETOOLONG:
    case EILSEQ:
    case ELOOP:
    case EISDIR:
    case EINVAL:
        return classify(fromWin32(123));
    case EBUSY:
    case ETXTBSY:
        return classify(fromWin32(32));
    case EIO:
        return classify(fromWin32(1117));
    case ENODEV:
    case ENXIO:
    case ESTALE:
        return classify(fromWin32(1006));
    default:
        return {code::kFail, "E_FAIL", Cause::Internal, LocalFile, kFatal};
    }
}

std::string symbolicName(ErrorCode code)
{
    const auto entry = classify(code);
    return entry.name.empty() ? toHex(code) : std::string(entry.name);
}

JobError errorFrom(const CatalogEntry &entry, NativeCode native, std::string detail)
{
    JobError error;
    error.code = entry.code;
    error.cause = entry.cause;
    error.context = entry.context;
    error.transient = entry.transient;
    error.native = native;
    error.detail = std::move(detail);
    return error;
}

JobError heedingRetryAfter(JobError error)
{
    const auto status = httpStatus(error.code);
    if (!error.retryAfter || error.transient || (status != 403 && status != 404 && status != 423))
        return error;
    error.transient = true;
    error.cause = status == 403 ? Cause::TooManyRequests : Cause::ServerBusy;
    return error;
}

} // namespace haulwatch
