// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "job/cause.h"
#include "job/errorcode.h"
#include "job/instant.h"

namespace haulwatch {

/// Where it happened, with BITS' values (BG_ERROR_CONTEXT).
enum class ErrorContext : std::uint8_t {
    None = 0,
    Unknown = 1,
    GeneralQueueManager = 2,
    QueueManagerNotification = 3,
    LocalFile = 4,
    RemoteFile = 5,
    GeneralTransport = 6,
    RemoteApplication = 7,
    ServerCertificateCallback = 8,
};

/// Which vocabulary a native code is from.
enum class NativeKind : std::uint8_t { None, Errno, Curl, Http };

/// The code of the layer that failed, before it was wrapped: errno, CURLcode or HTTP status.
struct NativeCode {
    NativeKind kind = NativeKind::None;
    int value = 0;

    bool operator==(const NativeCode &) const = default;
};

/// The file in transfer when it failed.
struct ErrorFile {
    std::uint32_t index = 0;
    std::string remote; ///< address, without user info
    std::string local; ///< final path

    bool operator==(const ErrorFile &) const = default;
};

/// What was seen of the other side during an attempt; empty where it did not come so far.
struct Exchange {
    std::string address; ///< that was connected to: "192.0.2.7:443", "[2001:db8::7]:80"
    std::string tls; ///< "TLSv1.3 TLS_AES_256_GCM_SHA384"
    std::vector<std::string>
        headers; ///< lines of the answer that resuming, time stamps and waiting rest on; no secrets

    bool operator==(const Exchange &) const = default;
};

/// What began a series of failures, in as few words as tell it apart from what came after.
struct FirstCause {
    ErrorCode code {};
    Cause cause = Cause::None;
    std::string detail; ///< as JobError::detail
    WallTime time {};

    bool operator==(const FirstCause &) const = default;
};

/// The error object of a failing job (IBackgroundCopyError). A plain value: it carries facts, the words are chosen
/// where they are shown.
struct JobError {
    ErrorCode code {};
    Cause cause = Cause::None;
    ErrorContext context = ErrorContext::Unknown;
    bool transient = false; ///< the engine tries again by itself
    NativeCode native {};
    std::string detail; ///< what the failing layer said, one line of plain text, no secrets; may be empty
    std::string
        protocol; ///< "http", "https", "ftp"…, with version where known: "http/1.1"; empty: no protocol was involved
    std::string host; ///< host[:port] that was spoken to; empty for local causes
    Exchange exchange {};
    std::optional<ErrorFile> file; ///< absent: no file was involved (BG_E_FILE_NOT_AVAILABLE)
    WallTime time {};
    std::uint32_t attempt = 1; ///< 1 = the first try of this file
    std::optional<Milliseconds> retryAfter; ///< the server's Retry-After, counted from `time`
    std::optional<FirstCause> first; ///< of the failures of this file without a new byte; absent: this is the first
    bool gaveUp = false; ///< a transient cause that became fatal because the no-progress time ran out

    bool operator==(const JobError &) const = default;
};

[[nodiscard]] std::string_view name(ErrorContext context); ///< e.g. "REMOTE_FILE": BITS' name without BG_ERROR_CONTEXT_
[[nodiscard]] std::string_view name(NativeKind kind); ///< "errno", "curl", "http", ""

} // namespace haulwatch
