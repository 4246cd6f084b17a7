// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <memory>
#include <vector>

#include "job/history.h"
#include "job/job.h"

namespace haulwatch {

/// A job's history as rows, the newest first.
class TimelineModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, State, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `history`: oldest first; null: none. A history that only grew keeps its rows, so a reader's place stays.
    void set(std::shared_ptr<const JobSpec> spec, std::shared_ptr<const std::vector<HistoryEntry>> history);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::size_t size() const { return m_history ? m_history->size() : 0; }
    [[nodiscard]] QString text(const HistoryEntry &entry, int column) const;

    std::shared_ptr<const JobSpec> m_spec;
    std::shared_ptr<const std::vector<HistoryEntry>> m_history;
};

} // namespace haulwatch
