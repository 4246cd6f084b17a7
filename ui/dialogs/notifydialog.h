// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dialogs/editdialog.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace haulwatch {

/// The program that is run when a job fails or has arrived, without a shell, and at which of the two.
class NotifyDialog : public EditDialog {
    Q_OBJECT

public:
    NotifyDialog(JobFeed &feed, JobTable::Index job, QWidget *parent = nullptr);

protected:
    [[nodiscard]] JobEdit change() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;

private:
    [[nodiscard]] std::vector<std::string> typed() const;
    [[nodiscard]] std::uint8_t flags() const; ///< NotifyFlag

    QLineEdit *m_program;
    QPlainTextEdit *m_arguments;
    QCheckBox *m_onError;
    QCheckBox *m_onArrival;
};

} // namespace haulwatch
