// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/attemptrecord.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

#include <openssl/ssl.h>

#include "address/plaintext.h"
#include "address/secretquery.h"

namespace haulwatch {
namespace {

// Those that the rules of resuming, of time and of waiting rest on, and those that tell which machine answered.
constexpr std::array<std::string_view, 19> kTellingHeaders {
    "accept-ranges", "age",    "content-digest", "content-encoding", "content-length", "content-range", "content-type",
    "date",          "digest", "etag",           "last-modified",    "location",       "repr-digest",   "retry-after",
    "server",        "via",    "warning",        "x-cache",          "x-request-id"};
constexpr std::size_t kMostHeaders = 24;

bool isTelling(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return false;
    return std::any_of(kTellingHeaders.begin(), kTellingHeaders.end(), [&](std::string_view name) {
        return name.size() == colon && std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
                   return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
               });
    });
}

std::string addressAndPort(std::string_view address, long port)
{
    const bool isIpv6 = address.find(':') != std::string_view::npos;
    const auto host = isIpv6 ? '[' + std::string(address) + ']' : std::string(address);
    return host + ':' + std::to_string(port);
}

std::string tlsOf(CURL *easy)
{
    const curl_tlssessioninfo *session = nullptr;
    if (curl_easy_getinfo(easy, CURLINFO_TLS_SSL_PTR, &session) != CURLE_OK || session == nullptr
        || session->backend != CURLSSLBACKEND_OPENSSL || session->internals == nullptr)
        return {};
    const auto *ssl = static_cast<const SSL *>(session->internals);
    return std::string(SSL_get_version(ssl)) + ' ' + SSL_CIPHER_get_name(SSL_get_current_cipher(ssl));
}

} // namespace

void AttemptRecord::connected(CURL *easy, const char *address, int port)
{
    m_exchange.address = addressAndPort(address, port);
    m_exchange.tls = tlsOf(easy);
}

std::string AttemptRecord::clean(std::string text) const
{
    if (m_request.secrets) {
        text = withoutSecrets(std::move(text), *m_request.secrets);
        // Its own alone: a job of many files may have many.
        for (const auto &value : secretValuesOf(m_request.file.remote, m_request.secrets->queryValues))
            text = withoutSecret(std::move(text), value);
    }
    return oneLine(withoutTokens(std::move(text)));
}

Exchange AttemptRecord::exchange(CURL *easy, const Conversation *conversation) const
{
    auto exchange = m_exchange;
    const char *address = nullptr;
    // Where it failed before the request was sent, in TLS for one.
    if (exchange.address.empty() && easy != nullptr
        && curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address) == CURLE_OK && address != nullptr
        && *address != '\0') {
        long port = 0;
        curl_easy_getinfo(easy, CURLINFO_PRIMARY_PORT, &port);
        exchange.address = addressAndPort(address, port);
    }
    auto head = conversation != nullptr ? conversation->headText() : std::string_view();
    while (!head.empty() && exchange.headers.size() < kMostHeaders) {
        const auto end = std::min(head.find('\n'), head.size());
        if (const auto line = head.substr(0, end); isTelling(line))
            exchange.headers.push_back(clean(std::string(line)));
        head.remove_prefix(std::min(end + 1, head.size()));
    }
    return exchange;
}

JobError AttemptRecord::complete(JobError error, CURL *easy, const Address &asked,
                                 const Conversation *conversation) const
{
    error.file = ErrorFile {m_request.key.file, withoutTokens(m_request.file.remote), m_request.location.target};
    error.attempt = m_request.attempt;
    error.time = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    error.detail = clean(std::move(error.detail));
    error.exchange = exchange(easy, conversation);
    if (error.context != ErrorContext::LocalFile && !asked.scheme.empty()) {
        error.protocol = conversation != nullptr ? conversation->protocol() : asked.scheme;
        if (error.host.empty()) // else it is the proxy's error
            error.host = asked.authority();
    }
    return error;
}

} // namespace haulwatch
