// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/namedialog.h"

#include <QFormLayout>
#include <QLineEdit>

#include <utility>

namespace haulwatch {
namespace {

constexpr int kFieldWidth = 360;

} // namespace

NameDialog::NameDialog(JobFeed &feed, JobTable::Index job, QWidget *parent)
    : MendDialog(feed, job, MendScope::ThisJob, parent)
    , m_name(new QLineEdit(QString::fromStdString(spec().name), this))
{
    setWindowTitle(tr("Name"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMinimumWidth(kFieldWidth);
    form().addRow(tr("&Name"), m_name);
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::judge);
    preferChangeOnly();
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

std::vector<ChangeJobs> NameDialog::changes() const
{
    JobChange change;
    change.name = m_name->text().trimmed().toStdString();
    return {{jobs(), std::move(change)}};
}

} // namespace haulwatch
