// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"
#include "exitstatus.h"

namespace haulwatch {

/// The monitor window, over the jobs of a data directory or over a demo, until it is closed. Makes the QApplication
/// itself.
[[nodiscard]] ExitStatus runMonitor(int argc, char **argv, const commandline::CommandLine &line);

} // namespace haulwatch
