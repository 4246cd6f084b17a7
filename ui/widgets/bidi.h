// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QPainter;

/// Text in a window that may be mirrored: places follow the window, letters follow the text. Without that "3.4 GB" and
/// "13 / 19" would read "GB 3.4" and "19 / 13" where one reads from right to left.
namespace haulwatch::bidi {

/// Draws one line that runs as its first letter says, elided at its end; `alignment` is as from left to right, and
/// mirrored with the application.
void drawLine(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
              Qt::TextElideMode elide = Qt::ElideRight);

/// The same, for what draws lines by itself: `text` between marks that keep its direction to itself.
[[nodiscard]] QString isolated(const QString &text);

/// A table in rich text, which lays its cells out from left to right whatever the window does: `cells` are the <td> of
/// each row.
[[nodiscard]] QString htmlTable(const QList<QStringList> &rows);

/// Fusion, with `drawLine`'s rule for the texts of all controls.
class Style : public QProxyStyle {
    Q_OBJECT

public:
    Style();

    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
                      const QString &text, QPalette::ColorRole role) const override;
};

} // namespace haulwatch::bidi
