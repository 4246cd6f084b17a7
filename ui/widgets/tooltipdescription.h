// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace haulwatch {

/// What a widget's tooltip says, for screen readers: they would be read the markup of one that is formatted. Follows
/// the tooltip as long as the widget lives, its parent.
class ToolTipDescription : public QObject {
    Q_OBJECT

public:
    explicit ToolTipDescription(QWidget &widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    QWidget &m_widget;
};

} // namespace haulwatch
