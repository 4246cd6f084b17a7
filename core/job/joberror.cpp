// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/joberror.h"

#include <array>

namespace haulwatch {

std::string_view name(ErrorContext context)
{
    constexpr std::array<std::string_view, 9> kNames {
        "NONE",        "UNKNOWN",           "GENERAL_QUEUE_MANAGER", "QUEUE_MANAGER_NOTIFICATION",  "LOCAL_FILE",
        "REMOTE_FILE", "GENERAL_TRANSPORT", "REMOTE_APPLICATION",    "SERVER_CERTIFICATE_CALLBACK",
    };
    return kNames[static_cast<std::size_t>(context)];
}

std::string_view name(NativeKind kind)
{
    constexpr std::array<std::string_view, 4> kNames {"", "errno", "curl", "http"};
    return kNames[static_cast<std::size_t>(kind)];
}

} // namespace haulwatch
