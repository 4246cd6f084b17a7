// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/retryfields.h"

#include <QFormLayout>
#include <QSpinBox>

#include <algorithm>

#include "widgets/durationfield.h"

namespace haulwatch {
namespace {

constexpr std::uint32_t kMostRetries = 1'000'000;

} // namespace

RetryFields::RetryFields(QFormLayout &form, QWidget *parent)
    : QObject(parent)
    , m_delay(new DurationField(tr("Wait before a retry"), tr("growing, 5 s to 10 min"), parent))
    , m_retries(new QSpinBox(parent))
    , m_deadline(new DurationField(tr("Give up after"), tr("the first failure"), parent))
{
    m_delay->setObjectName(QStringLiteral("retryDelay"));
    m_retries->setObjectName(QStringLiteral("maxRetries"));
    m_retries->setRange(0, static_cast<int>(kMostRetries));
    m_retries->setSpecialValueText(tr("any number"));
    m_deadline->setObjectName(QStringLiteral("deadline"));
    form.addRow(tr("Wait before a retr&y"), m_delay);
    form.addRow(tr("&Most attempts in a row"), m_retries);
    form.addRow(tr("Gi&ve up without progress after"), m_deadline);
    connect(m_delay, &DurationField::changed, this, &RetryFields::changed);
    connect(m_retries, &QSpinBox::valueChanged, this, &RetryFields::changed);
    connect(m_deadline, &DurationField::changed, this, &RetryFields::changed);
    setValue({});
}

void RetryFields::setValue(const RetryPolicy &policy)
{
    m_given = policy;
    m_delay->setValue(policy.fixedDelay.value_or(Milliseconds::zero()));
    m_retries->setValue(static_cast<int>(std::min(policy.maxRetries.value_or(0), kMostRetries)));
    m_deadline->setValue(policy.noProgressTimeout);
    m_before = typed();
}

RetryPolicy RetryFields::value() const
{
    const Typed now = typed();
    RetryPolicy policy = m_given;
    if (now.delay != m_before.delay)
        policy.fixedDelay = now.delay == Milliseconds::zero() ? std::nullopt : std::optional(now.delay);
    if (now.retries != m_before.retries)
        policy.maxRetries = now.retries == 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(now.retries));
    if (now.deadline != m_before.deadline)
        policy.noProgressTimeout = now.deadline;
    return policy;
}

bool RetryFields::isTouched() const
{
    return typed() != m_before;
}

RetryFields::Typed RetryFields::typed() const
{
    return {m_delay->value(), m_retries->value(), m_deadline->value()};
}

} // namespace haulwatch
