// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/cause.h"

#include <algorithm>

namespace haulwatch {
namespace {

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < kCauseCount; ++i)
        if (kCauseNames[i].cause != static_cast<Cause>(i))
            return false;
    return true;
}
static_assert(isInOrder());

} // namespace

std::string_view name(Cause cause)
{
    return kCauseNames[static_cast<std::size_t>(cause)].name;
}

std::optional<Cause> parseCause(std::string_view text)
{
    const auto *row = std::ranges::find(kCauseNames, text, &CauseName::name);
    return row == kCauseNames.end() ? std::nullopt : std::optional(row->cause);
}

} // namespace haulwatch
