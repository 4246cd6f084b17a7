// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "dialogs/menddialog.h"

class QSpinBox;

namespace haulwatch {

class DurationField;

/// How a job is tried again and when it gives up.
class RetryDialog : public MendDialog {
    Q_OBJECT

public:
    RetryDialog(JobFeed &feed, JobTable::Index job, MendScope scope, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<ChangeJobs> changes() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;

private:
    /// What the fields say; in their precision.
    struct Typed {
        Milliseconds delay {};
        int retries = 0;
        Milliseconds deadline {};
        bool operator==(const Typed &) const = default;
    };
    [[nodiscard]] Typed typed() const;
    [[nodiscard]] RetryPolicy policy() const;

    DurationField *m_delay;
    QSpinBox *m_retries;
    DurationField *m_deadline;
    Typed m_before;
};

} // namespace haulwatch
