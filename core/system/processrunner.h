// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "system/commandrunner.h"

namespace haulwatch {

/// Runs them as children of this process, in process groups of their own. POSIX.
[[nodiscard]] std::unique_ptr<CommandRunner> makeProcessRunner();

} // namespace haulwatch
