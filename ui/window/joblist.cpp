// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/joblist.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QVBoxLayout>

#include <utility>

#include "causes/causeoverview.h"
#include "jobs/jobtableview.h"
#include "widgets/icons.h"
#include "widgets/placeholder.h"
#include "words/format.h"

namespace haulwatch {
namespace {

constexpr int kLeastRows = 4;

} // namespace

JobList::JobList(JobFeed &feed, JobTableModel &model, const JobCounts &counts, QWidget *parent)
    : QStackedWidget(parent)
    , m_feed(feed)
    , m_model(model)
    , m_table(new JobTableView(model, this))
    , m_causes(new CauseOverview(counts, this))
    , m_jobs(new QWidget(this))
    , m_noJobs(new Placeholder(this))
    , m_noMatch(new Placeholder(this))
    , m_noProblem(new Placeholder(this))
{
    build();
    connect(&model, &QAbstractItemModel::rowsInserted, this, &JobList::choosePage);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &JobList::choosePage);
    connect(&model, &JobTableModel::sortingChanged, this, &JobList::choosePage);
    connect(&model, &JobTableModel::sortingChanged, this, &JobList::beginAtTheTop);
    connect(&feed, &JobFeed::updated, this, &JobList::choosePage);
}

void JobList::build()
{
    auto *layout = new QVBoxLayout(m_jobs);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_causes);
    layout->addWidget(m_table, 1);
    // Between causes and details there is room for a few jobs.
    m_table->setMinimumHeight(m_table->horizontalHeader()->minimumHeight()
                              + kLeastRows * m_table->verticalHeader()->defaultSectionSize());
    m_jobs->setFocusProxy(m_table);
    connect(m_causes, &CauseOverview::viewRequested, this, &JobList::viewRequested);
    connect(m_causes, &CauseOverview::shownChanged, this, &JobList::causesShownChanged);
    addWidget(m_jobs);
    for (Placeholder *page : {m_noJobs, m_noMatch, m_noProblem})
        addWidget(page);
    m_noJobs->setContent(icons::muted(icons::Shape::Downloads), tr("No transfers yet"),
                         tr("Drop links here, press Ctrl+V, or start with:"));
    connect(m_noJobs->addButton(tr("Add downloads…"), true), &QAbstractButton::clicked, this, &JobList::addRequested);
    auto *demo = m_noJobs->addButton(tr("Try the demo"));
    connect(demo, &QAbstractButton::clicked, this, &JobList::demoRequested);
    m_demo = demo;
    connect(m_noMatch->addButton(tr("Show all jobs")), &QAbstractButton::clicked, this, &JobList::showAllRequested);
    m_noProblem->setContent(icons::ofState(JobState::Transferred), tr("Nothing needs your attention"), {});
}

void JobList::present(const JobView &view, const JobFilter &typed, const QString &typedText)
{
    m_view = view;
    m_isTyped = !typed.matchesEverything();
    m_typedText = typedText;
    m_causes->setView(view);
    if (!std::exchange(m_isPresenting, true))
        m_jobBefore = m_table->currentJob();
    m_model.setFilter(view.jobs().combinedWith(typed));
    choosePage();
}

/// When the keyboard's place was among those that are gone, Qt leaves it at the end of what is left.
void JobList::beginAtTheTop()
{
    if (m_model.isSorting() || !std::exchange(m_isPresenting, false) || m_table->currentJob() == m_jobBefore)
        return;
    m_table->selectionModel()->setCurrentIndex(m_model.index(0, 0), QItemSelectionModel::NoUpdate);
    m_table->scrollToTop();
}

void JobList::setGrouped(bool grouped)
{
    m_causes->setWanted(grouped);
}

bool JobList::showsCauses() const
{
    return !m_causes->isHidden();
}

void JobList::setDemoOffered(bool offered)
{
    m_demo->setVisible(offered);
}

QWidget *JobList::pageNow()
{
    // Before the first batch nobody knows whether there are jobs, and during a sort they are on their way.
    if (m_model.rowCount() > 0 || m_model.isSorting() || m_feed.lastUpdate() == WallTime {})
        return m_jobs;
    if (m_feed.table().size() == 0)
        return m_noJobs;
    if (!m_isTyped && m_view.key == QLatin1StringView(views::kAttention))
        return m_noProblem;
    m_noMatch->setContent(
        icons::muted(icons::Shape::Search), m_isTyped ? tr("No job matches “%1”").arg(m_typedText) : tr("No job here"),
        tr("There are %1 jobs in all; this is the view “%2”.").arg(format::count(m_feed.table().size()), m_view.title));
    return m_noMatch;
}

void JobList::choosePage()
{
    QWidget *const page = pageNow();
    if (currentWidget() == page)
        return;
    // The keyboard stays in this part of the window, whatever is shown there.
    const bool hadFocus = isAncestorOf(focusWidget());
    setCurrentWidget(page);
    if (hadFocus)
        page->setFocus();
}

} // namespace haulwatch
