// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/disclosure.h"

#include <QEvent>

#include "widgets/icons.h"

namespace haulwatch {

Disclosure::Disclosure(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("disclosure", true);
    updateIcon();
    connect(this, &QToolButton::toggled, this, &Disclosure::updateIcon);
}

void Disclosure::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        updateIcon();
}

// Not the style's arrow: it stays at the left in a mirrored window.
void Disclosure::updateIcon()
{
    const auto folded = layoutDirection() == Qt::RightToLeft ? icons::Shape::FoldLeft : icons::Shape::FoldRight;
    setIcon(icons::muted(isChecked() ? icons::Shape::FoldDown : folded));
}

} // namespace haulwatch
