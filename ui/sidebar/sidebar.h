// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <QTimer>

#include <vector>

#include "model/jobcounts.h"
#include "model/jobview.h"
#include "sidebar/savedfilters.h"
#include "sidebar/sidebardelegate.h"

namespace haulwatch {

/// The views with their live counts, below them the saved filters and the problems by cause. Views stay in their
/// places, dimmed while empty.
class Sidebar : public QListWidget {
    Q_OBJECT

public:
    /// Both must outlive it.
    Sidebar(JobCounts &counts, QSettings &settings, QWidget *parent = nullptr);

    /// The view with that key, standard or saved, or the first one; tells viewChosen().
    void choose(const QString &key);
    /// Counted from 0, in the order of display.
    void choose(int place);
    /// Any view; its row is marked if it has one.
    void choose(const JobView &view);
    [[nodiscard]] const JobView &view() const { return m_current; }
    /// Asks for a name, keeps the jobs of the view that also match `filter` as a view of their own, and chooses it.
    void save(const QString &filter);
    [[nodiscard]] const std::vector<JobView> &standard() const { return m_standard; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void viewChosen(const haulwatch::JobView &view);
    /// What was filtered is a view now.
    void saved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] int firstSavedRow() const { return static_cast<int>(m_standard.size()) + 2; } ///< below the heading
    [[nodiscard]] const JobView *savedAt(int row) const;
    void showSaved();
    void countSaved();
    void removeSaved(const QString &key);
    void addRow(sidebar::RowKind kind, const QString &text);
    void setCount(int row, std::size_t count, bool calls);
    void refresh();
    void refreshGroups();
    [[nodiscard]] std::vector<ProblemGroup> choice(std::vector<ProblemGroup> groups) const;
    void rebuildGroups(const std::vector<ProblemGroup> &groups, std::size_t unshown);
    void onCurrentChanged(int row);

    JobCounts &m_counts;
    std::vector<JobView> m_standard;
    SavedFilters m_saved;
    QTimer m_recountSaved;
    std::vector<JobView> m_groups;
    std::size_t m_unshownGroups = 0;
    int m_firstGroupRow = 0; ///< of their heading
    JobView m_current;
};

} // namespace haulwatch
