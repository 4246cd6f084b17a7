// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/httprequest.h"

#include <algorithm>
#include <array>
#include <new>
#include <string_view>
#include <sys/socket.h>
#include <utility>
#include <vector>

#include "address/plaintext.h"
#include "job/headerline.h"
#include "transfer/curl/signin.h"

namespace haulwatch {
namespace {

constexpr long kReceiveBuffer = 128 * 1024;

bool isNamed(const std::string &headerLine, std::string_view name)
{
    return isSameHeader(headerName(headerLine), name);
}

// What the rules of resuming rest on is not for a job to change; and a line break would smuggle in a header.
bool isOurs(const std::string &line)
{
    static constexpr std::array<std::string_view, 3> kOurs {"Range", "If-Range", "Accept-Encoding"};
    return line.find_first_of("\r\n") != std::string::npos
        || std::any_of(kOurs.begin(), kOurs.end(), [&line](std::string_view name) { return isNamed(line, name); });
}

struct Login {
    std::string user;
    std::string password;
};

Login parseUserInfo(const std::string &userInfo)
{
    const auto colon = userInfo.find(':');
    const auto password = colon == std::string::npos ? std::string() : userInfo.substr(colon + 1);
    return {percentDecoded(userInfo.substr(0, colon)), percentDecoded(password)};
}

// libcurl marks its sockets as little as it can: a program that is started beside us would hold our connections open.
curl_socket_t openSocket(void *, curlsocktype, curl_sockaddr *address)
{
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void setConnection(CURL *easy, const JobOptions &options)
{
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, openSocket);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    // The end of a request must not wait for the resolver's thread: one dead name server would hold up every transfer.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connectTimeout.count()));
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
}

void setSecurity(CURL *easy, const JobOptions &options)
{
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!options.caFile.empty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, options.caFile.c_str());
}

void setLogin(CURL *easy, const JobSecrets &secrets, bool byTicket)
{
    if (secrets.userInfo.empty())
        return;
    const auto login = parseUserInfo(secrets.userInfo);
    curl_easy_setopt(easy, CURLOPT_USERNAME, login.user.c_str());
    curl_easy_setopt(easy, CURLOPT_PASSWORD, login.password.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPAUTH, byTicket ? signin::ticketMethods() : signin::passwordMethods());
}

void setProxy(CURL *easy, const JobOptions &options, const JobSecrets &secrets)
{
    // Without an address libcurl looks into the environment.
    if (!options.proxy.empty())
        curl_easy_setopt(easy, CURLOPT_PROXY, options.proxy.c_str());
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (secrets.proxyUserInfo.empty())
        return;
    const auto login = parseUserInfo(secrets.proxyUserInfo);
    curl_easy_setopt(easy, CURLOPT_PROXYUSERNAME, login.user.c_str());
    curl_easy_setopt(easy, CURLOPT_PROXYPASSWORD, login.password.c_str());
    curl_easy_setopt(easy, CURLOPT_PROXYAUTH, signin::passwordMethods());
}

} // namespace

void HttpRequest::append(HeaderList &list, const std::string &line)
{
    auto *longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr)
        throw std::bad_alloc();
    static_cast<void>(list.release());
    list.reset(longer);
}

void HttpRequest::collectHeaders(const TransferRequest &request, const Wanted &wanted, bool withCredentials)
{
    m_headers.reset();
    m_proxyHeaders.reset();
    // Without this line a server may choose any coding (RFC 9110 §12.5.3), and a coded body can't be continued byte by
    // byte.
    append(m_headers, "Accept-Encoding: identity");
    if (!wanted.ifRange.empty())
        append(m_headers, "If-Range: " + wanted.ifRange);
    for (const auto &line : request.options->headers) {
        // A Host line is meant for the host it was written for; and a store of an older version has secrets among
        // these.
        const bool mayLeave = isHarmlessHeader(headerName(line)) && !isNamed(line, "Host");
        if (!isOurs(line) && (withCredentials || mayLeave))
            append(m_headers, line);
    }
    auto cookies = wanted.cookies;
    static const std::vector<std::string> kNone;
    for (const auto &line : request.secrets ? request.secrets->headers : kNone) {
        if (isNamed(line, "Proxy-Authorization") && !isOurs(line))
            append(m_proxyHeaders, line);
        else if (withCredentials && !isOurs(line) && !cookies.empty() && isNamed(line, "Cookie"))
            append(m_headers, line + "; " + std::exchange(cookies, {})); // RFC 6265 §5.4: one line alone
        else if (withCredentials && !isOurs(line))
            append(m_headers, line);
    }
    if (!cookies.empty())
        append(m_headers, "Cookie: " + cookies);
}

void HttpRequest::prepare(CURL *easy, const TransferRequest &request, const Address &address, const Wanted &wanted,
                          bool withCredentials)
{
    static const JobSecrets kNone;
    const auto &secrets = request.secrets ? *request.secrets : kNone;
    collectHeaders(request, wanted, withCredentials);

    curl_easy_setopt(easy, CURLOPT_URL, address.text.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L); // each step is checked, then sent as a request of its own
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "Haulwatch/" HAULWATCH_VERSION);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(easy, CURLOPT_PIPEWAIT, address.scheme == "https" ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, kReceiveBuffer);
    curl_easy_setopt(easy, CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, m_headers.get());
    curl_easy_setopt(easy, CURLOPT_PROXYHEADER, m_proxyHeaders.get());
    if (!wanted.range.empty())
        curl_easy_setopt(easy, CURLOPT_RANGE, wanted.range.c_str());
    setConnection(easy, *request.options);
    setSecurity(easy, *request.options);
    setProxy(easy, *request.options, secrets);
    if (withCredentials)
        setLogin(easy, secrets, wanted.byTicket);
}

} // namespace haulwatch
