// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

#include <optional>

#include "job/jobfilter.h"
#include "jobs/jobtablemodel.h"
#include "model/jobview.h"

namespace haulwatch {

class CauseOverview;
class JobTableView;
class Placeholder;

/// The table, with the causes of failure above it where one wants them; or what stands in its place while it has
/// nothing to show: why that is, and what one can do.
class JobList : public QStackedWidget {
    Q_OBJECT

public:
    JobList(JobFeed &feed, JobTableModel &model, const JobCounts &counts, QWidget *parent = nullptr);

    [[nodiscard]] JobTableView &table() const { return *m_table; }
    /// Shows the view's jobs that match what was typed.
    void present(const JobView &view, const JobFilter &typed, const QString &typedText);
    /// Whether the causes are shown above the jobs that need attention, and above those of one of the causes.
    void setGrouped(bool grouped);
    [[nodiscard]] bool showsCauses() const;
    void setDemoOffered(bool offered);

Q_SIGNALS:
    void addRequested();
    void demoRequested();
    void showAllRequested();
    void causesShownChanged();
    void viewRequested(const haulwatch::JobView &view);

private:
    void build();
    void choosePage();
    void beginAtTheTop();
    [[nodiscard]] QWidget *pageNow();

    JobFeed &m_feed;
    JobTableModel &m_model;
    JobView m_view;
    QString m_typedText;
    bool m_isTyped = false;
    std::optional<JobTable::Index> m_jobBefore; ///< the current one before others were presented
    bool m_isPresenting = false;
    JobTableView *m_table;
    CauseOverview *m_causes;
    QWidget *m_jobs; ///< the page of both
    Placeholder *m_noJobs;
    Placeholder *m_noMatch;
    Placeholder *m_noProblem;
    QWidget *m_demo = nullptr;
};

} // namespace haulwatch
