// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <optional>
#include <vector>

#include "causes/failuretrend.h"
#include "model/jobcounts.h"

namespace haulwatch {

/// Causes of failure as rows, the one with the most jobs first.
class CauseModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole, ///< QString
        ShareRole, ///< double: the bar's length, 1 for the longest
        PlaceRole, ///< QString: where most of them failed
        TimesRole, ///< QString: first and last
        TrendRole, ///< FailureTrends::Counts
    };

    using QAbstractListModel::QAbstractListModel;

    /// `orderHeld`: those that have a row keep it as long as there are jobs for it; new ones come last.
    void update(std::vector<FailedCause> causes, bool orderHeld);
    void setTrends(const FailureTrends &trends);

    [[nodiscard]] const FailedCause &at(int row) const { return m_causes[static_cast<std::size_t>(row)]; }
    [[nodiscard]] std::optional<int> rowOf(Cause cause) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString sentence(const FailedCause &cause) const;
    [[nodiscard]] const FailureTrends::Counts &trend(const FailedCause &cause) const
    {
        return m_trends.byCause[static_cast<std::size_t>(cause.cause)];
    }

    std::vector<FailedCause> m_causes;
    FailureTrends m_trends;
    std::size_t m_most = 0; ///< jobs of one cause
};

} // namespace haulwatch
