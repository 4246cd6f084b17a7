// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/editdialog.h"

namespace haulwatch {

EditDialog::EditDialog(JobFeed &feed, JobTable::Index job, const QString &title, QWidget *parent)
    : MendDialog(feed, job, MendScope::ThisJob, parent)
{
    setWindowTitle(title);
    preferChangeOnly();
}

} // namespace haulwatch
