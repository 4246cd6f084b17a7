// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/traypresence.h"

#include <QAction>
#include <QCloseEvent>
#include <QDialog>
#include <QGuiApplication>
#include <QPainter>
#include <QSettings>

#include <algorithm>

#include "desktop/foreground.h"
#include "dialogs/jobdialogs.h"
#include "preferences/preferences.h"
#include "widgets/icons.h"
#include "widgets/theme.h"
#include "window/mainwindow.h"
#include "words/format.h"

namespace haulwatch {
namespace {

const auto kToldKey = QStringLiteral("tray/told");

// Below this size there is room for one digit.
constexpr int kRoomForTwoDigits = 22;

QPixmap paintBadge(const QIcon &icon, int size, std::size_t count)
{
    QPixmap pixmap = icon.pixmap(QSize(size, size), 1.0);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::size_t most = size < kRoomForTwoDigits ? 9 : 99;
    const QString text = count > most ? QString::number(most) + u'+' : QString::number(count);
    QFont font = QGuiApplication::font();
    font.setBold(true);
    const double height = size * 0.66;
    font.setPixelSize(static_cast<int>(height * 0.86));
    double width = QFontMetricsF(font).horizontalAdvance(text) + size * 0.14;
    if (width > size) {
        font.setPixelSize(static_cast<int>(font.pixelSize() * size / width));
        width = size;
    }
    width = std::max(width, height);
    const QRectF badge(size - width, size - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::stateColour(JobState::Error, theme::palette(theme::Scheme::Light)));
    painter.drawRoundedRect(badge, height / 3, height / 3);
    painter.setPen(Qt::white);
    painter.setFont(font);
    painter.drawText(badge, Qt::AlignCenter, text);
    return pixmap;
}

} // namespace

TrayPresence::TrayPresence(MainWindow &window, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_settings(settings)
{
    fillMenu();
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            toggleWindow();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, &window, [this] {
        bringToFront(m_window);
        m_window.dialogs().editSettings();
    });
    connect(&window.counts(), &JobCounts::countsChanged, this, &TrayPresence::refresh);
    connect(
        qApp, &QGuiApplication::commitDataRequest, this, [this] { m_isEnding = true; }, Qt::DirectConnection);
    qApp->installEventFilter(this);
    window.installEventFilter(this);
    refresh();
    m_icon.show();
}

void TrayPresence::fillMenu()
{
    connect(m_menu.addAction(tr("&Show or hide the window")), &QAction::triggered, this, &TrayPresence::toggleWindow);
    connect(m_menu.addAction(icons::of(icons::Shape::Add), tr("&Add downloads…")), &QAction::triggered, this, [this] {
        bringToFront(m_window);
        m_window.addDownloads();
    });
    connect(m_menu.addAction(icons::of(icons::Shape::Suspend), tr("S&uspend all")), &QAction::triggered, this,
            &TrayPresence::suspendAll);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Quit")), &QAction::triggered, this, [this] {
        if (m_window.quit())
            QCoreApplication::quit();
    });
}

QIcon TrayPresence::badged(const QIcon &icon, std::size_t count)
{
    if (count == 0)
        return icon;
    QIcon result;
    for (const int size : {16, 22, 24, 32, 44, 48, 64})
        result.addPixmap(paintBadge(icon, size, count));
    return result;
}

void TrayPresence::refresh()
{
    const std::size_t count = m_window.counts().attention();
    m_icon.setIcon(badged(icons::application(), count));
    m_icon.setToolTip(count == 0       ? tr("Haulwatch")
                          : count == 1 ? tr("Haulwatch: 1 job needs attention")
                                       : tr("Haulwatch: %1 jobs need attention").arg(format::count(count)));
}

void TrayPresence::toggleWindow()
{
    // An open dialog would be left without its window.
    const auto dialogs = m_window.findChildren<QDialog *>();
    const bool hasDialog = std::any_of(dialogs.begin(), dialogs.end(), [](const QDialog *d) { return d->isVisible(); });
    if (m_window.isVisible() && !m_window.isMinimized() && !hasDialog)
        m_window.hide();
    else
        bringToFront(m_window);
}

void TrayPresence::suspendAll()
{
    const JobTable &table = m_window.counts().table();
    std::vector<JobId> jobs;
    for (JobTable::Index job = 0; job < table.end(); ++job) {
        if (!table.contains(job))
            continue;
        const JobState state = table.at(job).status.state;
        if (isActive(state) || state == JobState::Queued || state == JobState::TransientError)
            jobs.push_back(table.idOf(job));
    }
    if (!jobs.empty())
        m_window.jobs().run(Verb::Suspend, jobs);
}

bool TrayPresence::mayStay() const
{
    const JobTable &table = m_window.counts().table();
    const std::size_t working = table.count(JobState::Queued) + table.count(JobState::Connecting)
        + table.count(JobState::Transferring) + table.count(JobState::TransientError);
    return !m_isEnding && !m_window.isQuitting() && working > 0 && Preferences::load(m_settings).staysInTray;
}

void TrayPresence::stay()
{
    m_window.hide();
    if (m_settings.value(kToldKey).toBool())
        return;
    m_settings.setValue(kToldKey, true);
    m_icon.showMessage(
        tr("Haulwatch goes on in the tray"),
        tr("Jobs are still at work. “Quit” in the icon's menu ends the program; the settings say whether "
           "closing the window does. Click here to change it."),
        icons::application());
}

bool TrayPresence::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Quit && watched == qApp)
        m_isEnding = true;
    if (event->type() != QEvent::Close || watched != &m_window || !mayStay())
        return QObject::eventFilter(watched, event);
    event->ignore();
    stay();
    return true;
}

} // namespace haulwatch
