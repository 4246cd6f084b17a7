// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "dialogs/menddialog.h"

class QCheckBox;

namespace haulwatch {

/// Fetches what a job failed at again from the start: the file, or all that have no final name yet. Says first how much
/// is given up for that.
class RestartDialog : public MendDialog {
    Q_OBJECT

public:
    RestartDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<EditJobs> changes() const override;
    [[nodiscard]] Verdict verdict() const override;
    void onFilesKnown() override;

private:
    [[nodiscard]] bool isForAllFiles() const;
    [[nodiscard]] Bytes lost() const; ///< of this job

    std::optional<std::uint32_t> m_file; ///< nothing: the error names none
    QCheckBox *m_allFiles;
};

} // namespace haulwatch
