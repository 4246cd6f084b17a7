// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/timeoutsdialog.h"

#include <QFormLayout>
#include <QSpinBox>

#include "widgets/durationfield.h"
#include <algorithm>

namespace haulwatch {
namespace {

constexpr Bytes kKibibyte = 1024;
constexpr int kMostKibibytes = 1'000'000; // about what a disk takes

} // namespace

TimeoutsDialog::TimeoutsDialog(JobFeed &feed, JobTable::Index job, QWidget *parent)
    : EditDialog(feed, job, tr("Time-outs"), parent)
    , m_connect(new DurationField(tr("Connecting"), tr("not at all"), this))
    , m_firstByte(new DurationField(tr("First byte"), tr("not at all"), this))
    , m_stall(new DurationField(tr("Silence"), tr("not at all"), this))
    , m_attempt(new DurationField(tr("One attempt"), tr("any time"), this))
    , m_download(new DurationField(tr("All attempts together"), tr("not at all"), this))
    , m_rate(new QSpinBox(this))
{
    const JobOptions &now = *spec().options;
    m_connect->setValue(now.connectTimeout);
    m_firstByte->setValue(now.firstByteTimeout);
    m_stall->setValue(now.stallTimeout);
    m_attempt->setValue(now.attemptTimeout);
    m_download->setValue(now.maxDownloadTime);
    m_rate->setObjectName(QStringLiteral("rate"));
    m_rate->setRange(0, kMostKibibytes);
    m_rate->setSpecialValueText(tr("any rate"));
    m_rate->setSuffix(tr(" KiB/s"));
    m_rate->setGroupSeparatorShown(true);
    m_rate->setValue(static_cast<int>(std::min<Bytes>((now.minimumRate + kKibibyte - 1) / kKibibyte, kMostKibibytes)));
    m_before = typed();
    addJobRow();
    form().addRow(tr("&Until connected"), m_connect);
    form().addRow(tr("Until the &first byte"), m_firstByte);
    form().addRow(tr("Without a further &byte"), m_stall);
    form().addRow(tr("&Slowest rate meanwhile"), m_rate);
    form().addRow(tr("One &attempt, in all"), m_attempt);
    form().addRow(tr("All attempts &together"), m_download);
    for (const DurationField *field : {m_connect, m_firstByte, m_stall, m_attempt, m_download})
        connect(field, &DurationField::changed, this, &TimeoutsDialog::judge);
    connect(m_rate, &QSpinBox::valueChanged, this, &TimeoutsDialog::judge);
    start(m_connect);
}

TimeoutsDialog::Typed TimeoutsDialog::typed() const
{
    return {m_connect->value(), m_firstByte->value(), m_stall->value(),
            m_attempt->value(), m_download->value(),  m_rate->value()};
}

MendDialog::Verdict TimeoutsDialog::verdict() const
{
    const Typed now = typed();
    for (const Milliseconds needed : {now.connect, now.firstByte, now.stall, now.download})
        if (needed == Milliseconds::zero())
            return {tr("Only one attempt in all may take any time; the others need a limit."), true};
    return {tr("Holds from the next attempt on."), false};
}

bool TimeoutsDialog::isComplete() const
{
    return typed() != m_before;
}

JobEdit TimeoutsDialog::change() const
{
    // What was not touched keeps its precision.
    const Typed now = typed();
    const auto ifChanged = [](Milliseconds value, Milliseconds before) {
        return value == before ? std::nullopt : std::optional(value);
    };
    JobEdit change;
    change.connectTimeout = ifChanged(now.connect, m_before.connect);
    change.firstByteTimeout = ifChanged(now.firstByte, m_before.firstByte);
    change.stallTimeout = ifChanged(now.stall, m_before.stall);
    change.attemptTimeout = ifChanged(now.attempt, m_before.attempt);
    change.maxDownloadTime = ifChanged(now.download, m_before.download);
    if (now.rate != m_before.rate)
        change.minimumRate = static_cast<Bytes>(now.rate) * kKibibyte;
    return change;
}

} // namespace haulwatch
