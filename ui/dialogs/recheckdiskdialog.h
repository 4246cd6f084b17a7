// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <optional>
#include <vector>

#include "dialogs/menddialog.h"
#include "model/folderlook.h"

namespace haulwatch {

/// What a job still needs beside what its disk has free, looked at again every second, and Resume once that is enough.
class RecheckDiskDialog : public MendDialog {
    Q_OBJECT

public:
    RecheckDiskDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<EditJobs> changes() const override { return {}; } ///< only resumes
    [[nodiscard]] Verdict verdict() const override;

private:
    void look();
    void tell();
    [[nodiscard]] std::optional<Bytes> needed() const; ///< nothing: nobody knows

    WrappedLabel *m_free;
    WrappedLabel *m_needed;
    FolderLook m_folder;
    QTimer m_look;
};

} // namespace haulwatch
