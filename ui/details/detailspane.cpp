// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/detailspane.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

#include "details/filespane.h"
#include "details/propertiespane.h"
#include "details/timelinepane.h"
#include "problems/problempane.h"
#include "problems/problemsummary.h"
#include "problems/sameproblemrow.h"
#include "words/diagnostics.h"
#include "words/format.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr Milliseconds kSummaryInterval = 500ms; // a million jobs are counted in 6 ms

enum Tab { ProblemTab, FilesTab, TimelineTab, PropertiesTab };
enum ProblemPage { NothingSelected, OneJob, SeveralJobs };

QLabel *emptyPage(QWidget *parent)
{
    auto *label = new QLabel(DetailsPane::tr("Select a job to see what it does and what you can do."), parent);
    label->setProperty("muted", true);
    label->setAlignment(Qt::AlignCenter);
    label->setAutoFillBackground(true);
    label->setBackgroundRole(QPalette::Base);
    return label;
}

} // namespace

DetailsPane::DetailsPane(JobFeed &feed, Actions actions, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_actions(std::move(actions))
    , m_job(feed)
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_problem(new QStackedWidget(this))
    , m_problemPane(new ProblemPane(m_job, this))
    , m_summary(new ProblemSummary(this))
    , m_properties(new PropertiesPane(m_job, feed, this))
    , m_copy(new QPushButton(tr("Copy diagnostics"), this))
{
    m_problem->insertWidget(NothingSelected, emptyPage(this));
    m_problem->insertWidget(OneJob, m_problemPane);
    m_problem->insertWidget(SeveralJobs, m_summary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTabRow());
    layout->addWidget(m_pages, 1);
    addPage(m_problem, tr("Problem"));
    addPage(new FilesPane(m_job, this), tr("Files"));
    addPage(new TimelinePane(m_job, this), tr("Timeline"));
    addPage(m_properties, tr("Properties"));
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_problemPane, &ProblemPane::fixRequested, this, &DetailsPane::onFix);
    connect(m_properties, &PropertiesPane::editRequested, this,
            [this](JobProperty property) { m_actions.edit(property, *m_job.index()); });
    connect(m_summary, &ProblemSummary::verbRequested, this, &DetailsPane::onVerbForAll);
    connect(m_summary, &ProblemSummary::fixRequested, this, [this](Fix fix) {
        if (const auto ids = selectedIds(); !ids.empty())
            m_actions.mend(fix, *m_feed.table().find(ids.front()), MendScope(ids));
    });
    SameProblemRow &same = m_problemPane->sameProblem();
    same.setPlanner([this](Verb verb) { return planOf(verb, m_feed.table(), sameProblem().jobs); });
    connect(&same, &SameProblemRow::verbRequested, this, &DetailsPane::runOnSameProblem);
    connect(&same, &SameProblemRow::fixRequested, this,
            [this](Fix fix) { m_actions.mend(fix, *m_job.index(), MendScope::SameProblem); });
    connect(&same, &SameProblemRow::showRequested, this, [this] { m_actions.showSameProblem(*m_job.index()); });
    connectFeed();
    refreshTabs();
}

QWidget *DetailsPane::makeTabRow()
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_copy->setProperty("link", true);
    m_copy->setCursor(Qt::PointingHandCursor);
    m_copy->setToolTip(tr("Copies everything known of this job, without passwords and keys, for a report"));
    connect(m_copy, &QPushButton::clicked, this, &DetailsPane::copyDiagnostics);
    auto *bar = new QFrame(this);
    bar->setProperty("bar", true);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(m_tabs, 1, Qt::AlignBottom);
    row->addWidget(m_copy, 0, Qt::AlignVCenter);
    return bar;
}

void DetailsPane::addPage(QWidget *page, const QString &title)
{
    m_pages->addWidget(page);
    m_tabs->addTab(title);
}

void DetailsPane::connectFeed()
{
    m_summaryRefresh.setSingleShot(true);
    connect(&m_summaryRefresh, &QTimer::timeout, this, &DetailsPane::refreshSummary);
    connect(&m_feed, &JobFeed::updated, this, [this] {
        if (!m_selection.empty() && !m_summaryRefresh.isActive())
            m_summaryRefresh.start(kSummaryInterval);
    });
    connect(&m_job, &SelectedJob::selected, this, &DetailsPane::refreshSameProblem);
    connect(&m_job, &SelectedJob::recordChanged, this, &DetailsPane::refreshSameProblem);
    connect(&m_job, &SelectedJob::selected, this, &DetailsPane::refreshTabs);
    connect(&m_job, &SelectedJob::recordChanged, this, &DetailsPane::refreshTabs);
}

void DetailsPane::setSelection(const std::vector<JobTable::Index> &jobs)
{
    m_selection.clear();
    std::copy_if(jobs.begin(), jobs.end(), std::back_inserter(m_selection),
                 [this](JobTable::Index job) { return m_feed.table().contains(job); });
    m_job.select(m_selection.size() == 1 ? std::optional(m_selection.front()) : std::nullopt);
    if (m_selection.size() > 1)
        refreshSummary();
    refreshTabs();
}

void DetailsPane::showProblem()
{
    m_tabs->setCurrentIndex(ProblemTab);
}

void DetailsPane::showProperties()
{
    m_tabs->setCurrentIndex(PropertiesTab);
    m_properties->firstToUse()->setFocus(Qt::ShortcutFocusReason);
}

void DetailsPane::turnTab(int by)
{
    int tab = m_tabs->currentIndex();
    do
        tab = (tab + by + m_tabs->count()) % m_tabs->count();
    while (!m_tabs->isTabEnabled(tab));
    const bool wasInPage = m_pages->isAncestorOf(QApplication::focusWidget());
    m_tabs->setCurrentIndex(tab);
    if (wasInPage)
        m_tabs->setFocus(Qt::ShortcutFocusReason);
}

void DetailsPane::copyDiagnostics()
{
    const JobRecord *job = m_job.record();
    if (!job)
        return;
    const auto files = m_job.files();
    const auto history = m_job.history();
    QGuiApplication::clipboard()->setText(diagnostics(*job, files ? std::span(*files) : std::span<const FileProgress>(),
                                                      history ? std::span(*history) : std::span<const HistoryEntry>(),
                                                      QDir::homePath()));
    Q_EMIT diagnosticsCopied();
}

void DetailsPane::onFix(Fix fix)
{
    const JobRecord *job = m_job.record();
    if (!job)
        return;
    if (const auto verb = verbOf(fix))
        m_actions.run(*verb, {job->spec->id});
    else
        m_actions.mend(fix, *m_job.index(), MendScope::ThisJob);
}

void DetailsPane::onVerbForAll(Verb verb)
{
    m_actions.run(verb, selectedIds());
}

std::vector<JobId> DetailsPane::selectedIds() const
{
    std::vector<JobId> ids;
    for (const JobTable::Index job : m_selection)
        if (m_feed.table().contains(job))
            ids.push_back(m_feed.table().idOf(job));
    return ids;
}

void DetailsPane::refreshSummary()
{
    if (m_selection.size() > 1)
        m_summary->show(totalsOf(m_feed.table(), m_selection), commonRemedies(m_feed.table(), m_selection));
    else
        refreshSameProblem();
}

SameProblem DetailsPane::sameProblem() const
{
    const JobRecord *job = m_job.record();
    return job ? sameProblemAs(*job, m_feed.table()) : SameProblem {};
}

void DetailsPane::refreshSameProblem()
{
    m_problemPane->sameProblem().show(sameProblem());
}

QWidget *DetailsPane::firstToUse() const
{
    if (m_summary->isVisible())
        return m_summary->firstToUse();
    return m_problemPane->isVisible() ? m_problemPane->firstToUse() : nullptr;
}

void DetailsPane::runOnSameProblem(Verb verb)
{
    m_actions.run(verb, sameProblem().jobs);
}

void DetailsPane::refreshTabs()
{
    const JobRecord *job = m_job.record();
    const bool hasSeveral = m_selection.size() > 1;
    m_problem->setCurrentIndex(hasSeveral ? SeveralJobs : job ? OneJob : NothingSelected);
    for (int tab = FilesTab; tab < m_tabs->count(); ++tab)
        m_tabs->setTabEnabled(tab, job != nullptr);
    m_tabs->setTabText(FilesTab, job ? tr("Files %1").arg(format::count(job->spec->files.size())) : tr("Files"));
    m_copy->setEnabled(job != nullptr);
}

} // namespace haulwatch
