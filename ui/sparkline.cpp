// SPDX-License-Identifier: GPL-3.0-or-later
#include "sparkline.h"

#include <QPainter>

#include <algorithm>

#include "theme.h"

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

QSize Sparkline::sizeHint() const
{
    return {90, 16};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.size() < 2)
        return;
    const auto greatest = std::max<std::uint64_t>(1, *std::max_element(m_values.begin(), m_values.end()));
    const QRectF area = QRectF(rect()).adjusted(1, 2, -1, -2);
    const qreal step = area.width() / static_cast<qreal>(kSamples - 1);
    qreal x = area.right() - step * static_cast<qreal>(m_values.size() - 1);
    QPolygonF line;
    for (const auto value : m_values) {
        line << QPointF(x, area.bottom() - area.height() * static_cast<qreal>(value) / static_cast<qreal>(greatest));
        x += step;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::stateColour(JobState::Transferring, palette()), 1.4));
    painter.drawPolyline(line);
}

} // namespace haulwatch
