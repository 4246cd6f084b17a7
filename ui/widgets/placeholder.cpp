// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/placeholder.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace haulwatch {
namespace {

constexpr int kIconSize = 48;
constexpr int kWidestText = 480;

} // namespace

Placeholder::Placeholder(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setProperty("heading", true);
    m_title->setTextFormat(Qt::PlainText);
    m_explanation->setProperty("muted", true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_explanation->setAlignment(Qt::AlignHCenter);
    m_explanation->setMaximumWidth(kWidestText);
    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    m_buttons->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_explanation, 0, Qt::AlignHCenter);
    layout->addSpacing(6);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
}

void Placeholder::setContent(const QIcon &icon, const QString &title, const QString &explanation)
{
    m_icon->setPixmap(icon.pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF()));
    m_title->setText(title);
    m_explanation->setText(explanation);
    // A label that may wrap is as narrow as it can be, unless told otherwise.
    m_explanation->setMinimumWidth(
        std::min(kWidestText, m_explanation->fontMetrics().horizontalAdvance(explanation) + 4));
    m_explanation->setVisible(!explanation.isEmpty());
}

QAbstractButton *Placeholder::addButton(const QString &text, bool primary)
{
    auto *button = new QPushButton(text, this);
    button->setProperty("primary", primary);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

} // namespace haulwatch
