// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "dialogs/trustedcertificates.h"
#include "model/jobfeed.h"

class QPushButton;
class QTreeWidget;

namespace haulwatch {

class WrappedLabel;

/// The certificates that are trusted beside the system's, and the way to take that back: the file goes, and the jobs
/// that named it trust the system's alone again.
class TrustDialog : public QDialog {
    Q_OBJECT

public:
    explicit TrustDialog(JobFeed &feed, QWidget *parent = nullptr);

private:
    void fill();
    void stopTrusting();
    [[nodiscard]] std::vector<JobId> jobsThatRelyOn(const QString &path) const;

    JobFeed &m_feed;
    TrustedCertificates m_trusted;
    QTreeWidget *m_list;
    WrappedLabel *m_message;
    QPushButton *m_stop;
};

} // namespace haulwatch
