// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "dialogs/menddialog.h"

class QLineEdit;

namespace haulwatch {

/// The proxy of a job, or of all that fail alike, and a sign-in for it. The sign-in a job has is not shown; whoever
/// changes the proxy types it again.
class ProxyDialog : public MendDialog {
    Q_OBJECT

public:
    ProxyDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<EditJobs> changes() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;

private:
    [[nodiscard]] std::string typed() const; ///< with the sign-in; empty: what the environment says

    QLineEdit *m_address;
    QLineEdit *m_user;
    QLineEdit *m_password;
};

} // namespace haulwatch
