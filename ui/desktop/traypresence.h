// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>

class QSettings;

namespace haulwatch {

class MainWindow;

/// The program in the desktop's tray: how many jobs need the user, the window at a click, and a place to go on in while
/// jobs are active and the window is closed. GUI thread.
class TrayPresence : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it. Made only where there is a tray.
    TrayPresence(MainWindow &window, QSettings &settings, QObject *parent = nullptr);

    /// The icon with the number of jobs that need the user; 0: none.
    [[nodiscard]] static QIcon badged(const QIcon &icon, std::size_t count);

    [[nodiscard]] QMenu &menu() { return m_menu; }
    void toggleWindow();
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillMenu();
    void refresh();
    void suspendAll();
    [[nodiscard]] bool mayStay() const;
    void stay();

    MainWindow &m_window;
    QSettings &m_settings;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    bool m_isEnding = false; ///< the program or the session, whatever the window says
};

} // namespace haulwatch
