// SPDX-License-Identifier: GPL-3.0-or-later
#include "address/address.h"

#include <algorithm>
#include <memory>

#include <curl/curl.h>

namespace haulwatch {
namespace {

constexpr unsigned kParseFlags = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE;

using Handle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(const Handle &url, CURLUPart which, unsigned flags = 0)
{
    char *text = nullptr;
    if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK)
        return {};
    std::string copy(text);
    curl_free(text);
    return copy;
}

std::optional<Address> takeApart(const Handle &url)
{
    for (const auto secret : {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT})
        curl_url_set(url.get(), secret, nullptr, 0);
    Address address;
    address.text = part(url, CURLUPART_URL);
    address.scheme = part(url, CURLUPART_SCHEME);
    address.host = part(url, CURLUPART_HOST);
    address.port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    std::transform(address.host.begin(), address.host.end(), address.host.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (address.text.empty() || address.scheme.empty())
        return std::nullopt;
    return address;
}

} // namespace

std::string Address::authority() const
{
    const bool usual = port.empty() || (scheme == "http" && port == "80") || (scheme == "https" && port == "443");
    return usual ? host : host + ':' + port;
}

std::optional<Address> parseAddress(const std::string &text)
{
    const Handle url(curl_url(), &curl_url_cleanup);
    if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), kParseFlags) != CURLUE_OK)
        return std::nullopt;
    return takeApart(url);
}

std::optional<Address> resolve(const Address &base, const std::string &reference)
{
    const Handle url(curl_url(), &curl_url_cleanup);
    if (!url || curl_url_set(url.get(), CURLUPART_URL, base.text.c_str(), kParseFlags) != CURLUE_OK
        || curl_url_set(url.get(), CURLUPART_URL, reference.c_str(), kParseFlags) != CURLUE_OK)
        return std::nullopt;
    return takeApart(url);
}

bool isFetchable(const Address &address)
{
    return !address.host.empty() && (address.scheme == "http" || address.scheme == "https");
}

bool mayFollow(const Address &from, const Address &to)
{
    return isFetchable(to) && !(from.scheme == "https" && to.scheme != "https");
}

bool sharesCredentials(const Address &from, const Address &to)
{
    if (from.host != to.host)
        return false;
    const bool upgraded = from.scheme == "http" && from.port == "80" && to.scheme == "https" && to.port == "443";
    return upgraded || (from.scheme == to.scheme && from.port == to.port);
}

} // namespace haulwatch
