// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <vector>

#include "job/inputfile.h"
#include "job/result.h"

namespace haulwatch {

/// Addresses as somebody typed, pasted or loaded them, one a line, judged by the engine's own rules. Indented lines
/// below one are options for it, as in an input file of the command line.
struct AddressList {
    struct Entry {
        InputEntry given;
        QString text; ///< the lines that say so
    };
    struct Refused {
        std::size_t line = 0; ///< from 1
        CallError why;
    };

    std::vector<Entry> entries; ///< the good ones; each target once
    std::optional<Refused> firstRefused;
    std::vector<UnknownInputOption> unknown; ///< ignored
    std::size_t repeated = 0; ///< entries that were left out because an earlier one names the same

    [[nodiscard]] std::vector<std::string> addresses() const;
    /// Whether some address has headers that are not for the others.
    [[nodiscard]] bool hasOwnHeaders() const;
};

/// Empty lines and comments (#) are skipped. A line that holds several addresses, as a paste from a page may, is taken
/// apart.
[[nodiscard]] AddressList readAddressList(const QString &text);

} // namespace haulwatch
