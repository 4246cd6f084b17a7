// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/editdialog.h"

class QLineEdit;

namespace haulwatch {

/// The file of certificates that a job trusts instead of the system's.
class CertificatesDialog : public EditDialog {
    Q_OBJECT

public:
    CertificatesDialog(JobFeed &feed, JobTable::Index job, QWidget *parent = nullptr);

protected:
    [[nodiscard]] JobEdit change() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;

private:
    [[nodiscard]] QString typed() const;
    void browse();

    QLineEdit *m_file;
};

} // namespace haulwatch
