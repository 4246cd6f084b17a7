// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/closingnotice.h"

#include <QEvent>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include "window/mainwindow.h"
#include "words/format.h"

namespace haulwatch {
namespace {

const auto kToldKey = QStringLiteral("closing/told");

std::size_t jobsAtWork(const JobTable &table)
{
    return table.count(JobState::Queued) + table.count(JobState::Connecting) + table.count(JobState::Transferring)
        + table.count(JobState::TransientError);
}

} // namespace

ClosingNotice::ClosingNotice(MainWindow &window, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_settings(settings)
{
    connect(
        qApp, &QGuiApplication::commitDataRequest, this, [this] { m_isEnding = true; }, Qt::DirectConnection);
    qApp->installEventFilter(this);
    window.installEventFilter(this);
}

bool ClosingNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Quit && watched == qApp)
        m_isEnding = true;
    if (event->type() != QEvent::Close || watched != &m_window || m_isEnding || isMeant())
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

bool ClosingNotice::isMeant()
{
    const std::size_t jobs = jobsAtWork(m_window.counts().table());
    if (jobs == 0 || m_settings.value(kToldKey).toBool())
        return true;
    QMessageBox question(QMessageBox::Information, tr("Haulwatch"),
                         jobs == 1 ? tr("1 job is still at work.")
                                   : tr("%1 jobs are still at work.").arg(format::count(jobs)),
                         QMessageBox::NoButton, &m_window);
    question.setInformativeText(tr(
        "This desktop has no tray for Haulwatch to go on in. Unless “haulwatch serve” runs, jobs stop when the window "
        "is closed; they keep what has arrived, and go on at the next start."));
    const QAbstractButton *close = question.addButton(tr("&Close the window"), QMessageBox::AcceptRole);
    question.setDefaultButton(question.addButton(QMessageBox::Cancel));
    question.exec();
    const bool isMeant = question.clickedButton() == close;
    m_settings.setValue(kToldKey, isMeant);
    return isMeant;
}

} // namespace haulwatch
