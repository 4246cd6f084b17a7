// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "job/job.h"

namespace haulwatch {

/// What one changed address says about others: the part in front that became another. Both end with "/".
struct PrefixChange {
    std::string before;
    std::string after;

    bool operator==(const PrefixChange &) const = default;
};

/// "https://a/2024/x.nc" → "https://b/2025/x.nc" is the prefix "https://a/2024/" → "https://b/2025/". Nothing when the
/// file name itself changed, or nothing did.
[[nodiscard]] std::optional<PrefixChange> prefixChange(std::string_view before, std::string_view after);

/// The new addresses of the job's other unfinished files that begin with the old prefix; `changed` is left out.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::string>> othersWithPrefix(const JobSpec &spec,
                                                                                  std::span<const FileProgress> files,
                                                                                  std::uint32_t changed,
                                                                                  const PrefixChange &change);

} // namespace haulwatch
