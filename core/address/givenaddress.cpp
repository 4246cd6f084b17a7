// SPDX-License-Identifier: GPL-3.0-or-later
#include "address/givenaddress.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "job/job.h"
#include "job/text.h"

namespace haulwatch {
namespace {

constexpr std::size_t kLongestAddress = 2200;
constexpr std::size_t kLongestUser = 300;
constexpr std::size_t kLongestPassword = 65'535;

using CurlUrl = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(CURLU *url, CURLUPart what, unsigned flags = 0)
{
    char *text = nullptr;
    if (curl_url_get(url, what, &text, flags) != CURLUE_OK)
        return {};
    const std::unique_ptr<char, decltype(&curl_free)> owner(text, &curl_free);
    return text;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// It would be read by nobody and sent to a server.
bool hasControlCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; });
}

/// RFC 3986 §3.1.
bool isScheme(std::string_view text)
{
    const auto isAlpha = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return !text.empty() && isAlpha(text.front()) && std::all_of(text.begin(), text.end(), [&](char c) {
        return isAlpha(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    });
}

/// In lower case; empty: the text begins with none. "host:80" has none, though it looks like one.
std::string schemeOf(std::string_view address)
{
    static constexpr std::array<std::string_view, 5> kWithoutHost {"magnet", "data", "blob", "mailto", "javascript"};
    const std::string scheme = text::lowered(address.substr(0, address.find(':')));
    const bool hasHost = address.substr(scheme.size()).starts_with("://");
    const bool isKnown = std::find(kWithoutHost.begin(), kWithoutHost.end(), scheme) != kWithoutHost.end();
    return isScheme(scheme) && (hasHost || isKnown) ? scheme : std::string();
}

std::string lastSegment(const std::string &path)
{
    const auto encoded = path.substr(path.rfind('/') + 1);
    int length = 0;
    const std::unique_ptr<char, decltype(&curl_free)> decoded(
        curl_easy_unescape(nullptr, encoded.c_str(), static_cast<int>(encoded.size()), &length), &curl_free);
    return decoded ? std::string(decoded.get(), static_cast<std::size_t>(length)) : std::string {};
}

std::string encoded(std::string_view text)
{
    const std::unique_ptr<char, decltype(&curl_free)> bytes(
        curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size())), &curl_free);
    return bytes && !text.empty() ? std::string(bytes.get()) : std::string {};
}

// A refusal quotes the address it is about; that must not put a password on the screen or into a log.
std::string withoutUserInfo(std::string_view text)
{
    const auto authority = text.find("://");
    if (authority == std::string_view::npos)
        return std::string(text);
    const auto start = authority + 3;
    const auto end = text.find_first_of("/?#", start);
    const auto at = text.substr(0, end).rfind('@');
    if (at == std::string_view::npos || at < start)
        return std::string(text);
    return std::string(text.substr(0, start)) + std::string(text.substr(at + 1));
}

std::string takeUserInfo(CURLU *url)
{
    auto user = part(url, CURLUPART_USER);
    const auto password = part(url, CURLUPART_PASSWORD);
    curl_url_set(url, CURLUPART_USER, nullptr, 0);
    curl_url_set(url, CURLUPART_PASSWORD, nullptr, 0);
    curl_url_set(url, CURLUPART_FRAGMENT, nullptr, 0);
    return password.empty() ? user : user + ':' + password;
}

} // namespace

Result<GivenAddress> readAddress(std::string_view text)
{
    text = trimmed(text);
    if (text.empty())
        return refuse(Refusal::EmptyAddress);
    if (text.size() > kLongestAddress)
        return refuse(Refusal::AddressTooLong, std::to_string(kLongestAddress));
    if (hasControlCharacter(text))
        return refuse(Refusal::MalformedAddress, withoutUserInfo(text));
    const auto scheme = schemeOf(text);
    if (!scheme.empty() && scheme != "http" && scheme != "https")
        return refuse(Refusal::UnknownScheme, scheme);
    // libcurl forgives a missing slash, and a third one, and takes the path for the host; a user who forgot the host
    // should hear of it.
    if (scheme.empty() || text.substr(scheme.size() + 3).starts_with('/'))
        return refuse(Refusal::MalformedAddress, withoutUserInfo(text));

    const CurlUrl url(curl_url(), &curl_url_cleanup);
    // Spaces inside are what people paste; libcurl encodes them for the wire.
    if (curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE)
        != CURLUE_OK)
        return refuse(Refusal::MalformedAddress, withoutUserInfo(text));

    GivenAddress address;
    address.scheme = part(url.get(), CURLUPART_SCHEME);
    address.userInfo = takeUserInfo(url.get());
    address.text = part(url.get(), CURLUPART_URL);
    address.host = std::string(hostOf(address.text));
    address.fileName = lastSegment(part(url.get(), CURLUPART_PATH));
    // libcurl decodes the host's name, so a control character may appear only now.
    if (address.text.empty() || address.host.empty() || hasControlCharacter(address.text))
        return refuse(Refusal::MalformedAddress, withoutUserInfo(text));
    // Encoding makes it longer, and what is stored must be readable again.
    if (address.text.size() > kLongestAddress)
        return refuse(Refusal::AddressTooLong, std::to_string(kLongestAddress));
    return address;
}

Result<std::string> readCredentials(std::string_view text)
{
    const auto user = text.substr(0, text.find(':'));
    const auto password = text.substr(std::min(user.size() + 1, text.size()));
    if (user.size() > kLongestUser)
        return refuse(Refusal::BadOption, code::kUserNameTooLong, "user");
    if (password.size() > kLongestPassword)
        return refuse(Refusal::BadOption, code::kPasswordTooLong, "password");
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (user.empty() || std::any_of(text.begin(), text.end(), isControl))
        return refuse(Refusal::BadOption, "user");
    return password.empty() ? encoded(user) : encoded(user) + ':' + encoded(password);
}

} // namespace haulwatch
