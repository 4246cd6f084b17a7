// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

#include "causes/causeoverview.h"
#include "causes/failuretrend.h"
#include "details/detailspane.h"
#include "jobs/jobtableview.h"
#include "sidebar/sidebar.h"
#include "support/fakeservice.h"
#include "support/jobbuilder.h"
#include "window/mainwindow.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

namespace {

const WallTime kNow {std::chrono::seconds {1'700'010'000}};

JobBuilder failing(std::uint64_t number, int status, std::string host)
{
    return JobBuilder(number).from(std::move(host)).inState(JobState::Error).failedWith(fromHttpStatus(status));
}

/// Two causes, one of them on two servers; one job that retries, and one without a problem.
std::vector<JobRecord> mixedJobs()
{
    return {failing(1, 404, "a.example").build(),
            failing(2, 404, "b.example").build(),
            failing(3, 404, "b.example").build(),
            failing(4, 401, "c.example").build(),
            JobBuilder(5).from("d.example").inState(JobState::TransientError).failedWith(fromHttpStatus(503)).build(),
            JobBuilder(6).build()};
}

} // namespace

class TestCauseOverview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void itIsOffForAFewJobs();
    void ctrlGShowsTheCausesAboveWhatNeedsAttention();
    void itLeadsToTheViewThatHasIt();
    void itStandsAboveNoOtherView();
    void aClickShowsTheJobsOfThatCause();
    void returnShowsTheJobsOfTheCurrentCause();
    void theDetailsGiveTheirRoomUntilAJobIsSelected();
    void theKeyboardStaysAmongTheJobs();
    void anotherChoiceBeginsAtItsTop();
    void theSentenceFollowsTheJobs();
    void theOrderStaysWhileSomebodyIsAtIt();
    void aMendedCauseGoesAndWithTheLastOneAllGoes();
    void aCauseKnowsItsFirstAndLastFailure();
    void aTrendTellsWhenTheJobsFailed();
    void screenReadersGetASentence();
    void theChoiceIsRemembered();
    void aLongListBeginsWithItsCausesOnce();

private:
    void open();
    void push(TableUpdate changes);
    void add(std::vector<JobRecord> jobs);
    void change(JobRecord job);
    void group();
    [[nodiscard]] CauseOverview &overview() const { return *m_window->findChild<CauseOverview *>(); }
    [[nodiscard]] QListView &causes() const { return *overview().findChild<QListView *>(); }
    [[nodiscard]] QString text(int row, int role = Qt::DisplayRole) const
    {
        return causes().model()->index(row, 0).data(role).toString();
    }
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] QAction *toggle() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
};

void TestCauseOverview::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"test.ini"_qs), QSettings::IniFormat);
    m_service = std::make_unique<FakeService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    open();
}

void TestCauseOverview::cleanup()
{
    m_window.reset();
    m_feed.reset();
    m_service.reset();
}

void TestCauseOverview::open()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(*m_feed, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestCauseOverview::push(TableUpdate changes)
{
    changes.time = kNow;
    m_service->push(std::move(changes));
    m_feed->pump();
}

void TestCauseOverview::add(std::vector<JobRecord> jobs)
{
    TableUpdate changes;
    changes.added = std::move(jobs);
    push(std::move(changes));
}

void TestCauseOverview::change(JobRecord job)
{
    TableUpdate changes;
    changes.changed.push_back(std::move(job));
    push(std::move(changes));
}

/// Six jobs, seen by their causes; the keyboard is in the table.
void TestCauseOverview::group()
{
    add(mixedJobs());
    m_window->sidebar().choose(u"attention"_qs);
    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
    QTRY_COMPARE(causes().model()->rowCount(), 2);
}

QStringList TestCauseOverview::titles() const
{
    QStringList titles;
    for (int row = 0; row < causes().model()->rowCount(); ++row)
        titles += text(row);
    return titles;
}

QAction *TestCauseOverview::toggle() const
{
    for (QAction *action : m_window->findChildren<QAction *>())
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_G))
            return action;
    return nullptr;
}

void TestCauseOverview::itIsOffForAFewJobs()
{
    add(mixedJobs());
    m_window->sidebar().choose(u"attention"_qs);

    QVERIFY(!overview().isVisible());
    QVERIFY(!toggle()->isChecked());
}

void TestCauseOverview::ctrlGShowsTheCausesAboveWhatNeedsAttention()
{
    group();

    QVERIFY(overview().isVisible());
    QCOMPARE(overview().sentence(), u"6 jobs · 1 fine · 1 retrying · 4 failed for 2 causes"_qs);
    QCOMPARE(titles(), QStringList({u"File not found"_qs, u"Sign-in needed"_qs}));
    QCOMPARE(text(0, CauseModel::CountRole), u"3"_qs);
    QCOMPARE(text(0, CauseModel::PlaceRole), u"b.example and 1 more"_qs);
    QCOMPARE(text(1, CauseModel::PlaceRole), u"c.example"_qs);
    QVERIFY(m_window->table().isVisible());
    QVERIFY(m_window->table().geometry().top() >= overview().geometry().bottom());

    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
    QVERIFY(!overview().isVisible());
}

void TestCauseOverview::itLeadsToTheViewThatHasIt()
{
    add(mixedJobs());
    m_window->sidebar().choose(u"all"_qs);

    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);

    QTRY_VERIFY(overview().isVisible());
    QCOMPARE(m_window->sidebar().view().key, u"attention"_qs);
}

void TestCauseOverview::itStandsAboveNoOtherView()
{
    group();

    m_window->sidebar().choose(u"queued"_qs);
    QVERIFY(!overview().isVisible());
    m_window->sidebar().choose(u"attention"_qs);
    QVERIFY(overview().isVisible());
}

void TestCauseOverview::aClickShowsTheJobsOfThatCause()
{
    group();

    QTest::mouseClick(causes().viewport(), Qt::LeftButton, {},
                      causes().visualRect(causes().model()->index(1, 0)).center());

    QTRY_COMPARE(m_window->table().model()->rowCount(), 1);
    QCOMPARE(m_window->sidebar().view().title, u"Sign-in needed"_qs);
    QVERIFY(overview().isVisible());
    QVERIFY(causes().selectionModel()->isRowSelected(1));

    auto *showAll = overview().findChild<QPushButton *>();
    QVERIFY(showAll->isVisible());
    QTest::mouseClick(showAll, Qt::LeftButton);
    QTRY_COMPARE(m_window->table().model()->rowCount(), 4);
    QCOMPARE(m_window->sidebar().view().key, u"attention"_qs);
    QVERIFY(!showAll->isVisible());
    QVERIFY(!causes().selectionModel()->hasSelection());
}

void TestCauseOverview::returnShowsTheJobsOfTheCurrentCause()
{
    group();
    causes().setFocus();
    causes().setCurrentIndex(causes().model()->index(0, 0));

    QTest::keyClick(&causes(), Qt::Key_Down);
    QTest::keyClick(&causes(), Qt::Key_Up);
    QTest::keyClick(&causes(), Qt::Key_Return);

    QTRY_COMPARE(m_window->table().model()->rowCount(), 3);
    QVERIFY(causes().hasFocus());
}

void TestCauseOverview::theDetailsGiveTheirRoomUntilAJobIsSelected()
{
    group();
    const auto *details = m_window->findChild<DetailsPane *>();
    const auto actions = m_window->findChildren<QAction *>();
    const auto *toggle = *std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->shortcut() == QKeySequence(Qt::Key_F4);
    });
    QVERIFY(!details->isVisible());
    QVERIFY(!toggle->isEnabled());

    QTest::keyClick(&m_window->table(), Qt::Key_F8);
    QTRY_VERIFY(details->isVisible());
    QVERIFY(toggle->isEnabled());
    m_window->table().clearSelection();
    QTRY_VERIFY(!details->isVisible());

    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
    QVERIFY(details->isVisible());
}

void TestCauseOverview::theKeyboardStaysAmongTheJobs()
{
    group();
    causes().setFocus();

    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);

    QVERIFY(m_window->table().hasFocus());
}

void TestCauseOverview::anotherChoiceBeginsAtItsTop()
{
    std::vector<JobRecord> jobs {failing(1, 404, "a.example").build()};
    for (std::uint64_t job = 2; job < 200; ++job)
        jobs.push_back(failing(job, 401, "c.example").build());
    add(std::move(jobs));
    m_window->sidebar().choose(u"attention"_qs);
    JobTableView &table = m_window->table();
    QTRY_COMPARE(table.model()->rowCount(), 199);
    table.setCurrentIndex(table.model()->index(0, 0));
    table.clearSelection();

    FailedCause signIn;
    signIn.cause = Cause::SignInNeeded;
    m_window->showView(viewOf(signIn));

    QTRY_COMPARE(table.model()->rowCount(), 198);
    QCOMPARE(table.currentIndex().row(), 0);
    QCOMPARE(table.rowAt(0), 0);
}

void TestCauseOverview::theSentenceFollowsTheJobs()
{
    group();

    change(JobBuilder(4).build());

    QTRY_COMPARE(overview().findChild<QLabel *>()->text(), u"6 jobs · 2 fine · 1 retrying · 3 failed for 1 cause"_qs);
}

void TestCauseOverview::theOrderStaysWhileSomebodyIsAtIt()
{
    group();
    causes().setFocus();
    add({failing(7, 401, "c.example").build(), failing(8, 401, "c.example").build(),
         failing(9, 401, "c.example").build()});
    QTRY_COMPARE(text(1, CauseModel::CountRole), u"4"_qs);
    QCOMPARE(titles().front(), u"File not found"_qs);

    causes().setCurrentIndex(causes().model()->index(0, 0));
    m_window->table().setFocus();
    change(JobBuilder(6).named("other").build());

    QTRY_COMPARE(titles().front(), u"Sign-in needed"_qs);
    QCOMPARE(causes().currentIndex().data().toString(), u"File not found"_qs);
    QVERIFY(causes().selectionModel()->isRowSelected(1));
}

void TestCauseOverview::aMendedCauseGoesAndWithTheLastOneAllGoes()
{
    group();

    change(JobBuilder(4).build());
    QTRY_COMPARE(titles(), QStringList {u"File not found"_qs});
    for (const std::uint64_t job : {1U, 2U, 3U})
        change(JobBuilder(job).build());

    QTRY_VERIFY(!overview().isVisible());
}

void TestCauseOverview::aCauseKnowsItsFirstAndLastFailure()
{
    add(mixedJobs());
    const auto first = [this] { return m_window->counts().failedCauses().front(); };
    const WallTime begun = m_feed->table().at(0).error->time;

    QCOMPARE(first().jobs, 3U);
    QCOMPARE(first().first, begun);
    QCOMPARE(first().last, m_feed->table().at(2).error->time);

    // Nobody fails at that server any more.
    change(JobBuilder(1).build());
    QCOMPARE(first().first, begun + std::chrono::seconds {1});
    // Somebody still does at the other one: the problem there is as old as it was.
    change(JobBuilder(2).build());
    QCOMPARE(first().jobs, 1U);
    QCOMPARE(first().first, begun + std::chrono::seconds {1});
}

void TestCauseOverview::aTrendTellsWhenTheJobsFailed()
{
    JobTable table;
    const auto fail = [&](std::uint64_t number, int status, std::chrono::seconds at) {
        JobRecord record = failing(number, status, "a.example").build();
        auto error = std::make_shared<JobError>(*record.error);
        error->time = kNow + at;
        record.error = std::move(error);
        table.add(std::move(record));
    };
    fail(1, 404, 0s);
    fail(2, 404, 79s);
    fail(3, 404, 80s);
    fail(4, 401, 35s);
    fail(5, 401, 45s);
    table.add(
        JobBuilder(6).from("a.example").inState(JobState::TransientError).failedWith(fromHttpStatus(503)).build());

    const FailureTrends trends = failureTrends(table);

    const auto of = [&](Cause cause) { return trends.byCause[static_cast<std::size_t>(cause)]; };
    QCOMPARE(trends.first, kNow);
    QCOMPARE(trends.last, kNow + 80s);
    QCOMPARE(trends.recent(), kNow + 70s);
    QCOMPARE(of(Cause::NotFound), (FailureTrends::Counts {1, 0, 0, 0, 0, 0, 0, 2}));
    QCOMPARE(of(table.at(3).error->cause), (FailureTrends::Counts {0, 0, 0, 1, 1, 0, 0, 0}));
    QCOMPARE(of(table.at(5).error->cause), FailureTrends::Counts {});
}

void TestCauseOverview::screenReadersGetASentence()
{
    group();

    const QString sentence = text(0, Qt::AccessibleTextRole);

    QVERIFY2(sentence.startsWith(u"File not found, 3 jobs, b.example and 1 more, first "_qs), qPrintable(sentence));
    QCOMPARE(causes().accessibleDescription(), overview().sentence());
}

void TestCauseOverview::theChoiceIsRemembered()
{
    group();
    QVERIFY(m_window->close());

    open();

    QVERIFY(toggle()->isChecked());
    m_window->sidebar().choose(u"attention"_qs);
    QVERIFY(overview().isVisible());
}

void TestCauseOverview::aLongListBeginsWithItsCausesOnce()
{
    const auto common = failing(1, 404, "a.example").build();
    std::vector<JobRecord> jobs(100'000, common);
    for (std::uint64_t i = 0; i < jobs.size(); ++i) {
        auto spec = std::make_shared<JobSpec>(*common.spec);
        spec->id = JobId {i + 1, 1};
        jobs[i].spec = std::move(spec);
    }
    m_window->sidebar().choose(u"all"_qs);

    add(std::move(jobs));
    QTRY_VERIFY(overview().isVisible());
    QCOMPARE(m_window->sidebar().view().key, u"attention"_qs);
    QCOMPARE(overview().sentence(), u"100,000 jobs · 0 fine · 100,000 failed for 1 cause"_qs);

    toggle()->trigger();
    m_window->sidebar().choose(u"all"_qs);
    open();

    QVERIFY(!toggle()->isChecked());
    QCOMPARE(m_window->sidebar().view().key, u"all"_qs);
}

QTEST_MAIN(TestCauseOverview)
#include "tst_causeoverview.moc"
