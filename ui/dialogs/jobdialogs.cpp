// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/jobdialogs.h"

#include <QDesktopServices>
#include <QSettings>
#include <QStandardPaths>
#include <QSystemTrayIcon>
#include <QUrl>

#include "dialogs/addjobdialog.h"
#include "dialogs/arrivaldialog.h"
#include "dialogs/believedialog.h"
#include "dialogs/certificatedialog.h"
#include "dialogs/certificatesdialog.h"
#include "dialogs/changeaddressdialog.h"
#include "dialogs/changefolderdialog.h"
#include "dialogs/confirmdialog.h"
#include "dialogs/credentialsdialog.h"
#include "dialogs/headersdialog.h"
#include "dialogs/namedialog.h"
#include "dialogs/notifydialog.h"
#include "dialogs/proxydialog.h"
#include "dialogs/recheckdiskdialog.h"
#include "dialogs/restartdialog.h"
#include "dialogs/retrydialog.h"
#include "dialogs/timeoutsdialog.h"
#include "dialogs/trustdialog.h"
#include "preferences/preferences.h"
#include "settings/languages.h"
#include "settings/settingsdialog.h"

namespace haulwatch {
namespace {

const auto kFolderKey = QStringLiteral("add/folder");

/// The address as the job holds it is without user info.
void openInBrowser(const JobRecord &job)
{
    if (job.error && job.error->file)
        QDesktopServices::openUrl(QUrl(QString::fromStdString(job.error->file->remote)));
}

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
    const auto preferences = Preferences::load(m_settings);
    const auto folder =
        preferences.folder.isEmpty() ? m_settings.value(kFolderKey, downloads).toString() : preferences.folder;
    auto *dialog = new AddJobDialog(m_feed, folder, m_window);
    dialog->setDefaults(preferences.job);
    dialog->setAsksServers(m_asksServers);
    dialog->setAddresses(text.split(u'\n', Qt::SkipEmptyParts));
    connect(dialog, &AddJobDialog::jobAdded, this, [this, dialog](JobId id) {
        m_settings.setValue(kFolderKey, dialog->folder());
        Q_EMIT jobAdded(id);
    });
    open(dialog);
}

void JobDialogs::mend(Fix fix, JobTable::Index job, const MendScope &scope)
{
    switch (fix) {
    case Fix::ChangeAddress:
        return open(new ChangeAddressDialog(m_feed, job, scope, m_window));
    case Fix::Credentials:
        return open(new CredentialsDialog(m_feed, job, scope, m_window));
    case Fix::Proxy:
        return open(new ProxyDialog(m_feed, job, scope, m_window));
    case Fix::ShowCertificate:
        return open(new CertificateDialog(m_feed, job, scope, m_window));
    case Fix::ChangeFolder:
        return open(new ChangeFolderDialog(m_feed, job, scope, m_window));
    case Fix::RecheckDisk:
        return open(new RecheckDiskDialog(m_feed, job, scope, m_window));
    case Fix::Restart:
        return open(new RestartDialog(m_feed, job, scope, m_window));
    case Fix::EditRetry:
        return open(new RetryDialog(m_feed, job, scope, m_window));
    case Fix::OpenInBrowser:
        return openInBrowser(m_feed.table().at(job));
    case Fix::TakePage:
    case Fix::TakePacked:
    case Fix::GoByDate:
        return open(new BelieveDialog(m_feed, job, fix, scope, m_window));
    case Fix::Resume:
    case Fix::Suspend:
    case Fix::Complete:
    case Fix::Cancel:
        return;
    }
    Q_UNREACHABLE();
}

void JobDialogs::showTrustedCertificates()
{
    open(new TrustDialog(m_feed, m_window));
}

void JobDialogs::editSettings()
{
    auto *dialog =
        new SettingsDialog(m_settings, languages::available(), QSystemTrayIcon::isSystemTrayAvailable(), m_window);
    connect(dialog, &SettingsDialog::saved, this, &JobDialogs::settingsChanged);
    connect(dialog, &SettingsDialog::saved, this, [this] {
        m_feed.post(SetLimits {Preferences::load(m_settings).activeJobs, {}, {}}, this, {});
    });
    open(dialog);
}

void JobDialogs::edit(JobProperty property, JobTable::Index job)
{
    switch (property) {
    case JobProperty::Name:
        return open(new NameDialog(m_feed, job, m_window));
    case JobProperty::Folder:
        return mend(Fix::ChangeFolder, job, MendScope::ThisJob);
    case JobProperty::Retry:
        return mend(Fix::EditRetry, job, MendScope::ThisJob);
    case JobProperty::Timeouts:
        return open(new TimeoutsDialog(m_feed, job, m_window));
    case JobProperty::Arrival:
        return open(new ArrivalDialog(m_feed, job, m_window));
    case JobProperty::Headers:
        return open(new HeadersDialog(m_feed, job, m_window));
    case JobProperty::Credentials:
        return mend(Fix::Credentials, job, MendScope::ThisJob);
    case JobProperty::Proxy:
        return mend(Fix::Proxy, job, MendScope::ThisJob);
    case JobProperty::NotifyCommand:
        return open(new NotifyDialog(m_feed, job, m_window));
    case JobProperty::Certificates:
        return open(new CertificatesDialog(m_feed, job, m_window));
    }
    Q_UNREACHABLE();
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
