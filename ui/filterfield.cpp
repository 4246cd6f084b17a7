// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterfield.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

#include <chrono>
#include <utility>

#include "filtertext.h"
#include "icons.h"
#include "theme.h"

namespace haulwatch {

using namespace std::chrono_literals;

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("Filter: state:error host:… or any text"));
    setAccessibleName(tr("Filter"));
    setToolTip(tr("<p>Words, or state: cause: code: host: name: file: age: size: is:<br>"
                  "For example <b>state:failed host:example.org age:&gt;2h</b><br>"
                  "A - before a part means: not that. Commas mean: any of these.</p>"));
    addAction(icons::muted(icons::Shape::Search), LeadingPosition);
    setClearButtonEnabled(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &FilterField::apply);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        // Nothing to type on after the last letter is gone.
        if (text.isEmpty())
            apply();
        else
            m_pause.start();
    });
    connect(this, &QLineEdit::returnPressed, this, &FilterField::apply);
}

void FilterField::setHint(const QKeySequence &key)
{
    m_hint = key.toString(QKeySequence::NativeText);
}

void FilterField::apply()
{
    m_pause.stop();
    const auto filter = JobFilter::parse(text().toStdString());
    const auto mistake = filter ? QString() : explain(filter.error());
    if (std::exchange(m_mistake, mistake) != mistake)
        Q_EMIT mistakeChanged(mistake);
    if (filter && std::exchange(m_applied, text()) != text())
        Q_EMIT filterChanged(*filter);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty())
            Q_EMIT left();
        else
            clear();
        return;
    }
    if (event->key() == Qt::Key_Down) {
        Q_EMIT left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(theme::mutedText(palette()));
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, m_hint);
}

} // namespace haulwatch
