// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/progressbar.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

#include "widgets/theme.h"

namespace haulwatch {

void paintProgressBar(QPainter &painter, const QRect &rect, double progress, JobState state, const QPalette &palette)
{
    constexpr double kRadius = kProgressBarHeight / 2.0;
    const int top = rect.center().y() - kProgressBarHeight / 2 + 1;
    const QRectF track(rect.left(), top, rect.width(), kProgressBarHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QPainterPath shape;
    shape.addRoundedRect(track, kRadius, kRadius);
    painter.fillPath(shape, theme::track(palette));
    if (progress > 0) {
        painter.setClipPath(shape);
        const QSizeF size(std::max(kRadius, track.width() * std::min(progress, 1.0)), track.height());
        painter.setBrush(theme::stateColour(state, palette));
        const bool fromRight = painter.layoutDirection() == Qt::RightToLeft;
        const QPointF corner = fromRight ? track.topRight() - QPointF(size.width(), 0) : track.topLeft();
        painter.drawRoundedRect(QRectF(corner, size), kRadius, kRadius);
    }
    painter.restore();
}

} // namespace haulwatch
