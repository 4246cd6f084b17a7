// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "job/job.h"

namespace haulwatch {

/// "bytes 5-9/10" (RFC 9110 §14.4). Both ends are part of the range.
struct ContentRange {
    Bytes first = 0;
    Bytes last = 0;
    Bytes total = kUnknownSize; ///< unknown for "bytes 5-9/*"

    bool operator==(const ContentRange &) const = default;
    [[nodiscard]] Bytes length() const { return last - first + 1; }
};

[[nodiscard]] std::optional<ContentRange> parseContentRange(std::string_view value);

/// A number of bytes. A list of equal numbers counts as one (RFC 9110 §8.6); everything else that is not digits is
/// refused.
[[nodiscard]] std::optional<Bytes> parseContentLength(std::string_view value);

/// The head of one answer as far as a download depends on it. A plain value, filled line by line; it knows no socket
/// and no file.
struct HttpAnswer {
    int status = 0; ///< 0: no status line yet
    std::string version; ///< "1.1", "2"
    std::string reason; ///< the phrase behind the status; HTTP/2 has none
    Bytes contentLength = kUnknownSize;
    std::optional<ContentRange> contentRange;
    std::string etag; ///< only if strong
    std::string lastModified; ///< only if it is a date
    std::string date;
    std::string location;
    std::vector<std::string> cookies; ///< the values of Set-Cookie
    std::string retryAfter;
    bool isQuotaUsedUp = false; ///< X-RateLimit-Remaining: 0
    std::optional<std::uint64_t> quotaReset; ///< X-RateLimit-Reset as it came
    std::string contentEncoding; ///< lower case, without what is no coding at all; empty: none
    std::string contentType; ///< lower case, without parameters
    std::vector<std::string> signInMethods; ///< the schemes of WWW-Authenticate: "Negotiate", "NTLM"
    std::string head; ///< the fields as they came, the first of them; for the record of an attempt
    std::optional<Checksum> digest; ///< of the whole file, as the server says (RFC 9530, RFC 3230)
    bool refusesRanges = false; ///< Accept-Ranges: none
    bool chunked = false;
    bool contradictory = false; ///< a length or range that can't be read, or two that differ
    std::string unreadable; ///< the line that made it so

    /// Takes one line of the head as it came, with or without its line break. A status line begins a new answer.
    void read(std::string_view line);

    [[nodiscard]] bool isRedirect() const; ///< a status that asks to go elsewhere, with the address
    /// Only the closing connection tells the end of the body: a cut body looks like a whole one.
    [[nodiscard]] bool isCloseDelimited() const;
    /// How long the server wants to be left alone. A date counts from the answer's own Date, else from `now`.
    [[nodiscard]] std::optional<Milliseconds> retryDelay(WallTime now) const;
    [[nodiscard]] Milliseconds quotaDelay(WallTime now) const; ///< what X-RateLimit-Reset says
    /// Last-Modified, if it can tell two versions apart: not when the file changed within the second before the answer
    /// (RFC 9110 §8.8.2.2).
    [[nodiscard]] std::string strongDate() const;
    /// The time in Last-Modified.
    [[nodiscard]] std::optional<EpochSeconds> modified() const;

private:
    void unfold(std::string_view rest);
    void readStatusLine(std::string_view line);
    void readField(std::string_view name, std::string_view value);
    void takeDigest(std::optional<Checksum> found);

    std::string m_field; ///< the last one, as far as it came
    void takeCodings(std::string_view list);
    void takeSignInMethods(std::string_view challenges);
};

/// What a 2xx answer means for a file of which `held.offset` bytes are here and were asked to be continued (0: the
/// whole was asked).
enum class BodyMeaning : std::uint8_t {
    Whole, ///< all of the file, from its first byte
    Rest, ///< what follows held.offset, or the first part of it
    Mismatch, ///< a part that does not fit to what is here: the whole must be asked for
    Nonsense, ///< breaks the protocol, or is coded in a way nobody asked for
    NotAFile, ///< a success that carries no file: 204, 202…
    NoRanges, ///< all of the file, though only a range of it was asked for
};

[[nodiscard]] BodyMeaning meaningOf(const HttpAnswer &answer, const Checkpoint &held);

/// The same for `length` bytes at `first` (unknown: to the end), which are to follow the `held.offset` bytes that are
/// here of a file made of ranges.
[[nodiscard]] BodyMeaning meaningOfRange(const HttpAnswer &answer, const Checkpoint &held, Bytes first, Bytes length);

} // namespace haulwatch
