// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/httpanswer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <utility>

#include <curl/curl.h>

#include "job/text.h"
#include "transfer/curl/contentdigest.h"

namespace haulwatch {
namespace {

using text::lowered;
using text::trimmed;

constexpr std::size_t kLongestValidator = 1'024; // longer ones are of no use to us and would fill the store
constexpr std::size_t kLongestHead = 8 * 1024;
constexpr Bytes kLongestFile = Bytes {1} << 60; // an exbibyte; what is above is a number gone wrong, such as 2^63 - 1
constexpr std::chrono::days kLongestRetryAfter {14};

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The parts of a list that commas outside quotes make (RFC 9110 §5.6.1).
template <typename Take>
void forEachPart(std::string_view list, Take take)
{
    bool isQuoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= list.size(); ++i) {
        if (i < list.size() && list[i] == '"')
            isQuoted = !isQuoted;
        if (i < list.size() && (isQuoted || list[i] != ','))
            continue;
        take(trimmed(list.substr(begin, i - begin)));
        begin = i + 1;
    }
}

std::optional<std::uint64_t> parseNumber(std::string_view digits)
{
    std::uint64_t number = 0;
    const char *end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, number);
    // from_chars takes a minus sign only for signed types, and never a plus.
    if (digits.empty() || rest != end || error != std::errc())
        return std::nullopt;
    return number;
}

std::optional<std::time_t> parseDate(const std::string &text)
{
    const auto seconds = text.empty() ? std::time_t {-1} : curl_getdate(text.c_str(), nullptr);
    return seconds < 0 ? std::nullopt : std::optional(seconds);
}

// RFC 9110 §8.8.3: W/"…" is weak. Bytes beyond ASCII are allowed there, but not in our store.
bool isStrongTag(std::string_view value)
{
    return value.size() >= 2 && value.size() <= kLongestValidator && value.front() == '"' && value.back() == '"'
        && std::all_of(value.begin() + 1, value.end() - 1, [](char c) { return c > 0x20 && c < 0x7F && c != '"'; });
}

} // namespace

std::optional<ContentRange> parseContentRange(std::string_view value)
{
    value = trimmed(value);
    if (lowered(value.substr(0, 6)) != "bytes ")
        return std::nullopt;
    value = trimmed(value.substr(6));
    const auto dash = value.find('-');
    const auto slash = value.find('/');
    if (dash == std::string_view::npos || slash == std::string_view::npos || slash < dash)
        return std::nullopt;
    const auto first = parseNumber(value.substr(0, dash));
    const auto last = parseNumber(value.substr(dash + 1, slash - dash - 1));
    const auto total =
        value.substr(slash + 1) == "*" ? std::optional(kUnknownSize) : parseNumber(value.substr(slash + 1));
    if (!first || !last || !total || *first > *last || *last >= *total)
        return std::nullopt;
    return ContentRange {*first, *last, *total};
}

std::optional<Bytes> parseContentLength(std::string_view value)
{
    std::optional<Bytes> length;
    for (bool more = true; more;) {
        const auto comma = value.find(',');
        const auto number = parseNumber(trimmed(value.substr(0, comma)));
        if (!number || *number > kLongestFile || (length && *length != *number))
            return std::nullopt;
        length = number;
        more = comma != std::string_view::npos;
        value.remove_prefix(more ? comma + 1 : value.size());
    }
    return length;
}

void HttpAnswer::read(std::string_view line)
{
    if (line.starts_with("HTTP/")) {
        readStatusLine(trimmed(line));
        return;
    }
    if (head.size() + line.size() < kLongestHead && !trimmed(line).empty())
        head.append(line.substr(0, line.find_last_not_of("\r\n") + 1)) += '\n';
    if (line.starts_with(' ') || line.starts_with('\t'))
        unfold(trimmed(line));
    else
        m_field = trimmed(line);
    const auto colon = m_field.find(':');
    if (colon != std::string::npos)
        readField(std::string_view(m_field).substr(0, colon), trimmed(std::string_view(m_field).substr(colon + 1)));
}

// RFC 9112 §5.2: what is folded counts as one line, read again as a whole. libcurl frames the body by the first of the
// lines alone, so a folded length is none that we and libcurl agree on. Nothing comes before the first field (§2.2).
void HttpAnswer::unfold(std::string_view rest)
{
    static constexpr std::array<std::string_view, 3> kFraming {"content-length", "content-range", "transfer-encoding"};
    if (m_field.empty() || rest.empty())
        return;
    const auto name = lowered(std::string_view(m_field).substr(0, m_field.find(':')));
    m_field.append(" ").append(rest);
    if (std::find(kFraming.begin(), kFraming.end(), name) == kFraming.end())
        return;
    contradictory = true;
    unreadable = m_field;
}

void HttpAnswer::readStatusLine(std::string_view line)
{
    *this = {};
    const auto space = line.find(' ');
    if (space == std::string_view::npos)
        return;
    version = line.substr(5, space - 5);
    const auto rest = trimmed(line.substr(space));
    status = static_cast<int>(parseNumber(rest.substr(0, 3)).value_or(0));
    reason = trimmed(rest.substr(std::min<std::size_t>(3, rest.size())));
}

void HttpAnswer::readField(std::string_view name, std::string_view value)
{
    const auto field = lowered(name);
    if (field == "content-length") {
        const auto length = parseContentLength(value);
        if (!length || (contentLength != kUnknownSize && contentLength != *length)) {
            contradictory = true;
            unreadable = std::string("Content-Length: ").append(value);
        }
        contentLength = length.value_or(kUnknownSize);
    } else if (field == "content-range") {
        const auto range = parseContentRange(value);
        // A 416 says "bytes */10": not a range, and no contradiction.
        contradictory = contradictory || (status == 206 && (!range || (contentRange && *contentRange != *range)));
        contentRange = range;
    } else if (field == "transfer-encoding") {
        chunked = lowered(value).find("chunked") != std::string::npos;
    } else if (field == "etag") {
        etag = isStrongTag(value) ? value : std::string_view();
    } else if (field == "last-modified") {
        lastModified = value.size() <= kLongestValidator && parseDate(std::string(value)) ? value : std::string_view();
    } else if (field == "date") {
        date = value;
    } else if (field == "set-cookie") {
        cookies.emplace_back(value);
    } else if (field == "location") {
        location = value;
    } else if (field == "retry-after") {
        retryAfter = value;
    } else if (field == "x-ratelimit-remaining" || field == "ratelimit-remaining") {
        isQuotaUsedUp = parseNumber(value) == 0U;
    } else if (field == "x-ratelimit-reset" || field == "ratelimit-reset") {
        quotaReset = parseNumber(value);
    } else if (field == "accept-ranges") {
        refusesRanges = lowered(value) == "none";
    } else if (field == "repr-digest") {
        takeDigest(parseContentDigest(value));
    } else if (field == "digest") {
        takeDigest(parseDigest(value));
    } else if (field == "content-digest") {
        // Of the bytes in this answer: they are the file's only if it is all of it (RFC 9530 §2).
        if (status == 200)
            takeDigest(parseContentDigest(value));
    } else if (field == "content-encoding") {
        takeCodings(lowered(value));
    } else if (field == "content-type") {
        contentType = trimmed(lowered(value.substr(0, value.find(';'))));
    } else if (field == "www-authenticate") {
        takeSignInMethods(value);
    }
}

// Servers put all sorts of things here. These say nothing about the bytes: aws-chunked is how they once came to S3, the
// others are meant for Content-Transfer-Encoding or for a charset.
void HttpAnswer::takeCodings(std::string_view list)
{
    static constexpr std::array<std::string_view, 11> kNone {
        "identity", "none", "aws-chunked", "binary", "utf-8", "utf8", "8bit", "7bit", "chunked", "iso-8859-1", "null"};
    forEachPart(list, [this](std::string_view coding) {
        if (coding.empty() || std::find(kNone.begin(), kNone.end(), coding) != kNone.end())
            return;
        contentEncoding.append(contentEncoding.empty() ? "" : ", ").append(coding);
    });
}

// RFC 9110 §11.6.1: challenges and their parameters are parted by commas alike; a parameter has its "=" in the first
// word.
void HttpAnswer::takeSignInMethods(std::string_view challenges)
{
    forEachPart(challenges, [this](std::string_view part) {
        const auto scheme = part.substr(0, part.find(' '));
        const bool isName = !scheme.empty()
            && std::all_of(scheme.begin(), scheme.end(), [](char c) { return isLetterOrDigit(c) || c == '-'; });
        if (isName && std::find(signInMethods.begin(), signInMethods.end(), scheme) == signInMethods.end())
            signInMethods.emplace_back(scheme);
    });
}

// Several may come; the strongest counts.
void HttpAnswer::takeDigest(std::optional<Checksum> found)
{
    if (found && (!digest || found->algorithm > digest->algorithm))
        digest = std::move(found);
}

bool HttpAnswer::isRedirect() const
{
    const bool redirects = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    return redirects && !location.empty();
}

bool HttpAnswer::isCloseDelimited() const
{
    // HTTP/2 ends every body with a flag of its own (RFC 9113 §8.1).
    return contentLength == kUnknownSize && !chunked && version.starts_with('1');
}

std::optional<Milliseconds> HttpAnswer::retryDelay(WallTime now) const
{
    if (const auto seconds = parseNumber(retryAfter)) {
        const auto longest = std::chrono::seconds(kLongestRetryAfter).count();
        return std::chrono::seconds(std::min<std::uint64_t>(*seconds, static_cast<std::uint64_t>(longest)));
    }
    const auto until = parseDate(retryAfter);
    if (!until)
        return isQuotaUsedUp && (status == 403 || status == 429) ? std::optional(quotaDelay(now)) : std::nullopt;
    const auto from = parseDate(date).value_or(std::chrono::system_clock::to_time_t(now));
    const auto delay = std::chrono::seconds(*until - from);
    return std::clamp<std::chrono::seconds>(delay, std::chrono::seconds(0), kLongestRetryAfter);
}

// Seconds since 1970 with some (GitHub), from now with others (draft-ietf-httpapi-ratelimit-headers).
Milliseconds HttpAnswer::quotaDelay(WallTime now) const
{
    constexpr std::uint64_t kLeastEpoch = 1'000'000'000;
    constexpr std::chrono::seconds kUnsaid {60};
    if (!quotaReset)
        return kUnsaid;
    const auto longest = std::chrono::seconds(kLongestRetryAfter).count();
    const auto sent = static_cast<std::uint64_t>(toEpochSeconds(now));
    const auto left = *quotaReset < kLeastEpoch ? *quotaReset : *quotaReset > sent ? *quotaReset - sent : 0;
    return std::chrono::seconds(std::min<std::uint64_t>(left, static_cast<std::uint64_t>(longest)));
}

std::string HttpAnswer::strongDate() const
{
    const auto changed = parseDate(lastModified);
    const auto sent = parseDate(date);
    return changed && sent && *sent > *changed ? lastModified : std::string();
}

std::optional<EpochSeconds> HttpAnswer::modified() const
{
    const auto changed = parseDate(lastModified);
    if (!changed || *changed > std::time_t {0xFFFFFFFF})
        return std::nullopt;
    return static_cast<EpochSeconds>(*changed);
}

namespace {

bool isReadable(const HttpAnswer &answer)
{
    return !answer.contradictory && answer.contentEncoding.empty();
}

// RFC 9110 §15.3.7 makes the server repeat the tag; one that doesn't may not have looked at If-Range at all.
bool isSameVersion(const HttpAnswer &answer, const Checkpoint &held)
{
    return held.etag.empty() ? answer.lastModified == held.lastModified : answer.etag == held.etag;
}

// RFC 9110 §15.3.1: the whole file, whatever was asked for.
BodyMeaning meaningOfWhole(const HttpAnswer &answer, const Checkpoint &held)
{
    const auto unfit = held.offset > 0 ? BodyMeaning::Mismatch : BodyMeaning::Nonsense;
    if (!isReadable(answer))
        return BodyMeaning::Nonsense;
    const auto &range = answer.contentRange;
    if (range
        && (range->first != 0 || range->length() != range->total
            || (answer.contentLength != kUnknownSize && answer.contentLength != range->total)))
        return unfit;
    // Scripts that know ranges, but not their status, send the rest so. Only the length we know proves the whole; for
    // any other one the whole is asked for, without a range.
    return held.offset > 0 && answer.contentLength != held.total ? BodyMeaning::Mismatch : BodyMeaning::Whole;
}

// A part, though all was asked for: of servers whose answers are never longer.
BodyMeaning meaningOfUnasked(const HttpAnswer &answer)
{
    const auto &range = answer.contentRange;
    const bool isBeginning = isReadable(answer) && range && range->first == 0 && range->total != kUnknownSize
        && (answer.contentLength == kUnknownSize || answer.contentLength == range->length());
    if (!isBeginning)
        return BodyMeaning::Nonsense;
    if (range->length() == range->total)
        return BodyMeaning::Whole;
    // Without a validator nothing would tell that what follows is of the same version.
    return answer.etag.empty() && answer.strongDate().empty() ? BodyMeaning::Nonsense : BodyMeaning::Rest;
}

} // namespace

BodyMeaning meaningOf(const HttpAnswer &answer, const Checkpoint &held)
{
    if (answer.status != 200 && answer.status != 206)
        return BodyMeaning::NotAFile;
    if (answer.status == 200)
        return meaningOfWhole(answer, held);
    if (held.offset == 0)
        return meaningOfUnasked(answer);
    const auto &range = answer.contentRange;
    if (!isReadable(answer) || !range || range->first != held.offset)
        return BodyMeaning::Mismatch;
    // The proof that this is a part of the same file: the size and the validator that we hold. It may be shorter than
    // what was asked for (RFC 9110 §14.2); what follows is asked for next.
    const auto total = range->total == kUnknownSize ? held.total : range->total;
    const bool sameSize =
        total != kUnknownSize && range->last < total && (held.total == kUnknownSize || held.total == total);
    const bool sameLength = answer.contentLength == kUnknownSize || answer.contentLength == range->length();
    return sameSize && isSameVersion(answer, held) && sameLength ? BodyMeaning::Rest : BodyMeaning::Mismatch;
}

BodyMeaning meaningOfRange(const HttpAnswer &answer, const Checkpoint &held, Bytes first, Bytes length)
{
    if (answer.status != 200 && answer.status != 206)
        return BodyMeaning::NotAFile;
    const auto unfit = held.offset > 0 ? BodyMeaning::Mismatch : BodyMeaning::Nonsense;
    if (answer.status == 200)
        return held.offset > 0 ? BodyMeaning::Mismatch : BodyMeaning::NoRanges;
    const auto &range = answer.contentRange;
    if (!isReadable(answer) || !range || range->first != first)
        return unfit;
    const bool sameLength = answer.contentLength == kUnknownSize || answer.contentLength == range->length();
    // Whether a shorter one is right, or the remote ends too early, is the plan's question: it needs the size for that.
    const bool isWithin = range->length() == length
        || (range->total != kUnknownSize && (length == kUnknownSize || range->length() < length));
    const bool sameVersion = held.offset == 0 || isSameVersion(answer, held);
    return sameLength && isWithin && sameVersion ? BodyMeaning::Rest : unfit;
}

} // namespace haulwatch
