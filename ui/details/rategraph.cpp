// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/rategraph.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <utility>

#include "widgets/bidi.h"
#include "widgets/textlabels.h"
#include "widgets/theme.h"
#include "words/format.h"

namespace haulwatch {
namespace {

constexpr int kMargin = 12;
constexpr int kGap = 6;
constexpr int kTickHeight = 5; ///< of a failure, below the base line
constexpr int kLinesHigh = 3; ///< the plot, in lines of text

QString failures(std::size_t count)
{
    return count == 1 ? RateGraph::tr("1 failure") : RateGraph::tr("%Ln failures", nullptr, static_cast<int>(count));
}

} // namespace

RateGraph::RateGraph(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Rate over time"));
    hide();
}

void RateGraph::show(RateCourse course)
{
    m_course = std::move(course);
    layOut();
    setAccessibleDescription(summary());
    setVisible(!m_course.steps.empty());
    update();
}

QString RateGraph::summary() const
{
    if (m_course.steps.empty())
        return {};
    const QString span =
        tr("Between %1 and %2: highest %3", "two times, a rate")
            .arg(format::clockTime(m_course.begin), format::clockTime(m_course.end), format::rate(m_course.highest()));
    return m_course.failures.empty() ? span
                                     : tr("%1, %2", "a graph, failures").arg(span, failures(m_course.failures.size()));
}

QSize RateGraph::sizeHint() const
{
    const int line = QFontMetrics(smaller(font())).height();
    return {300, kGap + kLinesHigh * line + kTickHeight + 2 + line + kGap};
}

QSize RateGraph::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

QRect RateGraph::plotArea() const
{
    const QFontMetrics metrics(smaller(font()));
    const int label = metrics.horizontalAdvance(format::rate(m_course.highest()));
    const QRect plot(kMargin + label + kGap, kGap, width() - 2 * kMargin - label - kGap,
                     height() - 2 * kGap - metrics.height() - kTickHeight - 2);
    return QStyle::visualRect(layoutDirection(), rect(), plot);
}

void RateGraph::layOut()
{
    m_columns = columnsOf(m_course, static_cast<std::size_t>(std::max(plotArea().width(), 0)));
}

WallTime RateGraph::timeOf(std::size_t column) const
{
    const auto share = static_cast<double>(column) / static_cast<double>(m_columns.size());
    const auto span = static_cast<double>((m_course.end - m_course.begin).count());
    return m_course.begin + Milliseconds {static_cast<Milliseconds::rep>(span * share)};
}

std::optional<std::size_t> RateGraph::columnAt(QPoint point) const
{
    const QRect plot = plotArea();
    if (m_columns.empty() || point.x() < plot.left() || point.x() > plot.right())
        return std::nullopt;
    const auto place = static_cast<std::size_t>(isRightToLeft() ? plot.right() - point.x() : point.x() - plot.left());
    return std::min(place, m_columns.size() - 1);
}

QString RateGraph::textAt(QPoint point) const
{
    const auto place = columnAt(point);
    if (!place)
        return {};
    const RateColumn &column = m_columns[*place];
    const QString from = format::clockTime(timeOf(*place));
    const QString to = format::clockTime(timeOf(*place + 1));
    const QString when = from == to ? from : tr("%1 to %2", "two times").arg(from, to);
    const QString rate = column.highest > 0 ? format::rate(column.highest) : tr("nothing arrived");
    if (column.failures == 0)
        return tr("%1: %2", "time, rate").arg(when, rate);
    return tr("%1: %2, %3", "time, rate, failures").arg(when, rate, failures(column.failures));
}

bool RateGraph::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = textAt(help->pos());
    QToolTip::showText(help->globalPos(), asToolTip(text.isEmpty() ? summary() : text), this);
    return true;
}

void RateGraph::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void RateGraph::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::LayoutDirectionChange)
        return;
    layOut();
    updateGeometry();
}

void RateGraph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(smaller(font()));
    paintAxes(painter);
    paintColumns(painter);
    painter.setPen(theme::border(palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void RateGraph::paintAxes(QPainter &painter) const
{
    const QRect plot = plotArea();
    const int line = painter.fontMetrics().height();
    const auto write = [&](QRect logical, Qt::Alignment alignment, const QString &text) {
        bidi::drawLine(painter, QStyle::visualRect(layoutDirection(), rect(), logical), alignment, text, Qt::ElideNone);
    };
    const QRect logical = QStyle::visualRect(layoutDirection(), rect(), plot);
    painter.setPen(theme::mutedText(palette()));
    // Level with the top of the highest column.
    write({0, plot.top() - line / 2 + 2, logical.left() - kGap, line}, Qt::AlignRight | Qt::AlignVCenter,
          format::rate(m_course.highest()));
    const QRect below(logical.left(), plot.bottom() + kTickHeight + 3, logical.width(), line);
    const QString first = format::clockTime(m_course.begin);
    const QString last = format::clockTime(m_course.end);
    write(below, Qt::AlignLeft | Qt::AlignVCenter, first);
    if (painter.fontMetrics().horizontalAdvance(first + last) + 2 * kGap < below.width())
        write(below, Qt::AlignRight | Qt::AlignVCenter, last);
    painter.setPen(theme::border(palette()));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
}

void RateGraph::paintColumns(QPainter &painter) const
{
    const QRect plot = plotArea();
    const auto highest = static_cast<double>(m_course.highest());
    QColor colour = theme::stateColour(JobState::Transferring, palette());
    QColor area = colour;
    area.setAlphaF(0.25F);
    const QColor problem = theme::stateColour(JobState::Error, palette());
    int before = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const int along = static_cast<int>(i);
        const int x = isRightToLeft() ? plot.right() - along : plot.left() + along;
        // Whatever moved can be seen, however little beside the highest.
        const int up = m_columns[i].highest == 0
            ? 0
            : std::max(1, static_cast<int>(static_cast<double>(m_columns[i].highest) / highest * (plot.height() - 1)));
        painter.fillRect(x, plot.bottom() - up, 1, up, area);
        const auto [low, high] = std::minmax(before, up);
        if (high > 0)
            painter.fillRect(x, plot.bottom() - high, 1, std::max(1, high - low), colour);
        before = up;
        if (m_columns[i].failures > 0)
            painter.fillRect(x - 1, plot.bottom() + 2, 2, kTickHeight, problem);
    }
}

} // namespace haulwatch
