// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bidi.h"

#include <QGuiApplication>
#include <QPainter>

#include <algorithm>

namespace haulwatch::bidi {
namespace {

int directionOf(const QString &text)
{
    return text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
}

} // namespace

void drawLine(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
              Qt::TextElideMode elide)
{
    const auto placed = QStyle::visualAlignment(painter.layoutDirection(), alignment);
    painter.drawText(rect, static_cast<int>(placed) | Qt::TextSingleLine | directionOf(text),
                     painter.fontMetrics().elidedText(text, elide, rect.width()));
}

QString isolated(const QString &text)
{
    constexpr QChar kFirstStrongIsolate(0x2068);
    constexpr QChar kPopDirectionalIsolate(0x2069);
    return text.isEmpty() ? text : kFirstStrongIsolate + text + kPopDirectionalIsolate;
}

QString htmlTable(const QList<QStringList> &rows)
{
    const bool isMirrored = QGuiApplication::isRightToLeft();
    QString html =
        QStringLiteral("<table align='%1' cellspacing='0' cellpadding='0'>").arg(isMirrored ? u"right"_qs : u"left"_qs);
    for (QStringList cells : rows) {
        if (isMirrored)
            std::reverse(cells.begin(), cells.end());
        html += u"<tr>" + cells.join(QString()) + u"</tr>";
    }
    return html + u"</table>";
}

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void Style::drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
                         const QString &text, QPalette::ColorRole role) const
{
    constexpr int kDirections = Qt::TextForceLeftToRight | Qt::TextForceRightToLeft;
    const Qt::Alignment given(flags & static_cast<int>(Qt::AlignHorizontal_Mask | Qt::AlignVertical_Mask));
    // The right without more is a push button with an icon, which has been mirrored already.
    const auto placed =
        given.testFlag(Qt::AlignRight) ? given | Qt::AlignAbsolute : visualAlignment(painter->layoutDirection(), given);
    const int rest = flags & ~static_cast<int>(Qt::AlignHorizontal_Mask | Qt::AlignVertical_Mask) & ~kDirections;
    QProxyStyle::drawItemText(painter, rect, static_cast<int>(placed) | rest | directionOf(text), palette, enabled,
                              text, role);
}

} // namespace haulwatch::bidi
