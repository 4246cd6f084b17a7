// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/foreground.h"

#include <QWidget>

namespace haulwatch {

void bringToFront(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace haulwatch
