// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QRect>

#include "job/jobstate.h"

class QPainter;

namespace haulwatch {

inline constexpr int kProgressBarHeight = 6;

/// Paints a bar of that height, centred in `rect`: the whole as a track, `progress` (0 to 1) of it in the state's
/// colour.
void paintProgressBar(QPainter &painter, const QRect &rect, double progress, JobState state, const QPalette &palette);

} // namespace haulwatch
