// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "dialogs/menddialog.h"

class QLineEdit;

namespace haulwatch {

/// The file of certificates that a job trusts instead of the system's.
class CertificatesDialog : public MendDialog {
    Q_OBJECT

public:
    CertificatesDialog(JobFeed &feed, JobTable::Index job, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<ChangeJobs> changes() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] bool suits(const JobRecord &) const override { return false; }

private:
    [[nodiscard]] QString typed() const;
    void browse();

    QLineEdit *m_file;
};

} // namespace haulwatch
