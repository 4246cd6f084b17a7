// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "details/selectedjob.h"

class QComboBox;
class QGridLayout;
class QLabel;

namespace haulwatch {

class WrappedLabel;

/// How the selected job was set up. Only the priority can be changed here; a refusal is shown beside it.
class PropertiesPane : public QScrollArea {
    Q_OBJECT

public:
    PropertiesPane(SelectedJob &job, JobFeed &feed, QWidget *parent = nullptr);

private:
    WrappedLabel *addRow(const QString &name);
    void addRow(const QString &name, QWidget *value);
    void addRow(const QString &name, QLayout *value);
    void refresh();
    void showOptions(const JobSpec &spec);
    void changePriority(int choice);

    SelectedJob &m_job;
    JobFeed &m_feed;
    QGridLayout *m_rows;
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
    WrappedLabel *m_completion;
    WrappedLabel *m_headers;
    WrappedLabel *m_proxy;
    WrappedLabel *m_trust;
    WrappedLabel *m_secrets;
};

} // namespace haulwatch
