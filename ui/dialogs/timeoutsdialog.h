// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/editdialog.h"

class QSpinBox;

namespace haulwatch {

class DurationField;

/// How long the steps of an attempt, and all attempts together, may take, and how slow one may be.
class TimeoutsDialog : public EditDialog {
    Q_OBJECT

public:
    TimeoutsDialog(JobFeed &feed, JobTable::Index job, QWidget *parent = nullptr);

protected:
    [[nodiscard]] JobEdit change() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;

private:
    /// What the fields say; in their precision.
    struct Typed {
        Milliseconds connect {};
        Milliseconds firstByte {};
        Milliseconds stall {};
        Milliseconds attempt {};
        Milliseconds download {};
        int rate = 0; ///< KiB a second
        bool operator==(const Typed &) const = default;
    };
    [[nodiscard]] Typed typed() const;

    DurationField *m_connect;
    DurationField *m_firstByte;
    DurationField *m_stall;
    DurationField *m_attempt;
    DurationField *m_download;
    QSpinBox *m_rate;
    Typed m_before;
};

} // namespace haulwatch
