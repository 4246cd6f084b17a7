// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <curl/curl.h>

#include "address/address.h"
#include "transfer/curl/conversation.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// What the record of an attempt says besides its outcome: file, host, address, TLS, the headers that matter, the
/// time. Takes every secret out. Owned by the engine's thread.
class AttemptRecord {
public:
    explicit AttemptRecord(const TransferRequest &request)
        : m_request(request)
    {
    }

    void requestSent() { m_exchange = {}; }
    /// Called from within libcurl, the only moment when it tells about TLS.
    void connected(CURL *easy, const char *address, int port);

    /// `easy`: of the last request; null if none was sent. `conversation`: null if there is none.
    [[nodiscard]] Exchange exchange(CURL *easy, const Conversation *conversation) const;
    [[nodiscard]] JobError complete(JobError error, CURL *easy, const Address &asked,
                                    const Conversation *conversation) const;

private:
    [[nodiscard]] std::string clean(std::string text) const;

    const TransferRequest &m_request;
    Exchange m_exchange;
};

} // namespace haulwatch
