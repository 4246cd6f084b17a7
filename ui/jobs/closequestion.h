// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace haulwatch {

class UndoQueue;

/// Before the window closes: asks whether the verbs in their grace time are to be sent or taken back, and does it. With
/// none there is no question. False: the user would rather stay.
[[nodiscard]] bool settleGraceTime(UndoQueue &undoQueue, QWidget *window);

} // namespace haulwatch
