// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

#include "details/jobproperty.h"
#include "job/jobmachine.h"
#include "job/sameproblem.h"
#include "model/selectedjob.h"
#include "words/remedies.h"

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace haulwatch {

class ProblemPane;
class ProblemSummary;
class PropertiesPane;

/// The lower half of the window: what is wrong with the selected jobs and the ways on, their files, timeline and
/// properties. Sends nothing to the engine but questions; what a button asks for is handed to the functions given.
class DetailsPane : public QWidget {
    Q_OBJECT

public:
    struct Actions {
        /// A verb on some jobs, as if chosen from the toolbar: with its grace time and its report.
        std::function<void(Verb, const std::vector<JobId> &)> run;
        /// A remedy that is no verb.
        std::function<void(Fix, JobTable::Index, const MendScope &)> mend;
        /// Edits one property of a job.
        std::function<void(JobProperty, JobTable::Index)> edit;
        /// Shows all jobs that fail like this one.
        std::function<void(JobTable::Index)> showSameProblem;
    };

    DetailsPane(JobFeed &feed, Actions actions, QWidget *parent = nullptr);

    /// None, one or several. Jobs that no longer exist are left out.
    void setSelection(const std::vector<JobTable::Index> &jobs);
    /// Raises the Problem tab, without taking the focus.
    void showProblem();
    /// Raises the Properties tab and takes the focus.
    void showProperties();
    /// To the next tab, 1, or the one before, -1; round and round.
    void turnTab(int by);
    /// What the keyboard should come to first; null: whatever stands first.
    [[nodiscard]] QWidget *firstToUse() const;
    /// A verb on all jobs that fail like the selected one.
    void runOnSameProblem(Verb verb);
    /// Puts the report about the selected job on the clipboard; nothing without one.
    void copyDiagnostics();

Q_SIGNALS:
    void diagnosticsCopied();

private:
    QWidget *makeTabRow();
    void addPage(QWidget *page, const QString &title);
    void connectFeed();
    void onFix(Fix fix);
    void onVerbForAll(Verb verb);
    [[nodiscard]] std::vector<JobId> selectedIds() const;
    void refreshSummary();
    void refreshSameProblem();
    [[nodiscard]] SameProblem sameProblem() const;
    void refreshTabs();

    JobFeed &m_feed;
    Actions m_actions;
    SelectedJob m_job;
    std::vector<JobTable::Index> m_selection;
    QTabBar *m_tabs;
    QStackedWidget *m_pages; ///< one for each tab
    QStackedWidget *m_problem; ///< nothing, one job, several jobs
    ProblemPane *m_problemPane;
    ProblemSummary *m_summary;
    PropertiesPane *m_properties;
    QPushButton *m_copy;
    QTimer m_summaryRefresh;
};

} // namespace haulwatch
