// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobheader.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

#include "jobs/jobdelegate.h"
#include "widgets/bidi.h"
#include "widgets/theme.h"

namespace haulwatch {
namespace {

constexpr int kArrowWidth = 7;
constexpr int kArrowGap = 5;

void paintArrow(QPainter &painter, QPointF at, Qt::SortOrder order)
{
    // Down = the least on top, as in the file managers people use beside us.
    const qreal tip = order == Qt::AscendingOrder ? 2.0 : -2.0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QPointF corners[] = {at + QPointF(0, -tip), at + QPointF(kArrowWidth, -tip),
                               at + QPointF(kArrowWidth / 2.0, tip)};
    painter.drawPolygon(corners, 3);
}

} // namespace

JobHeader::JobHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setMinimumSectionSize(40);
    setTextElideMode(Qt::ElideRight);
    updateFont();
}

void JobHeader::updateFont()
{
    QFont small = parentWidget() ? parentWidget()->font() : font();
    small.setWeight(QFont::Medium);
    if (small.pixelSize() > 0)
        small.setPixelSize(small.pixelSize() - 1);
    else
        small.setPointSizeF(small.pointSizeF() * 0.92);
    setFont(small);
}

void JobHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        updateFont();
}

QSize JobHeader::sectionSizeFromContents(int section) const
{
    const auto title = model()->headerData(section, Qt::Horizontal).toString();
    return {fontMetrics().horizontalAdvance(title) + 2 * JobDelegate::kMargin + kArrowGap + kArrowWidth,
            fontMetrics().height() + 13};
}

void JobHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, palette().color(QPalette::Window));
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme::border(palette()));
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const auto alignment = Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    QRect content = rect.adjusted(JobDelegate::kMargin, 0, -JobDelegate::kMargin, -1);
    const int room = content.width() - (sorted ? kArrowGap + kArrowWidth : 0);
    const auto title =
        fontMetrics().elidedText(model()->headerData(section, Qt::Horizontal).toString(), Qt::ElideRight, room);
    const int width = fontMetrics().horizontalAdvance(title);
    // The arrow hangs out to the left of a right-aligned title, so that titles and numbers end at the same line.
    const int left = alignment.testFlag(Qt::AlignRight) ? content.right() + 1 - width : content.left();
    painter->setPen(theme::mutedText(palette()));
    const QRect words(left, content.top(), width + 1, content.height());
    bidi::drawLine(*painter, QStyle::visualRect(layoutDirection(), rect, words), Qt::AlignLeft | Qt::AlignVCenter,
                   title);
    if (sorted) {
        const int x = alignment.testFlag(Qt::AlignRight) ? left - kArrowGap - kArrowWidth : left + width + kArrowGap;
        const QRect arrow(x, content.top(), kArrowWidth, content.height());
        painter->setBrush(theme::mutedText(palette()));
        paintArrow(*painter,
                   {QStyle::visualRect(layoutDirection(), rect, arrow).left() + 0.0, content.center().y() + 1.0},
                   sortIndicatorOrder());
    }
    painter->restore();
}

void JobHeader::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    for (int section = 0; section < count(); ++section) {
        auto *toggle = menu.addAction(model()->headerData(section, Qt::Horizontal).toString());
        toggle->setCheckable(true);
        toggle->setChecked(!isSectionHidden(section));
        // A table without columns shows no way back.
        toggle->setEnabled(isSectionHidden(section) || hiddenSectionCount() < count() - 1);
        connect(toggle, &QAction::toggled, this, [this, section](bool shown) { setSectionHidden(section, !shown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Columns…")), &QAction::triggered, this, &JobHeader::columnsRequested);
    menu.exec(event->globalPos());
}

} // namespace haulwatch
