// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tooltipdescription.h"

#include <QEvent>
#include <QTextDocumentFragment>
#include <QWidget>

namespace haulwatch {

ToolTipDescription::ToolTipDescription(QWidget &widget)
    : QObject(&widget)
    , m_widget(widget)
{
    widget.installEventFilter(this);
    follow();
}

bool ToolTipDescription::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTipChange)
        follow();
    return QObject::eventFilter(watched, event);
}

void ToolTipDescription::follow()
{
    m_widget.setAccessibleDescription(QTextDocumentFragment::fromHtml(m_widget.toolTip()).toPlainText().simplified());
}

} // namespace haulwatch
