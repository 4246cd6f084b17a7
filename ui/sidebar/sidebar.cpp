// SPDX-License-Identifier: GPL-3.0-or-later
#include "sidebar/sidebar.h"

#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QInputDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <chrono>

#include "job/filterparser.h"
#include "sidebar/sidebardelegate.h"
#include "words/format.h"

namespace haulwatch {
namespace {

using sidebar::RowKind;

/// More groups than that are no overview; the rest is told as a number.
constexpr std::size_t kMostGroups = 12;
constexpr std::chrono::milliseconds kLeastRecount {500};

} // namespace

Sidebar::Sidebar(JobCounts &counts, QSettings &settings, QWidget *parent)
    : QListWidget(parent)
    , m_counts(counts)
    , m_standard(standardViews())
    , m_saved(settings)
{
    setAccessibleName(tr("Views"));
    setFrameShape(NoFrame);
    setItemDelegate(new SidebarDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setProperty("sidebar", true);

    addRow(RowKind::Heading, tr("Views"));
    for (const JobView &view : m_standard) {
        addRow(RowKind::View, view.title);
        item(count() - 1)->setIcon(view.icon);
    }
    showSaved();
    m_current = m_standard.front();
    setCurrentRow(1);
    connect(this, &QListWidget::currentRowChanged, this, &Sidebar::onCurrentChanged);
    connect(&counts, &JobCounts::countsChanged, this, &Sidebar::refresh);
    m_recountSaved.setSingleShot(true);
    connect(&m_recountSaved, &QTimer::timeout, this, &Sidebar::countSaved);
    refresh();
}

void Sidebar::choose(const QString &key)
{
    const auto hasKey = [&](const JobView &view) { return view.key == key; };
    const auto &saved = m_saved.views();
    if (const auto it = std::find_if(saved.begin(), saved.end(), hasKey); it != saved.end()) {
        setCurrentRow(firstSavedRow() + static_cast<int>(it - saved.begin()));
        return;
    }
    const auto it = std::find_if(m_standard.begin(), m_standard.end(), hasKey);
    choose(it == m_standard.end() ? 0 : static_cast<int>(it - m_standard.begin()));
}

void Sidebar::choose(int place)
{
    if (place >= 0 && place < static_cast<int>(m_standard.size()))
        setCurrentRow(place + 1);
}

void Sidebar::choose(const JobView &view)
{
    if (!view.key.isEmpty()) {
        choose(view.key);
        return;
    }
    const auto it = std::find_if(m_groups.begin(), m_groups.end(),
                                 [&](const JobView &group) { return group.filter == view.filter; });
    QSignalBlocker quiet(this);
    setCurrentRow(it == m_groups.end() ? -1 : m_firstGroupRow + 1 + static_cast<int>(it - m_groups.begin()));
    m_current = view;
    quiet.unblock();
    Q_EMIT viewChosen(m_current);
}

QSize Sidebar::sizeHint() const
{
    return {231 * std::max(16, fontMetrics().height()) / 16, 400};
}

void Sidebar::save(const QString &filter)
{
    if (filter.trimmed().isEmpty() || !parseFilter(filter.toStdString()))
        return;
    const QString whole = QString::fromStdString(m_current.filter + ' ' + filter.toStdString()).trimmed();
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save filter"));
    dialog->setLabelText(tr("&Name of the view that shows “%1”:").arg(whole));
    dialog->setTextValue(filter.trimmed());
    dialog->setOkButtonText(tr("&Save"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, whole](const QString &typed) {
        const auto name = typed.simplified();
        if (name.isEmpty())
            return;
        m_saved.save(name, whole.toStdString());
        showSaved();
        const auto &views = m_saved.views();
        const auto it = std::find_if(views.begin(), views.end(), [&](const auto &view) { return view.title == name; });
        Q_EMIT saved();
        setCurrentRow(firstSavedRow() + static_cast<int>(it - views.begin()));
    });
    dialog->open();
}

const JobView *Sidebar::savedAt(int row) const
{
    const int place = row - firstSavedRow();
    const auto &views = m_saved.views();
    return place >= 0 && place < static_cast<int>(views.size()) ? &views[static_cast<std::size_t>(place)] : nullptr;
}

/// Makes all rows below the standard views anew.
void Sidebar::showSaved()
{
    const QSignalBlocker quiet(this);
    const int current = currentRow();
    while (count() > static_cast<int>(m_standard.size()) + 1)
        delete takeItem(count() - 1);
    m_groups.clear();
    m_unshownGroups = 0;
    if (!m_saved.views().empty())
        addRow(RowKind::Heading, tr("Saved"));
    for (const JobView &view : m_saved.views()) {
        addRow(RowKind::Group, view.title);
        item(count() - 1)->setIcon(view.icon);
        item(count() - 1)
            ->setToolTip(QStringLiteral("<p>%1</p>").arg(QString::fromStdString(view.filter).toHtmlEscaped()));
    }
    m_firstGroupRow = count();
    countSaved();
    setCurrentRow(current < m_firstGroupRow ? current : -1);
    refreshGroups();
}

void Sidebar::countSaved()
{
    QElapsedTimer spent;
    spent.start();
    for (int row = firstSavedRow(); const auto *view = savedAt(row); ++row) {
        const auto tip = item(row)->toolTip();
        setCount(row, m_counts.matching(view->jobs()), false);
        item(row)->setToolTip(tip);
    }
    // Whatever the number of jobs, looking at all of them takes a small part of the time.
    m_recountSaved.setInterval(std::max(kLeastRecount, 50 * std::chrono::milliseconds(spent.elapsed())));
}

void Sidebar::removeSaved(const QString &key)
{
    const bool wasChosen = m_current.key == key;
    m_saved.remove(key);
    showSaved();
    if (wasChosen)
        choose(QString::fromLatin1(views::kAll));
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    const auto *view = savedAt(currentRow());
    if (view && event->matches(QKeySequence::Delete))
        removeSaved(view->key);
    else
        QListWidget::keyPressEvent(event);
}

void Sidebar::contextMenuEvent(QContextMenuEvent *event)
{
    const auto *row = event->reason() == QContextMenuEvent::Mouse ? itemAt(event->pos()) : currentItem();
    const auto *view = row ? savedAt(this->row(row)) : nullptr;
    if (!view)
        return;
    QMenu menu(this);
    connect(menu.addAction(tr("&Remove the saved filter")), &QAction::triggered, this,
            [this, key = view->key] { removeSaved(key); });
    menu.exec(event->globalPos());
}

void Sidebar::addRow(RowKind kind, const QString &text)
{
    auto *row = new QListWidgetItem(text, this);
    row->setData(sidebar::KindRole, static_cast<int>(kind));
    if (kind == RowKind::Heading || kind == RowKind::Note)
        row->setFlags(Qt::ItemIsEnabled);
}

void Sidebar::setCount(int row, std::size_t count, bool calls)
{
    auto *entry = item(row);
    entry->setData(sidebar::CountRole, static_cast<qulonglong>(count));
    entry->setData(sidebar::BadgeRole, calls);
    entry->setData(Qt::AccessibleTextRole,
                   tr("%1, %2", "view, number of jobs").arg(entry->text(), format::count(count)));
    entry->setToolTip(QStringLiteral("<p>%1</p>").arg(entry->text().toHtmlEscaped()));
}

void Sidebar::refresh()
{
    for (std::size_t i = 0; i < m_standard.size(); ++i)
        setCount(static_cast<int>(i) + 1, countOf(m_standard[i], m_counts), i == 0);
    if (!m_saved.views().empty() && !m_recountSaved.isActive())
        m_recountSaved.start();
    refreshGroups();
}

void Sidebar::refreshGroups()
{
    const auto all = m_counts.groups();
    const auto shown = choice(all);
    const auto unshown = all.size() - shown.size();
    const bool sameRows = m_unshownGroups == unshown && shown.size() == m_groups.size()
        && std::equal(shown.begin(), shown.end(), m_groups.begin(), [](const ProblemGroup &group, const JobView &view) {
                              return viewOf(group).filter == view.filter;
                          });
    if (!sameRows)
        rebuildGroups(shown, unshown);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const int row = m_firstGroupRow + 1 + static_cast<int>(i);
        item(row)->setIcon(viewOf(shown[i]).icon);
        setCount(row, shown[i].jobs, false);
    }
}

/// Those that have a row keep their order, so that none jumps while one reads; free places go to the greatest.
std::vector<ProblemGroup> Sidebar::choice(std::vector<ProblemGroup> groups) const
{
    const auto placeOf = [this](const ProblemGroup &group) {
        const auto filter = viewOf(group).filter;
        return std::find_if(m_groups.begin(), m_groups.end(),
                            [&](const JobView &view) { return view.filter == filter; })
            - m_groups.begin();
    };
    std::vector<std::pair<std::ptrdiff_t, ProblemGroup>> placed;
    for (ProblemGroup &group : groups)
        placed.emplace_back(placeOf(group), std::move(group));
    std::stable_sort(placed.begin(), placed.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : a.second.jobs > b.second.jobs;
    });
    std::vector<ProblemGroup> chosen;
    for (auto &[place, group] : placed) {
        if (chosen.size() < kMostGroups)
            chosen.push_back(std::move(group));
    }
    return chosen;
}

void Sidebar::rebuildGroups(const std::vector<ProblemGroup> &groups, std::size_t unshown)
{
    const QSignalBlocker quiet(this);
    const int scrolled = verticalScrollBar()->value();
    const int current = currentRow();
    while (count() > m_firstGroupRow)
        delete takeItem(count() - 1);
    m_groups.clear();
    m_unshownGroups = unshown;
    if (!groups.empty())
        addRow(RowKind::Heading, tr("Problems by cause"));
    for (const ProblemGroup &group : groups) {
        m_groups.push_back(viewOf(group));
        addRow(RowKind::Group, m_groups.back().title);
    }
    if (unshown > 0)
        addRow(RowKind::Note,
               unshown == 1 ? tr("1 more") : tr("%Ln more", "groups of problems", static_cast<int>(unshown)));

    // A group that is being looked at stays chosen wherever its row went; one that emptied leaves no row chosen.
    const auto it = std::find_if(m_groups.begin(), m_groups.end(),
                                 [this](const JobView &view) { return view.filter == m_current.filter; });
    if (current < m_firstGroupRow && current >= 0)
        setCurrentRow(current);
    else
        setCurrentRow(it == m_groups.end() ? -1 : m_firstGroupRow + 1 + static_cast<int>(it - m_groups.begin()));
    verticalScrollBar()->setValue(scrolled);
}

void Sidebar::onCurrentChanged(int row)
{
    if (row >= 1 && row <= static_cast<int>(m_standard.size()))
        m_current = m_standard[static_cast<std::size_t>(row - 1)];
    else if (const auto *saved = savedAt(row))
        m_current = *saved;
    else if (row > m_firstGroupRow && row - m_firstGroupRow <= static_cast<int>(m_groups.size()))
        m_current = m_groups[static_cast<std::size_t>(row - m_firstGroupRow - 1)];
    else
        return;
    Q_EMIT viewChosen(m_current);
}

} // namespace haulwatch
