// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/httpconversation.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "job/errorcatalog.h"
#include "transfer/curl/curlerror.h"
#include "transfer/curl/owncoding.h"
#include "transfer/curl/signin.h"
#include "transfer/curl/webpage.h"

namespace haulwatch {
namespace {

constexpr unsigned kMostRedirects = 20; // as browsers, wget and aria2
constexpr std::size_t kLongestHead = 256 * 1024; // libcurl limits a line, not their number
constexpr Bytes kPiece = 8 * 1024 * 1024; // where a range needs an end

constexpr ErrorCode kInvalidAnswer = fromWin32(12152);
constexpr ErrorCode kRedirectFailed = fromWin32(12156);

// A failure while a body that is no file comes: the head has said all that matters.
bool concernsBodyOnly(CURLcode result)
{
    return result == CURLE_OK || result == CURLE_WRITE_ERROR || result == CURLE_PARTIAL_FILE
        || result == CURLE_RECV_ERROR || result == CURLE_HTTP2_STREAM || result == CURLE_OPERATION_TIMEDOUT;
}

// Servers of streams refuse what could be all of a file, in these words.
bool refusesOpenRange(int status)
{
    return status == 400 || status == 403;
}

} // namespace

void HttpConversation::prepare(CURL *easy, const Address &address, const Wanted &wanted)
{
    ask(address, wanted);
    m_http.prepare(easy, m_request, address, range(), sharesCredentials(m_origin, address));
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, m_needsFreshConnection ? 1L : 0L);
}

void HttpConversation::ask(const Address &address, const Wanted &wanted)
{
    m_address = address;
    m_wanted = wanted;
    m_answer = {};
    m_headSize = 0;
    m_isSuspect = false;
    m_asked.insert(address.text + '\n' + m_cookies.lineFor(address));
}

HttpRequest::Wanted HttpConversation::range() const
{
    const auto &held = m_wanted.held;
    HttpRequest::Wanted wanted;
    wanted.cookies = m_cookies.lineFor(m_address);
    wanted.byTicket = m_usesTicket;
    if (held.offset > 0)
        wanted.ifRange = m_usesDate ? held.lastModified : validator(held);
    if (held.offset == 0 && !m_wanted.isSlice)
        return wanted;
    auto length = m_wanted.length;
    if (m_asksPieces)
        length = std::min(length == kUnknownSize ? held.total - m_wanted.first : length, kPiece);
    wanted.range = std::to_string(m_wanted.first) + '-';
    if (length != kUnknownSize)
        wanted.range += std::to_string(m_wanted.first + length - 1);
    return wanted;
}

std::optional<Verdict> HttpConversation::head(std::string_view line)
{
    m_headSize += line.size();
    if (m_headSize > kLongestHead)
        return Failed {nonsense("header-size: " + std::to_string(kLongestHead) + " B")};
    m_answer.read(line);
    if (line != "\r\n" && line != "\n")
        return std::nullopt;
    for (const auto &cookie : m_answer.cookies)
        m_cookies.take(m_address, cookie);
    if (m_answer.status < 200 || m_answer.status >= 300)
        return std::nullopt; // an interim answer, or one whose body does not matter
    if (m_request.options->takesPacked
        || isOwnCoding(m_answer.contentEncoding,
                       {m_request.file.local, m_origin.text, m_address.text, m_answer.contentType}))
        m_answer.contentEncoding.clear();
    m_isSuspect = looksLikePage();
    return m_isSuspect ? std::nullopt : judge();
}

std::optional<Verdict> HttpConversation::firstBytes(std::string_view bytes)
{
    if (!std::exchange(m_isSuspect, false))
        return std::nullopt;
    // Scripts that send an archive call it a page if nobody tells them another type.
    return !m_answer.contentEncoding.empty() || beginsLikePage(bytes) ? pageInstead() : judge();
}

// Some servers compare If-Range with their date only, and send the whole file to the very tag they gave. The same tag
// says that the file is unchanged, so it is worth to ask once more.
bool HttpConversation::wantsDate() const
{
    const auto &held = m_wanted.held;
    return m_answer.status == 200 && held.offset > 0 && !m_usesDate && !m_answer.refusesRanges && !held.etag.empty()
        && m_answer.etag == held.etag && !held.lastModified.empty() && m_answer.lastModified == held.lastModified
        && (m_wanted.isSlice || m_answer.contentLength == held.total);
}

std::optional<Verdict> HttpConversation::judge()
{
    if (wantsDate()) {
        m_usesDate = true;
        return Again {};
    }
    m_asked.clear(); // what leads away from here is another chain
    m_redirects = 0;
    const auto &held = m_wanted.held;
    switch (m_wanted.isSlice ? meaningOfRange(m_answer, held, m_wanted.first, m_wanted.length)
                             : meaningOf(m_answer, held)) {
    case BodyMeaning::Whole:
        return body(false);
    case BodyMeaning::Rest:
        return body(held.offset > 0);
    case BodyMeaning::NotAFile:
        return std::nullopt;
    case BodyMeaning::Mismatch:
        return Again {true};
    case BodyMeaning::NoRanges:
        return Failed {failure(code::kInsufficientRangeSupport)};
    case BodyMeaning::Nonsense:
        break;
    }
    return Failed {m_answer.contentEncoding.empty()
                       ? nonsense(m_answer.unreadable.empty() ? m_answer.reason : m_answer.unreadable)
                       : unwantedCoding(m_answer.contentEncoding)};
}

Body HttpConversation::body(bool continues) const
{
    Body body;
    body.continues = continues;
    body.version = {0, kUnknownSize, m_answer.etag, m_answer.strongDate()};
    if (m_answer.status == 206) {
        body.version.total = m_answer.contentRange->total;
        body.length = m_answer.contentRange->length();
    } else if (!m_answer.chunked) {
        body.version.total = body.length = m_answer.contentLength;
    }
    body.digest = m_answer.digest;
    body.modified = m_answer.modified();
    body.endsByClosing = m_answer.isCloseDelimited();
    return body;
}

// Whether an earlier answer, be it in another attempt, was a file with something that tells its version.
bool HttpConversation::hadFile() const
{
    return !validator(m_wanted.held).empty() || !validator(m_request.resumeFrom).empty();
}

bool HttpConversation::looksLikePage() const
{
    if (m_request.options->takesWebPages || m_answer.status != 200 || !isPageType(m_answer.contentType))
        return false;
    const auto name = pageNameOf(m_request.file.local);
    if (name == PageName::NoPage)
        return true;
    // A script's name, or none that says anything: what came before was a file, and this can't be another version of
    // it.
    const bool isVersion = !m_answer.etag.empty() || !m_answer.strongDate().empty();
    const bool isElsewhere = m_address.host != m_origin.host;
    return hadFile() && (name == PageName::Page ? isElsewhere && !isVersion : isElsewhere || !isVersion);
}

Verdict HttpConversation::pageInstead() const
{
    auto error = nonsense("Content-Type: " + m_answer.contentType);
    error.cause = Cause::WebPageInstead;
    // A network that wants a sign-in, a server under repair: the file was there before and will be again.
    error.transient = hadFile();
    return Failed {std::move(error)};
}

std::optional<Verdict> HttpConversation::ended(CURL *easy, CURLcode result)
{
    if (m_isSuspect) // the head of a page, and not a byte
        return result == CURLE_OK ? std::optional(pageInstead()) : std::nullopt;
    if (m_answer.status >= 200 && concernsBodyOnly(result))
        return answered();
    if (isLeftover(easy, result)) {
        m_needsFreshConnection = true;
        return Again {};
    }
    return result == CURLE_OK ? std::optional<Verdict>(Failed {errorFrom(classify(kInvalidAnswer))}) : std::nullopt;
}

// What a server sent behind the promised end of the last answer on this connection reads as the next one's nonsense.
bool HttpConversation::isLeftover(CURL *easy, CURLcode result) const
{
    long newConnections = 0;
    curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &newConnections);
    const bool isNonsense = result == CURLE_WEIRD_SERVER_REPLY || result == CURLE_UNSUPPORTED_PROTOCOL;
    return isNonsense && newConnections == 0 && !m_needsFreshConnection;
}

// An answer that is not the file.
Verdict HttpConversation::answered()
{
    const auto status = m_answer.status;
    const auto &held = m_wanted.held;
    if (m_answer.isRedirect())
        return follow();
    // RFC 9110 §15.5.17, §15.5.13: what is here does not fit to the file as it is now.
    if (held.offset > 0 && (status == 416 || status == 412))
        return Again {true};
    if (held.offset > 0 && held.total != kUnknownSize && refusesOpenRange(status) && !std::exchange(m_asksPieces, true))
        return Again {};
    const bool hasUser = m_request.secrets && !m_request.secrets->userInfo.empty();
    if (status == 401 && hasUser && signin::needsTicket(m_answer.signInMethods) && !std::exchange(m_usesTicket, true))
        return Again {};
    if (status == 416 && m_wanted.isSlice)
        return Failed {failure(code::kInvalidRange, m_answer.reason)};
    auto error = failure(fromHttpStatus(status), m_answer.reason);
    error.retryAfter =
        m_answer.retryDelay(std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()));
    if (status == 401)
        error = signin::refused(std::move(error), m_answer.signInMethods, m_usesTicket);
    return Failed {std::move(error)};
}

Verdict HttpConversation::follow()
{
    const auto target = resolve(m_address, m_answer.location);
    if (!target || !mayFollow(m_address, *target))
        return Failed {failure(kRedirectFailed, target ? target->scheme + "://" + target->authority() : std::string())};
    // To ask the same with the same cookies again can't end elsewhere.
    if (m_asked.contains(target->text + '\n' + m_cookies.lineFor(*target))) {
        auto error = failure(kRedirectFailed, m_answer.reason);
        error.cause = Cause::RedirectLoop;
        return Failed {std::move(error)};
    }
    if (++m_redirects > kMostRedirects)
        return Failed {failure(kRedirectFailed, "redirects: " + std::to_string(kMostRedirects))};
    return Redirect {*target};
}

JobError HttpConversation::failure(ErrorCode code, std::string detail) const
{
    return errorFrom(classify(code), status(), std::move(detail));
}

std::string HttpConversation::protocol() const
{
    return m_answer.version.empty() ? m_address.scheme : m_address.scheme + '/' + m_answer.version;
}

} // namespace haulwatch
