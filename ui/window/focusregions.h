// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

class QWidget;

namespace haulwatch {

/// A part of the window that F6 goes to.
struct Region {
    QWidget *widget;
    QWidget *first; ///< gets the focus; null: what Tab would come to first
};

/// Moves the focus from the region that has it to the next visible one, or with -1 to the one before.
void goToRegion(std::span<const Region> regions, int direction);

} // namespace haulwatch
