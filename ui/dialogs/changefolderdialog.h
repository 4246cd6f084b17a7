// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "dialogs/menddialog.h"
#include "model/folderlook.h"

class QCheckBox;
class QLineEdit;

namespace haulwatch {

/// Another folder for the files of a job, or of all jobs that fail alike. What has arrived moves along; where it
/// cannot, the user may choose to start over.
class ChangeFolderDialog : public MendDialog {
    Q_OBJECT

public:
    ChangeFolderDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<EditJobs> changes() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;
    void onRefused(const CallError &refusal) override;

private:
    void onTyped();
    void browse();
    void onSeen();
    [[nodiscard]] QString typed() const;
    [[nodiscard]] Bytes here() const; ///< of the jobs meant

    FolderLook m_there; ///< what is typed
    FolderLook m_now; ///< where the job is
    QLineEdit *m_folder;
    QCheckBox *m_startOver; ///< hidden while what has arrived can move along
};

} // namespace haulwatch
