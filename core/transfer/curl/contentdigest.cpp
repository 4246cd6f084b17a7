// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/contentdigest.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include <openssl/evp.h>

#include "job/text.h"

namespace haulwatch {
namespace {

constexpr std::size_t kLongestBase64 = 88; // of 64 bytes

using text::lowered;
using text::trimmed;

std::optional<std::string> hexOf(std::string_view base64, std::size_t size)
{
    if (base64.size() != (size + 2) / 3 * 4 || base64.size() > kLongestBase64)
        return std::nullopt;
    std::array<unsigned char, kLongestBase64> bytes {};
    const auto *text = reinterpret_cast<const unsigned char *>(base64.data());
    if (EVP_DecodeBlock(bytes.data(), text, static_cast<int>(base64.size())) < static_cast<int>(size))
        return std::nullopt;
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (std::size_t i = 0; i < size; ++i) {
        hex += kDigits[bytes[i] >> 4];
        hex += kDigits[bytes[i] & 0xF];
    }
    return hex;
}

std::optional<Checksum> digestOf(std::string_view name, std::string_view base64)
{
    const auto algorithm = lowered(name);
    const bool is512 = algorithm == "sha-512";
    if (!is512 && algorithm != "sha-256")
        return std::nullopt;
    auto hex = hexOf(base64, is512 ? 64 : 32);
    if (!hex)
        return std::nullopt;
    return Checksum {is512 ? ChecksumAlgorithm::Sha512 : ChecksumAlgorithm::Sha256, std::move(*hex)};
}

// What `read` makes of the "name=value" members of a list; the best of them.
template <typename Read>
std::optional<Checksum> strongest(std::string_view list, Read read)
{
    std::optional<Checksum> best;
    for (bool more = true; more;) {
        const auto comma = list.find(',');
        const auto member = trimmed(list.substr(0, comma));
        if (const auto equals = member.find('='); equals != std::string_view::npos) {
            auto found = read(member.substr(0, equals), member.substr(equals + 1));
            if (found && (!best || found->algorithm > best->algorithm))
                best = std::move(found);
        }
        more = comma != std::string_view::npos;
        list.remove_prefix(more ? comma + 1 : list.size());
    }
    return best;
}

} // namespace

std::optional<Checksum> parseContentDigest(std::string_view value)
{
    return strongest(value, [](std::string_view name, std::string_view item) -> std::optional<Checksum> {
        // A byte sequence stands between colons; parameters behind it mean nothing here.
        const auto end = item.find(':', 1);
        if (item.empty() || item.front() != ':' || end == std::string_view::npos)
            return std::nullopt;
        return digestOf(name, item.substr(1, end - 1));
    });
}

std::optional<Checksum> parseDigest(std::string_view value)
{
    return strongest(value, [](std::string_view name, std::string_view item) { return digestOf(name, item); });
}

} // namespace haulwatch
