// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/certificatesdialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "dialogs/certificatefile.h"
#include "widgets/typedpath.h"
#include "words/format.h"

namespace haulwatch {
namespace {

constexpr int kFieldWidth = 360;

} // namespace

CertificatesDialog::CertificatesDialog(JobFeed &feed, JobTable::Index job, QWidget *parent)
    : EditDialog(feed, job, tr("Trusted certificates"), parent)
    , m_file(new QLineEdit(QString::fromStdString(spec().options->caFile), this))
{
    m_file->setObjectName(QStringLiteral("certificates"));
    m_file->setMinimumWidth(kFieldWidth);
    m_file->setPlaceholderText(tr("those of this system"));
    auto *browse = new QPushButton(tr("&Browse…"), this);
    browse->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(browse);
    auto *label = new QLabel(tr("Certificates fi&le"), this);
    label->setBuddy(m_file);
    addJobRow();
    form().addRow(label, row);
    connect(browse, &QPushButton::clicked, this, &CertificatesDialog::browse);
    connect(m_file, &QLineEdit::textChanged, this, &CertificatesDialog::judge);
    start(m_file);
}

QString CertificatesDialog::typed() const
{
    return withoutTilde(m_file->text());
}

void CertificatesDialog::browse()
{
    const QString chosen = QFileDialog::getOpenFileName(this, tr("Certificates file"), QDir::homePath());
    if (!chosen.isEmpty())
        m_file->setText(chosen);
}

MendDialog::Verdict CertificatesDialog::verdict() const
{
    const QString path = typed();
    if (path.isEmpty())
        return {tr("Without a file, the job trusts the certificates of this system."), false};
    if (!QDir::isAbsolutePath(path))
        return {tr("The file needs its whole path, from / on."), true};
    const auto count = readCertificates(path).size();
    if (count == 0)
        return {tr("“%1” cannot be read, or holds no certificate in PEM form.").arg(format::plain(path.toStdString())),
                true};
    return {count == 1 ? tr("1 certificate. The job trusts no other; the system's do not count for it.")
                       : tr("%Ln certificates. The job trusts no others; the system's do not count for it.", nullptr,
                            static_cast<int>(count)),
            false};
}

bool CertificatesDialog::isComplete() const
{
    return typed().toStdString() != spec().options->caFile;
}

JobEdit CertificatesDialog::change() const
{
    JobEdit change;
    change.caFile = typed().toStdString();
    return change;
}

} // namespace haulwatch
