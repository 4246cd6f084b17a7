// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messagebar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "widgets/icons.h"
#include "widgets/theme.h"

namespace haulwatch {
namespace {

constexpr int kIconSize = 16;

} // namespace

MessageBar::MessageBar(Kind kind, QWidget *parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_links(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    setAccessibleName(tr("Message"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_links->setSpacing(6);
    m_close->setIcon(icons::muted(icons::Shape::Close));
    m_close->setIconSize({kIconSize, kIconSize});
    static_cast<QToolButton *>(m_close)->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    connect(m_close, &QAbstractButton::clicked, this, &MessageBar::closed);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 6, 1);
    layout->setSpacing(9);
    layout->addWidget(m_icon);
    layout->addWidget(m_text);
    layout->addLayout(m_links);
    layout->addStretch();
    layout->addWidget(m_close);
    setMinimumHeight(fontMetrics().height() + 13);
    setIcon(kind == Kind::Problem ? icons::ofState(JobState::Error) : icons::of(icons::Shape::Info));
}

void MessageBar::setIcon(const QIcon &icon)
{
    m_icon->setPixmap(icon.pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF()));
}

void MessageBar::setText(const QString &text)
{
    if (m_text->text() == text)
        return;
    m_text->setText(text);
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString MessageBar::text() const
{
    return m_text->text();
}

QAbstractButton *MessageBar::addLink(const QString &text, const QKeySequence &key)
{
    auto *link = new QPushButton(text, this);
    link->setProperty("link", true);
    link->setCursor(Qt::PointingHandCursor);
    link->setFocusPolicy(Qt::TabFocus);
    m_links->addWidget(link);
    if (!key.isEmpty()) {
        auto *hint = new QLabel(key.toString(QKeySequence::NativeText), this);
        hint->setProperty("muted", true);
        m_links->addWidget(hint);
    }
    return link;
}

void MessageBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(
        rect(), m_kind == Kind::Problem ? theme::problemBackground(palette()) : theme::noticeBackground(palette()));
    painter.fillRect(0, height() - 1, width(), 1, theme::border(palette()));
}

} // namespace haulwatch
