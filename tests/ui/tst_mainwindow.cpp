// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QClipboard>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <memory>
#include <set>

#include "details/detailspane.h"
#include "details/propertiespane.h"
#include "dialogs/addjobdialog.h"
#include "dialogs/confirmdialog.h"
#include "jobs/columnsdialog.h"
#include "jobs/jobtableview.h"
#include "jobs/undobar.h"
#include "settings/settingsdialog.h"
#include "sidebar/sidebar.h"
#include "support/answeringservice.h"
#include "support/jobbuilder.h"
#include "widgets/sparkline.h"
#include "window/filterfield.h"
#include "window/guidedtour.h"
#include "window/keysheet.h"
#include "window/mainwindow.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

const WallTime kNow {std::chrono::seconds {1'700'010'000}};

JobBuilder failing(std::uint64_t number)
{
    return JobBuilder(number).inState(JobState::Error).failedWith(fromHttpStatus(404));
}

} // namespace

/// The window as a user meets it: mouse and keyboard in, what is shown and what is asked of the engine out.
class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anEmptyWindowSaysHowToBegin();
    void theDemoIsOfferedOnlyWhereThereIsOne();
    void theTourLeadsThroughFiveStepsAndCanBeSkipped();
    void selectingAFailedJobOpensItsProblem();
    void theDetailsCanBeHiddenAndStayHiddenForHealthyJobs();
    void newProblemsAreToldInABarAndShownOnDemand();
    void f8WalksOverTheProblemsInBothDirections();
    void theBarOfNewProblemsCanBeClosed();
    void typingFiltersAndEscapeLeadsBackToTheTable();
    void aMistakeInTheFilterIsExplainedAndTheLastFilterStays();
    void aFilterWithoutAMatchOffersTheWayBack();
    void viewsShowTheirJobsAndCounts();
    void problemsAreGroupedByCauseAndHost();
    void jobsThatFailAlikeAreShownAndResumedTogether();
    void theMenuOfTheSameProblemSaysWhatEachVerbDoesToAll();
    void nothingThatNeedsAttentionIsSaid();
    void resumeGoesToTheSelectedJobsAtOnce();
    void cancelWaitsAndCanBeUndone();
    void cancelCanBeHadNow();
    void theBarCountsDownAndThenTheJobIsCancelled();
    void cancelOfVeryManyJobsAsksOnceWithTheirNumbers();
    void theJobsThatDidNotFollowStaySelected();
    void theRateIsDrawnOnlyWhileSomethingMoves();
    void closingTheWindowKeepsWhatWasAskedFor();
    void completeOfAFinishedTransferNeedsNoGrace();
    void aDisabledActionSaysWhy();
    void refusedJobsAreToldWithTheReason();
    void rowsHoldStillWhileAJobIsSelected();
    void theAddDialogOpensWithPastedAddresses();
    void controlReturnInTheAddDialogAddsAndCompletesNothing();
    void theCodeOfAProblemIsExplained();
    void droppedLinksOpenTheAddDialog();
    void anAddedJobIsSelected();
    void rowsAreCopiedAsATable();
    void theArrangementIsRemembered();
    void detailsGoToTheRightOfAWideWindowOnly();
    void theToolbarCanBeHiddenAndComesBackForTheFilter();
    void columnsAreChosenAndMovedByKeyboard();
    void aTableKeepsAtLeastOneColumn();
    void keysAndValuesOfTheFilterAreCompleted();
    void aFilterIsKeptAsAViewUntilItIsRemoved();
    void f6GoesRoundTheRegions();
    void f6LeadsFromAProblemToItsFirstRemedyAndTabToTheNext();
    void altReturnOpensThePropertiesOfTheSelectedJob();
    void controlTabGoesRoundTheTabs();
    void theFirstStartSaysOnceWhatIsOn();
    void theKeysAreListed();
    void noTwoActionsShareAKey();
    void aLostEngineIsTold();

private:
    void open();
    void push(TableUpdate changes);
    void add(std::vector<JobRecord> jobs);
    void change(JobRecord job);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void click(std::uint64_t job);
    [[nodiscard]] QAction *action(const QString &text) const;
    [[nodiscard]] QAbstractButton *button(const QString &text) const;
    [[nodiscard]] bool shows(const QString &text) const;
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] JobTableView &table() const { return m_window->table(); }
    [[nodiscard]] FilterField &filter() const { return *m_window->findChild<FilterField *>(); }
    [[nodiscard]] std::vector<JobId> selected() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<AnsweringService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_qs), QSettings::IniFormat);
    m_service = std::make_unique<AnsweringService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    open();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_feed.reset();
    m_service.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestMainWindow::open()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(*m_feed, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
}

void TestMainWindow::push(TableUpdate changes)
{
    changes.time = kNow;
    m_service->push(std::move(changes));
    m_feed->pump();
}

void TestMainWindow::add(std::vector<JobRecord> jobs)
{
    TableUpdate changes;
    changes.added = std::move(jobs);
    push(std::move(changes));
}

void TestMainWindow::change(JobRecord job)
{
    TableUpdate changes;
    changes.changed.push_back(std::move(job));
    push(std::move(changes));
}

void TestMainWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
    QTest::keyClick(target, key, modifiers);
}

void TestMainWindow::click(std::uint64_t job)
{
    const auto index = m_feed->table().find(JobId {job, 1});
    QVERIFY(index);
    const auto *model = qobject_cast<JobTableModel *>(table().model());
    const QRect cell = table().visualRect(model->index(model->rowOf(*index), static_cast<int>(JobColumn::Name)));
    QVERIFY(!cell.isEmpty());
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, cell.center());
    QTRY_COMPARE(selected(), std::vector {JobId({job, 1})});
    // What hangs on the selection follows once for all changes of a moment.
    QCoreApplication::processEvents();
}

QAction *TestMainWindow::action(const QString &text) const
{
    for (const QAction *menu : m_window->menuBar()->actions()) {
        for (QAction *action : menu->menu()->actions()) {
            if (QString(action->text()).remove(u'&') == text)
                return action;
        }
    }
    return nullptr;
}

QAbstractButton *TestMainWindow::button(const QString &text) const
{
    const auto buttons = m_window->findChildren<QAbstractButton *>();
    const auto it = std::find_if(buttons.begin(), buttons.end(),
                                 [&](const QAbstractButton *b) { return b->isVisible() && b->text() == text; });
    return it == buttons.end() ? nullptr : *it;
}

bool TestMainWindow::shows(const QString &text) const
{
    const auto labels = m_window->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

QStringList TestMainWindow::names() const
{
    QStringList result;
    for (int row = 0; row < table().model()->rowCount(); ++row)
        result << table().model()->index(row, static_cast<int>(JobColumn::Name)).data().toString();
    return result;
}

std::vector<JobId> TestMainWindow::selected() const
{
    std::vector<JobId> ids;
    for (const auto job : table().selectedJobs())
        ids.push_back(m_feed->table().idOf(job));
    return ids;
}

void TestMainWindow::anEmptyWindowSaysHowToBegin()
{
    QVERIFY(!shows(u"No transfers yet"_qs));

    push({});

    QVERIFY(shows(u"No transfers yet"_qs));
    QVERIFY(!m_window->findChild<DetailsPane *>()->isVisible());
    button(u"Add downloads…"_qs)->click();
    QVERIFY(m_window->findChild<AddJobDialog *>());
}

void TestMainWindow::theDemoIsOfferedOnlyWhereThereIsOne()
{
    push({});
    QVERIFY(!button(u"Try the demo"_qs));
    int asked = 0;

    m_window->setTryDemo([&] { ++asked; });
    button(u"Try the demo"_qs)->click();
    action(u"Try the demo"_qs)->trigger();

    QCOMPARE(asked, 2);
    m_window->setDemo(true);
    QVERIFY(!button(u"Try the demo"_qs));
    QVERIFY(!action(u"Try the demo"_qs)->isVisible());
}

void TestMainWindow::theTourLeadsThroughFiveStepsAndCanBeSkipped()
{
    QVERIFY(!button(u"Take the tour"_qs));
    m_window->setDemo(true);
    add({JobBuilder(1).build(), failing(2).build()});
    button(u"Take the tour"_qs)->click();
    auto *tour = m_window->findChild<GuidedTour *>();
    QVERIFY(shows(u"1 of 5"_qs));
    QCOMPARE(names().size(), 1);

    QStringList titles;
    for (int step = 1; step <= 5; ++step) {
        QVERIFY(shows(u"%1 of 5"_qs.arg(step)));
        QVERIFY(m_window->rect().contains(tour->geometry()));
        titles << tour->accessibleName();
        key(Qt::Key_Space);
    }

    titles.removeDuplicates();
    QCOMPARE(titles.size(), 5);
    QCOMPARE(selected(), std::vector {JobId({2, 1})});
    QTRY_VERIFY(!m_window->findChild<GuidedTour *>());
    button(u"Take the tour"_qs)->click();
    key(Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<GuidedTour *>());
    QVERIFY(!shows(u"of 5"_qs));
    button(u"Take the tour"_qs)->click(); // the window ends with the tour open
    QVERIFY(shows(u"1 of 5"_qs));
}

void TestMainWindow::selectingAFailedJobOpensItsProblem()
{
    add({JobBuilder(1).build(), failing(2).build()});
    key(Qt::Key_F4);
    auto *details = m_window->findChild<DetailsPane *>();
    QVERIFY(!details->isVisible());

    click(2);

    QVERIFY(details->isVisible());
    QVERIFY(shows(u"File not found on the server"_qs));
    QCOMPARE(details->findChild<QTabBar *>()->currentIndex(), 0);
}

void TestMainWindow::theDetailsCanBeHiddenAndStayHiddenForHealthyJobs()
{
    add({JobBuilder(1).build()});

    key(Qt::Key_F4);
    click(1);

    QVERIFY(!m_window->findChild<DetailsPane *>()->isVisible());
}

void TestMainWindow::newProblemsAreToldInABarAndShownOnDemand()
{
    add({failing(1).build(), JobBuilder(2).build(), JobBuilder(3).build()});
    QVERIFY(!shows(u"new problem"_qs));

    change(failing(2).build());
    change(failing(3).build());

    QTRY_VERIFY(shows(u"2 new problems"_qs));
    button(u"Show"_qs)->click();
    QTRY_COMPARE(selected(), std::vector {JobId({2, 1})});
    QTRY_VERIFY(shows(u"1 new problem"_qs));
    key(Qt::Key_F8);
    QTRY_COMPARE(selected(), std::vector {JobId({3, 1})});
    QTRY_VERIFY(!shows(u"new problem"_qs));
}

void TestMainWindow::f8WalksOverTheProblemsInBothDirections()
{
    add({JobBuilder(1).build(), failing(2).build(), failing(3).build()});

    key(Qt::Key_F8);
    QCOMPARE(selected(), std::vector {JobId({2, 1})});
    key(Qt::Key_F8);
    QCOMPARE(selected(), std::vector {JobId({3, 1})});
    key(Qt::Key_F8);
    QCOMPARE(selected(), std::vector {JobId({2, 1})});
    key(Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(selected(), std::vector {JobId({3, 1})});
}

void TestMainWindow::theBarOfNewProblemsCanBeClosed()
{
    add({JobBuilder(1).build()});
    change(failing(1).build());
    QTRY_VERIFY(shows(u"1 new problem"_qs));

    for (auto *close : m_window->findChildren<QToolButton *>()) {
        if (close->isVisible() && close->accessibleName() == u"Close this message")
            close->click();
    }

    QVERIFY(!shows(u"new problem"_qs));
}

void TestMainWindow::typingFiltersAndEscapeLeadsBackToTheTable()
{
    add({JobBuilder(1).named("alpha").build(), JobBuilder(2).named("beta").build()});

    key(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(filter().hasFocus());
    QTest::keyClicks(&filter(), u"BET"_qs);

    QTRY_COMPARE(names(), QStringList {u"beta"_qs});
    key(Qt::Key_Escape);
    QCOMPARE(names().size(), 2);
    key(Qt::Key_Escape);
    QVERIFY(table().hasFocus());
}

void TestMainWindow::aMistakeInTheFilterIsExplainedAndTheLastFilterStays()
{
    add({JobBuilder(1).named("alpha").build(), JobBuilder(2).named("beta").build()});
    filter().setText(u"beta"_qs);
    QTRY_COMPARE(names().size(), 1);

    filter().setText(u"beta state:lost"_qs);

    QTRY_VERIFY(shows(u"“lost” is not a known state"_qs));
    QCOMPARE(names(), QStringList {u"beta"_qs});
    filter().setText(u"beta state:queued"_qs);
    QTRY_VERIFY(!shows(u"is not a known state"_qs));
}

void TestMainWindow::aFilterWithoutAMatchOffersTheWayBack()
{
    add({JobBuilder(1).named("alpha").build()});

    filter().setText(u"nowhere"_qs);

    QTRY_VERIFY(shows(u"No job matches “nowhere”"_qs));
    button(u"Show all jobs"_qs)->click();
    QCOMPARE(names(), QStringList {u"alpha"_qs});
    QVERIFY(table().isVisible());
}

void TestMainWindow::viewsShowTheirJobsAndCounts()
{
    add({JobBuilder(1).build(), failing(2).build(), JobBuilder(3).inState(JobState::Transferring).build()});
    const auto countOf = [this](const QString &title) {
        const auto items = m_window->sidebar().findItems(title, Qt::MatchExactly);
        return items.isEmpty() ? -1 : items.front()->data(sidebar::CountRole).toInt();
    };

    QTRY_COMPARE(countOf(u"All jobs"_qs), 3);
    QCOMPARE(countOf(u"Needs attention"_qs), 1);
    QCOMPARE(countOf(u"Active"_qs), 1);
    QCOMPARE(countOf(u"Failed"_qs), 1);
    QCOMPARE(countOf(u"Cancelled"_qs), 0);

    key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(names(), QStringList {u"job 2"_qs});
    key(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(names(), QStringList {u"job 3"_qs});
    key(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(names().size(), 3);
}

void TestMainWindow::problemsAreGroupedByCauseAndHost()
{
    add({JobBuilder(1).from("a.example").inState(JobState::Error).failedWith(fromHttpStatus(404)).build(),
         JobBuilder(2).from("a.example").inState(JobState::Error).failedWith(fromHttpStatus(404)).build(),
         JobBuilder(3).from("b.example").inState(JobState::Error).failedWith(fromHttpStatus(404)).build(),
         JobBuilder(4).build()});
    const auto groups = [this] { return m_window->sidebar().findItems(u"example"_qs, Qt::MatchContains); };

    QTRY_COMPARE(groups().size(), 2);
    QCOMPARE(groups().front()->data(sidebar::CountRole).toInt(), 2);

    m_window->sidebar().setCurrentItem(groups().front());

    QCOMPARE(names(), QStringList({u"job 1"_qs, u"job 2"_qs}));
}

void TestMainWindow::jobsThatFailAlikeAreShownAndResumedTogether()
{
    add({JobBuilder(1).from("a.example").inState(JobState::Error).failedWith(fromHttpStatus(404)).build(),
         JobBuilder(2).from("a.example").inState(JobState::TransientError).failedWith(fromHttpStatus(404)).build(),
         JobBuilder(3).from("b.example").inState(JobState::Error).failedWith(fromHttpStatus(404)).build(),
         JobBuilder(4).from("a.example").inState(JobState::Error).failedWith(fromHttpStatus(401)).build(),
         JobBuilder(5).from("a.example").failedWith(fromHttpStatus(404)).build()});
    click(1);

    QTRY_VERIFY(button(u"2 jobs"_qs));
    QTest::mouseClick(button(u"2 jobs"_qs), Qt::LeftButton);
    QTRY_COMPARE(names().size(), 2);
    QCOMPARE(selected(), std::vector {JobId({1, 1})});

    key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);

    const auto sent = m_service->requestsOf<ApplyVerb>();
    QCOMPARE(sent.size(), 1U);
    QCOMPARE(sent.front().verb, Verb::Resume);
    QCOMPARE(std::get<std::vector<JobId>>(sent.front().jobs), (std::vector {JobId {1, 1}, JobId {2, 1}}));
}

void TestMainWindow::theMenuOfTheSameProblemSaysWhatEachVerbDoesToAll()
{
    std::vector<JobRecord> jobs;
    for (std::uint64_t i = 1; i <= 3; ++i)
        jobs.push_back(failing(i).files(i == 3 ? 0 : 1, 2).bytes(500'000, 1'000'000).build());
    add(std::move(jobs));
    click(1);
    QTRY_VERIFY(button(u"Act on all ▾"_qs));
    QMenu *menu = qobject_cast<QPushButton *>(button(u"Act on all ▾"_qs))->menu();

    QTest::mouseClick(button(u"3 jobs"_qs), Qt::LeftButton);
    Q_EMIT menu->aboutToShow();

    QStringList entries;
    for (const QAction *entry : menu->actions())
        if (!entry->isSeparator())
            entries << entry->text();
    QCOMPARE(entries,
             (QStringList {u"Edit retry…"_qs, u"Resume 3 jobs"_qs, u"Complete 2 jobs"_qs, u"Cancel 3 jobs"_qs}));
    const QString told = menu->actions().back()->statusTip();
    QVERIFY2(told.startsWith(u"Delete all of 3 jobs: 1.5 MB here, 2 finished files among it"_qs), qPrintable(told));
    menu->actions().back()->trigger();
    QTRY_VERIFY(shows(u"3 jobs and all their files will be deleted"_qs));
}

void TestMainWindow::nothingThatNeedsAttentionIsSaid()
{
    add({JobBuilder(1).build()});

    m_window->sidebar().choose(u"attention"_qs);

    QVERIFY(shows(u"Nothing needs your attention"_qs));
}

void TestMainWindow::resumeGoesToTheSelectedJobsAtOnce()
{
    add({failing(1).build(), failing(2).build(), JobBuilder(3).build()});
    table().setFocus();
    key(Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(action(u"Resume"_qs)->isEnabled());

    key(Qt::Key_R, Qt::ControlModifier);

    const auto requests = m_service->requestsOf<ApplyVerb>();
    QCOMPARE(requests.size(), 1U);
    QCOMPARE(requests.front().verb, Verb::Resume);
    QCOMPARE(std::get<std::vector<JobId>>(requests.front().jobs).size(), 3U);
}

void TestMainWindow::cancelWaitsAndCanBeUndone()
{
    add({JobBuilder(1).build()});
    click(1);

    key(Qt::Key_Delete);

    QVERIFY(shows(u"1 job and all its files will be deleted"_qs));
    QVERIFY(m_service->requestsOf<ApplyVerb>().empty());
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->findChild<UndoBar *>());
    QVERIFY(m_service->requestsOf<ApplyVerb>().empty());
}

void TestMainWindow::cancelCanBeHadNow()
{
    add({JobBuilder(1).build()});
    click(1);
    key(Qt::Key_Delete);

    button(u"Now"_qs)->click();

    const auto requests = m_service->requestsOf<ApplyVerb>();
    QCOMPARE(requests.size(), 1U);
    QCOMPARE(requests.front().verb, Verb::Cancel);
    QTRY_VERIFY(!m_window->findChild<UndoBar *>());
}

void TestMainWindow::theBarCountsDownAndThenTheJobIsCancelled()
{
    std::chrono::steady_clock::time_point now;
    auto *grace = m_window->findChild<UndoQueue *>();
    grace->setClock([&now] { return now; });
    add({JobBuilder(1).build()});
    click(1);
    key(Qt::Key_Delete);
    QVERIFY(shows(u"will be deleted in 10 s"_qs));

    now += std::chrono::seconds {4};
    QTRY_VERIFY(shows(u"will be deleted in 6 s"_qs));
    QVERIFY(m_service->requestsOf<ApplyVerb>().empty());

    now += std::chrono::seconds {6};
    grace->sendExpired();
    QCOMPARE(m_service->requestsOf<ApplyVerb>().size(), 1U);
    QTRY_VERIFY(!m_window->findChild<UndoBar *>());
    QVERIFY(!action(u"Undo"_qs)->isEnabled());
}

void TestMainWindow::cancelOfVeryManyJobsAsksOnceWithTheirNumbers()
{
    std::vector<JobRecord> jobs;
    for (std::uint64_t i = 1; i <= 60; ++i)
        jobs.push_back(JobBuilder(i).files(1, 2).bytes(500'000, 1'000'000).build());
    jobs.push_back(JobBuilder(61).inState(JobState::Acknowledged).build());
    add(std::move(jobs));
    QTRY_COMPARE(names().size(), 61);
    table().setFocus();
    key(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(selected().size(), 61U);
    QTRY_VERIFY(action(u"Cancel"_qs)->isEnabled());

    key(Qt::Key_Delete);

    QVERIFY(shows(u"Cancel 60 jobs?"_qs));
    QVERIFY(shows(u"30 MB here, 60 finished files among it"_qs)
            || shows(u"30.0 MB here, 60 finished files among it"_qs));
    QVERIFY(shows(u"61 jobs selected; left as they are: 1 job: Cancel: the job is finished."_qs));
    QTest::keyClick(m_window->findChild<ConfirmDialog *>(), Qt::Key_Return); // keeps the jobs
    QTRY_VERIFY(!m_window->findChild<ConfirmDialog *>());
    QVERIFY(!m_window->findChild<UndoBar *>());

    action(u"Cancel"_qs)->trigger();
    button(u"&Cancel 60 jobs"_qs)->click();
    QTRY_VERIFY(shows(u"60 jobs and all their files will be deleted"_qs));
    button(u"Now"_qs)->click();
    const auto sent = m_service->requestsOf<ApplyVerb>();
    QCOMPARE(sent.size(), 1U);
    QCOMPARE(std::get<std::vector<JobId>>(sent.front().jobs).size(), 60U);
}

void TestMainWindow::theJobsThatDidNotFollowStaySelected()
{
    add({failing(1).build(), failing(2).build(), failing(3).build()});
    table().selectAll();
    QTRY_VERIFY(action(u"Resume"_qs)->isEnabled());
    m_service->decide = [](const Request &request) -> std::optional<Result<Answer>> {
        if (!std::holds_alternative<ApplyVerb>(request))
            return std::nullopt;
        VerbReport report;
        report.done = {JobId {1, 1}, JobId {3, 1}};
        report.refused.emplace_back(JobId {2, 1}, CallError {Refusal::NoFiles, code::kEmpty, ""});
        return Answer(report);
    };

    key(Qt::Key_R, Qt::ControlModifier);

    QTRY_COMPARE(selected(), std::vector {JobId({2, 1})});
    QVERIFY(shows(u"2 jobs resumed; 1 not: job 2:"_qs));
}

void TestMainWindow::theRateIsDrawnOnlyWhileSomethingMoves()
{
    add({JobBuilder(1).build()});
    auto *rate = m_window->findChild<Sparkline *>();
    QVERIFY(!rate->isVisible());

    change(JobBuilder(1).inState(JobState::Transferring).rate(1'000'000).build());

    QTRY_VERIFY(rate->isVisible());
    QCOMPARE(rate->greatest(), std::uint64_t {1'000'000});
}

void TestMainWindow::closingTheWindowKeepsWhatWasAskedFor()
{
    add({JobBuilder(1).build()});
    click(1);
    key(Qt::Key_Delete);
    QTimer::singleShot(0, this, [] {
        for (auto *box : QApplication::activeModalWidget()->findChildren<QAbstractButton *>()) {
            if (box->text() == u"Do it and close")
                box->click();
        }
    });

    QVERIFY(m_window->close());

    QCOMPARE(m_service->requestsOf<ApplyVerb>().size(), 1U);
}

void TestMainWindow::completeOfAFinishedTransferNeedsNoGrace()
{
    add({JobBuilder(1).inState(JobState::Transferred).build()});
    click(1);

    key(Qt::Key_Return, Qt::ControlModifier);

    QCOMPARE(m_service->requestsOf<ApplyVerb>().size(), 1U);
    QVERIFY(!m_window->findChild<UndoBar *>());
}

void TestMainWindow::aDisabledActionSaysWhy()
{
    add({JobBuilder(1).inState(JobState::Transferred).build()});
    QVERIFY(!action(u"Suspend"_qs)->isEnabled());
    QVERIFY(action(u"Suspend"_qs)->toolTip().contains(u"Select a job first"_qs));

    click(1);

    QVERIFY(!action(u"Suspend"_qs)->isEnabled());
    QVERIFY2(action(u"Suspend"_qs)->toolTip().contains(u"everything has arrived"_qs),
             qPrintable(action(u"Suspend"_qs)->toolTip()));
    QVERIFY(action(u"Complete"_qs)->isEnabled());
}

void TestMainWindow::refusedJobsAreToldWithTheReason()
{
    add({failing(1).build(), failing(2).build()});
    table().selectAll();
    QTRY_VERIFY(action(u"Resume"_qs)->isEnabled());
    m_service->decide = [](const Request &request) -> std::optional<Result<Answer>> {
        if (!std::holds_alternative<ApplyVerb>(request))
            return std::nullopt;
        VerbReport report;
        report.done = {JobId {1, 1}};
        report.refused.emplace_back(JobId {2, 1},
                                    CallError {Refusal::InvalidState, code::kInvalidState, "ACKNOWLEDGED"});
        return Answer(report);
    };

    action(u"Resume"_qs)->trigger();

    QTRY_VERIFY(shows(u"1 job resumed; 1 not:"_qs));
}

void TestMainWindow::rowsHoldStillWhileAJobIsSelected()
{
    add({JobBuilder(1).build(), JobBuilder(2).build()});
    table().setFocus();
    click(2);

    change(failing(2).build());

    QCOMPARE(names(), QStringList({u"job 1"_qs, u"job 2"_qs}));
    QVERIFY(button(u"Order held while you read · sort now (F5)"_qs));
    key(Qt::Key_F5);
    QCOMPARE(names(), QStringList({u"job 2"_qs, u"job 1"_qs}));
    QCOMPARE(selected(), std::vector {JobId({2, 1})});
}

void TestMainWindow::theAddDialogOpensWithPastedAddresses()
{
    push({});

    m_window->addDownloads(u"https://a.example/x\nhttps://a.example/y"_qs);

    auto *dialog = m_window->findChild<AddJobDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText().split(u'\n').size(), 2);
}

void TestMainWindow::controlReturnInTheAddDialogAddsAndCompletesNothing()
{
    add({failing(1).files(1, 3).build()});
    click(1);
    for (const Qt::Key send : {Qt::Key_Return, Qt::Key_Enter}) {
        const auto before = m_service->requestsOf<AddJob>().size();
        m_window->addDownloads(u"https://a.example/x"_qs);
        auto *dialog = m_window->findChild<AddJobDialog *>();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *addresses = dialog->findChild<QPlainTextEdit *>();

        QTest::keyClick(addresses, send, Qt::ControlModifier);

        QCOMPARE(m_service->requestsOf<AddJob>().size(), before + 1);
        delete dialog;
    }
    QVERIFY(m_service->requestsOf<ApplyVerb>().empty());
    QVERIFY(!m_window->findChild<UndoBar *>());
}

void TestMainWindow::theCodeOfAProblemIsExplained()
{
    add({failing(1).build()});
    click(1);
    auto *explain = button(u"Explain this code"_qs);
    QVERIFY(explain);
    QVERIFY(!shows(u"RFC 9110"_qs));

    QTest::keyClick(explain, Qt::Key_Space);

    QTRY_VERIFY(shows(u"RFC 9110, HTTP Semantics"_qs));
    QVERIFY(shows(u"It is not tried again until someone calls Resume."_qs));
}

void TestMainWindow::droppedLinksOpenTheAddDialog()
{
    QMimeData data;
    data.setUrls({QUrl(u"https://a.example/x%20y.iso"_qs)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);

    QApplication::sendEvent(m_window.get(), &enter);
    QApplication::sendEvent(m_window.get(), &drop);

    QVERIFY(enter.isAccepted());
    auto *dialog = m_window->findChild<AddJobDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(), u"https://a.example/x%20y.iso"_qs);
}

void TestMainWindow::anAddedJobIsSelected()
{
    add({failing(1).build()});
    m_window->sidebar().choose(u"error"_qs);

    m_window->selectJob(JobId {2, 1});
    QVERIFY(selected().empty());
    add({JobBuilder(2).build()});

    QTRY_COMPARE(selected(), std::vector {JobId({2, 1})});
    QCOMPARE(m_window->sidebar().view().key, u"all"_qs);
}

void TestMainWindow::rowsAreCopiedAsATable()
{
    add({JobBuilder(1).named("alpha").build(), JobBuilder(2).named("beta").build()});
    table().setFocus();
    table().selectAll();

    key(Qt::Key_C, Qt::ControlModifier);

    const auto lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.front().split(u'\t').at(1), u"alpha"_qs);
}

void TestMainWindow::theArrangementIsRemembered()
{
    add({JobBuilder(1).named("alpha").build(), failing(2).named("beta").build()});
    table().sortByColumn(static_cast<int>(JobColumn::Name), Qt::DescendingOrder);
    table().setColumnHidden(static_cast<int>(JobColumn::Host), false);
    table().setColumnWidth(static_cast<int>(JobColumn::Name), 333);
    m_window->sidebar().choose(u"error"_qs);
    key(Qt::Key_F9);
    QVERIFY(m_window->close());

    open();

    QCOMPARE(m_window->sidebar().view().key, u"error"_qs);
    QVERIFY(!m_window->sidebar().isVisible());
    QVERIFY(!table().isColumnHidden(static_cast<int>(JobColumn::Host)));
    QCOMPARE(table().columnWidth(static_cast<int>(JobColumn::Name)), 333);
    m_window->sidebar().choose(u"all"_qs);
    QCOMPARE(names(), QStringList({u"beta"_qs, u"alpha"_qs}));
}

void TestMainWindow::detailsGoToTheRightOfAWideWindowOnly()
{
    add({failing(1).build()});
    click(1);
    auto *details = m_window->findChild<DetailsPane *>();
    const auto isRight = [&] {
        return details->mapTo(m_window.get(), QPoint()).x() > table().mapTo(m_window.get(), QPoint()).x();
    };
    m_window->resize(1400, 800);
    QVERIFY(!isRight());

    action(u"Details on the right of a wide window"_qs)->trigger();
    QTRY_VERIFY(isRight());
    m_window->resize(1299, 800);
    QTRY_VERIFY(!isRight());
    m_window->resize(1300, 800);
    QTRY_VERIFY(isRight());
    const int width = details->width();
    QVERIFY(m_window->close());

    open();
    click(1);
    details = m_window->findChild<DetailsPane *>();
    QTRY_VERIFY(isRight());
    QCOMPARE(details->width(), width);
}

void TestMainWindow::theToolbarCanBeHiddenAndComesBackForTheFilter()
{
    auto *bar = m_window->findChild<QToolBar *>();
    action(u"Toolbar"_qs)->trigger();
    QVERIFY(!bar->isVisible());
    QVERIFY(m_window->close());
    open();
    bar = m_window->findChild<QToolBar *>();
    QVERIFY(!bar->isVisible());

    key(Qt::Key_F, Qt::ControlModifier);

    QVERIFY(bar->isVisible());
    QVERIFY(filter().hasFocus());
}

void TestMainWindow::columnsAreChosenAndMovedByKeyboard()
{
    add({JobBuilder(1).build()});
    const auto *header = table().horizontalHeader();
    const auto code = static_cast<int>(JobColumn::Code);
    action(u"Columns…"_qs)->trigger();
    auto *dialog = m_window->findChild<ColumnsDialog *>();
    auto *list = dialog->findChild<QListWidget *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(list->hasFocus());

    list->setCurrentRow(code);
    QTest::keyClick(list, Qt::Key_Space);
    for (int i = 0; i < code; ++i)
        QTest::keyClick(dialog, Qt::Key_Up, Qt::AltModifier);
    QVERIFY(table().isColumnHidden(code));
    QTest::keyClick(list, Qt::Key_Return);

    QVERIFY(!table().isColumnHidden(code));
    QCOMPARE(header->visualIndex(code), 0);
    QCOMPARE(header->visualIndex(static_cast<int>(JobColumn::State)), 1);
    QVERIFY(m_window->close());
    open();
    QCOMPARE(table().horizontalHeader()->visualIndex(code), 0);
    QVERIFY(!table().isColumnHidden(code));
}

void TestMainWindow::aTableKeepsAtLeastOneColumn()
{
    action(u"Columns…"_qs)->trigger();
    auto *dialog = m_window->findChild<ColumnsDialog *>();
    auto *list = dialog->findChild<QListWidget *>();
    auto *buttons = dialog->findChild<QDialogButtonBox *>();

    for (int row = 0; row < list->count(); ++row)
        list->item(row)->setCheckState(Qt::Unchecked);

    QVERIFY(!buttons->button(QDialogButtonBox::Ok)->isEnabled());
    buttons->button(QDialogButtonBox::RestoreDefaults)->click();
    QVERIFY(buttons->button(QDialogButtonBox::Ok)->isEnabled());
    QCOMPARE(list->item(0)->checkState(), Qt::Checked);
    QCOMPARE(list->item(static_cast<int>(JobColumn::Id))->checkState(), Qt::Unchecked);
}

void TestMainWindow::keysAndValuesOfTheFilterAreCompleted()
{
    add({failing(1).named("alpha").build(), JobBuilder(2).named("beta").build()});
    key(Qt::Key_F, Qt::ControlModifier);
    auto *popup = filter().findChild<QCompleter *>()->popup();
    const auto offered = [popup] {
        QStringList words;
        for (int row = 0; popup->isVisible() && row < popup->model()->rowCount(); ++row)
            words << popup->model()->index(row, 0).data().toString();
        return words;
    };

    QTest::keyClicks(&filter(), u"beta -st"_qs);
    QCOMPARE(offered(), QStringList {u"state:"_qs});
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(filter().text(), u"beta -state:"_qs);
    QVERIFY(offered().contains(u"retrying"_qs));
    QTest::keyClicks(&filter(), u"failed,rea"_qs);
    QCOMPARE(offered(), QStringList {u"ready"_qs});
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);

    QCOMPARE(filter().text(), u"beta -state:failed,ready"_qs);
    QCOMPARE(offered(), QStringList());
    QTRY_COMPARE(names(), QStringList {u"beta"_qs});
}

void TestMainWindow::aFilterIsKeptAsAViewUntilItIsRemoved()
{
    add({failing(1).named("alpha").build(), failing(2).named("beta").build(), JobBuilder(3).named("alpha 2").build()});
    QVERIFY(!action(u"Save filter…"_qs)->isEnabled());
    m_window->sidebar().choose(u"error"_qs);
    key(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&filter(), u"alpha"_qs);

    QTest::keyClick(&filter(), Qt::Key_S, Qt::ControlModifier);
    auto *dialog = m_window->findChild<QInputDialog *>();
    dialog->setTextValue(u"Mine"_qs);
    dialog->accept();

    QCOMPARE(filter().text(), QString());
    QTRY_COMPARE(names(), QStringList {u"alpha"_qs});
    const auto counted = [this] { return m_window->sidebar().currentItem()->data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(counted(), u"Mine, 1"_qs);
    change(failing(2).named("alpha 3").build());
    QTRY_COMPARE(counted(), u"Mine, 2"_qs);
    change(failing(2).named("beta").build());
    QVERIFY(m_window->close());
    open();
    QCOMPARE(m_window->sidebar().currentItem()->text(), u"Mine"_qs);
    QTRY_COMPARE(names(), QStringList {u"alpha"_qs});

    QTest::keyClick(&m_window->sidebar(), Qt::Key_Delete);

    QVERIFY(m_window->sidebar().findItems(u"Mine"_qs, Qt::MatchExactly).empty());
    QTRY_COMPARE(names().size(), 3);
}

void TestMainWindow::f6GoesRoundTheRegions()
{
    add({JobBuilder(1).build()});
    table().setFocus();
    std::set<QWidget *> visited;

    for (int i = 0; i < 4; ++i) {
        key(Qt::Key_F6);
        visited.insert(QApplication::focusWidget());
    }

    QCOMPARE(visited.size(), 4U);
    QVERIFY(table().hasFocus());
}

void TestMainWindow::f6LeadsFromAProblemToItsFirstRemedyAndTabToTheNext()
{
    m_service->publish(climateJob(kNow), kNow);
    push({});
    table().setFocus();
    const auto focused = [] {
        const auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        return button ? button->text() : QString();
    };

    key(Qt::Key_F8);
    QTRY_VERIFY(button(u"Change address…"_qs));
    key(Qt::Key_F6);

    QCOMPARE(focused(), u"Change address…"_qs);
    QStringList visited;
    for (int i = 0; i < 2; ++i) {
        key(Qt::Key_Tab);
        visited << focused();
    }
    QCOMPARE(visited, (QStringList {u"Resume"_qs, u"Complete"_qs}));
}

void TestMainWindow::altReturnOpensThePropertiesOfTheSelectedJob()
{
    m_service->publish(climateJob(kNow), kNow);
    push({});
    key(Qt::Key_F8);
    QTRY_VERIFY(button(u"Change address…"_qs));
    key(Qt::Key_F4); // the pane is away
    table().setFocus();

    key(Qt::Key_Return, Qt::AltModifier);

    auto *properties = m_window->findChild<PropertiesPane *>();
    QVERIFY(properties->isVisible());
    QVERIFY(properties->isAncestorOf(QApplication::focusWidget()));
}

void TestMainWindow::controlTabGoesRoundTheTabs()
{
    m_service->publish(climateJob(kNow), kNow);
    push({});
    key(Qt::Key_F8);
    QTRY_VERIFY(button(u"Change address…"_qs));
    auto *tabs = m_window->findChild<DetailsPane *>()->findChild<QTabBar *>();
    QCOMPARE(tabs->currentIndex(), 0);

    key(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(tabs->currentIndex(), 1);
    QVERIFY(table().hasFocus());
    key(Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
    key(Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);

    QCOMPARE(tabs->currentIndex(), tabs->count() - 1);
}

void TestMainWindow::theFirstStartSaysOnceWhatIsOn()
{
    m_window->welcome(false);
    QVERIFY(shows(u"Notifications of jobs that fail or wait for you are on."_qs));

    for (auto *link : m_window->findChildren<QPushButton *>())
        if (link->text() == u"Change…"_qs)
            QTest::mouseClick(link, Qt::LeftButton);
    QVERIFY(m_window->findChild<SettingsDialog *>());
    QVERIFY(!shows(u"Notifications of jobs"_qs));

    m_window->welcome(false);
    QVERIFY(!shows(u"Notifications of jobs"_qs));
}

void TestMainWindow::theKeysAreListed()
{
    key(Qt::Key_F1);

    auto *sheet = m_window->findChild<KeySheet *>();
    QVERIFY(sheet);
    const auto labels = sheet->findChildren<QLabel *>();
    const auto lists = [&](const QString &text) {
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == text; });
    };
    QVERIFY(lists(u"Next problem"_qs));
    QVERIFY(lists(u"F8"_qs));
}

void TestMainWindow::noTwoActionsShareAKey()
{
    std::set<QString> used;
    for (const QAction *menu : m_window->menuBar()->actions()) {
        for (const QAction *action : menu->menu()->actions()) {
            for (const auto &shortcut : action->shortcuts())
                QVERIFY2(used.insert(shortcut.toString()).second,
                         qPrintable(action->text() + u' ' + shortcut.toString()));
        }
    }
    QVERIFY(used.size() > 20);
}

void TestMainWindow::aLostEngineIsTold()
{
    add({JobBuilder(1).build()});

    m_service->connected = false;
    m_feed->pump();

    QVERIFY(shows(u"The engine does not answer"_qs));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
