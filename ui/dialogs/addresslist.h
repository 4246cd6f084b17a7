// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <vector>

#include "job/result.h"

namespace haulwatch {

/// Addresses as somebody typed or pasted them, one a line, judged by the engine's own rules.
struct AddressList {
    struct Refused {
        int line = 0; ///< from 1
        CallError why;
    };

    std::vector<std::string> addresses; ///< the good ones, as typed; each once
    std::optional<Refused> firstRefused;
    std::size_t repeated = 0; ///< lines that were left out because an earlier one names the same
};

/// Empty lines are skipped. A line that holds several addresses, as a paste from a page may, is taken apart.
[[nodiscard]] AddressList readAddressList(const QString &text);

} // namespace haulwatch
