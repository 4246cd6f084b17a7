// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace haulwatch {

/// Runs programs beside this one; never through a shell, never waiting. Used by the core thread only.
class CommandRunner {
public:
    using Process = std::int64_t;

    virtual ~CommandRunner() = default;

    /// `words`: the program, searched in PATH, and its arguments. `variables`: "NAME=value", besides those of this
    /// process. Nothing: it cannot be run.
    [[nodiscard]] virtual std::optional<Process> start(const std::vector<std::string> &words,
                                                       const std::vector<std::string> &variables) = 0;

    /// Its exit status, or 128 and the signal that ended it; nothing as long as it runs. Once told it is forgotten.
    [[nodiscard]] virtual std::optional<int> takeExit(Process process) = 0;
};

} // namespace haulwatch
