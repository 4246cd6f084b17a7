// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace haulwatch {

/// What the program is, its version and its licence, in a box over the window until it is closed.
void showAbout(QWidget *window);

} // namespace haulwatch
