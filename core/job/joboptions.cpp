// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/joboptions.h"

#include <string_view>

namespace haulwatch {

std::string camelCase(const OptionName &option)
{
    std::string name;
    bool begins = false;
    for (const char c : std::string_view(option.flag)) {
        if (c != '-')
            name += begins ? static_cast<char>(c - 'a' + 'A') : c;
        begins = c == '-';
    }
    return name;
}

} // namespace haulwatch
