// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtablemodel.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "widgets/icons.h"
#include "words/format.h"
#include "words/nextmove.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

using Index = JobTable::Index;
using namespace std::chrono_literals;

/// More spans of changed rows than that cost the views more than one that covers them all.
constexpr std::size_t kMostSpans = 256;
/// From so many jobs to place on, a full sort on the other thread is the shorter wait.
constexpr std::size_t kManyMoves = 50'000;

double progressOf(const JobStatus &status)
{
    if (status.state == JobState::Acknowledged || status.state == JobState::Transferred)
        return 1.0;
    if (status.bytesTotal == kUnknownSize)
        return -1.0;
    return status.bytesTotal == 0
        ? 0.0
        : static_cast<double>(status.bytesTransferred) / static_cast<double>(status.bytesTotal);
}

/// What may be cut off in the cell, in full; as Html, because Qt would guess whether it is.
QString toolTip(JobColumn column, const JobRecord &job)
{
    QString text;
    if (column == JobColumn::Name)
        text = format::plain(job.spec->name);
    else if (column == JobColumn::Problem && job.error)
        text = problemtext::description(*job.error);
    else if (column == JobColumn::Folder)
        text = format::plain(job.spec->folder);
    return text.isEmpty() ? text : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

SortRule ruleOf(int column, Qt::SortOrder order)
{
    return {jobColumns()[static_cast<std::size_t>(column)].sortKey,
            order == Qt::AscendingOrder ? SortDirection::Ascending : SortDirection::Descending};
}

} // namespace

JobTableModel::JobTableModel(JobFeed &feed, QObject *parent)
    : QAbstractTableModel(parent)
    , m_feed(feed)
    , m_sorter(feed.table())
    , m_rule(ruleOf(static_cast<int>(JobColumn::State), Qt::AscendingOrder))
{
    for (const JobState state : kAllJobStates)
        m_icons[static_cast<std::size_t>(state)] = icons::ofState(state);
    connect(&feed, &JobFeed::added, this, &JobTableModel::onAdded);
    connect(&feed, &JobFeed::changed, this, &JobTableModel::onChanged);
    connect(&feed, &JobFeed::removed, this, &JobTableModel::onRemoved);
    connect(&feed, &JobFeed::updated, this, &JobTableModel::onUpdated);
    connect(&m_sorter, &RowSorter::finished, this, &JobTableModel::onSorted);
    m_timeFilter.setInterval(30s);
    connect(&m_timeFilter, &QTimer::timeout, this, [this] {
        if (!m_held && !m_sorter.isRunning())
            sortAll();
    });
    sortAll();
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(jobColumns().size());
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !table().contains(jobAt(index.row())))
        return {};
    const JobRecord &job = table().at(jobAt(index.row()));
    const auto &column = jobColumns()[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.text(job, m_feed.now(job.engine));
    case Qt::ToolTipRole:
        return toolTip(column.column, job);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment);
    case Qt::DecorationRole:
        return column.column == JobColumn::State ? m_icons[static_cast<std::size_t>(job.status.state)] : QVariant();
    case Qt::AccessibleTextRole:
        return column.column == JobColumn::State ? rowSentence(job, m_feed.now(job.engine))
                                                 : column.text(job, m_feed.now(job.engine));
    case IsUsersMoveRole:
        return column.column == JobColumn::Next && nextMove(job, m_feed.now(job.engine)).isUsers;
    case ProgressRole:
        return progressOf(job.status);
    case StateRole:
        return static_cast<int>(job.status.state);
    default:
        return {};
    }
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto &column = jobColumns()[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return titleOf(column);
    if (role == Qt::InitialSortOrderRole)
        return static_cast<int>(column.firstOrder);
    return role == Qt::TextAlignmentRole ? QVariant::fromValue(column.alignment) : QVariant();
}

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    m_rule = ruleOf(column, order);
    sortAll();
}

void JobTableModel::setFilter(const JobFilter &filter)
{
    m_filter = filter;
    if (filter.dependsOnTime())
        m_timeFilter.start();
    else
        m_timeFilter.stop();
    sortAll();
}

int JobTableModel::rowOf(Index job) const
{
    const auto row = m_order.rowOf(job);
    return row == RowOrder::kNoRow ? -1 : static_cast<int>(row);
}

void JobTableModel::setOrderHeld(bool held)
{
    if (std::exchange(m_held, held) && !held)
        putInOrder();
}

void JobTableModel::putInOrder()
{
    if (!m_sorter.isRunning())
        settle();
}

void JobTableModel::onAdded(Index first, Index end)
{
    for (Index job = first; job < end; ++job)
        m_batch.push_back(job);
}

void JobTableModel::onChanged(const std::vector<Index> &jobs)
{
    announceValues(jobs);
    m_batch.insert(m_batch.end(), jobs.begin(), jobs.end());
}

void JobTableModel::onRemoved(const std::vector<Index> &jobs)
{
    m_batch.insert(m_batch.end(), jobs.begin(), jobs.end());
}

void JobTableModel::onUpdated()
{
    takeIn(std::exchange(m_batch, {}));
}

/// Brings the rows in line with jobs that changed, as far as that is allowed now.
void JobTableModel::takeIn(const std::vector<Index> &jobs)
{
    for (const Index job : jobs)
        m_pending.insert(job);
    if (m_sorter.isRunning())
        return;
    if (m_held)
        settleHeld(jobs);
    else if (m_pending.size() > kManyMoves)
        sortAll();
    else
        settle();
}

void JobTableModel::sortAll()
{
    // The sort sees every job as it is from now on; only what changes later has to be put right afterwards.
    m_pending.clear();
    m_sorter.start(m_rule, m_filter, m_feed.now());
    if (m_sorter.isRunning())
        Q_EMIT sortingChanged(true);
}

void JobTableModel::onSorted(const std::vector<Index> &rows)
{
    std::vector<Index> target;
    target.reserve(rows.size());
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(target),
                 [this](Index job) { return table().contains(job); });
    std::vector<Index> arriving;
    std::copy_if(target.begin(), target.end(), std::back_inserter(arriving),
                 [this](Index job) { return !m_order.contains(job); });
    RowOrder wanted;
    wanted.reset(target);
    std::copy_if(m_order.rows().begin(), m_order.rows().end(), std::back_inserter(target),
                 [&wanted](Index job) { return !wanted.contains(job); });

    appendRows(arriving);
    if (!std::equal(target.begin(), target.end(), m_order.rows().begin(), m_order.rows().end()))
        reorder([&] { m_order.reset(std::move(target)); });
    dropTail(m_order.size() - wanted.size());
    settle();
    Q_EMIT sortingChanged(false);
}

void JobTableModel::settle()
{
    Moves moves = movesOf(m_pending.jobs());
    appendRows(moves.arriving);
    moves.moving.insert(moves.moving.end(), moves.arriving.begin(), moves.arriving.end());
    if (!moves.moving.empty() || !moves.leaving.empty())
        reorder([&] { m_order.place(moves.moving, moves.leaving, table(), m_rule); });
    dropTail(moves.leaving.size());
    m_pending.clear();
    setOutOfOrder(false);
}

void JobTableModel::settleHeld(const std::vector<Index> &jobs)
{
    Moves moves = movesOf(jobs);
    appendRows(moves.arriving);
    const auto stays = std::partition(moves.leaving.begin(), moves.leaving.end(),
                                      [this](Index job) { return !table().contains(job); });
    const bool anyLeaves = stays != moves.leaving.end();
    // A job that no longer exists cannot be shown, whoever reads; it was the user who had it forgotten.
    moves.leaving.erase(stays, moves.leaving.end());
    if (!moves.leaving.empty())
        reorder([&] { m_order.place({}, moves.leaving, table(), m_rule); });
    dropTail(moves.leaving.size());
    setOutOfOrder(m_outOfOrder || anyLeaves || !moves.moving.empty() || !moves.arriving.empty());
}

JobTableModel::Moves JobTableModel::movesOf(const std::vector<Index> &jobs) const
{
    Moves moves;
    const WallTime now = m_feed.now();
    bool anyOutOfPlace = false;
    for (const Index job : jobs) {
        const bool wanted = table().contains(job) && m_filter.matches(table().at(job), now);
        const bool shown = m_order.contains(job);
        if (wanted && shown) {
            moves.moving.push_back(job);
            anyOutOfPlace = anyOutOfPlace || !isInPlace(job);
        } else if (wanted) {
            moves.arriving.push_back(job);
        } else if (shown) {
            moves.leaving.push_back(job);
        }
    }
    // When each changed row is in order with neighbours that stay, so are all. Else every changed row has to be placed:
    // two that changed, or one that leaves, may hide another's move.
    if (!anyOutOfPlace && moves.leaving.empty())
        moves.moving.clear();
    return moves;
}

bool JobTableModel::isInPlace(Index job) const
{
    const auto row = m_order.rowOf(job);
    const auto key = m_rule.keyOf(table().at(job));
    const auto before = [&](RowOrder::Row a, RowOrder::Row b) {
        const Index other = m_order.at(a == row ? b : a);
        if (!table().contains(other))
            return false;
        const auto otherKey = m_rule.keyOf(table().at(other));
        return a == row ? m_rule.before(key, job, otherKey, other) : m_rule.before(otherKey, other, key, job);
    };
    return (row == 0 || before(row - 1, row)) && (row + 1 == m_order.size() || before(row, row + 1));
}

void JobTableModel::appendRows(const std::vector<Index> &jobs)
{
    if (jobs.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(jobs.size()) - 1);
    m_order.append(jobs);
    endInsertRows();
}

template <typename Reorder>
void JobTableModel::reorder(Reorder change)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto old = persistentIndexList();
    std::vector<Index> jobs;
    jobs.reserve(static_cast<std::size_t>(old.size()));
    for (const QModelIndex &index : old)
        jobs.push_back(jobAt(index.row()));
    change();
    QModelIndexList moved;
    moved.reserve(old.size());
    for (qsizetype i = 0; i < old.size(); ++i)
        moved.push_back(index(rowOf(jobs[static_cast<std::size_t>(i)]), old[i].column()));
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void JobTableModel::dropTail(std::size_t count)
{
    if (count == 0)
        return;
    const int rows = rowCount();
    beginRemoveRows({}, rows - static_cast<int>(count), rows - 1);
    m_order.dropTail(count);
    endRemoveRows();
}

void JobTableModel::announceValues(const std::vector<Index> &jobs)
{
    std::vector<int> rows;
    rows.reserve(jobs.size());
    for (const Index job : jobs) {
        if (const int row = rowOf(job); row >= 0)
            rows.push_back(row);
    }
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    std::vector<std::pair<int, int>> spans;
    for (const int row : rows) {
        if (!spans.empty() && row <= spans.back().second + 1)
            spans.back().second = row;
        else
            spans.emplace_back(row, row);
    }
    if (spans.size() > kMostSpans)
        spans = {{rows.front(), rows.back()}};
    const int lastColumn = columnCount() - 1;
    for (const auto &[first, last] : spans)
        Q_EMIT dataChanged(index(first, 0), index(last, lastColumn));
}

void JobTableModel::setOutOfOrder(bool outOfOrder)
{
    if (std::exchange(m_outOfOrder, outOfOrder) != outOfOrder)
        Q_EMIT outOfOrderChanged(outOfOrder);
}

} // namespace haulwatch
