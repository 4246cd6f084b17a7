// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/attemptstrip.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

#include "widgets/bidi.h"
#include "widgets/textlabels.h"
#include "widgets/theme.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

constexpr int kMarkSize = 18;
constexpr int kGap = 6;

QString shortTime(WallTime t)
{
    return QDateTime::fromMSecsSinceEpoch(t.time_since_epoch().count()).toString(QStringLiteral("HH:mm"));
}

} // namespace

AttemptStrip::AttemptStrip(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AttemptStrip::setAttempts(std::vector<HistoryEntry> attempts)
{
    m_attempts = std::move(attempts);
    if (m_current && *m_current >= m_attempts.size())
        setCurrent(std::nullopt);
    QStringList spoken;
    for (std::size_t i = 0; i < m_attempts.size(); ++i)
        spoken += QStringLiteral("%1: %2").arg(i + 1).arg(labelOf(i));
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize AttemptStrip::sizeHint() const
{
    int width = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(m_attempts.size(), 4); ++i)
        width += widthOf(i);
    return {width, std::max(kMarkSize, fontMetrics().height()) + 2};
}

QSize AttemptStrip::minimumSizeHint() const
{
    return {kMarkSize, sizeHint().height()};
}

QString AttemptStrip::labelOf(std::size_t attempt) const
{
    return shortTime(m_attempts[attempt].time) + u' ' + problemtext::shortReason(*m_attempts[attempt].error);
}

int AttemptStrip::widthOf(std::size_t attempt) const
{
    return kMarkSize + kGap + fontMetrics().horizontalAdvance(labelOf(attempt)) + 2 * kGap;
}

std::vector<AttemptStrip::Mark> AttemptStrip::marks() const
{
    std::vector<Mark> marks;
    if (m_attempts.empty())
        return marks;
    const int ellipsis = fontMetrics().horizontalAdvance(u'…') + 2 * kGap;
    const int firstWidth = widthOf(0);
    // From the last one backwards, as many as leave room for the first.
    std::size_t from = m_attempts.size();
    int used = firstWidth;
    while (from > 1 && used + widthOf(from - 1) + (from > 2 ? ellipsis : 0) <= width()) {
        used += widthOf(from - 1);
        --from;
    }
    marks.push_back({0, QRect(0, 0, firstWidth, height())});
    int x = firstWidth + (from > 1 ? ellipsis : 0);
    for (std::size_t i = from; i < m_attempts.size(); ++i) {
        marks.push_back({i, QRect(x, 0, widthOf(i), height())});
        x += widthOf(i);
    }
    for (Mark &mark : marks)
        mark.rect = QStyle::visualRect(layoutDirection(), rect(), mark.rect);
    return marks;
}

std::optional<std::size_t> AttemptStrip::attemptAt(QPoint position) const
{
    for (const Mark &mark : marks())
        if (mark.rect.contains(position))
            return mark.attempt;
    return std::nullopt;
}

void AttemptStrip::setCurrent(std::optional<std::size_t> attempt)
{
    if (attempt == m_current)
        return;
    m_current = attempt;
    update();
    Q_EMIT currentChanged();
}

void AttemptStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<Mark> shown = marks();
    for (const Mark &mark : shown)
        paintMark(painter, mark);
    if (shown.size() < m_attempts.size()) {
        painter.setPen(theme::mutedText(palette()));
        const QRect gap(widthOf(0), 0, 3 * kGap, height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), gap), Qt::AlignCenter, QStringLiteral("…"));
    }
}

void AttemptStrip::paintMark(QPainter &painter, const Mark &mark) const
{
    const HistoryEntry &entry = m_attempts[mark.attempt];
    const bool goesOn = entry.error->transient;
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), mark.rect, part); };
    const QRect sign(mark.rect.left(), (height() - kMarkSize) / 2, kMarkSize, kMarkSize);
    const QRectF circle = QRectF(placed(sign)).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.setPen(QPen(theme::stateColour(goesOn ? JobState::TransientError : JobState::Error, palette()), 1.5));
    painter.setBrush(m_current == mark.attempt ? theme::track(palette()) : QColor(Qt::transparent));
    if (goesOn) {
        const QPointF c = circle.center();
        const double r = circle.width() / 2;
        painter.drawPolygon(
            QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}}));
    } else {
        painter.drawEllipse(circle);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(smaller(smaller(font())));
    painter.drawText(circle, Qt::AlignCenter, QString::number(mark.attempt + 1));
    painter.setFont(font());
    bidi::drawLine(painter, placed(mark.rect.adjusted(kMarkSize + kGap, 0, 0, 0)), Qt::AlignLeft | Qt::AlignVCenter,
                   labelOf(mark.attempt), Qt::ElideNone);
}

void AttemptStrip::keyPressEvent(QKeyEvent *event)
{
    if (m_attempts.empty() || (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right))
        return QWidget::keyPressEvent(event);
    const std::size_t last = m_attempts.size() - 1;
    if (!m_current)
        return setCurrent(last);
    const auto back = layoutDirection() == Qt::RightToLeft ? Qt::Key_Right : Qt::Key_Left;
    if (event->key() == back)
        return setCurrent(*m_current > 0 ? *m_current - 1 : 0);
    setCurrent(std::min(*m_current + 1, last));
}

void AttemptStrip::mousePressEvent(QMouseEvent *event)
{
    setCurrent(attemptAt(event->pos()));
}

void AttemptStrip::focusOutEvent(QFocusEvent *event)
{
    setCurrent(std::nullopt);
    QWidget::focusOutEvent(event);
}

bool AttemptStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto attempt = attemptAt(help->pos()))
        QToolTip::showText(help->globalPos(), asToolTip(problemtext::description(*m_attempts[*attempt].error)), this);
    else
        QToolTip::hideText();
    return true;
}

QString attemptText(const std::vector<HistoryEntry> &attempts, std::size_t attempt, const JobSpec &spec)
{
    return AttemptStrip::tr("%1 of %2 · %3 · %4")
        .arg(attempt + 1)
        .arg(attempts.size())
        .arg(format::clockTime(attempts[attempt].time), problemtext::historyLine(attempts[attempt], spec));
}

} // namespace haulwatch
