// SPDX-License-Identifier: GPL-3.0-or-later
#include "sidebar/sidebardelegate.h"

#include <QIcon>
#include <QPainter>

#include <algorithm>

#include "widgets/bidi.h"
#include "widgets/theme.h"
#include "words/format.h"

namespace haulwatch {
namespace {

using sidebar::RowKind;

constexpr int kIconSize = 16;
constexpr int kMargin = 8; ///< of the selection's rounded rectangle
constexpr int kPadding = 8; ///< within it
constexpr int kTextLeft = kIconSize + 8;

RowKind kindOf(const QModelIndex &index)
{
    return static_cast<RowKind>(index.data(sidebar::KindRole).toInt());
}

QFont fontFor(const QStyleOptionViewItem &option, RowKind kind, bool bold)
{
    QFont font = option.font;
    if (kind == RowKind::Heading || kind == RowKind::Group || kind == RowKind::Note) {
        if (font.pixelSize() > 0)
            font.setPixelSize(font.pixelSize() - (kind == RowKind::Heading ? 2 : 1));
        else
            font.setPointSizeF(font.pointSizeF() * (kind == RowKind::Heading ? 0.85 : 0.92));
    }
    if (bold || kind == RowKind::Heading)
        font.setWeight(QFont::DemiBold);
    return font;
}

/// Paints the count and returns what is left of `rect` for the text. Rectangles are as from left to right.
QRect paintCount(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, const QModelIndex &index)
{
    const auto count = index.data(sidebar::CountRole).toULongLong();
    const auto text = format::count(count);
    const int width = painter.fontMetrics().horizontalAdvance(text);
    const bool badge = count > 0 && index.data(sidebar::BadgeRole).toBool();
    if (badge) {
        const int height = painter.fontMetrics().height() - 1;
        const QRect place(rect.right() + 1 - width - 14, rect.top(), width + 14, rect.height());
        QRectF pill = QStyle::visualRect(option.direction, rect, place);
        pill.setTop(rect.center().y() + 1 - height / 2.0);
        pill.setHeight(height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::stateColour(JobState::Error, option.palette));
        painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
        // White on the lighter red of the dark theme would fall short of 4.5:1.
        painter.setPen(theme::isDark(option.palette) ? option.palette.color(QPalette::Base)
                                                     : theme::onAccent(option.palette));
        painter.drawText(pill, Qt::AlignCenter, text);
        return rect.adjusted(0, 0, -width - 22, 0);
    }
    painter.setPen(count == 0 ? option.palette.color(QPalette::Disabled, QPalette::Text)
                              : theme::mutedText(option.palette));
    bidi::drawLine(painter, rect, Qt::AlignRight | Qt::AlignVCenter, text);
    return rect.adjusted(0, 0, -width - 8, 0);
}

void paintEntry(QPainter &painter, const QStyleOptionViewItem &option, QRect rect, const QModelIndex &index)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect box = rect.adjusted(kMargin, 0, -kMargin, 0);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setPen(selected && option.state.testFlag(QStyle::State_HasFocus) ? QPen(theme::accent(option.palette))
                                                                                 : QPen(Qt::NoPen));
        painter.setBrush(selected ? option.palette.color(QPalette::Highlight) : theme::track(option.palette));
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    const QRect content = box.adjusted(kPadding, 0, -kPadding, 0);
    const bool empty = index.data(sidebar::CountRole).toULongLong() == 0;
    const QRect icon(content.left(), content.center().y() - kIconSize / 2 + 1, kIconSize, kIconSize);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(&painter, QStyle::visualRect(option.direction, content, icon), Qt::AlignCenter,
               empty ? QIcon::Disabled : QIcon::Normal);
    QRect text = paintCount(painter, option, content, index);
    text.setLeft(content.left() + kTextLeft);
    painter.setPen(empty && !selected ? option.palette.color(QPalette::Disabled, QPalette::Text)
                                      : option.palette.color(QPalette::Text));
    bidi::drawLine(painter, QStyle::visualRect(option.direction, content, text), Qt::AlignLeft | Qt::AlignVCenter,
                   index.data().toString());
}

} // namespace

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto kind = kindOf(index);
    painter->setFont(fontFor(option, kind, option.state.testFlag(QStyle::State_Selected)));
    if (kind == RowKind::View || kind == RowKind::Group) {
        paintEntry(*painter, option, option.rect, index);
    } else {
        const int left = kMargin + kPadding + (kind == RowKind::Note ? kTextLeft : 0);
        painter->setPen(theme::mutedText(option.palette));
        const QRect words = option.rect.adjusted(left, 0, -kPadding, -3);
        bidi::drawLine(*painter, QStyle::visualRect(option.direction, option.rect, words),
                       Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
    }
    painter->restore();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    switch (kindOf(index)) {
    case RowKind::Heading:
        return {0, line + (index.row() == 0 ? 12 : 18)};
    case RowKind::View:
        return {0, line + 10};
    case RowKind::Group:
    case RowKind::Note:
        return {0, line + 9};
    }
    return {};
}

} // namespace haulwatch
