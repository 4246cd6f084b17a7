// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "dialogs/editdialog.h"

class QPlainTextEdit;

namespace haulwatch {

/// The header lines a job sends with every request. Those with credentials are shown nowhere, so whoever changes the
/// headers types them again.
class HeadersDialog : public EditDialog {
    Q_OBJECT

public:
    HeadersDialog(JobFeed &feed, JobTable::Index job, QWidget *parent = nullptr);

protected:
    [[nodiscard]] JobEdit change() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;

private:
    [[nodiscard]] std::vector<std::string> typed() const;

    QPlainTextEdit *m_lines;
};

} // namespace haulwatch
