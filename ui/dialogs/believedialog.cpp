// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/believedialog.h"

namespace haulwatch {

BelieveDialog::BelieveDialog(JobFeed &feed, JobTable::Index job, Fix fix, const MendScope &scope, QWidget *parent)
    : MendDialog(feed, job, scope, parent)
    , m_fix(fix)
{
    setWindowTitle(fix == Fix::GoByDate ? tr("Go by size and date") : tr("Take it all the same"));
    addJobRow();
    setButtons(tr("&Do so and resume"), {});
    start(this);
}

MendDialog::Verdict BelieveDialog::verdict() const
{
    if (m_fix == Fix::TakePage)
        return {tr("What the server sends is the file from now on, even if it is a web page: a sign-in, or an error "
                   "told in "
                   "words. What is here of the file goes when it comes."),
                false};
    if (m_fix == Fix::TakePacked)
        return {tr("What the server sends is the file from now on, packed as it comes. A checksum is checked all the "
                   "same."),
                false};
    return {
        tr("What is here goes on if size and date are the same. A server that changes the file within the same second "
           "would go unnoticed; a checksum finds that out."),
        false};
}

std::optional<bool> BelieveDialog::wishedFor(Fix fix) const
{
    return m_fix == fix ? std::optional(true) : std::nullopt;
}

std::vector<EditJobs> BelieveDialog::changes() const
{
    EditJobs request;
    request.ids = jobs();
    request.change.takesWebPages = wishedFor(Fix::TakePage);
    request.change.takesPacked = wishedFor(Fix::TakePacked);
    request.change.resumesByDate = wishedFor(Fix::GoByDate);
    return {std::move(request)};
}

} // namespace haulwatch
