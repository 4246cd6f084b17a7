// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/believedialog.h"

namespace haulwatch {

BelieveDialog::BelieveDialog(JobFeed &feed, JobTable::Index job, Fix fix, const MendScope &scope, QWidget *parent)
    : MendDialog(feed, job, scope, parent)
    , m_fix(fix)
{
    setWindowTitle(fix == Fix::TakePage ? tr("Take it all the same") : tr("Go by size and date"));
    addJobRow();
    setButtons(tr("&Do so and resume"), {});
    start(this);
}

MendDialog::Verdict BelieveDialog::verdict() const
{
    if (m_fix == Fix::TakePage)
        return {tr("What the server sends is the file from now on, even if it is a web page: a sign-in, or an error told in "
                   "words. What is here of the file goes when it comes."),
                false};
    return {tr("What is here goes on if size and date are the same. A server that changes the file within the same second "
               "would go unnoticed; a checksum finds that out."),
            false};
}

std::vector<EditJobs> BelieveDialog::changes() const
{
    EditJobs request;
    request.ids = jobs();
    (m_fix == Fix::TakePage ? request.change.takesWebPages : request.change.resumesByDate) = true;
    return {std::move(request)};
}

} // namespace haulwatch
