// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "dialogs/menddialog.h"

class QLineEdit;

namespace haulwatch {

/// What a job is called in lists and messages; its files keep their names.
class NameDialog : public MendDialog {
    Q_OBJECT

public:
    NameDialog(JobFeed &feed, JobTable::Index job, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<ChangeJobs> changes() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] bool suits(const JobRecord &) const override { return false; }

private:
    QLineEdit *m_name;
};

} // namespace haulwatch
