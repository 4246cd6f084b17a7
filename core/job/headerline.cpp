// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/headerline.h"

#include <algorithm>
#include <array>

#include "job/text.h"

namespace haulwatch {

std::string_view headerName(std::string_view line)
{
    return line.substr(0, line.find(':'));
}

bool isSameHeader(std::string_view name, std::string_view other)
{
    return std::equal(name.begin(), name.end(), other.begin(), other.end(),
                      [](char a, char b) { return text::lowered(a) == text::lowered(b); });
}

bool isHarmlessHeader(std::string_view name)
{
    // What any client tells any server. No Referer: its address may be a signed one.
    static constexpr std::array<std::string_view, 15> kHarmless {
        "Accept",     "Accept-Charset", "Accept-Encoding",          "Accept-Language",     "Cache-Control", "DNT",
        "Connection", "Host",           "If-Modified-Since",        "If-Unmodified-Since", "Pragma",        "Range",
        "TE",         "User-Agent",     "Upgrade-Insecure-Requests"};
    return std::any_of(kHarmless.begin(), kHarmless.end(),
                       [name](std::string_view harmless) { return isSameHeader(name, harmless); });
}

} // namespace haulwatch
