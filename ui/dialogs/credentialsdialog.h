// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "dialogs/menddialog.h"

class QLineEdit;

namespace haulwatch {

/// A user name and password for the servers of a job, or of all jobs that fail alike. Shows neither those the job has
/// nor the password that is typed.
class CredentialsDialog : public MendDialog {
    Q_OBJECT

public:
    CredentialsDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<EditJobs> changes() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;

private:
    QLineEdit *m_user;
    QLineEdit *m_password;
};

} // namespace haulwatch
