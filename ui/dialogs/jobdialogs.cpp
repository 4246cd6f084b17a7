// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/jobdialogs.h"

#include <QSettings>
#include <QStandardPaths>

#include "dialogs/addjobdialog.h"
#include "dialogs/changeaddressdialog.h"
#include "dialogs/confirmdialog.h"

namespace haulwatch {
namespace {

const auto kFolderKey = QStringLiteral("add/folder");

} // namespace

JobDialogs::JobDialogs(JobFeed &feed, QSettings &settings, QWidget *window)
    : QObject(window)
    , m_feed(feed)
    , m_settings(settings)
    , m_window(window)
{
}

void JobDialogs::addDownloads(const QString &text)
{
    const auto downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new AddJobDialog(m_feed, m_settings.value(kFolderKey, downloads).toString(), m_window);
    dialog->setAddresses(text.split(u'\n', Qt::SkipEmptyParts));
    connect(dialog, &AddJobDialog::jobAdded, this, [this, dialog](JobId id) {
        m_settings.setValue(kFolderKey, dialog->folder());
        Q_EMIT jobAdded(id);
    });
    open(dialog);
}

void JobDialogs::changeAddress(JobTable::Index job)
{
    open(new ChangeAddressDialog(m_feed, job, m_window));
}

void JobDialogs::confirm(const VerbPlan &plan)
{
    auto *dialog = new ConfirmDialog(plan, m_window);
    connect(dialog, &QDialog::accepted, this, [this, plan] { Q_EMIT confirmed(plan); });
    open(dialog);
}

void JobDialogs::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace haulwatch
