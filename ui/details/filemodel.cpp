// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/filemodel.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "details/textlabels.h"
#include "format.h"
#include "icons.h"

namespace haulwatch {
namespace {

bool isFailing(const FileProgress &file)
{
    return file.state == FileState::Failed || file.state == FileState::Retrying;
}

std::vector<std::uint32_t> failingFirst(const std::vector<FileProgress> &files)
{
    std::vector<std::uint32_t> order(files.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_partition(order.begin(), order.end(), [&files](std::uint32_t file) { return isFailing(files[file]); });
    return order;
}

/// A file is drawn like the job that would be in its place.
JobState drawnAs(FileState state)
{
    switch (state) {
    case FileState::Waiting:
        return JobState::Queued;
    case FileState::Active:
        return JobState::Transferring;
    case FileState::Retrying:
        return JobState::TransientError;
    case FileState::Failed:
        return JobState::Error;
    case FileState::Transferred:
        return JobState::Transferred;
    case FileState::Complete:
        return JobState::Acknowledged;
    }
    Q_UNREACHABLE();
}

} // namespace

FileModel::FileModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_files(std::make_shared<const std::vector<FileProgress>>())
{
}

void FileModel::reset(std::shared_ptr<const JobSpec> spec, std::shared_ptr<const std::vector<FileProgress>> files)
{
    beginResetModel();
    m_spec = std::move(spec);
    m_files = std::move(files);
    m_order = failingFirst(*m_files);
    endResetModel();
}

void FileModel::update(std::shared_ptr<const JobSpec> spec, std::shared_ptr<const std::vector<FileProgress>> files)
{
    if (!m_spec || m_spec->id != spec->id || files->size() != m_files->size())
        return reset(std::move(spec), std::move(files));
    m_spec = std::move(spec);
    m_files = std::move(files);
    if (auto order = failingFirst(*m_files); order != m_order)
        reorder(std::move(order));
    if (!m_files->empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void FileModel::reorder(std::vector<std::uint32_t> order)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<int> rowOf(order.size());
    for (std::size_t row = 0; row < order.size(); ++row)
        rowOf[order[row]] = static_cast<int>(row);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &i : before)
        after += index(rowOf[fileAt(i.row())], i.column());
    changePersistentIndexList(before, after);
    m_order = std::move(order);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

QString FileModel::pathAt(int row) const
{
    return QString::fromStdString(m_spec->folder + '/' + m_spec->files[fileAt(row)].local);
}

int FileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int FileModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString FileModel::text(std::uint32_t file, int column) const
{
    const FileProgress &progress = (*m_files)[file];
    switch (column) {
    case State:
        return format::fileStateName(progress.state);
    case Name:
        return format::plain(m_spec->files[file].local);
    case Progress:
        return progress.total == kUnknownSize ? format::bytes(progress.transferred)
                                              : format::percent(progress.transferred, progress.total);
    case Size:
        return format::bytes(progress.total);
    case Address:
        return format::plain(m_spec->files[file].remote);
    default:
        return {};
    }
}

double FileModel::progress(std::uint32_t file) const
{
    const FileProgress &progress = (*m_files)[file];
    if (progress.total == kUnknownSize)
        return -1;
    // An empty file has all there is of it once it is here.
    if (progress.total == 0)
        return isHere(progress.state) ? 1 : 0;
    return static_cast<double>(progress.transferred) / static_cast<double>(progress.total);
}

QVariant FileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const std::uint32_t file = fileAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(file, index.column());
    case ProgressRole:
        return index.column() == Progress ? progress(file) : -1.0;
    case StateRole:
        return static_cast<int>(drawnAs((*m_files)[file].state));
    case Qt::ToolTipRole:
        return asToolTip(text(file, index.column()));
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(icons::ofState(drawnAs((*m_files)[file].state))) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Progress || index.column() == Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                    : QVariant();
    default:
        return {};
    }
}

QVariant FileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Progress || section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Name:
        return tr("Name");
    case Progress:
        return tr("Progress");
    case Size:
        return tr("Size");
    case Address:
        return tr("Address");
    default:
        return {};
    }
}

} // namespace haulwatch
