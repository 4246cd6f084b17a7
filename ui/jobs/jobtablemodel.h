// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QIcon>
#include <QTimer>

#include <array>
#include <vector>

#include "job/jobfilter.h"
#include "job/roworder.h"
#include "jobs/jobcolumns.h"
#include "jobs/rowsorter.h"
#include "model/jobfeed.h"
#include "model/jobset.h"

namespace haulwatch {

/// The jobs as rows, sorted and filtered. Holds no copy of a job: the feed's table is the truth, a RowOrder says which
/// and where. A view sees three kinds of change of structure only: a block appended, rows reordered, the tail dropped.
///
/// While the order is held, because somebody reads, no row moves or leaves and new ones go to the end; values stay
/// live.
class JobTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        IsUsersMoveRole = Qt::UserRole, ///< bool, of the Next column
        ProgressRole, ///< double in 0 to 1; less than 0 when there is no telling
        StateRole, ///< int, a JobState
    };

    explicit JobTableModel(JobFeed &feed, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    void setFilter(const JobFilter &filter);

    [[nodiscard]] JobTable::Index jobAt(int row) const { return m_order.at(static_cast<RowOrder::Row>(row)); }
    /// -1 for a job that is not shown.
    [[nodiscard]] int rowOf(JobTable::Index job) const;
    [[nodiscard]] const JobTable &table() const { return m_feed.table(); }
    [[nodiscard]] WallTime now() const { return m_feed.now(); } ///< the engine's clock

    void setOrderHeld(bool held);
    [[nodiscard]] bool isOrderHeld() const { return m_held; }
    /// Whether rows stand, or are missing, where the order does not want them.
    [[nodiscard]] bool isOutOfOrder() const { return m_outOfOrder; }
    /// Puts every row in its place now, held or not.
    void putInOrder();
    /// A sort of many jobs is under way.
    [[nodiscard]] bool isSorting() const { return m_sorter.isRunning(); }

Q_SIGNALS:
    void outOfOrderChanged(bool outOfOrder);
    void sortingChanged(bool sorting);

private:
    struct Moves {
        std::vector<JobTable::Index> arriving;
        std::vector<JobTable::Index> leaving;
        std::vector<JobTable::Index> moving;
    };

    void onAdded(JobTable::Index first, JobTable::Index end);
    void onChanged(const std::vector<JobTable::Index> &jobs);
    void onRemoved(const std::vector<JobTable::Index> &jobs);
    void onUpdated();
    void onSorted(const std::vector<JobTable::Index> &rows);

    void sortAll();
    void takeIn(const std::vector<JobTable::Index> &jobs);
    void settle();
    void settleHeld(const std::vector<JobTable::Index> &jobs);
    [[nodiscard]] Moves movesOf(const std::vector<JobTable::Index> &jobs) const;
    [[nodiscard]] bool isInPlace(JobTable::Index job) const;
    void appendRows(const std::vector<JobTable::Index> &jobs);
    template <typename Reorder>
    void reorder(Reorder change);
    void dropTail(std::size_t count);
    void announceValues(const std::vector<JobTable::Index> &jobs);
    void setOutOfOrder(bool outOfOrder);

    JobFeed &m_feed;
    RowOrder m_order;
    RowSorter m_sorter;
    SortRule m_rule;
    JobFilter m_filter;
    QTimer m_timeFilter; ///< some filters' answers change by the mere passing of time
    std::vector<JobTable::Index> m_batch; ///< what the batch in progress is about
    JobSet m_pending; ///< changed since their row was last put in place
    std::array<QIcon, kJobStateCount> m_icons; ///< by state
    bool m_held = false;
    bool m_outOfOrder = false;
};

} // namespace haulwatch
