// SPDX-License-Identifier: GPL-3.0-or-later
#include "address/plaintext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

#include <openssl/evp.h>

#include "job/text.h"

namespace haulwatch {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kLongestLine = 300;
constexpr std::size_t kShortestWord = 4; // of a header's value
constexpr std::size_t kShortestSecret = 3; // a shorter one would blot out innocent text and hides nothing

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The length of the well-formed UTF-8 sequence at the start of `text` (RFC 3629 §4), 0 if there is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1
        : first < 0xC2                      ? 0
        : first < 0xE0                      ? 2
        : first < 0xF0                      ? 3
        : first < 0xF5                      ? 4
                                            : 0;
    if (length == 0 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(text[i]))
            return 0;
    }
    const auto second = length > 1 ? static_cast<unsigned char>(text[1]) : 0;
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool noCharacter = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
    return overlong || noCharacter ? 0 : length;
}

bool isControl(std::string_view sequence)
{
    const auto first = static_cast<unsigned char>(sequence.front());
    // U+0080 to U+009F are control characters too; terminals obey them.
    return first < 0x20 || first == 0x7F || (first == 0xC2 && static_cast<unsigned char>(sequence[1]) < 0xA0);
}

/// RFC 3986 §2.1: the byte that "%40" at the start of `text` stands for; nothing else begins with two such digits.
std::optional<char> escapedByte(std::string_view text)
{
    std::uint8_t byte = 0;
    if (text.size() < 3 || text.front() != '%'
        || std::from_chars(text.data() + 1, text.data() + 3, byte, 16).ptr != text.data() + 3)
        return std::nullopt;
    return static_cast<char>(byte);
}

/// What a text means once its escapes are decoded, and where in it each byte of that stands.
struct Decoded {
    std::string bytes;
    std::vector<std::size_t> begins; ///< one more than bytes: the end

    [[nodiscard]] Decoded decodedAgain() const;
};

Decoded asWritten(std::string_view text)
{
    Decoded decoded {std::string(text), std::vector<std::size_t>(text.size() + 1)};
    std::iota(decoded.begins.begin(), decoded.begins.end(), std::size_t {0});
    return decoded;
}

Decoded Decoded::decodedAgain() const
{
    Decoded again;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto escaped = escapedByte(std::string_view(bytes).substr(i));
        again.bytes += escaped.value_or(bytes[i]);
        again.begins.push_back(begins[i]);
        i += escaped ? 3 : 1;
    }
    again.begins.push_back(begins[bytes.size()]);
    return again;
}

// In a query both are a space, and which of the two comes back is the server's taste.
std::string withPlusAsSpace(std::string text)
{
    std::replace(text.begin(), text.end(), '+', ' ');
    return text;
}

// A server, or one behind it, writes an address that it repeats in its own way: "%2F" as "%2f" or as "/", or the whole
// of it as a value within another address. What the text means is compared, not how it is written.
void hide(std::string &text, std::string_view secret)
{
    if (secret.size() < kShortestSecret)
        return;
    static constexpr int kMostTimesEscaped = 3;
    const std::string wanted = withPlusAsSpace(std::string(secret));
    for (int times = 0; times <= kMostTimesEscaped; ++times) {
        auto decoded = asWritten(text);
        for (int i = 0; i < times; ++i)
            decoded = decoded.decodedAgain();
        const std::string meaning = withPlusAsSpace(std::move(decoded.bytes));
        // From the end, so that what was not looked at yet stays where it is.
        for (auto end = meaning.size(); end >= wanted.size();) {
            const auto at = meaning.rfind(wanted, end - wanted.size());
            if (at == std::string::npos)
                break;
            const auto begin = decoded.begins[at];
            text.replace(begin, decoded.begins[at + wanted.size()] - begin, kEllipsis);
            end = at;
        }
        if (meaning.find('%') == std::string::npos)
            return;
    }
}

std::string base64(const std::string &bytes)
{
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const auto length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()),
                        reinterpret_cast<const unsigned char *>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

void hideUserInfo(std::string &text, const std::string &userInfo)
{
    const auto decoded = percentDecoded(userInfo);
    hide(text, decoded);
    const auto colon = userInfo.find(':');
    if (colon == std::string::npos)
        return;
    hide(text, percentDecoded(userInfo.substr(colon + 1)));
    hide(text, base64(decoded)); // as "Authorization: Basic" carries it
}

// Whether a query parameter of this name carries what signs in: AWS, Azure, Google, CloudFront and plain APIs.
bool namesToken(std::string_view name)
{
    static constexpr std::array<std::string_view, 15> kParts {
        "token",   "secret",  "signature", "password",   "passwd", "credential", "session", "apikey",
        "api_key", "api-key", "accesskey", "access_key", "auth",   "jwt",        "hmac"};
    static constexpr std::array<std::string_view, 8> kWhole {"sig",  "key",    "pwd",         "pass",
                                                             "code", "policy", "key-pair-id", "sid"};
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto isPart = [&lower](std::string_view part) { return lower.find(part) != std::string::npos; };
    return std::any_of(kParts.begin(), kParts.end(), isPart)
        || std::find(kWhole.begin(), kWhole.end(), lower) != kWhole.end();
}

// How somebody signs in is no secret, and an error says which ways a server takes.
bool isScheme(std::string_view word)
{
    static constexpr std::array<std::string_view, 5> kSchemes {"basic", "bearer", "digest", "negotiate", "ntlm"};
    return std::find(kSchemes.begin(), kSchemes.end(), text::lowered(word)) != kSchemes.end();
}

// "Bearer TOKEN", "name=TOKEN; other=TOKEN": the tokens alone are the secrets.
void hideWords(std::string &text, std::string_view value)
{
    while (!value.empty()) {
        const auto end = std::min(value.find_first_of(" ;,"), value.size());
        auto word = value.substr(0, end);
        if (const auto equals = word.find('='); equals != std::string_view::npos && equals + 1 < word.size())
            word.remove_prefix(equals + 1);
        if (word.size() >= kShortestWord && !isScheme(word))
            hide(text, word);
        value.remove_prefix(std::min(end + 1, value.size()));
    }
}

} // namespace

std::string oneLine(std::string_view text)
{
    std::string line;
    while (!text.empty() && line.size() < kLongestLine) {
        const auto length = sequenceLength(text);
        const auto sequence = text.substr(0, length == 0 ? 1 : length);
        if (length == 0)
            line += '?';
        else if (isControl(sequence))
            line += ' ';
        else
            line += sequence;
        text.remove_prefix(sequence.size());
    }
    const auto first = line.find_first_not_of(' ');
    const auto last = line.find_last_not_of(' ');
    return first == std::string::npos ? std::string() : line.substr(first, last - first + 1);
}

std::string withoutSecrets(std::string text, const JobSecrets &secrets)
{
    hideUserInfo(text, secrets.userInfo);
    hideUserInfo(text, secrets.proxyUserInfo);
    for (const auto &header : secrets.headers) {
        const auto colon = header.find(':');
        const auto value = colon == std::string::npos ? 0 : header.find_first_not_of(' ', colon + 1);
        if (value == std::string::npos)
            continue;
        hide(text, std::string_view(header).substr(value));
        hideWords(text, std::string_view(header).substr(value));
    }
    return text;
}

std::string withoutSecret(std::string text, std::string_view encoded)
{
    hide(text, percentDecoded(encoded));
    return text;
}

std::string withoutTokens(std::string text)
{
    for (auto at = text.find_first_of("?&"); at != std::string::npos; at = text.find_first_of("?&", at + 1)) {
        const auto equals = text.find_first_of("=&?# \t\r\n\"'<>", at + 1);
        if (equals == std::string::npos || text[equals] != '=')
            continue;
        const auto end = std::min(text.find_first_of("&# \t\r\n\"'<>", equals), text.size());
        if (namesToken(std::string_view(text).substr(at + 1, equals - at - 1)))
            text.replace(equals + 1, end - equals - 1, kEllipsis);
    }
    return text;
}

std::string percentDecoded(std::string_view text)
{
    return asWritten(text).decodedAgain().bytes;
}

} // namespace haulwatch
