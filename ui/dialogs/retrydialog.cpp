// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/retrydialog.h"

#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

#include "details/textlabels.h"
#include "dialogs/durationfield.h"
#include "format.h"
#include "problems/problemtext.h"

namespace haulwatch {
namespace {

constexpr int kMostRetries = 1'000'000;

} // namespace

RetryDialog::RetryDialog(JobFeed &feed, JobTable::Index job, MendScope scope, QWidget *parent)
    : MendDialog(feed, job, scope, parent)
    , m_delay(new DurationField(tr("Wait before a retry"), tr("growing, 5 s to 10 min"), this))
    , m_retries(new QSpinBox(this))
    , m_deadline(new DurationField(tr("Give up after"), tr("the first failure"), this))
{
    setWindowTitle(tr("Retry"));
    m_retries->setRange(0, kMostRetries);
    m_retries->setSpecialValueText(tr("any number"));
    const RetryPolicy &now = spec().options->retry;
    m_delay->setValue(now.fixedDelay.value_or(Milliseconds::zero()));
    m_retries->setValue(static_cast<int>(std::min<std::uint32_t>(now.maxRetries.value_or(0), kMostRetries)));
    m_deadline->setValue(now.noProgressTimeout);
    m_before = typed();
    auto *name = new WrappedLabel(this);
    name->setPlain(format::plain(spec().name));
    form().addRow(muted(new QLabel(tr("Job"), this)), name);
    form().addRow(tr("&Wait before a retry"), m_delay);
    form().addRow(tr("&Most attempts in a row"), m_retries);
    form().addRow(tr("&Give up without progress after"), m_deadline);
    connect(m_delay, &DurationField::changed, this, &RetryDialog::judge);
    connect(m_retries, &QSpinBox::valueChanged, this, &RetryDialog::judge);
    connect(m_deadline, &DurationField::changed, this, &RetryDialog::judge);
    // Who waits for the next attempt need not be disturbed for another pace.
    if (feed.table().at(job).status.state != JobState::Error)
        preferChangeOnly();
    start(m_delay);
}

RetryDialog::Typed RetryDialog::typed() const
{
    return {m_delay->value(), m_retries->value(), m_deadline->value()};
}

bool RetryDialog::isComplete() const
{
    return typed() != m_before || isForOthersToo();
}

RetryPolicy RetryDialog::policy() const
{
    const Typed now = typed();
    RetryPolicy policy = spec().options->retry;
    if (now.delay != m_before.delay)
        policy.fixedDelay = now.delay == Milliseconds::zero() ? std::nullopt : std::optional(now.delay);
    if (now.retries != m_before.retries)
        policy.maxRetries = now.retries == 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(now.retries));
    if (now.deadline != m_before.deadline)
        policy.noProgressTimeout = now.deadline;
    return policy;
}

MendDialog::Verdict RetryDialog::verdict() const
{
    return {problemtext::retryPolicy(policy()), false};
}

std::vector<ChangeJobs> RetryDialog::changes() const
{
    const RetryPolicy wished = policy();
    JobChange change;
    change.retryDelay = wished.fixedDelay;
    change.maxRetries = wished.maxRetries;
    change.noProgressTimeout = wished.noProgressTimeout;
    return {{jobs(), std::move(change)}};
}

} // namespace haulwatch
