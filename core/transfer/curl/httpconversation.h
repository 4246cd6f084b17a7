// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "transfer/curl/chaincookies.h"
#include "transfer/curl/conversation.h"
#include "transfer/curl/httpanswer.h"
#include "transfer/curl/httprequest.h"

namespace haulwatch {

/// HTTP's meaning for a file: what an answer is (the file, its rest, a page in its place, a place to go to), and what
/// to ask next. What is held is proven to be continued, or it is not. Judges heads alone, so that it can be fuzzed.
class HttpConversation final : public Conversation {
public:
    HttpConversation(const TransferRequest &request, const Address &origin)
        : m_request(request)
        , m_origin(origin)
    {
    }

    void prepare(CURL *easy, const Address &address, const Wanted &wanted) override;
    [[nodiscard]] std::optional<Verdict> head(std::string_view line) override;
    [[nodiscard]] std::optional<Verdict> firstBytes(std::string_view bytes) override;
    [[nodiscard]] std::optional<Verdict> ended(CURL *easy, CURLcode result) override;
    [[nodiscard]] std::string protocol() const override;
    [[nodiscard]] std::string_view headText() const override { return m_answer.head; }
    [[nodiscard]] NativeCode status() const override { return {NativeKind::Http, m_answer.status}; }

    /// prepare() without its handle.
    void ask(const Address &address, const Wanted &wanted);

private:
    [[nodiscard]] HttpRequest::Wanted range() const;
    [[nodiscard]] bool wantsDate() const;
    [[nodiscard]] std::optional<Verdict> judge();
    [[nodiscard]] Body body(bool continues) const;
    [[nodiscard]] bool hadFile() const;
    [[nodiscard]] bool looksLikePage() const;
    [[nodiscard]] Verdict pageInstead() const;
    [[nodiscard]] bool isLeftover(CURL *easy, CURLcode result) const;
    [[nodiscard]] Verdict answered();
    [[nodiscard]] Verdict follow();
    [[nodiscard]] JobError failure(ErrorCode code, std::string detail = {}) const;

    const TransferRequest &m_request;
    const Address m_origin; ///< whom the credentials are for
    HttpRequest m_http;
    HttpAnswer m_answer;
    ChainCookies m_cookies;
    std::set<std::string> m_asked; ///< in this chain of redirects: addresses with the cookies that were sent
    unsigned m_redirects = 0;

    Address m_address; ///< who is asked now
    Wanted m_wanted;
    std::size_t m_headSize = 0;
    bool m_isSuspect = false; ///< the answer's head is that of a page; its first bytes tell
    bool m_usesTicket = false; ///< to sign in, instead of the password
    bool m_usesDate = false; ///< If-Range with the date, though there is a tag
    bool m_asksPieces = false; ///< the server refuses a range without an end
    bool m_needsFreshConnection = false;
};

} // namespace haulwatch
