// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/textlabels.h"

#include <QEvent>
#include <QPainter>

#include "widgets/bidi.h"
#include "widgets/theme.h"
#include "widgets/tooltipdescription.h"

namespace haulwatch {

QString asToolTip(const QString &plain)
{
    return plain.isEmpty() ? plain : QStringLiteral("<qt>%1</qt>").arg(plain.toHtmlEscaped());
}

QFont smaller(QFont font)
{
    constexpr double kFactor = 0.92;
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * kFactor));
    else
        font.setPointSizeF(font.pointSizeF() * kFactor);
    return font;
}

WrappedLabel::WrappedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::RichText); // only rich text is broken within a word; what is plain gets escaped
    setWordWrap(true);
    setOpenExternalLinks(false);
    setTextInteractionFlags(Qt::NoTextInteraction);
    align();
}

void WrappedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

// Rich text stands where its own direction begins, unless it is told to.
void WrappedLabel::align()
{
    setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
}

void WrappedLabel::setPlain(const QString &text)
{
    setHtml(text.toHtmlEscaped().replace(u'\n', u"<br>"_qs));
}

void WrappedLabel::setHtml(const QString &html)
{
    // Setting the same text again would drop a selection somebody is copying.
    if (html != text())
        setText(html);
}

void WrappedLabel::makeSelectable()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setCursor(Qt::IBeamCursor);
}

QSize WrappedLabel::minimumSizeHint() const
{
    return {1, fontMetrics().height()};
}

ElidedLabel::ElidedLabel(QWidget *parent)
    : QFrame(parent)
{
    new ToolTipDescription(*this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setToolTip(asToolTip(text));
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text), fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {1, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(theme::mutedText(palette()));
    bidi::drawLine(painter, rect(), Qt::AlignLeft | Qt::AlignVCenter, m_text, Qt::ElideMiddle);
}

} // namespace haulwatch
