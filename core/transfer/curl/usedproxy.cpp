// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/usedproxy.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <arpa/inet.h>

namespace haulwatch {
namespace {

std::string fromEnvironment(const Address &target, const Environment &environment)
{
    // libcurl takes http_proxy in lower case only: a CGI program's HTTP_PROXY is a header of its client.
    auto proxy = environment((target.scheme + "_proxy").c_str());
    if (proxy.empty() && target.scheme == "https")
        proxy = environment("HTTPS_PROXY");
    if (proxy.empty())
        proxy = environment("all_proxy");
    return proxy.empty() ? environment("ALL_PROXY") : proxy;
}

std::optional<std::uint32_t> ipv4(std::string_view text)
{
    in_addr address {};
    if (inet_pton(AF_INET, std::string(text).c_str(), &address) != 1)
        return std::nullopt;
    return ntohl(address.s_addr);
}

// "10.0.0.0/8"
bool isWithin(std::string_view host, std::string_view network)
{
    const auto slash = network.find('/');
    const auto address = ipv4(host);
    const auto base = ipv4(network.substr(0, slash));
    unsigned bits = 0;
    if (slash == std::string_view::npos || !address || !base
        || std::from_chars(network.data() + slash + 1, network.data() + network.size(), bits).ec != std::errc()
        || bits > 32)
        return false;
    const std::uint32_t mask = bits == 0 ? 0 : ~std::uint32_t {0} << (32 - bits);
    return (*address & mask) == (*base & mask);
}

bool isExcepted(std::string_view host, std::string_view entry)
{
    if (entry.starts_with('.'))
        entry.remove_prefix(1);
    if (entry.empty())
        return false;
    const bool isDomain =
        host.ends_with(entry) && (host.size() == entry.size() || host[host.size() - entry.size() - 1] == '.');
    return entry == "*" || isDomain || isWithin(host, entry);
}

bool isExceptedByAny(std::string_view host, std::string_view list)
{
    constexpr std::string_view kBetween = ", ";
    while (!list.empty()) {
        const auto end = std::min(list.find_first_of(kBetween), list.size());
        if (isExcepted(host, list.substr(0, end)))
            return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

} // namespace

std::optional<Address> usedProxy(const Address &target, const JobOptions &options, const Environment &environment)
{
    auto proxy = options.proxy.empty() ? fromEnvironment(target, environment) : options.proxy;
    auto exceptions = environment("no_proxy");
    if (exceptions.empty())
        exceptions = environment("NO_PROXY");
    if (proxy.empty() || isExceptedByAny(target.host, exceptions))
        return std::nullopt;
    if (proxy.find("://") == std::string::npos)
        proxy.insert(0, "http://");
    return parseAddress(proxy);
}

std::optional<Address> usedProxy(const Address &target, const JobOptions &options)
{
    return usedProxy(target, options, [](const char *name) {
        const char *value = std::getenv(name); // nobody changes the environment once transfers run
        return std::string(value ? value : "");
    });
}

bool isStillAtProxy(CURL *easy, const Address &target, const Address &proxy)
{
    curl_off_t sentAfter = 0;
    long tunnelStatus = 0;
    curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &sentAfter);
    curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &tunnelStatus);
    // A proxy for http answers for the server; one that makes a tunnel, or a SOCKS proxy, is then out of the way.
    if (target.scheme == "http" && proxy.scheme.starts_with("http"))
        return true;
    return sentAfter == 0 && tunnelStatus != 200;
}

} // namespace haulwatch
