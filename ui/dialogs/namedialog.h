// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/editdialog.h"

class QLineEdit;

namespace haulwatch {

/// What a job is called in lists and messages; its files keep their names.
class NameDialog : public EditDialog {
    Q_OBJECT

public:
    NameDialog(JobFeed &feed, JobTable::Index job, QWidget *parent = nullptr);

protected:
    [[nodiscard]] JobEdit change() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;

private:
    QLineEdit *m_name;
};

} // namespace haulwatch
