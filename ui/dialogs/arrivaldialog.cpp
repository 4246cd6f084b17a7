// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/arrivaldialog.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QSpinBox>

#include "service/jobdraft.h"

namespace haulwatch {

ArrivalDialog::ArrivalDialog(JobFeed &feed, JobTable::Index job, QWidget *parent)
    : EditDialog(feed, job, tr("Files and completion"), parent)
    , m_parallelFiles(new QSpinBox(this))
    , m_manualComplete(new QCheckBox(tr("&Wait for me to complete it when everything has arrived"), this))
{
    m_parallelFiles->setRange(1, static_cast<int>(kMostParallelFiles));
    m_parallelFiles->setValue(static_cast<int>(spec().options->parallelFiles));
    m_manualComplete->setObjectName(QStringLiteral("manualComplete"));
    m_manualComplete->setChecked(spec().options->manualComplete);
    addJobRow();
    form().addRow(tr("Files at a &time"), m_parallelFiles);
    form().addRow(QString(), m_manualComplete);
    connect(m_parallelFiles, &QSpinBox::valueChanged, this, &ArrivalDialog::judge);
    connect(m_manualComplete, &QCheckBox::toggled, this, &ArrivalDialog::judge);
    start(m_parallelFiles);
}

MendDialog::Verdict ArrivalDialog::verdict() const
{
    const auto now = record();
    const bool isHere = now && now->status.state == JobState::Transferred;
    if (isHere && !m_manualComplete->isChecked())
        return {tr("Everything is here already: this job still waits for Complete."), false};
    return {m_manualComplete->isChecked() ? tr("The files get their final names when you complete the job.")
                                          : tr("The files get their final names by themselves when all are here."),
            false};
}

bool ArrivalDialog::isComplete() const
{
    return m_parallelFiles->value() != static_cast<int>(spec().options->parallelFiles)
        || m_manualComplete->isChecked() != spec().options->manualComplete;
}

JobEdit ArrivalDialog::change() const
{
    JobEdit change;
    change.parallelFiles = static_cast<std::uint32_t>(m_parallelFiles->value());
    change.manualComplete = m_manualComplete->isChecked();
    return change;
}

} // namespace haulwatch
