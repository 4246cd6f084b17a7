// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "dialogs/menddialog.h"

namespace haulwatch {

/// The common shape of the dialogs that edit a property of one job. Changing alone is what they are for, so the job is
/// resumed only by the other button.
class EditDialog : public MendDialog {
    Q_OBJECT

protected:
    EditDialog(JobFeed &feed, JobTable::Index job, const QString &title, QWidget *parent);

    /// What is typed.
    [[nodiscard]] virtual JobEdit change() const = 0;

private:
    [[nodiscard]] std::vector<EditJobs> changes() const final { return {{jobs(), change()}}; }
    [[nodiscard]] bool suits(const JobRecord &) const final { return false; }
};

} // namespace haulwatch
