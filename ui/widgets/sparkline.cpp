// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sparkline.h"

#include <QPainter>

#include <algorithm>

#include "widgets/theme.h"

namespace haulwatch {

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::add(std::uint64_t value)
{
    m_values.push_back(value);
    if (m_values.size() > kSamples)
        m_values.pop_front();
    update();
}

std::uint64_t Sparkline::greatest() const
{
    return m_values.empty() ? 0 : *std::max_element(m_values.begin(), m_values.end());
}

QSize Sparkline::sizeHint() const
{
    return {90, 18};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (layoutDirection() == Qt::RightToLeft) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const QRectF area = QRectF(rect()).adjusted(0.5, 2.5, -0.5, -2.5);
    painter.setPen(QPen(theme::border(palette()), 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (greatest() == 0)
        return;
    // A sample is a step as wide as its second: a single one can be seen as well.
    const qreal step = area.width() / static_cast<qreal>(kSamples);
    const qreal scale = area.height() / static_cast<qreal>(greatest());
    qreal x = area.right() - step * static_cast<qreal>(m_values.size());
    QPolygonF line;
    line << QPointF(x, area.bottom());
    for (const auto value : m_values) {
        const qreal y = area.bottom() - scale * static_cast<qreal>(value);
        line << QPointF(x, y) << QPointF(x + step, y);
        x += step;
    }
    line << QPointF(area.right(), area.bottom());
    QColor colour = theme::stateColour(JobState::Transferring, palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.2));
    painter.drawPolyline(line);
    colour.setAlphaF(0.18F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(line);
}

} // namespace haulwatch
