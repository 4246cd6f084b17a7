// SPDX-License-Identifier: GPL-3.0-or-later
#include "address/loopback.h"

namespace haulwatch {

bool isLoopback(std::string_view host)
{
    if (host.starts_with("[::1]"))
        return host.size() == 5 || host[5] == ':';
    host = host.substr(0, host.find(':'));
    const auto isNumeric = host.find_first_not_of("0123456789.") == std::string_view::npos;
    return host == "localhost" || host.ends_with(".localhost") || (isNumeric && host.starts_with("127."));
}

} // namespace haulwatch
