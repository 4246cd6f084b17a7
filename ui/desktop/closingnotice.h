// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSettings;

namespace haulwatch {

class MainWindow;

/// Where the desktop has no tray to go on in: says, once for all, what becomes of jobs at work when the window is
/// closed, and asks whether that is meant. GUI thread.
class ClosingNotice : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    ClosingNotice(MainWindow &window, QSettings &settings, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isMeant();

    MainWindow &m_window;
    QSettings &m_settings;
    bool m_isEnding = false; ///< the program or the session, whatever the window says
};

} // namespace haulwatch
