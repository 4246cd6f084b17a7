// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

#include <optional>
#include <vector>

#include "jobs/jobtablemodel.h"
#include "jobs/typeahead.h"

namespace haulwatch {

/// The job table as people use it: keyboard, selection, columns. It holds the model's order while somebody reads:
/// while the pointer is over it, and while it has the focus and a selection.
class JobTableView : public QTableView {
    Q_OBJECT

public:
    explicit JobTableView(JobTableModel &model, QWidget *parent = nullptr);

    /// In the order of the table, so that who looks at a million of them walks through memory instead of jumping.
    [[nodiscard]] std::vector<JobTable::Index> selectedJobs() const;
    [[nodiscard]] std::size_t selectedCount() const;
    [[nodiscard]] std::optional<JobTable::Index> currentJob() const;
    /// Makes it the only selected one and brings it into sight; false when it is not shown.
    bool selectJob(JobTable::Index job);
    /// Selects those of them that have a row; keeps the selection as it is when none has.
    void selectJobs(const std::vector<JobTable::Index> &jobs);
    /// The next row that is failing or needs attention, in the direction given, round the end; false when there is
    /// none.
    bool selectNextProblem(int direction);

    /// Opens the dialog about the columns.
    void chooseColumns();

    void copyRows() const;
    void copyNames() const;
    void copyAddresses() const;
    void copyIds() const;

    void keyboardSearch(const QString &text) override;

Q_SIGNALS:
    /// Once for all changes of a moment.
    void selectedJobsChanged();

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpColumns();
    void updateRowHeight();
    [[nodiscard]] bool isBeingRead() const;
    void updateHold();
    template <typename LineOf>
    void copyLines(LineOf lineOf) const;

    JobTableModel &m_jobs;
    TypeAhead m_typeAhead;
    QTimer m_selectionSettled;
    QTimer m_release; ///< of the order
    QTimer m_secondHand; ///< countdowns and ages in sight go on without the engine
};

} // namespace haulwatch
