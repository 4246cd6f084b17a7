// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/job.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace haulwatch {
namespace {

constexpr std::array<std::string_view, 4> kPriorityNames {"FOREGROUND", "HIGH", "NORMAL", "LOW"};
constexpr std::array<std::string_view, 4> kAlgorithmNames {"md5", "sha1", "sha256", "sha512"};
constexpr std::array<std::size_t, 4> kDigestDigits {32, 40, 64, 128};
constexpr std::array<std::string_view, 6> kFileStateNames {"waiting", "active",      "retrying",
                                                           "failed",  "transferred", "complete"};

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

} // namespace

std::string_view name(Priority p)
{
    return kPriorityNames[static_cast<std::size_t>(p)];
}

std::optional<Priority> parsePriority(std::string_view text)
{
    for (std::size_t i = 0; i < kPriorityNames.size(); ++i) {
        if (lower(text) == lower(kPriorityNames[i]))
            return static_cast<Priority>(i);
    }
    return std::nullopt;
}

std::string_view name(ChecksumAlgorithm a)
{
    return kAlgorithmNames[static_cast<std::size_t>(a)];
}

std::optional<Checksum> parseChecksum(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    auto algorithm = lower(text.substr(0, colon));
    // "SHA-256" is how RFC 6920 and aria2 spell it.
    std::erase(algorithm, '-');
    const auto it = std::find(kAlgorithmNames.begin(), kAlgorithmNames.end(), algorithm);
    if (it == kAlgorithmNames.end())
        return std::nullopt;
    const auto i = static_cast<std::size_t>(it - kAlgorithmNames.begin());
    auto digits = lower(text.substr(colon + 1));
    if (digits.size() != kDigestDigits[i] || digits.find_first_not_of("0123456789abcdef") != std::string::npos)
        return std::nullopt;
    return Checksum {static_cast<ChecksumAlgorithm>(i), std::move(digits)};
}

std::string toString(const Checksum &checksum)
{
    return std::string(name(checksum.algorithm)) + ':' + checksum.hex;
}

std::string_view hostOf(std::string_view address)
{
    const auto scheme = address.find("://");
    if (scheme == std::string_view::npos)
        return {};
    const auto start = scheme + 3;
    const auto end = address.find_first_of("/?#", start);
    return address.substr(start, end == std::string_view::npos ? end : end - start);
}

tl::expected<std::shared_ptr<const JobError>, ErrorCode> getError(const JobRecord &job)
{
    if (!job.error)
        return tl::unexpected(code::kErrorInformationUnavailable);
    return job.error;
}

std::string_view name(FileState s)
{
    return kFileStateNames[static_cast<std::size_t>(s)];
}

} // namespace haulwatch
