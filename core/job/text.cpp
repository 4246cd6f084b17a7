// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/text.h"

#include <algorithm>

namespace haulwatch::text {

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lowered(c); });
    return result;
}

} // namespace haulwatch::text
