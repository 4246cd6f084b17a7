// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "commandline/commandline.h"
#include "commandline/exitstatus.h"

class QApplication;

namespace haulwatch {

/// Opens the monitor over a demo, over the engine that runs for the data directory, or over one of its own, and stays
/// until it is closed; or paints it into a picture.
[[nodiscard]] ExitStatus runWindow(const commandline::Window &window, const std::string &directory,
                                   QApplication &application);

} // namespace haulwatch
