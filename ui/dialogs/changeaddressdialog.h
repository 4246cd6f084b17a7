// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "jobs/jobfeed.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace haulwatch {

class WrappedLabel;

/// Points the file a job failed at to another address, others of the job with it where they share what changed, and
/// resumes the job. Closes when the engine has done both; a refusal is told in place.
class ChangeAddressDialog : public QDialog {
    Q_OBJECT

public:
    /// Of a job without an error that names a file, the first file is meant.
    ChangeAddressDialog(JobFeed &feed, JobTable::Index job, QWidget *parent = nullptr);

    void accept() override; ///< sends; the dialog closes later, or not

private:
    using Addresses = std::vector<std::pair<std::uint32_t, std::string>>;

    void makeLayout();
    void askForFiles();
    void judge();
    void setMessage(const QString &message, bool isProblem);
    void setSending(bool sending);
    [[nodiscard]] Addresses others() const; ///< that would change along
    void resume();
    void onResumed(const Result<Answer> &result);

    JobFeed &m_feed;
    std::shared_ptr<const JobSpec> m_spec;
    std::uint32_t m_file = 0;
    std::vector<FileProgress> m_files; ///< empty until the engine answered
    QLineEdit *m_address;
    QCheckBox *m_alsoOthers;
    QLabel *m_messageIcon;
    WrappedLabel *m_message;
    QPushButton *m_change = nullptr;
};

} // namespace haulwatch
