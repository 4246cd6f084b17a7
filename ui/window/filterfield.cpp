// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/filterfield.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QPainter>
#include <QStringListModel>
#include <QStyledItemDelegate>

#include <chrono>
#include <utility>

#include "job/filterparser.h"
#include "widgets/icons.h"
#include "widgets/theme.h"
#include "widgets/tooltipdescription.h"
#include "words/filtertext.h"

namespace haulwatch {

using namespace std::chrono_literals;

namespace {

constexpr int kHintMargin = 10;
constexpr int kIconRoom = 34;

} // namespace

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(new QStringListModel(this), this))
{
    setPlaceholderText(tr("Filter: state:error host:… or any text"));
    setAccessibleName(tr("Filter"));
    setToolTip(tr("<p>Words, or state: cause: code: host: name: file: age: size: is:<br>"
                  "For example <b>state:failed host:example.org age:&gt;2h</b><br>"
                  "A - before a part means: not that. Commas mean: any of these.</p>"));
    addAction(icons::muted(icons::Shape::Search), LeadingPosition);
    setClearButtonEnabled(true);
    if (auto *clear = findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(tr("Clear the filter")); // Qt gives it no words
    new ToolTipDescription(*this);
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

    // Not QLineEdit's own completer: that one completes the whole line.
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setProperty("choices", true);
    // The completer's own delegate knows no style sheet.
    m_completer->popup()->setItemDelegate(new QStyledItemDelegate(m_completer));
    m_completer->popup()->setAccessibleName(tr("What can stand here"));
    connect(this, &QLineEdit::textEdited, this, &FilterField::suggest);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterField::complete);
}

void FilterField::setHint(const QKeySequence &key)
{
    m_hint = key.toString(QKeySequence::NativeText);
}

void FilterField::apply()
{
    m_pause.stop();
    const auto filter = parseFilter(text().toStdString());
    const auto mistake = filter ? QString() : explain(filter.error());
    if (std::exchange(m_mistake, mistake) != mistake)
        Q_EMIT mistakeChanged(mistake);
    if (filter && std::exchange(m_applied, text()) != text())
        Q_EMIT filterChanged(*filter);
}

void FilterField::suggest()
{
    const auto words = completionsOf(text(), cursorPosition()).words;
    static_cast<QStringListModel *>(m_completer->model())->setStringList(words);
    if (words.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void FilterField::complete(const QString &word)
{
    const auto start = completionsOf(text(), cursorPosition()).start;
    setSelection(static_cast<int>(start), cursorPosition() - static_cast<int>(start));
    insert(word);
    // After a key its values are what is wanted next.
    if (word.endsWith(u':'))
        suggest();
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
    const int words = fontMetrics().horizontalAdvance(placeholderText());
    if (kIconRoom + words + fontMetrics().horizontalAdvance(m_hint) + 2 * kHintMargin > width())
        return;
    QPainter painter(this);
    painter.setPen(theme::mutedText(palette()));
    // At the end of the words, which begin where the keyboard's language does; the icon stands where the window does.
    const bool fromRight = QGuiApplication::inputMethod()->inputDirection() == Qt::RightToLeft;
    const bool iconAtRight = layoutDirection() == Qt::RightToLeft;
    const int room = fromRight == iconAtRight ? kHintMargin : kIconRoom;
    painter.drawText(rect().adjusted(room, 0, -room, 0),
                     (fromRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter, m_hint);
}

} // namespace haulwatch
