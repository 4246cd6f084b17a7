// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QString>
#include <QStyleHints>

namespace haulwatch {

/// Letters typed one soon after the other are one word; after a pause a new word begins. GUI thread.
class TypeAhead {
public:
    QString extendedBy(const QString &text)
    {
        if (!m_sinceLast.isValid() || m_sinceLast.elapsed() > QGuiApplication::styleHints()->keyboardInputInterval())
            m_word.clear();
        m_sinceLast.start();
        m_word += text;
        return m_word;
    }

private:
    QString m_word;
    QElapsedTimer m_sinceLast;
};

} // namespace haulwatch
