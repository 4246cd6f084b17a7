// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "dialogs/menddialog.h"

namespace haulwatch {

class RetryFields;

/// How a job is tried again and when it gives up.
class RetryDialog : public MendDialog {
    Q_OBJECT

public:
    RetryDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<EditJobs> changes() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;

private:
    RetryFields *m_fields;
};

} // namespace haulwatch
