// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haulwatch {

/// The whole program: reads the command line, makes the application object its words need, and runs to the end.
/// Returns the process's exit status.
[[nodiscard]] int runApplication(int argc, char **argv);

} // namespace haulwatch
