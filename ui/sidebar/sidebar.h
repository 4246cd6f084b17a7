// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

#include <vector>

#include "sidebar/jobcensus.h"
#include "sidebar/jobview.h"
#include "sidebar/sidebardelegate.h"

namespace haulwatch {

/// The views with their live counts, and below them the problems by cause. Views stay in their places, dimmed while
/// empty.
class Sidebar : public QListWidget {
    Q_OBJECT

public:
    explicit Sidebar(JobCensus &census, QWidget *parent = nullptr);

    /// The standard view with that key, or the first one; tells viewChosen().
    void choose(const QString &key);
    /// Counted from 0, in the order of display.
    void choose(int place);
    /// Any view; its row is marked if it has one.
    void choose(const JobView &view);
    [[nodiscard]] const JobView &view() const { return m_current; }
    [[nodiscard]] const std::vector<JobView> &standard() const { return m_standard; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void viewChosen(const haulwatch::JobView &view);

private:
    void addRow(sidebar::RowKind kind, const QString &text);
    void setCount(int row, std::size_t count, bool calls);
    void refresh();
    void refreshGroups();
    [[nodiscard]] std::vector<ProblemGroup> choice(std::vector<ProblemGroup> groups) const;
    void rebuildGroups(const std::vector<ProblemGroup> &groups, std::size_t unshown);
    void onCurrentChanged(int row);

    JobCensus &m_census;
    std::vector<JobView> m_standard;
    std::vector<JobView> m_groups;
    std::size_t m_unshownGroups = 0;
    int m_firstGroupRow = 0; ///< of their heading
    JobView m_current;
};

} // namespace haulwatch
