// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

#include "job/jobfilter.h"

class QCompleter;

namespace haulwatch {

/// The filter of the table as one line of text; tells a filter once the typing pauses. While the text is not understood
/// the last filter stays, and the reason is told.
class FilterField : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    /// Says which key brings one here.
    void setHint(const QKeySequence &key);

Q_SIGNALS:
    void filterChanged(const haulwatch::JobFilter &filter);
    /// A sentence; empty once the text is understood again.
    void mistakeChanged(const QString &mistake);
    /// Escape in an empty field.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void apply();
    void suggest();
    void complete(const QString &word);

    QCompleter *m_completer;
    QTimer m_pause;
    QString m_hint;
    QString m_mistake;
    QString m_applied;
};

} // namespace haulwatch
