// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QResizeEvent>

#include <algorithm>
#include <chrono>

#include "job/attention.h"
#include "jobs/columnsdialog.h"
#include "jobs/jobdelegate.h"
#include "jobs/jobheader.h"
#include "words/format.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr int kLeastRowHeight = 29;

QString cellFor(const QModelIndex &index)
{
    // A tab or a line break in a cell would begin another one where it is pasted.
    return index.data().toString().simplified();
}

} // namespace

JobTableView::JobTableView(JobTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_jobs(model)
{
    setAccessibleName(tr("Jobs"));
    auto *header = new JobHeader(this);
    setHorizontalHeader(header);
    setModel(&model);
    setItemDelegate(new JobDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    verticalHeader()->hide();
    // Every row the same height: a table of a million rows then need not ask them.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    updateRowHeight();
    setUpColumns();
    setSortingEnabled(true);
    connect(header, &JobHeader::columnsRequested, this, &JobTableView::chooseColumns);
    sortByColumn(static_cast<int>(JobColumn::State), Qt::AscendingOrder);

    m_selectionSettled.setSingleShot(true);
    m_selectionSettled.setInterval(0);
    connect(&m_selectionSettled, &QTimer::timeout, this, &JobTableView::selectedJobsChanged);
    m_release.setSingleShot(true);
    m_release.setInterval(0);
    connect(&m_release, &QTimer::timeout, this, [this] { m_jobs.setOrderHeld(isBeingRead()); });
    m_secondHand.setInterval(1s);
    connect(&m_secondHand, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_secondHand.start();
}

void JobTableView::setUpColumns()
{
    const double scale = std::max(1.0, fontMetrics().height() / 16.0);
    for (const auto &column : jobColumns()) {
        const int section = static_cast<int>(column.column);
        setColumnWidth(section, static_cast<int>(column.width * scale));
        setColumnHidden(section, !column.shownAtFirst);
    }
}

void JobTableView::updateRowHeight()
{
    verticalHeader()->setDefaultSectionSize(std::max(kLeastRowHeight, fontMetrics().height() + 12));
}

std::vector<JobTable::Index> JobTableView::selectedJobs() const
{
    std::vector<bool> isSelected(m_jobs.table().end());
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            isSelected[m_jobs.jobAt(row)] = true;
    }
    std::vector<JobTable::Index> jobs;
    jobs.reserve(selectedCount());
    for (JobTable::Index job = 0; job < isSelected.size(); ++job) {
        if (isSelected[job])
            jobs.push_back(job);
    }
    return jobs;
}

std::size_t JobTableView::selectedCount() const
{
    std::size_t count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += static_cast<std::size_t>(range.height());
    return count;
}

std::optional<JobTable::Index> JobTableView::currentJob() const
{
    return currentIndex().isValid() ? std::optional(m_jobs.jobAt(currentIndex().row())) : std::nullopt;
}

bool JobTableView::selectJob(JobTable::Index job)
{
    const int row = m_jobs.rowOf(job);
    if (row < 0)
        return false;
    const auto index = m_jobs.index(row, std::max(0, currentIndex().column()));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

void JobTableView::selectJobs(const std::vector<JobTable::Index> &jobs)
{
    std::vector<int> rows;
    for (const auto job : jobs) {
        if (const int row = m_jobs.rowOf(job); row >= 0)
            rows.push_back(row);
    }
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    const int last = m_jobs.columnCount() - 1;
    for (auto from = rows.begin(); from != rows.end();) {
        const auto to = std::adjacent_find(from, rows.end(), [](int a, int b) { return b != a + 1; });
        const auto end = to == rows.end() ? to : to + 1;
        selection.append(QItemSelectionRange(m_jobs.index(*from, 0), m_jobs.index(*(end - 1), last)));
        from = end;
    }
    selectionModel()->setCurrentIndex(m_jobs.index(rows.front(), 0), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    scrollTo(currentIndex());
}

bool JobTableView::selectNextProblem(int direction)
{
    const int rows = m_jobs.rowCount();
    const auto now = m_jobs.now();
    int row = currentIndex().isValid() ? currentIndex().row() : (direction > 0 ? -1 : rows);
    for (int step = 0; step < rows; ++step) {
        row = (row + direction + rows) % rows;
        const auto job = m_jobs.jobAt(row);
        if (!m_jobs.table().contains(job))
            continue;
        const auto &record = m_jobs.table().at(job);
        if (isFailing(record.status.state) || needsAttention(record, now))
            return selectJob(job);
    }
    return false;
}

void JobTableView::chooseColumns()
{
    auto *dialog = new ColumnsDialog(*horizontalHeader(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void JobTableView::keyboardSearch(const QString &text)
{
    // The base class' search asks the model for every row's text; names are at hand here.
    const int rows = m_jobs.rowCount();
    const auto wanted = m_typeAhead.extendedBy(text);
    const int first = std::max(0, currentIndex().row()) + (wanted.size() > 1 ? 0 : 1);
    for (int step = 0; step < rows; ++step) {
        const auto job = m_jobs.jobAt((first + step) % rows);
        if (m_jobs.table().contains(job)
            && format::plain(m_jobs.table().at(job).spec->name).startsWith(wanted, Qt::CaseInsensitive)) {
            selectJob(job);
            return;
        }
    }
}

template <typename LineOf>
void JobTableView::copyLines(LineOf lineOf) const
{
    auto ranges = selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(), [](const auto &a, const auto &b) { return a.top() < b.top(); });
    QStringList lines;
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            lines << lineOf(row);
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void JobTableView::copyRows() const
{
    copyLines([this](int row) {
        QStringList cells;
        for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells << cellFor(m_jobs.index(row, column));
        }
        return cells.join(u'\t');
    });
}

void JobTableView::copyNames() const
{
    copyLines([this](int row) { return format::plain(m_jobs.table().at(m_jobs.jobAt(row)).spec->name); });
}

void JobTableView::copyAddresses() const
{
    copyLines([this](int row) {
        QStringList addresses;
        for (const FileSpec &file : m_jobs.table().at(m_jobs.jobAt(row)).spec->files)
            addresses << format::plain(file.remote);
        return addresses.join(u'\n');
    });
}

void JobTableView::copyIds() const
{
    copyLines([this](int row) { return QString::fromStdString(toString(m_jobs.table().idOf(m_jobs.jobAt(row)))); });
}

void JobTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    updateHold();
    m_selectionSettled.start();
}

void JobTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // The mark of the current row spans all cells; the base class repaints one.
    viewport()->update();
}

void JobTableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    updateHold();
}

void JobTableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    updateHold();
}

void JobTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        clearSelection();
        setCurrentIndex({});
        return;
    }
    QTableView::keyPressEvent(event);
}

bool JobTableView::viewportEvent(QEvent *event)
{
    const bool handled = QTableView::viewportEvent(event);
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        updateHold();
    return handled;
}

void JobTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateRowHeight();
}

bool JobTableView::isBeingRead() const
{
    return viewport()->underMouse() || (hasFocus() && selectionModel()->hasSelection());
}

void JobTableView::updateHold()
{
    // Rows must not move in the midst of whatever led here: the caller may hold indexes.
    if (isBeingRead())
        m_jobs.setOrderHeld(true);
    else
        m_release.start();
}

void JobTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    // The pane opens because a job was chosen; it must not cover that very job.
    if (event->size().height() < event->oldSize().height() && currentIndex().isValid())
        scrollTo(currentIndex());
}

} // namespace haulwatch
