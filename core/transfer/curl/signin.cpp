// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/signin.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <curl/curl.h>

#include "job/headerline.h"

namespace haulwatch::signin {
namespace {

struct Method {
    std::string_view scheme;
    unsigned long mask;
    int feature; ///< CURL_VERSION_…; 0: every libcurl has it
};

constexpr std::array kByPassword {Method {"Basic", CURLAUTH_BASIC, 0}, Method {"Digest", CURLAUTH_DIGEST, 0},
                                  Method {"NTLM", CURLAUTH_NTLM, CURL_VERSION_NTLM}};
constexpr std::array kByTicket {Method {"Negotiate", CURLAUTH_NEGOTIATE, CURL_VERSION_SPNEGO}};

bool isPossible(const Method &method)
{
    static const int kFeatures = curl_version_info(CURLVERSION_NOW)->features;
    return method.feature == 0 || (kFeatures & method.feature) != 0;
}

template <std::size_t Count>
long maskOf(const std::array<Method, Count> &methods)
{
    unsigned long mask = 0;
    for (const Method &method : methods)
        mask |= isPossible(method) ? method.mask : 0;
    return static_cast<long>(mask);
}

template <std::size_t Count>
bool hasAny(const std::vector<std::string> &schemes, const std::array<Method, Count> &methods)
{
    return std::any_of(methods.begin(), methods.end(), [&](const Method &method) {
        return isPossible(method) && std::any_of(schemes.begin(), schemes.end(), [&](const std::string &scheme) {
                   return isSameHeader(scheme, method.scheme);
               });
    });
}

} // namespace

long passwordMethods()
{
    return maskOf(kByPassword);
}

long ticketMethods()
{
    return maskOf(kByTicket);
}

bool needsTicket(const std::vector<std::string> &schemes)
{
    return hasAny(schemes, kByTicket) && !hasAny(schemes, kByPassword);
}

JobError refused(JobError error, const std::vector<std::string> &schemes, bool triedTicket)
{
    if (schemes.empty())
        return error;
    error.detail.clear();
    for (const std::string &scheme : schemes)
        error.detail.append(error.detail.empty() ? "" : ", ").append(scheme);
    const bool isHopeless = !hasAny(schemes, kByPassword) && (triedTicket || !hasAny(schemes, kByTicket));
    if (isHopeless)
        error.cause = Cause::SignInMethod;
    return error;
}

} // namespace haulwatch::signin
