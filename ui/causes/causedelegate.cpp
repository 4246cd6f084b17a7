// SPDX-License-Identifier: GPL-3.0-or-later
#include "causes/causedelegate.h"

#include <QIcon>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

#include "causes/causemodel.h"
#include "widgets/bidi.h"
#include "widgets/theme.h"

namespace haulwatch {
namespace {

constexpr int kMargin = 9;
constexpr int kGap = 14;
constexpr int kIconSize = 16;
constexpr int kBarHeight = 10;
constexpr int kTrendStep = 5;

/// Puts cells one after the other in the direction of reading.
class Line {
public:
    Line(QPainter &painter, const QStyleOptionViewItem &option)
        : m_painter(painter)
        , m_option(option)
        , m_left(option.rect.left() + kMargin)
    {
    }

    [[nodiscard]] int room() const { return m_option.rect.right() - kMargin - m_left; }

    QRect take(int width)
    {
        const QRect logical(m_left, m_option.rect.top(), std::min(width, room()), m_option.rect.height());
        m_left += logical.width() + kGap;
        return QStyle::visualRect(m_option.direction, m_option.rect, logical);
    }

    void write(const QRect &rect, const QString &text, Qt::Alignment alignment = Qt::AlignLeft)
    {
        bidi::drawLine(m_painter, rect, alignment | Qt::AlignVCenter, text);
    }

private:
    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    int m_left;
};

void paintGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.fillRect(option.rect,
                     selected      ? option.palette.color(QPalette::Highlight)
                         : hovered ? theme::hover(option.palette)
                                   : option.palette.color(QPalette::Base));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(option.palette.color(QPalette::Link));
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void paintBar(QPainter &painter, const QStyleOptionViewItem &option, const QRect &cell, double share)
{
    const int length = std::max(2, static_cast<int>(cell.width() * share));
    QRect bar(cell.left(), cell.center().y() - kBarHeight / 2 + 1, length, kBarHeight);
    if (option.direction == Qt::RightToLeft)
        bar.moveRight(cell.right());
    QPainterPath shape;
    shape.addRoundedRect(bar, 2, 2);
    painter.fillPath(shape, theme::stateColour(JobState::Error, option.palette));
}

/// A bar for each part of the time, the highest as high as a letter.
void paintTrend(QPainter &painter, const QStyleOptionViewItem &option, const QRect &cell,
                const FailureTrends::Counts &trend)
{
    const auto most = *std::max_element(trend.begin(), trend.end());
    const int highest = painter.fontMetrics().capHeight();
    const int ground = cell.center().y() + highest / 2;
    for (int i = 0; i < static_cast<int>(trend.size()) && most > 0; ++i) {
        const auto jobs = trend[static_cast<std::size_t>(i)];
        const int height = jobs == 0 ? 1 : std::max(2, static_cast<int>(std::uint64_t {jobs} * highest / most));
        const QRect bar(cell.left() + i * kTrendStep, ground - height + 1, kTrendStep - 1, height);
        painter.fillRect(QStyle::visualRect(option.direction, cell, bar), theme::mutedText(option.palette));
    }
}

} // namespace

void CauseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    paintGround(*painter, option);
    Line line(*painter, option);
    const int whole = line.room();
    const QRect icon = line.take(kIconSize);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
    painter->setPen(option.palette.color(QPalette::Text));
    line.write(line.take(whole * 22 / 100), index.data().toString());
    paintBar(*painter, option, line.take(whole * 22 / 100), index.data(CauseModel::ShareRole).toDouble());
    const int widest = painter->fontMetrics().horizontalAdvance(QStringLiteral("1,000,000"));
    line.write(line.take(widest), index.data(CauseModel::CountRole).toString(), Qt::AlignRight);
    paintTrend(*painter, option, line.take(kTrendStep * static_cast<int>(FailureTrends::kSteps)),
               index.data(CauseModel::TrendRole).value<FailureTrends::Counts>());
    const QString times = index.data(CauseModel::TimesRole).toString();
    const int timesWidth = painter->fontMetrics().horizontalAdvance(times) + 2;
    painter->setPen(theme::mutedText(option.palette));
    const bool hasRoomForTimes = line.room() > timesWidth + kGap + whole * 15 / 100;
    line.write(line.take(hasRoomForTimes ? line.room() - timesWidth - kGap : line.room()),
               index.data(CauseModel::PlaceRole).toString());
    if (hasRoomForTimes)
        line.write(line.take(timesWidth), times, Qt::AlignRight);
    painter->restore();
}

QSize CauseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, option.fontMetrics.height() + 9};
}

} // namespace haulwatch
