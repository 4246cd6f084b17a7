// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/timelinemodel.h"

#include <utility>

#include "widgets/icons.h"
#include "widgets/textlabels.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

/// The lines of the answer that what follows rests on, below the sentence.
QString withHeaders(QString text, const std::optional<Exchange> &exchange)
{
    if (exchange)
        for (const std::string &header : exchange->headers)
            text += u'\n' + format::plain(header);
    return text;
}

} // namespace

void TimelineModel::set(std::shared_ptr<const JobSpec> spec, std::shared_ptr<const std::vector<HistoryEntry>> history)
{
    const std::size_t newSize = history ? history->size() : 0;
    const bool isSameJob = m_spec && spec && m_spec->id == spec->id && newSize >= size();
    if (!isSameJob) {
        beginResetModel();
        m_spec = std::move(spec);
        m_history = std::move(history);
        endResetModel();
        return;
    }
    m_spec = std::move(spec);
    const auto added = static_cast<int>(newSize - size());
    if (added == 0)
        return;
    beginInsertRows({}, 0, added - 1);
    m_history = std::move(history);
    endInsertRows();
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString TimelineModel::text(const HistoryEntry &entry, int column) const
{
    switch (column) {
    case Time:
        return format::clockTime(entry.time);
    case State:
        return format::stateName(entry.state);
    case What:
        return problemtext::historyLine(entry, *m_spec);
    default:
        return {};
    }
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const HistoryEntry &entry = (*m_history)[size() - 1 - static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return asToolTip(entry.error ? problemtext::description(*entry.error)
                                     : withHeaders(text(entry, index.column()), entry.exchange));
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(icons::ofState(entry.state)) : QVariant();
    default:
        return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case State:
        return tr("State");
    case What:
        return tr("What happened");
    default:
        return {};
    }
}

} // namespace haulwatch
