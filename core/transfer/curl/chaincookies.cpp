// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/chaincookies.h"

#include <algorithm>
#include <cstddef>
#include <ctime>

#include <curl/curl.h>

#include "job/text.h"

namespace haulwatch {
namespace {

using text::lowered;
using text::trimmed;

constexpr std::size_t kMostCookies = 50; // RFC 6265 §6.1
constexpr std::size_t kLongestCookie = 4'096;

bool hasControlCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

// Takes what stands before the next semicolon off.
std::string_view takePart(std::string_view &rest)
{
    const auto end = rest.find(';');
    const auto part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return trimmed(part);
}

bool isPast(std::string_view expires)
{
    const auto when = curl_getdate(std::string(expires).c_str(), nullptr);
    return when >= 0 && when <= std::time(nullptr);
}

std::string_view pathOf(const Address &address)
{
    std::string_view text = address.text;
    const auto authority = text.find("://");
    const auto path = authority == std::string_view::npos ? authority : text.find('/', authority + 3);
    return path == std::string_view::npos ? "/" : text.substr(path, text.find_first_of("?#", path) - path);
}

// RFC 6265 §5.1.4
bool liesUnder(std::string_view path, std::string_view folder)
{
    return path.starts_with(folder)
        && (folder.ends_with('/') || path.size() == folder.size() || path[folder.size()] == '/');
}

} // namespace

void ChainCookies::take(const Address &from, std::string_view field)
{
    if (field.size() > kLongestCookie || hasControlCharacter(field))
        return;
    const auto pair = takePart(field);
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return;
    Cookie cookie {
        from.host, std::string(trimmed(pair.substr(0, equals))), std::string(trimmed(pair.substr(equals + 1))), {}};
    bool isOver = false;
    bool hasMaxAge = false;
    while (!field.empty()) {
        const auto attribute = takePart(field);
        const auto split = attribute.find('=');
        const auto name = lowered(trimmed(attribute.substr(0, split)));
        const auto value = split == std::string_view::npos ? std::string_view() : trimmed(attribute.substr(split + 1));
        if (name == "path" && value.starts_with('/'))
            cookie.path = value;
        else if (name == "secure")
            cookie.isSecure = true;
        else if (name == "max-age" && !value.empty())
            isOver = value.front() == '-' || value == "0", hasMaxAge = true;
        else if (name == "expires" && !hasMaxAge)
            isOver = isPast(value);
    }
    std::erase_if(m_cookies, [&cookie](const Cookie &old) {
        return old.host == cookie.host && old.name == cookie.name && old.path == cookie.path;
    });
    if (!isOver && m_cookies.size() < kMostCookies)
        m_cookies.push_back(std::move(cookie));
}

std::string ChainCookies::lineFor(const Address &to) const
{
    std::string line;
    for (const auto &cookie : m_cookies) {
        const bool fits = cookie.host == to.host && (!cookie.isSecure || to.scheme == "https")
            && (cookie.path.empty() || liesUnder(pathOf(to), cookie.path));
        if (fits)
            line += (line.empty() ? "" : "; ") + cookie.name + '=' + cookie.value;
    }
    return line;
}

} // namespace haulwatch
