// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/addressrewrite.h"

#include <algorithm>

namespace haulwatch {

std::optional<PrefixChange> prefixChange(std::string_view before, std::string_view after)
{
    if (before == after)
        return std::nullopt;
    const auto [fromEnd, unused] = std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend());
    const auto common = static_cast<std::size_t>(fromEnd - before.rbegin());
    // The common end starts within a segment; from its first slash on, it is made of whole ones.
    const std::size_t slash = before.find('/', before.size() - common);
    const std::size_t lastSlash = before.rfind('/');
    if (slash == std::string_view::npos || lastSlash == std::string_view::npos)
        return std::nullopt;
    const std::size_t kept = before.size() - slash - 1;
    return PrefixChange {std::string(before.substr(0, slash + 1)), std::string(after.substr(0, after.size() - kept))};
}

std::vector<std::pair<std::uint32_t, std::string>> othersWithPrefix(const JobSpec &spec,
                                                                    std::span<const FileProgress> files,
                                                                    std::uint32_t changed, const PrefixChange &change)
{
    std::vector<std::pair<std::uint32_t, std::string>> others;
    const std::size_t n = std::min(spec.files.size(), files.size());
    for (std::size_t i = 0; i < n; ++i) {
        const std::string &remote = spec.files[i].remote;
        if (i != changed && !isHere(files[i].state) && remote.starts_with(change.before))
            others.emplace_back(static_cast<std::uint32_t>(i), change.after + remote.substr(change.before.size()));
    }
    return others;
}

} // namespace haulwatch
