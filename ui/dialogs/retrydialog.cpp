// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/retrydialog.h"

#include <QFormLayout>

#include "widgets/durationfield.h"
#include "widgets/retryfields.h"
#include "words/problemtext.h"

namespace haulwatch {

RetryDialog::RetryDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent)
    : MendDialog(feed, job, scope, parent)
{
    setWindowTitle(tr("Retry"));
    addJobRow();
    m_fields = new RetryFields(form(), this);
    m_fields->setValue(spec().options->retry);
    connect(m_fields, &RetryFields::changed, this, &RetryDialog::judge);
    // Who waits for the next attempt need not be disturbed for another pace.
    if (feed.table().at(job).status.state != JobState::Error)
        preferChangeOnly();
    start(m_fields->first());
}

bool RetryDialog::isComplete() const
{
    return m_fields->isTouched() || isForOthersToo();
}

MendDialog::Verdict RetryDialog::verdict() const
{
    return {problemtext::retryPolicy(m_fields->value()), false};
}

std::vector<EditJobs> RetryDialog::changes() const
{
    const RetryPolicy wished = m_fields->value();
    JobEdit change;
    change.retryDelay = wished.fixedDelay;
    change.maxRetries = wished.maxRetries;
    change.noProgressTimeout = wished.noProgressTimeout;
    return {{jobs(), std::move(change)}};
}

} // namespace haulwatch
