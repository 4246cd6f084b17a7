// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

#include "model/jobfeed.h"

namespace haulwatch {

/// The one job the details are about: its record, its files and its history, kept up to date while it is selected.
/// Asks the feed no oftener than people can read, however often the job changes. Lives on the GUI thread.
class SelectedJob : public QObject {
    Q_OBJECT

public:
    explicit SelectedJob(JobFeed &feed, QObject *parent = nullptr);

    /// Nothing: no job. Selecting the same job again keeps what is known.
    void select(std::optional<JobTable::Index> job);
    [[nodiscard]] std::optional<JobTable::Index> index() const { return m_index; }

    /// Null when no job is selected or the job was removed.
    [[nodiscard]] const JobRecord *record() const;
    /// One for each of the spec's files; null until the engine answered. Shared, because a job may have very many.
    [[nodiscard]] std::shared_ptr<const std::vector<FileProgress>> files() const { return m_files; }
    /// Oldest first; null until the engine answered. Shared as well.
    [[nodiscard]] std::shared_ptr<const std::vector<HistoryEntry>> history() const { return m_history; }

    [[nodiscard]] WallTime now() const { return m_feed.now(); } ///< the engine's clock

Q_SIGNALS:
    void selected(); ///< another job, or none: everything known is about the new one
    void recordChanged();
    void filesChanged();
    void historyChanged();

private:
    void onChanged(const std::vector<JobTable::Index> &jobs);
    void onRemoved(const std::vector<JobTable::Index> &jobs);
    void refreshSoon();
    void refresh();
    void askForFiles();
    void askForHistory();

    JobFeed &m_feed;
    std::optional<JobTable::Index> m_index;
    std::shared_ptr<const std::vector<FileProgress>> m_files;
    std::shared_ptr<const std::vector<HistoryEntry>> m_history;
    std::optional<JobStatus> m_statusOfHistory; ///< the history is asked for again when more than the progress differs
    QTimer m_refresh;
    QElapsedTimer m_sinceRefresh;
    bool m_awaitsFiles = false;
};

} // namespace haulwatch
