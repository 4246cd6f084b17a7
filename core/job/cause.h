// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace haulwatch {

/// What went wrong, whatever the protocol that said so: the key of every remedy and of every problem group. The store
/// holds the numbers, so new ones come last. Which codes mean it is said in errorcatalog.cpp, what people are told in
/// ui/words/causewords.cpp.
enum class Cause : std::uint8_t {
    None,
    NotFound,
    SignInNeeded,
    AccessRefused,
    ProxySignIn,
    TooManyRequests,
    ServerBusy,
    RequestRejected, ///< a 4xx that names a fault of the request: 400, 405, 406, 411…
    NameNotResolved,
    CannotConnect,
    TimedOut,
    ConnectionLost,
    EndedEarly,
    Certificate,
    TlsFailure,
    NoResumeSupport,
    NoLength,
    FileChanged,
    InvalidResponse,
    WebPageInstead,
    RedirectLoop,
    RedirectRefused,
    DiskFull,
    CannotWrite,
    FolderMissing,
    TargetExists,
    NameRefused,
    VolumeGone,
    ChecksumMismatch,
    Policy,
    NetworkOff,
    GaveUp,
    LimitReached,
    FileTooLarge, ///< the file system takes no file of that size
    SignInMethod, ///< the server takes no sign-in that is possible here
    ProxyFailure,
    BadAddress,
    EngineUnreachable,
    Internal,
    CredentialsLocked, ///< the job has credentials, but the keyring that can open them is locked or away
    QuotaFull, ///< the disk has room, but not for this user
    Encoded, ///< the body is coded in a way nobody asked for
    NetworkSignIn, ///< the network on the way wants a sign-in
    TagsDiffer, ///< another entity tag each time, of a file with the same size and date
};

struct CauseName {
    Cause cause {};
    std::string_view name; ///< the word of the filter grammar
};

inline constexpr std::array kCauseNames {
    CauseName {Cause::None, "none"},
    CauseName {Cause::NotFound, "not-found"},
    CauseName {Cause::SignInNeeded, "sign-in"},
    CauseName {Cause::AccessRefused, "access-refused"},
    CauseName {Cause::ProxySignIn, "proxy-sign-in"},
    CauseName {Cause::TooManyRequests, "too-many-requests"},
    CauseName {Cause::ServerBusy, "server-busy"},
    CauseName {Cause::RequestRejected, "request-rejected"},
    CauseName {Cause::NameNotResolved, "name-not-resolved"},
    CauseName {Cause::CannotConnect, "cannot-connect"},
    CauseName {Cause::TimedOut, "timed-out"},
    CauseName {Cause::ConnectionLost, "connection-lost"},
    CauseName {Cause::EndedEarly, "ended-early"},
    CauseName {Cause::Certificate, "certificate"},
    CauseName {Cause::TlsFailure, "tls"},
    CauseName {Cause::NoResumeSupport, "no-resume"},
    CauseName {Cause::NoLength, "no-length"},
    CauseName {Cause::FileChanged, "file-changed"},
    CauseName {Cause::InvalidResponse, "invalid-response"},
    CauseName {Cause::WebPageInstead, "web-page"},
    CauseName {Cause::RedirectLoop, "redirect-loop"},
    CauseName {Cause::RedirectRefused, "redirect-refused"},
    CauseName {Cause::DiskFull, "disk-full"},
    CauseName {Cause::CannotWrite, "cannot-write"},
    CauseName {Cause::FolderMissing, "folder-missing"},
    CauseName {Cause::TargetExists, "target-exists"},
    CauseName {Cause::NameRefused, "name-refused"},
    CauseName {Cause::VolumeGone, "volume-gone"},
    CauseName {Cause::ChecksumMismatch, "checksum"},
    CauseName {Cause::Policy, "policy"},
    CauseName {Cause::NetworkOff, "network-off"},
    CauseName {Cause::GaveUp, "gave-up"},
    CauseName {Cause::LimitReached, "limit"},
    CauseName {Cause::FileTooLarge, "file-too-large"},
    CauseName {Cause::SignInMethod, "sign-in-method"},
    CauseName {Cause::ProxyFailure, "proxy"},
    CauseName {Cause::BadAddress, "bad-address"},
    CauseName {Cause::EngineUnreachable, "engine-unreachable"},
    CauseName {Cause::Internal, "internal"},
    CauseName {Cause::CredentialsLocked, "credentials-locked"},
    CauseName {Cause::QuotaFull, "quota"},
    CauseName {Cause::Encoded, "encoded"},
    CauseName {Cause::NetworkSignIn, "network-sign-in"},
    CauseName {Cause::TagsDiffer, "tags-differ"},
};

inline constexpr std::size_t kCauseCount = kCauseNames.size();
inline constexpr Cause kLastCause = kCauseNames.back().cause;

[[nodiscard]] std::string_view name(Cause cause); ///< e.g. "not-found"
[[nodiscard]] std::optional<Cause> parseCause(std::string_view text);

} // namespace haulwatch
