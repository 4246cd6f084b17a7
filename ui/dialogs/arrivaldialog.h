// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/editdialog.h"

class QCheckBox;
class QSpinBox;

namespace haulwatch {

/// How many files of a job come at a time, and who completes it when all are here.
class ArrivalDialog : public EditDialog {
    Q_OBJECT

public:
    ArrivalDialog(JobFeed &feed, JobTable::Index job, QWidget *parent = nullptr);

protected:
    [[nodiscard]] JobEdit change() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;

private:
    QSpinBox *m_parallelFiles;
    QCheckBox *m_manualComplete;
};

} // namespace haulwatch
