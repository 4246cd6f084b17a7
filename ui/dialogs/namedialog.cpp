// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/namedialog.h"

#include <QFormLayout>
#include <QLineEdit>

namespace haulwatch {
namespace {

constexpr int kFieldWidth = 360;

} // namespace

NameDialog::NameDialog(JobFeed &feed, JobTable::Index job, QWidget *parent)
    : EditDialog(feed, job, tr("Name"), parent)
    , m_name(new QLineEdit(QString::fromStdString(spec().name), this))
{
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMinimumWidth(kFieldWidth);
    form().addRow(tr("&Name"), m_name);
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::judge);
    start(m_name);
    m_name->selectAll();
}

MendDialog::Verdict NameDialog::verdict() const
{
    if (m_name->text().trimmed().isEmpty())
        return {tr("A job needs a name."), true};
    return {tr("The files of the job keep their names."), false};
}

bool NameDialog::isComplete() const
{
    return m_name->text().trimmed() != QString::fromStdString(spec().name);
}

JobEdit NameDialog::change() const
{
    JobEdit change;
    change.name = m_name->text().trimmed().toStdString();
    return change;
}

} // namespace haulwatch
