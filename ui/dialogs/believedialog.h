// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "dialogs/menddialog.h"

namespace haulwatch {

/// Lets a job believe its server where the engine would not: a web page is taken for the file (Fix::TakePage), or what
/// comes packed (Fix::TakePacked), or size and date prove a version though the tag is another (Fix::GoByDate). Says
/// what may come of it.
class BelieveDialog : public MendDialog {
    Q_OBJECT

public:
    BelieveDialog(JobFeed &feed, JobTable::Index job, Fix fix, const MendScope &scope, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<EditJobs> changes() const override;
    [[nodiscard]] Verdict verdict() const override;

private:
    [[nodiscard]] std::optional<bool> wishedFor(Fix fix) const;

    const Fix m_fix;
};

} // namespace haulwatch
