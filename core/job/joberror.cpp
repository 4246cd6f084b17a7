// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/joberror.h"

#include <algorithm>
#include <array>

namespace haulwatch {
namespace {

constexpr std::array<std::string_view, kCauseCount> kCauseNames {
    "none",
    "not-found",
    "sign-in",
    "access-refused",
    "proxy-sign-in",
    "too-many-requests",
    "server-busy",
    "request-rejected",
    "name-not-resolved",
    "cannot-connect",
    "timed-out",
    "connection-lost",
    "ended-early",
    "certificate",
    "tls",
    "no-resume",
    "no-length",
    "file-changed",
    "invalid-response",
    "web-page",
    "redirect-loop",
    "redirect-refused",
    "disk-full",
    "cannot-write",
    "folder-missing",
    "target-exists",
    "name-refused",
    "volume-gone",
    "checksum",
    "policy",
    "network-off",
    "gave-up",
    "limit",
    "host-key",
    "ftp-refused",
    "proxy",
    "bad-address",
    "engine-unreachable",
    "internal",
    "credentials-locked",
};

} // namespace

std::string_view name(ErrorContext context)
{
    constexpr std::array<std::string_view, 9> kNames {
        "NONE",        "UNKNOWN",           "GENERAL_QUEUE_MANAGER", "QUEUE_MANAGER_NOTIFICATION",  "LOCAL_FILE",
        "REMOTE_FILE", "GENERAL_TRANSPORT", "REMOTE_APPLICATION",    "SERVER_CERTIFICATE_CALLBACK",
    };
    return kNames[static_cast<std::size_t>(context)];
}

std::string_view name(Cause cause)
{
    return kCauseNames[static_cast<std::size_t>(cause)];
}

std::optional<Cause> parseCause(std::string_view text)
{
    const auto it = std::find(kCauseNames.begin(), kCauseNames.end(), text);
    return it == kCauseNames.end() ? std::nullopt : std::optional(static_cast<Cause>(it - kCauseNames.begin()));
}

std::string_view name(NativeKind kind)
{
    constexpr std::array<std::string_view, 4> kNames {"", "errno", "curl", "http"};
    return kNames[static_cast<std::size_t>(kind)];
}

} // namespace haulwatch
