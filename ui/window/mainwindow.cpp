// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

#include "details/detailspane.h"
#include "dialogs/jobdialogs.h"
#include "jobs/closequestion.h"
#include "jobs/jobtableview.h"
#include "sidebar/sidebar.h"
#include "widgets/icons.h"
#include "widgets/tooltipdescription.h"
#include "window/aboutbox.h"
#include "window/demotour.h"
#include "window/detailssplit.h"
#include "window/filterfield.h"
#include "window/focusregions.h"
#include "window/joblist.h"
#include "window/keysheet.h"
#include "window/noticearea.h"
#include "window/statusbar.h"
#include "window/windowactions.h"
#include "words/format.h"

namespace haulwatch {
namespace {

/// Beyond so many selected jobs nobody looked at each.
constexpr std::size_t kMostSeenAtOnce = 1'000;
constexpr std::size_t kLongList = 100'000;
const QString kWelcomed = QStringLiteral("window/welcomed");
const QString kGroupByCause = QStringLiteral("window/groupByCause");

QString addressesIn(const QMimeData &data)
{
    if (!data.hasUrls())
        return data.text();
    QStringList lines;
    for (const QUrl &url : data.urls())
        lines << url.toString(QUrl::FullyEncoded);
    return lines.join(u'\n');
}

} // namespace

MainWindow::MainWindow(JobFeed &feed, QSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_feed(feed)
    , m_settings(settings)
    , m_model(feed)
    , m_counts(feed)
    , m_jobs(feed, this)
    , m_dialogs(new JobDialogs(feed, settings, this))
    , m_sidebar(new Sidebar(m_counts, settings, this))
    , m_actions(new WindowActions(m_jobs, m_sidebar->standard(), this))
    , m_notices(new NoticeArea(feed, m_counts, m_jobs.undoQueue(), this))
    , m_list(new JobList(feed, m_model, m_counts, this))
    , m_table(&m_list->table())
    , m_details(new DetailsPane(
          feed,
          {[this](Verb verb, const std::vector<JobId> &jobs) { m_jobs.run(verb, jobs); },
           [this](Fix fix, JobTable::Index job, const MendScope &scope) { m_dialogs->mend(fix, job, scope); },
           [this](JobProperty property, JobTable::Index job) { m_dialogs->edit(property, job); },
           [this](JobTable::Index job) { showSameProblem(job); }},
          this))
    , m_filter(new FilterField(this))
    , m_status(new StatusBar(feed, m_counts, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new DetailsSplit(m_list, m_details, this))
{
    setWindowTitle(tr("Haulwatch"));
    setWindowIcon(icons::application());
    setAcceptDrops(true);
    build();
    buildToolBar();
    m_actions->fill(*menuBar());
    connectActions();
    connectParts();
    setTryDemo({});
    restore();
    onSelectionChanged();
    applyFilter();
    m_table->setFocus();
}

MainWindow::~MainWindow()
{
    // It points at the widgets.
    delete m_tour;
    // The widgets show what the members hold, and these go first.
    hide();
    delete takeCentralWidget();
}

void MainWindow::build()
{
    auto *right = new QWidget(this);
    auto *stack = new QVBoxLayout(right);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(0);
    stack->addWidget(m_notices);
    stack->addWidget(m_rows, 1);
    m_columns->addWidget(m_sidebar);
    m_columns->addWidget(right);
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({m_sidebar->sizeHint().width(), 1360 - m_sidebar->sizeHint().width()});

    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_columns, 1);
    layout->addWidget(m_status);
    setCentralWidget(central);
    resize(1360, 860);
}

void MainWindow::buildToolBar()
{
    auto *bar = addToolBar(tr("Toolbar"));
    bar->setObjectName(QStringLiteral("toolbar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({14, 14});
    bar->addAction(m_actions->add);
    bar->widgetForAction(m_actions->add)->setProperty("primary", true);
    bar->addSeparator();
    for (const Verb verb : kAllVerbs)
        bar->addAction(m_jobs.action(verb));
    for (QAction *action : bar->actions()) {
        if (auto *button = bar->widgetForAction(action); button && !action->isSeparator()) {
            button->setFocusPolicy(Qt::TabFocus);
            new ToolTipDescription(*button);
        }
    }
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_filter->setMinimumWidth(200);
    m_filter->setMaximumWidth(360);
    m_filter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_filter->setHint(m_actions->find->shortcut());
    bar->addWidget(m_filter);
}

void MainWindow::connectActions()
{
    connect(m_actions->add, &QAction::triggered, this, [this] { addDownloads(); });
    connect(m_actions->paste, &QAction::triggered, this,
            [this] { addDownloads(addressesIn(*QGuiApplication::clipboard()->mimeData())); });
    connect(m_actions->settings, &QAction::triggered, m_dialogs, &JobDialogs::editSettings);
    connect(m_dialogs, &JobDialogs::settingsChanged, this, &MainWindow::settingsChanged);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quit);
    connect(m_actions->selectAll, &QAction::triggered, m_table, &QAbstractItemView::selectAll);
    connect(m_actions->copyRows, &QAction::triggered, m_table, &JobTableView::copyRows);
    connect(m_actions->copyNames, &QAction::triggered, m_table, &JobTableView::copyNames);
    connect(m_actions->copyAddresses, &QAction::triggered, m_table, &JobTableView::copyAddresses);
    connect(m_actions->copyIds, &QAction::triggered, m_table, &JobTableView::copyIds);
    connect(m_actions->copyDiagnostics, &QAction::triggered, m_details, &DetailsPane::copyDiagnostics);
    connect(m_actions->nextProblem, &QAction::triggered, this, [this] { showProblem(1); });
    connect(m_actions->previousProblem, &QAction::triggered, this, [this] { showProblem(-1); });
    connect(m_actions->resumeSameProblem, &QAction::triggered, m_details,
            [this] { m_details->runOnSameProblem(Verb::Resume); });
    connect(m_actions->find, &QAction::triggered, m_filter, [this] {
        m_actions->toolbar->setChecked(true);
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    connect(m_actions->saveFilter, &QAction::triggered, m_sidebar, [this] { m_sidebar->save(m_filter->text()); });
    connect(m_actions->columns, &QAction::triggered, m_table, &JobTableView::chooseColumns);
    connect(m_actions->trustedCertificates, &QAction::triggered, m_dialogs, &JobDialogs::showTrustedCertificates);
    connect(m_actions->sortNow, &QAction::triggered, &m_model, &JobTableModel::putInOrder);
    connect(m_actions->sidebar, &QAction::toggled, m_sidebar, &QWidget::setVisible);
    connect(m_actions->details, &QAction::toggled, this, &MainWindow::updateDetails);
    connect(m_actions->groupByCause, &QAction::toggled, this, &MainWindow::groupByCause);
    connect(m_actions->groupByCause, &QAction::triggered, this, [this](bool on) {
        if (on) // leads to the view that has the causes
            m_sidebar->choose(QString::fromLatin1(views::kAttention));
    });
    connect(m_actions->detailsRight, &QAction::toggled, m_rows, &DetailsSplit::setSideBySideWhenWide);
    connect(m_actions->toolbar, &QAction::toggled, findChild<QToolBar *>(), &QWidget::setVisible);
    connect(m_actions->properties, &QAction::triggered, this, [this] {
        m_actions->details->setChecked(true);
        m_details->showProperties();
    });
    connect(m_actions->nextTab, &QAction::triggered, m_details, [this] { m_details->turnTab(1); });
    connect(m_actions->previousTab, &QAction::triggered, m_details, [this] { m_details->turnTab(-1); });
    connect(m_actions->nextRegion, &QAction::triggered, this, [this] { moveToRegion(1); });
    connect(m_actions->previousRegion, &QAction::triggered, this, [this] { moveToRegion(-1); });
    connect(m_actions->keys, &QAction::triggered, this,
            [this] { (new KeySheet(m_actions->withKeys(), this))->show(); });
    connect(m_actions->tryDemo, &QAction::triggered, this, [this] {
        if (m_tryDemo)
            m_tryDemo();
    });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
    for (std::size_t i = 0; i < m_actions->views.size(); ++i)
        connect(m_actions->views[i], &QAction::triggered, m_sidebar,
                [this, i] { m_sidebar->choose(static_cast<int>(i)); });
    m_table->addActions({m_actions->selectAll, m_actions->copyRows});
}

void MainWindow::connectParts()
{
    connect(m_table, &JobTableView::selectedJobsChanged, this, &MainWindow::onSelectionChanged);
    connect(m_table, &QWidget::customContextMenuRequested, this, &MainWindow::showContextMenu);
    connect(m_table, &QAbstractItemView::activated, this, [this] { m_actions->details->setChecked(true); });
    connect(m_sidebar, &Sidebar::viewChosen, this, &MainWindow::onViewChosen);
    connect(m_sidebar, &Sidebar::saved, m_filter, &QLineEdit::clear);
    m_actions->saveFilter->setEnabled(false);
    connect(m_filter, &QLineEdit::textChanged, m_actions->saveFilter,
            [this](const QString &text) { m_actions->saveFilter->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_filter, &FilterField::filterChanged, this, [this](const JobFilter &filter) {
        m_typedFilter = filter;
        applyFilter();
    });
    connect(m_filter, &FilterField::mistakeChanged, m_notices, &NoticeArea::setFilterMistake);
    connect(m_filter, &FilterField::left, m_table, [this] { m_table->setFocus(); });
    connect(&m_jobs, &JobActions::reported, m_notices, &NoticeArea::report);
    connect(&m_jobs, &JobActions::confirmationNeeded, m_dialogs, &JobDialogs::confirm);
    connect(m_dialogs, &JobDialogs::confirmed, &m_jobs, &JobActions::proceed);
    connect(m_dialogs, &JobDialogs::jobAdded, this, &MainWindow::selectJob);
    connect(&m_jobs, &JobActions::refusedAmongSelected, this, &MainWindow::selectJobs);
    connect(m_notices, &NoticeArea::showProblemsRequested, this, [this] { showProblem(1); });
    connect(m_notices, &NoticeArea::welcomed, this, [this](bool toChange) {
        m_settings.setValue(kWelcomed, true);
        if (toChange)
            m_dialogs->editSettings();
    });
    connect(m_notices, &NoticeArea::tourRequested, this, &MainWindow::startTour);
    connect(m_notices, &NoticeArea::leaveDemoRequested, this, &QWidget::close);
    connect(m_list, &JobList::addRequested, m_actions->add, &QAction::trigger);
    connect(m_list, &JobList::demoRequested, m_actions->tryDemo, &QAction::trigger);
    connect(m_list, &JobList::showAllRequested, this, &MainWindow::showAllJobs);
    connect(m_list, &JobList::causesShownChanged, this, &MainWindow::updateDetails);
    connect(m_list, &JobList::viewRequested, m_sidebar, qOverload<const JobView &>(&Sidebar::choose));
    connect(&m_feed, &JobFeed::updated, this, [this] {
        groupLongList();
        updateDetails();
        selectAwaited();
    });
    connect(&m_model, &JobTableModel::sortingChanged, this, &MainWindow::selectAwaited);
    connect(&m_model, &JobTableModel::outOfOrderChanged, m_status, &StatusBar::setOutOfOrder);
    connect(&m_model, &JobTableModel::sortingChanged, m_status, &StatusBar::setSorting);
    connect(m_status, &StatusBar::orderClicked, &m_model, &JobTableModel::putInOrder);
    connect(m_status, &StatusBar::attentionClicked, m_sidebar,
            [this] { m_sidebar->choose(QString::fromLatin1(views::kAttention)); });
}

void MainWindow::setDemo(bool demo)
{
    m_notices->setDemo(demo);
    m_demo = demo;
    m_dialogs->setAsksServers(!demo);
    setTryDemo(std::move(m_tryDemo));
    setWindowTitle(demo ? tr("Haulwatch — demo") : tr("Haulwatch"));
}

void MainWindow::welcome(bool hasTray)
{
    if (!m_settings.value(kWelcomed).toBool())
        m_notices->welcome(hasTray);
}

void MainWindow::setTryDemo(std::function<void()> tryDemo)
{
    m_tryDemo = std::move(tryDemo);
    const bool offered = m_tryDemo && !m_demo;
    m_actions->tryDemo->setVisible(offered);
    m_list->setDemoOffered(offered);
}

void MainWindow::onSelectionChanged()
{
    auto jobs = m_table->selectedJobs();
    m_status->setSelected(jobs.size());
    if (jobs.size() <= kMostSeenAtOnce) {
        for (const auto job : jobs)
            m_counts.markSeen(job);
    }
    m_details->setSelection(jobs);
    if (jobs.size() == 1 && m_feed.table().contains(jobs.front())) {
        const JobRecord &job = m_feed.table().at(jobs.front());
        m_status->setFolder(format::plain(job.spec->folder));
        if (isFailing(job.status.state)) {
            m_actions->details->setChecked(true);
            m_details->showProblem();
        }
    }
    m_actions->properties->setEnabled(jobs.size() == 1);
    m_actions->resumeSameProblem->setEnabled(jobs.size() == 1 && m_feed.table().contains(jobs.front())
                                             && isFailing(m_feed.table().at(jobs.front()).status.state));
    m_jobs.setSelection(std::move(jobs));
    updateDetails();
}

void MainWindow::updateDetails()
{
    // Without a job there is nothing to tell more of; the causes make better use of the room.
    const bool hasJob = m_list->showsCauses() ? m_table->selectedCount() > 0 : m_feed.table().size() > 0;
    m_actions->details->setEnabled(hasJob);
    m_details->setVisible(m_actions->details->isChecked() && hasJob);
    for (QAction *turn : {m_actions->nextTab, m_actions->previousTab})
        turn->setEnabled(m_details->isVisibleTo(this));
}

void MainWindow::onViewChosen()
{
    m_settings.setValue(QStringLiteral("view"), m_sidebar->view().key);
    applyFilter();
}

void MainWindow::groupByCause(bool grouped)
{
    m_settings.setValue(kGroupByCause, grouped);
    m_list->setGrouped(grouped);
}

/// Nobody reads so many rows: the first time there are, one begins with their causes.
void MainWindow::groupLongList()
{
    if (m_feed.table().size() < kLongList || m_settings.contains(kGroupByCause))
        return;
    m_actions->groupByCause->setChecked(true);
    if (m_sidebar->view().key == QLatin1StringView(views::kAll))
        m_sidebar->choose(QString::fromLatin1(views::kAttention));
}

void MainWindow::applyFilter()
{
    m_list->present(m_sidebar->view(), m_typedFilter, m_filter->text());
}

void MainWindow::showProblem(int direction)
{
    const auto fresh = m_counts.newProblems();
    if (direction > 0 && !fresh.empty())
        selectJob(m_feed.table().idOf(fresh.front()));
    else
        m_table->selectNextProblem(direction);
}

void MainWindow::startTour()
{
    if (m_tour)
        return;
    m_actions->details->setChecked(true);
    m_actions->sidebar->setChecked(true);
    m_tour = new GuidedTour(demoTour(*m_sidebar, *m_table, *m_details), this);
}

void MainWindow::showAllJobs()
{
    m_filter->clear();
    m_sidebar->choose(QString::fromLatin1(views::kAll));
}

void MainWindow::selectJobs(const std::vector<JobId> &jobs)
{
    m_awaited = jobs;
    selectAwaited();
}

void MainWindow::selectAwaited()
{
    std::vector<JobTable::Index> jobs;
    for (const JobId id : m_awaited) {
        if (const auto job = m_feed.table().find(id))
            jobs.push_back(*job);
    }
    // Rows that are being sorted are not there yet.
    if (jobs.empty() || m_model.isSorting())
        return;
    if (jobs.size() == 1 && m_model.rowOf(jobs.front()) < 0) {
        showAllJobs();
        if (m_model.isSorting())
            return;
    }
    m_table->selectJobs(jobs);
    m_awaited.clear();
}

void MainWindow::addDownloads(const QString &text)
{
    m_dialogs->addDownloads(text);
}

bool MainWindow::quit()
{
    m_isQuitting = true;
    const bool isClosed = close();
    m_isQuitting = false;
    return isClosed;
}

void MainWindow::showSameProblem(JobTable::Index job)
{
    const auto key = problemKeyOf(m_feed.table().at(job));
    if (!key)
        return;
    const JobId id = m_feed.table().idOf(job);
    showView(viewOf({key->cause, key->place, key->isPlaceLocal, 0, 0}));
    selectJob(id);
}

void MainWindow::showView(const JobView &view)
{
    m_filter->clear();
    m_sidebar->choose(view);
}

void MainWindow::moveToRegion(int direction)
{
    const std::array<Region, 4> regions {
        {{m_filter, nullptr}, {m_sidebar, nullptr}, {m_list, nullptr}, {m_details, m_details->firstToUse()}}};
    goToRegion(regions, direction);
}

void MainWindow::showContextMenu(const QPoint &position)
{
    QMenu menu(this);
    m_actions->fillContextMenu(menu);
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!settleGraceTime(m_jobs.undoQueue(), this)) {
        event->ignore();
        return;
    }
    save();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    addDownloads(addressesIn(*event->mimeData()));
}

void MainWindow::restore()
{
    restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_table->horizontalHeader()->restoreState(m_settings.value(QStringLiteral("window/columns")).toByteArray());
    const auto *header = m_table->horizontalHeader();
    m_model.sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    m_columns->restoreState(m_settings.value(QStringLiteral("window/sidebarSplit")).toByteArray());
    m_rows->restore(m_settings);
    m_actions->detailsRight->setChecked(m_settings.value(QStringLiteral("window/detailsRight"), false).toBool());
    m_actions->toolbar->setChecked(m_settings.value(QStringLiteral("window/toolbar"), true).toBool());
    m_actions->sidebar->setChecked(m_settings.value(QStringLiteral("window/sidebar"), true).toBool());
    m_actions->details->setChecked(m_settings.value(QStringLiteral("window/details"), true).toBool());
    m_actions->groupByCause->setChecked(m_settings.value(kGroupByCause, false).toBool());
    const auto all = QString::fromLatin1(views::kAll);
    const auto key = m_settings.value(QStringLiteral("view"), all).toString();
    m_sidebar->choose(key.isEmpty() ? all : key);
}

void MainWindow::save()
{
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("window/columns"), m_table->horizontalHeader()->saveState());
    m_settings.setValue(QStringLiteral("window/sidebarSplit"), m_columns->saveState());
    m_rows->save(m_settings);
    m_settings.setValue(QStringLiteral("window/detailsRight"), m_actions->detailsRight->isChecked());
    m_settings.setValue(QStringLiteral("window/toolbar"), m_actions->toolbar->isChecked());
    m_settings.setValue(QStringLiteral("window/sidebar"), m_actions->sidebar->isChecked());
    m_settings.setValue(QStringLiteral("window/details"), m_actions->details->isChecked());
}

} // namespace haulwatch
