// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/demobar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include "widgets/theme.h"

namespace haulwatch {
namespace {

constexpr int kStripe = 14; ///< width of one, in pixels along the bar

} // namespace

DemoBar::DemoBar(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Demo — nothing is transferred"));
    setFixedHeight(fontMetrics().height() + 11);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 1);
    layout->addStretch();
    const auto addLink = [&](const QString &text) {
        auto *link = new QPushButton(text, this);
        link->setProperty("link", true);
        link->setProperty("inBar", true);
        layout->addWidget(link);
        return link;
    };
    connect(addLink(tr("Take the tour")), &QPushButton::clicked, this, &DemoBar::tourRequested);
    connect(addLink(tr("Leave the demo")), &QPushButton::clicked, this, &DemoBar::leaveRequested);
}

void DemoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::noticeBackground(palette()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::track(palette()));
    const int h = height();
    for (int x = -h; x < width(); x += 2 * kStripe)
        painter.drawPolygon(QPolygon({{x, h}, {x + h, 0}, {x + h + kStripe, 0}, {x + kStripe, h}}));
    painter.restore();

    const auto text = accessibleName();
    const int width = fontMetrics().horizontalAdvance(text) + 24;
    const QRect ground(rect().center().x() - width / 2, 0, width, h);
    painter.fillRect(ground, theme::noticeBackground(palette()));
    painter.fillRect(0, h - 1, rect().width(), 1, theme::border(palette()));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(ground.adjusted(0, 0, 0, -1), Qt::AlignCenter, text);
}

} // namespace haulwatch
