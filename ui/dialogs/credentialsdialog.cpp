// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/credentialsdialog.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

#include "widgets/textlabels.h"
#include "words/format.h"

namespace haulwatch {
namespace {

constexpr int kFieldWidth = 320;

QString serverOf(const JobRecord &job)
{
    if (job.error && !job.error->host.empty())
        return format::plain(job.error->host);
    return job.spec->files.empty() ? QString() : format::plain(hostOf(job.spec->files.front().remote));
}

bool hasOneServer(const JobSpec &spec)
{
    return std::all_of(spec.files.begin(), spec.files.end(),
                       [&](const FileSpec &file) { return hostOf(file.remote) == hostOf(spec.files.front().remote); });
}

} // namespace

CredentialsDialog::CredentialsDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent)
    : MendDialog(feed, job, scope, parent)
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
{
    setWindowTitle(tr("Credentials"));
    m_user->setObjectName(QStringLiteral("user"));
    m_user->setMinimumWidth(kFieldWidth);
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoAutoUppercase);
    auto *server = new WrappedLabel(this);
    server->setPlain(serverOf(feed.table().at(job)));
    form().addRow(muted(new QLabel(tr("Server"), this)), server);
    form().addRow(tr("&User name"), m_user);
    form().addRow(tr("&Password"), m_password);
    connect(m_user, &QLineEdit::textChanged, this, &CredentialsDialog::judge);
    connect(m_password, &QLineEdit::textChanged, this, &CredentialsDialog::judge);
    start(m_user);
}

MendDialog::Verdict CredentialsDialog::verdict() const
{
    // The colon is what parts the two (RFC 7617 §2).
    if (m_user->text().contains(u':'))
        return {tr("A user name cannot hold a colon."), true};
    return {hasOneServer(spec())
                ? tr("Sent to this server when it asks for it; kept with the program's secrets and shown nowhere.")
                : tr("Sent to every server of the job that asks for it; kept with the program's secrets and shown "
                     "nowhere."),
            false};
}

bool CredentialsDialog::isComplete() const
{
    return !m_user->text().isEmpty();
}

std::vector<EditJobs> CredentialsDialog::changes() const
{
    JobEdit change;
    change.credentials = m_user->text().toStdString() + ':' + m_password->text().toStdString();
    return {{jobs(), std::move(change)}};
}

} // namespace haulwatch
