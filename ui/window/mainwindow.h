// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

#include "jobs/jobactions.h"
#include "jobs/jobtablemodel.h"
#include "model/jobcounts.h"
#include "model/jobview.h"

class QSettings;
class QSplitter;

namespace haulwatch {

class DetailsPane;
class DetailsSplit;
class FilterField;
class GuidedTour;
class JobDialogs;
class JobList;
class JobTableView;
class NoticeArea;
class Sidebar;
class StatusBar;
class WindowActions;

/// The monitor: brings the parts together and remembers how they were arranged. Knows no rule about jobs.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `feed` and `settings` must outlive the window.
    MainWindow(JobFeed &feed, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Whether nothing here is real: says so. Once it is known to be, servers may be asked for sizes.
    void setDemo(bool demo);
    /// Says what the program does unasked, until the user has read it once.
    void welcome(bool hasTray);
    /// What "Try the demo" does; it is not offered without.
    void setTryDemo(std::function<void()> tryDemo);
    /// Selects the jobs as soon as their rows are there, a single one in the view "All jobs" when the present one does
    /// not show it.
    void selectJobs(const std::vector<JobId> &jobs);
    void selectJob(JobId id) { selectJobs({id}); }
    /// Opens the dialog; the addresses in `text`, one a line, are in it already.
    void addDownloads(const QString &text = {});

    /// Closes the window for good; false: the user would rather stay.
    bool quit();
    [[nodiscard]] bool isQuitting() const { return m_isQuitting; }
    /// Chooses the view, and takes back what was typed to filter.
    void showView(const JobView &view);

    [[nodiscard]] const JobCounts &counts() const { return m_counts; }
    [[nodiscard]] JobDialogs &dialogs() { return *m_dialogs; }
    [[nodiscard]] JobActions &jobs() { return m_jobs; }
    [[nodiscard]] JobTableView &table() { return *m_table; }
    [[nodiscard]] Sidebar &sidebar() { return *m_sidebar; }

Q_SIGNALS:
    /// Another choice of the user's holds from now on.
    void settingsChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void buildToolBar();
    void connectActions();
    void connectParts();
    void restore();
    void save();

    void onSelectionChanged();
    void updateDetails();
    void onViewChosen();
    void applyFilter();
    void groupByCause(bool grouped);
    void groupLongList();
    void showProblem(int direction);
    void showAllJobs();
    void showSameProblem(JobTable::Index job);
    void selectAwaited();
    void moveToRegion(int direction);
    void showContextMenu(const QPoint &position);
    void startTour();

    JobFeed &m_feed;
    QSettings &m_settings;
    JobTableModel m_model;
    JobCounts m_counts;
    JobActions m_jobs;
    JobFilter m_typedFilter;
    std::vector<JobId> m_awaited; ///< to be selected as soon as their rows are there
    std::function<void()> m_tryDemo;
    bool m_demo = false;
    bool m_isQuitting = false;

    JobDialogs *m_dialogs;
    Sidebar *m_sidebar;
    WindowActions *m_actions;
    NoticeArea *m_notices;
    JobList *m_list;
    JobTableView *m_table; ///< in the list
    DetailsPane *m_details;
    FilterField *m_filter;
    StatusBar *m_status;
    QPointer<GuidedTour> m_tour;
    QSplitter *m_columns;
    DetailsSplit *m_rows;
};

} // namespace haulwatch
