// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>

#include "commandline/actions.h"

/// The words after `haulwatch`, taken apart and checked as far as that needs neither a job nor a disk.
namespace haulwatch::commandline {

struct CommandLine {
    std::string dataDir; ///< as given; empty: not given
    bool json = false;
    Action action;
};

/// Help or version: to be printed, and all is well.
struct Printout {
    std::string text;
};

/// A sentence that says what is wrong and what to do.
struct UsageError {
    std::string text;
};

using Parsed = std::variant<CommandLine, Printout, UsageError>;

[[nodiscard]] Parsed parse(int argc, const char *const *argv);

} // namespace haulwatch::commandline
