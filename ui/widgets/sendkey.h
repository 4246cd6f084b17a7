// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>

namespace haulwatch {

/// Ctrl+Return, or Ctrl+Enter of the keypad: sends a dialog from any of its fields.
[[nodiscard]] inline bool isSendKey(const QKeyEvent &event)
{
    return (event.modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier
        && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

} // namespace haulwatch
