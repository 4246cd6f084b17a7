// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/filemodel.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "widgets/icons.h"
#include "widgets/textlabels.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

bool isFailing(const FileProgress &file)
{
    return file.state == FileState::Failed || file.state == FileState::Retrying;
}

bool failsDifferently(const std::vector<FileProgress> &before, const std::vector<FileProgress> &now)
{
    return !std::equal(before.begin(), before.end(), now.begin(), now.end(),
                       [](const FileProgress &a, const FileProgress &b) { return isFailing(a) == isFailing(b); });
}

/// Whether a row would look the same; the checkpoint is not shown.
bool looksAlike(const FileProgress &a, const FileProgress &b)
{
    return a.transferred == b.transferred && a.total == b.total && a.state == b.state;
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
    m_errors.clear();
    m_order = failingFirst(*m_files);
    endResetModel();
}

void FileModel::update(std::shared_ptr<const JobSpec> spec, std::shared_ptr<const std::vector<FileProgress>> files)
{
    if (!m_spec || m_spec->id != spec->id || files->size() != m_files->size())
        return reset(std::move(spec), std::move(files));
    m_spec = std::move(spec);
    const auto before = std::exchange(m_files, std::move(files));
    if (failsDifferently(*before, *m_files))
        reorder(failingFirst(*m_files));
    tellOfChanges(*before);
}

void FileModel::tellOfChanges(const std::vector<FileProgress> &before)
{
    const auto differs = [&](std::uint32_t file) { return !looksAlike(before[file], (*m_files)[file]); };
    const auto first = std::find_if(m_order.begin(), m_order.end(), differs);
    if (first == m_order.end())
        return;
    const auto last = std::find_if(m_order.rbegin(), m_order.rend(), differs);
    // One range: a view repaints what it shows of it, and many signals cost more than they save.
    Q_EMIT dataChanged(index(static_cast<int>(first - m_order.begin()), State),
                       index(static_cast<int>(m_order.rend() - last) - 1, ColumnCount - 1));
}

void FileModel::setErrors(std::map<std::uint32_t, JobError> errors)
{
    if (errors == m_errors)
        return;
    m_errors = std::move(errors);
    if (!m_order.empty())
        Q_EMIT dataChanged(index(0, Error), index(rowCount() - 1, Error));
}

const JobError *FileModel::error(std::uint32_t file) const
{
    const auto found = m_errors.find(file);
    return found != m_errors.end() && isFailing((*m_files)[file]) ? &found->second : nullptr;
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

QString FileModel::addressAt(int row) const
{
    return QString::fromStdString(m_spec->files[fileAt(row)].remote);
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
    case Error:
        return error(file) ? problemtext::shortTitle(error(file)->cause) : QString();
    case Address:
        return format::plain(m_spec->files[file].remote);
    default:
        return {};
    }
}

QString FileModel::toolTip(std::uint32_t file, int column) const
{
    const JobError *why = column == Error || column == State ? error(file) : nullptr;
    return asToolTip(why ? problemtext::description(*why) : text(file, column));
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
        return toolTip(file, index.column());
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
    case Error:
        return tr("Problem");
    case Address:
        return tr("Address");
    default:
        return {};
    }
}

} // namespace haulwatch
