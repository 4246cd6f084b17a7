// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "job/jobfilter.h"
#include "job/roworder.h"

namespace haulwatch {

/// Sorts and filters all jobs from scratch, without holding up the GUI thread: the keys are copied there in slices of a
/// few milliseconds, the sort runs on a thread of its own. Few jobs are done at once. Jobs that change meanwhile are
/// not seen; whoever asked puts them right afterwards.
class RowSorter : public QObject {
    Q_OBJECT

public:
    /// `table` must outlive the sorter.
    explicit RowSorter(const JobTable &table, QObject *parent = nullptr);
    ~RowSorter() override;

    /// Gives up on a sort that is still running. May emit finished() before it returns.
    void start(const SortRule &rule, JobFilter filter, WallTime now);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    /// `rows` may hold jobs that were removed from the table meanwhile.
    void finished(const std::vector<haulwatch::JobTable::Index> &rows);

private:
    struct Work {
        SortRule rule;
        JobFilter filter;
        WallTime now;
        JobTable::Index next = 0;
        JobTable::Index end = 0;
        SortSnapshot snapshot;
    };

    void collectSlice();
    void collect(JobTable::Index end);
    void handOver();
    void finish(std::vector<JobTable::Index> rows);

    const JobTable &m_table;
    std::optional<Work> m_work;
    QTimer m_slices;
    QThreadPool m_thread;
    std::uint64_t m_run = 0; ///< tells the result that is awaited from those that are not any more
    bool m_running = false;
};

} // namespace haulwatch
