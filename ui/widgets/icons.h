// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

#include "job/jobstate.h"

/// Our own drawings, tinted from the application's palette when they are painted: an icon made once stays right after a
/// change of theme, and is drawn for the size and the resolution at hand. GUI thread.
namespace haulwatch::icons {

enum class Shape {
    Add,
    All,
    Attention,
    Cancel,
    Close,
    Complete,
    Copy,
    Downloads,
    FoldDown,
    FoldLeft,
    FoldRight,
    Info,
    Resume,
    Search,
    StateCancelled,
    StateConnecting,
    StateFailed,
    StateFinished,
    StateQueued,
    StateReady,
    StateRetrying,
    StateSuspended,
    StateTransferring,
    Suspend,
    Undo,
};

/// In the colour of text; disabled actions get the disabled text's.
[[nodiscard]] QIcon of(Shape shape);
/// In the colour of text on the primary button.
[[nodiscard]] QIcon onAccent(Shape shape);
/// In the colour of secondary text.
[[nodiscard]] QIcon muted(Shape shape);
/// The state's own shape and colour.
[[nodiscard]] QIcon ofState(JobState state);
/// The warning triangle in the colour of failure.
[[nodiscard]] QIcon attention();
[[nodiscard]] QIcon application();

} // namespace haulwatch::icons
