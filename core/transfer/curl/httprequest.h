// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <curl/curl.h>

#include "address/address.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// One GET: what the handle is told before it is sent. Made anew for every request of a transfer, because a redirect
/// changes who may see the credentials, and a fresh start drops the range. Knows nothing of answers; its owner sets the
/// callbacks. Must live as long as the handle works on it.
class HttpRequest {
public:
    /// Which bytes of the remote are asked for.
    struct Wanted {
        std::string range; ///< "5-9", "5-"; empty: all of them
        std::string
            ifRange; ///< a validator: the range only if the remote is still that version; empty: no matter which
        std::string cookies; ///< "a=1; b=2" that earlier answers set for this host; empty: none
        bool byTicket = false; ///< signs in with a ticket instead of the password; see signin.h
    };

    /// The handle must be a fresh one. `withCredentials`: this is the host the job's secrets are for.
    void prepare(CURL *easy, const TransferRequest &request, const Address &address, const Wanted &wanted,
                 bool withCredentials);

private:
    struct FreeList {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };
    using HeaderList = std::unique_ptr<curl_slist, FreeList>;

    static void append(HeaderList &list, const std::string &line);
    void collectHeaders(const TransferRequest &request, const Wanted &wanted, bool withCredentials);

    HeaderList m_headers;
    HeaderList m_proxyHeaders;
};

} // namespace haulwatch
