// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <vector>

#include "details/jobproperty.h"
#include "model/selectedjob.h"

class QComboBox;
class QGridLayout;
class QPushButton;

namespace haulwatch {

class WrappedLabel;

/// How the selected job was set up. The priority is changed here, a refusal shown beside it; for what else may be
/// edited there is a button.
class PropertiesPane : public QScrollArea {
    Q_OBJECT

public:
    PropertiesPane(SelectedJob &job, JobFeed &feed, QWidget *parent = nullptr);

    /// What the keyboard should come to first.
    [[nodiscard]] QWidget *firstToUse();

Q_SIGNALS:
    void editRequested(haulwatch::JobProperty property);

private:
    WrappedLabel *addRow(const QString &name);
    /// With a button that asks for an editor.
    WrappedLabel *addRow(const QString &name, JobProperty property);
    void addRow(const QString &name, QLayout *value);
    void refresh();
    void refreshButtons(JobState state);
    void showOptions(const JobSpec &spec);
    void changePriority(int choice);

    SelectedJob &m_job;
    JobFeed &m_feed;
    QGridLayout *m_rows;
    std::vector<QPushButton *> m_edits;
    WrappedLabel *m_final; ///< why nothing can be edited
    WrappedLabel *m_id;
    WrappedLabel *m_name;
    WrappedLabel *m_folder;
    WrappedLabel *m_created;
    WrappedLabel *m_modified;
    QComboBox *m_priority;
    WrappedLabel *m_refusal;
    WrappedLabel *m_errors;
    WrappedLabel *m_retry;
    WrappedLabel *m_timeouts;
    WrappedLabel *m_parallel;
    WrappedLabel *m_maxTime;
    WrappedLabel *m_completion;
    WrappedLabel *m_headers;
    WrappedLabel *m_proxy;
    WrappedLabel *m_trust;
    WrappedLabel *m_secrets;
    WrappedLabel *m_notify;
};

} // namespace haulwatch
