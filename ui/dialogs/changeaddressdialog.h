// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "dialogs/addressrewrite.h"
#include "dialogs/menddialog.h"

class QLineEdit;

namespace haulwatch {

/// Points the file a job failed at to another address; others of the job, and other jobs that fail alike, with it where
/// they share what changed.
class ChangeAddressDialog : public MendDialog {
    Q_OBJECT

public:
    /// Of a job without an error that names a file, the first file is meant.
    ChangeAddressDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<EditJobs> changes() const override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] bool suits(const JobRecord &job) const override;
    [[nodiscard]] QString alsoText(std::size_t jobs) const override;
    void onFilesKnown() override;

private:
    using Addresses = std::vector<std::pair<std::uint32_t, std::string>>;

    void onTyped();
    [[nodiscard]] std::string typed() const;
    [[nodiscard]] Addresses otherFiles() const; ///< that would change along

    std::uint32_t m_file = 0;
    std::optional<PrefixChange> m_change; ///< what is typed says about other addresses
    QLineEdit *m_address;
    QCheckBox *m_alsoFiles;
};

} // namespace haulwatch
