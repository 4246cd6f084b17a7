// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/protocols.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "transfer/curl/httpconversation.h"

namespace haulwatch {
namespace {

struct Protocol {
    std::string_view scheme;
    std::unique_ptr<Conversation> (*make)(const TransferRequest &request, const Address &origin);
};

template <typename Spoken>
std::unique_ptr<Conversation> make(const TransferRequest &request, const Address &origin)
{
    return std::make_unique<Spoken>(request, origin);
}

// A protocol's own port is known to libcurl, and so to every Address.
constexpr std::array kProtocols {
    Protocol {"http", &make<HttpConversation>},
    Protocol {"https", &make<HttpConversation>},
};

} // namespace

std::unique_ptr<Conversation> makeConversation(const TransferRequest &request, const Address &origin)
{
    const auto spoken = std::find_if(kProtocols.begin(), kProtocols.end(), [&origin](const Protocol &candidate) {
        return candidate.scheme == origin.scheme;
    });
    return spoken == kProtocols.end() ? nullptr : spoken->make(request, origin);
}

} // namespace haulwatch
