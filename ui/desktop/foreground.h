// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace haulwatch {

/// Shows the window to the user, be it hidden, an icon or behind others.
void bringToFront(QWidget &window);

} // namespace haulwatch
