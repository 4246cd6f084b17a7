// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>
#include <tuple>

#include "details/detailspane.h"
#include "details/filemodel.h"
#include "details/timelinemodel.h"
#include "problems/attemptstrip.h"
#include "problems/remedycard.h"
#include "support/answeringservice.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

namespace {

WallTime now()
{
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

std::shared_ptr<const std::vector<FileProgress>> filesOf(const SampleJob &job)
{
    return std::make_shared<const std::vector<FileProgress>>(job.files().files);
}

std::shared_ptr<const std::vector<HistoryEntry>> historyOf(const SampleJob &job)
{
    return std::make_shared<const std::vector<HistoryEntry>>(job.history());
}

} // namespace

class TestDetails : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void urlOpened(const QUrl &url) { m_opened = url; }

private Q_SLOTS:
    void init();
    void cleanup();

    void withoutASelectionItSaysWhatToDo();
    void aFailedJobShowsItsProblemAndEveryWayOn();
    void remediesWaitUntilTheFilesAreKnown();
    void aClickOnARemedyAsksForItsVerb();
    void changeAddressIsAskedForTheSelectedJob();
    void theKeyboardReachesEveryRemedy();
    void aClickAimedAtWhatStoodThereBeforeIsIgnored();
    void theCountdownTicks();
    void aChangeOfTheJobIsShown();
    void manyChangesAskTheEngineOnce();
    void anotherJobsAnswerIsNotShown();
    void aRemovedJobEmptiesThePane();
    void aJobWithoutAProblemSaysSoAndShowsPastErrors();
    void anArrivedJobIsReadyToComplete();
    void aRefusedCompleteNamesTheReason();
    void severalJobsAreCountedByCause();
    void aVerbOnSeveralJobsGoesToAllOfThem();
    void severalJobsThatFailAlikeAreMendedTogether();
    void jobsThatFailForOtherReasonsHaveNoRemedyInCommon();
    void theArrowKeysWalkAlongTheAttempts();
    void technicalDetailsOpenOnDemand();
    void diagnosticsGoToTheClipboard();
    void textFromOutsideIsNeverMarkup();

    void theFilesTabListsTheFailingFileFirst();
    void fileRowsKeepTheirSelectionWhenOneFails();
    void anUpdateTellsOnlyOfTheRowsThatDiffer();
    void aFailingFileSaysWhy();
    void theFilesMenuOpensAndCopies();
    void theAddressesOfSelectedFilesAreCopiedFromTopToBottom();
    void aDoubleClickOpensTheFolderOfACompleteFileOnly();
    void theTimelineIsNewestFirstAndGrowsAtTheTop();
    void theTimelineKeepsWhatTheServerSaidOfAnArrivedFile();
    void thePriorityIsChangedByTheEngineOnly();
    void aRefusedPriorityIsToldAndTakenBack();
    void secretsAreNotAmongTheProperties();

private:
    void publish(const SampleJob &job);
    void select(std::initializer_list<JobTable::Index> jobs)
    {
        m_pane->setSelection(jobs);
        m_feed->pump();
    }
    [[nodiscard]] std::vector<RemedyCard *> cards() const;
    [[nodiscard]] QPushButton *button(const QString &label) const;
    [[nodiscard]] QStringList shownTexts() const;
    [[nodiscard]] QTableView *filesView() const; ///< while its tab is open
    [[nodiscard]] bool shows(const QString &text) const;

    std::unique_ptr<AnsweringService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<DetailsPane> m_pane;
    std::vector<std::pair<Verb, std::vector<JobId>>> m_verbs;
    std::vector<std::tuple<Fix, JobTable::Index, MendScope>> m_mends;
    QUrl m_opened;
};

void TestDetails::init()
{
    m_service = std::make_unique<AnsweringService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    DetailsPane::Actions actions;
    actions.run = [this](Verb verb, const std::vector<JobId> &jobs) { m_verbs.emplace_back(verb, jobs); };
    actions.mend = [this](Fix fix, JobTable::Index job, MendScope scope) { m_mends.push_back({fix, job, scope}); };
    m_pane = std::make_unique<DetailsPane>(*m_feed, actions);
    m_pane->resize(1130, 440);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestDetails::cleanup()
{
    m_pane.reset();
    m_feed.reset();
    m_service.reset();
    m_verbs.clear();
    m_mends.clear();
    m_opened.clear();
}

void TestDetails::publish(const SampleJob &job)
{
    m_service->publish(job, now());
    m_feed->pump();
}

std::vector<RemedyCard *> TestDetails::cards() const
{
    std::vector<RemedyCard *> visible;
    for (RemedyCard *card : m_pane->findChildren<RemedyCard *>())
        if (card->isVisible())
            visible.push_back(card);
    return visible;
}

QPushButton *TestDetails::button(const QString &label) const
{
    for (const RemedyCard *card : cards())
        if (card->button()->text() == label)
            return card->button();
    return nullptr;
}

QStringList TestDetails::shownTexts() const
{
    QStringList texts;
    for (const QLabel *label : m_pane->findChildren<QLabel *>())
        if (label->isVisible())
            texts += label->text();
    return texts;
}

QTableView *TestDetails::filesView() const
{
    for (QTableView *table : m_pane->findChildren<QTableView *>())
        if (table->isVisible())
            return table;
    return nullptr;
}

bool TestDetails::shows(const QString &text) const
{
    return shownTexts().join(u'\n').contains(text);
}

void TestDetails::withoutASelectionItSaysWhatToDo()
{
    QVERIFY(shows(u"Select a job"_qs));
    QVERIFY(cards().empty());
}

void TestDetails::aFailedJobShowsItsProblemAndEveryWayOn()
{
    publish(climateJob(now()));

    select({0});

    QVERIFY(shows(u"File not found on the server"_qs));
    QVERIFY(shows(u"cdn.example.org answered 404 for era5-2024-03.nc at "_qs));
    QVERIFY(shows(u"2 of 12 files are here (1.1 GB)."_qs));
    QVERIFY(shows(u"will not retry by itself"_qs));
    QVERIFY(shows(u"0x80190194"_qs) && shows(u"BG_E_HTTP_ERROR_404"_qs));
    QVERIFY(shows(u"Remote file"_qs));
    QVERIFY(shows(u"HTTP/1.1 over TLS"_qs));
    QCOMPARE(cards().size(), std::size_t(4));
    QVERIFY(shows(u"<b>delete 1 partial</b>"_qs));
    QVERIFY(shows(u"likely to fail again: same answer 3 times"_qs));
    QCOMPARE(cards()[0]->button()->property("primary").toBool(), true);
    QCOMPARE(cards()[3]->button()->property("primary").toBool(), false);
    QCOMPARE(cards()[3]->button()->accessibleDescription(),
             u"Delete all of it: 1.3 GB here, 2 files of it finished, and close the job"_qs);
    QCOMPARE(m_pane->findChild<QTabBar *>()->tabText(1), u"Files 12"_qs);
}

void TestDetails::remediesWaitUntilTheFilesAreKnown()
{
    const SampleJob job = climateJob(now());
    TableUpdate changes;
    changes.added = {job.record()};
    m_service->push(changes); // a job whose questions nobody answers
    m_feed->pump();

    select({0});
    QVERIFY(shows(u"File not found on the server"_qs));
    QVERIFY(cards().empty());

    for (RequestId id = 1; id <= m_service->requests.size(); ++id) {
        const bool isFiles = std::holds_alternative<GetFiles>(m_service->requests[id - 1]);
        m_service->answer(id, isFiles ? Answer(job.files()) : Answer(job.history()));
    }
    m_feed->pump();
    QCOMPARE(cards().size(), std::size_t(4));
}

void TestDetails::aClickOnARemedyAsksForItsVerb()
{
    publish(climateJob(now()));
    select({0});

    QTest::mouseClick(button(u"Resume"_qs), Qt::LeftButton);

    QCOMPARE(m_verbs.size(), std::size_t(1));
    QCOMPARE(m_verbs[0].first, Verb::Resume);
    QCOMPARE(m_verbs[0].second, std::vector {climateJob(now()).id()});
    QVERIFY(m_service->requestsOf<ApplyVerb>().empty()); // the pane itself sends nothing
}

void TestDetails::changeAddressIsAskedForTheSelectedJob()
{
    publish(climateJob(now()));
    select({0});

    QTest::mouseClick(button(u"Change address…"_qs), Qt::LeftButton);

    QCOMPARE(m_mends.size(), std::size_t(1));
    QVERIFY(m_mends[0] == std::tuple(Fix::ChangeAddress, JobTable::Index {0}, MendScope::ThisJob));
    QVERIFY(m_verbs.empty());
}

void TestDetails::theKeyboardReachesEveryRemedy()
{
    publish(climateJob(now()));
    select({0});
    cards()[0]->button()->setFocus();

    QTest::keyClick(m_pane.get(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);

    QCOMPARE(m_verbs.size(), std::size_t(2));
    QCOMPARE(m_verbs[0].first, Verb::Resume);
    QCOMPARE(m_verbs[1].first, Verb::Complete);
}

void TestDetails::aClickAimedAtWhatStoodThereBeforeIsIgnored()
{
    publish(climateJob(now()));
    select({0});
    QPushButton *third = cards()[2]->button();
    QCOMPARE(third->text(), u"Complete"_qs);

    publish(climateJob(now()).in(JobState::Queued));
    QTRY_COMPARE(third->text(), u"Cancel"_qs);
    QTest::mouseClick(third, Qt::LeftButton);

    QVERIFY(m_verbs.empty());
    QTRY_VERIFY((QTest::mouseClick(third, Qt::LeftButton), !m_verbs.empty()));
}

void TestDetails::theCountdownTicks()
{
    publish(busyJob(now()));
    select({0});
    QVERIFY(shows(u"retries in 0:4"_qs));
    const QStringList before = shownTexts();

    QTRY_VERIFY(shownTexts() != before);

    QVERIFY(shows(u"retries in 0:4"_qs));
    QVERIFY(button(u"Retry now"_qs));
}

void TestDetails::aChangeOfTheJobIsShown()
{
    publish(climateJob(now()));
    select({0});

    publish(climateJob(now()).in(JobState::Queued).record(HistoryEvent::Resumed, JobState::Queued, 1s));

    QTRY_VERIFY(shows(u"waits for its turn"_qs));
    QTRY_COMPARE(cards().size(), std::size_t(3));
    QVERIFY(shows(u"File not found on the server"_qs)); // the error lives until data flows
}

void TestDetails::manyChangesAskTheEngineOnce()
{
    publish(runningJob(now()));
    select({0});
    const auto asked = m_service->requestsOf<GetFiles>().size();
    const auto askedHistory = m_service->requestsOf<GetHistory>().size();

    for (int i = 0; i < 50; ++i)
        publish(runningJob(now()));
    QTRY_COMPARE(m_service->requestsOf<GetFiles>().size(), asked + 1);

    QCOMPARE(m_service->requestsOf<GetHistory>().size(), askedHistory); // only bytes moved
}

void TestDetails::anotherJobsAnswerIsNotShown()
{
    TableUpdate changes;
    changes.added = {climateJob(now()).record()};
    m_service->push(changes); // a job whose questions nobody answers
    m_feed->pump();
    publish(arrivedJob(now()));
    m_pane->setSelection({0});
    const auto unanswered = static_cast<RequestId>(m_service->requests.size()) - 1;
    m_pane->setSelection({1});
    m_feed->pump();

    m_service->answer(unanswered, Answer(climateJob(now()).files()));
    m_feed->pump();

    QVERIFY(shows(u"All 3 files are here (120 MB)."_qs));
}

void TestDetails::aRemovedJobEmptiesThePane()
{
    publish(climateJob(now()));
    select({0});

    TableUpdate changes;
    changes.removed = {climateJob(now()).id()};
    m_service->push(changes);
    m_feed->pump();

    QVERIFY(shows(u"Select a job"_qs));
    QVERIFY(cards().empty());
}

void TestDetails::aJobWithoutAProblemSaysSoAndShowsPastErrors()
{
    publish(busyJob(now()).in(JobState::Transferring));

    select({0});

    QVERIFY(shows(u"No problem now"_qs));
    QVERIFY(shows(u"Past attempts failed"_qs));
    QVERIFY(shows(u"Started as: Connection lost → now: Server busy"_qs));
}

void TestDetails::anArrivedJobIsReadyToComplete()
{
    publish(arrivedJob(now()));

    select({0});

    QVERIFY(shows(u"Ready to complete"_qs));
    QVERIFY(shows(u"waits for you to complete it"_qs));
    QCOMPARE(cards()[0]->button()->text(), u"Complete"_qs);
    QCOMPARE(cards()[0]->button()->property("primary").toBool(), true);
}

void TestDetails::aRefusedCompleteNamesTheReason()
{
    JobError exists = errorFrom(classify(code::kFileExists));
    exists.file = ErrorFile {1, "https://cdn.example.org/reports/q2.pdf", "/data/quarterly-reports/q2.pdf"};
    publish(arrivedJob(now())
                .flag(kCompleteRefused)
                .record(HistoryEvent::CompleteRefused, JobState::Transferred, 0s, 1, 0, exists));

    select({0});

    QVERIFY(shows(u"A file could not be given its name"_qs));
    QVERIFY(shows(u"There was already a file at /data/quarterly-reports/q2.pdf"_qs));
    QVERIFY(shows(u"Move or rename the file that is there"_qs));
}

void TestDetails::severalJobsAreCountedByCause()
{
    for (const SampleJob &job : {climateJob(now()), busyJob(now()), arrivedJob(now()), runningJob(now())})
        publish(job);

    select({0, 1, 2, 3});

    QVERIFY(shows(u"4 jobs selected"_qs));
    QVERIFY(shows(u"File not found on the server"_qs));
    QVERIFY(shows(u"2 of 4 jobs; the others stay as they are"_qs));
    QCOMPARE(cards().size(), std::size_t(4));
    QCOMPARE(cards()[0]->button()->property("primary").toBool(), true);
    QCOMPARE(cards()[3]->button()->property("primary").toBool(), false);
}

void TestDetails::aVerbOnSeveralJobsGoesToAllOfThem()
{
    publish(climateJob(now()));
    publish(busyJob(now()));
    select({0, 1});

    QTest::mouseClick(button(u"Cancel"_qs), Qt::LeftButton);

    QCOMPARE(m_verbs.size(), std::size_t(1));
    QCOMPARE(m_verbs[0].first, Verb::Cancel);
    QCOMPARE(m_verbs[0].second.size(), std::size_t(2));
}

void TestDetails::severalJobsThatFailAlikeAreMendedTogether()
{
    const auto missing = [this](std::uint64_t number) {
        SampleJob job(number, "job-" + std::to_string(number), now());
        job.file("https://cdn.example.org/" + std::to_string(number), FileState::Failed, 0, 3'000'000)
            .in(JobState::Error)
            .failed(fromHttpStatus(404), 0, -10s, {NativeKind::Http, 404});
        return job;
    };
    for (const std::uint64_t number : {11U, 12U, 13U})
        publish(missing(number));

    select({0, 2});
    QVERIFY(shows(u"all 2 jobs; they fail alike"_qs));
    QVERIFY(button(u"Change address…"_qs)->property("primary").toBool());
    QVERIFY(!button(u"Resume"_qs)->property("primary").toBool());
    QCOMPARE(m_pane->firstToUse(), static_cast<QWidget *>(button(u"Change address…"_qs)));
    QTest::mouseClick(button(u"Change address…"_qs), Qt::LeftButton);

    QCOMPARE(m_mends.size(), std::size_t(1));
    const MendScope chosen({missing(11).id(), missing(13).id()});
    QVERIFY(m_mends[0] == std::tuple(Fix::ChangeAddress, JobTable::Index {0}, chosen));

    button(u"Change address…"_qs)->setFocus();
    publish(missing(13).in(JobState::Queued));
    QTRY_VERIFY(!button(u"Change address…"_qs));
    QVERIFY(m_pane->isAncestorOf(QApplication::focusWidget()));
}

void TestDetails::jobsThatFailForOtherReasonsHaveNoRemedyInCommon()
{
    publish(climateJob(now()));
    publish(busyJob(now()));

    select({0, 1});

    QVERIFY(!button(u"Change address…"_qs));
    QVERIFY(button(u"Resume"_qs)->property("primary").toBool());
}

void TestDetails::theArrowKeysWalkAlongTheAttempts()
{
    publish(climateJob(now()));
    select({0});
    auto *strip = m_pane->findChild<AttemptStrip *>();
    strip->setFocus();

    QTest::keyClick(strip, Qt::Key_Left);
    QVERIFY(shows(u"3 of 3 · "_qs));
    QTest::keyClick(strip, Qt::Key_Left);
    QVERIFY(shows(u"2 of 3 · "_qs) && shows(u"404 on file 3, 212 MB of it here"_qs));
    QTest::keyClick(strip, Qt::Key_Right);
    QTest::keyClick(strip, Qt::Key_Right);
    QVERIFY(shows(u"3 of 3 · "_qs));
    QVERIFY(strip->accessibleName().startsWith(u"1: "_qs));
}

void TestDetails::technicalDetailsOpenOnDemand()
{
    publish(climateJob(now()));
    select({0});
    QVERIFY(!shows(u"The server sent no Retry-After"_qs));

    for (QToolButton *toggle : m_pane->findChildren<QToolButton *>())
        if (toggle->text() == u"Technical details"_qs)
            QTest::mouseClick(toggle, Qt::LeftButton);

    QVERIFY(shows(u"The server sent no Retry-After"_qs));
    QVERIFY(shows(u"To: /data/climate-reanalysis-2024/era5-2024-03.nc"_qs));
}

void TestDetails::diagnosticsGoToTheClipboard()
{
    publish(climateJob(now()));
    select({0});
    QSignalSpy copied(m_pane.get(), &DetailsPane::diagnosticsCopied);

    for (QPushButton *link : m_pane->findChildren<QPushButton *>())
        if (link->text() == u"Copy diagnostics"_qs)
            QTest::mouseClick(link, Qt::LeftButton);

    QCOMPARE(copied.size(), 1);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"### climate-reanalysis-2024"_qs));
}

void TestDetails::textFromOutsideIsNeverMarkup()
{
    SampleJob job(9, "<b>name</b>", now());
    job.folder("/data/<i>x</i>")
        .file("https://cdn.example.org/<img src=x>.nc", FileState::Failed, 10, 20)
        .in(JobState::Error)
        .failed(fromHttpStatus(404), 0, 0s);
    publish(job);

    select({0});

    for (const QString &text : shownTexts())
        QVERIFY2(!text.contains(u"<img"_qs) && !text.contains(u"<i>"_qs), qPrintable(text));
    QVERIFY(shows(u"&lt;img src=x&gt;.nc"_qs));
}

void TestDetails::theFilesTabListsTheFailingFileFirst()
{
    const SampleJob job = climateJob(now());
    FileModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

    model.update(job.record().spec, filesOf(job));

    QCOMPARE(model.rowCount(), 12);
    const auto cell = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, FileModel::Name), u"era5-2024-03.nc"_qs);
    QCOMPARE(cell(0, FileModel::State), u"Failed"_qs);
    QCOMPARE(cell(0, FileModel::Progress), u"70 %"_qs);
    QCOMPARE(cell(0, FileModel::Size), u"301 MB"_qs);
    QCOMPARE(cell(1, FileModel::Name), u"era5-2024-01.nc"_qs);
    QCOMPARE(cell(3, FileModel::Name), u"era5-2024-04.nc"_qs);
}

void TestDetails::fileRowsKeepTheirSelectionWhenOneFails()
{
    const SampleJob job = climateJob(now());
    FileModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(job.record().spec, filesOf(job));
    const QPersistentModelIndex held = model.index(5, FileModel::Name); // era5-2024-06

    std::vector<FileProgress> files = job.files().files;
    files[5].state = FileState::Failed;
    model.update(job.record().spec, std::make_shared<const std::vector<FileProgress>>(files));

    QCOMPARE(held.data().toString(), u"era5-2024-06.nc"_qs);
    QCOMPARE(held.row(), 1);
}

void TestDetails::anUpdateTellsOnlyOfTheRowsThatDiffer()
{
    const SampleJob job = climateJob(now());
    FileModel model;
    model.update(job.record().spec, filesOf(job));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);

    model.update(job.record().spec, filesOf(job));
    QCOMPARE(changed.size(), 0);

    std::vector<FileProgress> files = job.files().files;
    files[5].transferred += 1;
    files[7].transferred += 1;
    model.update(job.record().spec, std::make_shared<const std::vector<FileProgress>>(files));

    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.fileAt(changed[0][0].toModelIndex().row()), 5U);
    QCOMPARE(model.fileAt(changed[0][1].toModelIndex().row()), 7U);
    QVERIFY(reset.isEmpty() && moved.isEmpty());
}

void TestDetails::aFailingFileSaysWhy()
{
    publish(climateJob(now()));
    select({0});
    m_pane->findChild<QTabBar *>()->setCurrentIndex(1);
    const QAbstractItemModel *model = filesView()->model();

    QCOMPARE(model->index(0, FileModel::Error).data().toString(), u"File not found"_qs);
    QVERIFY(model->index(0, FileModel::Error).data(Qt::ToolTipRole).toString().contains(u"answered 404"_qs));
    QVERIFY(model->index(1, FileModel::Error).data().toString().isEmpty());
}

void TestDetails::theFilesMenuOpensAndCopies()
{
    QDesktopServices::setUrlHandler(u"file"_qs, this, "urlOpened");
    SampleJob job(9, "two", now());
    job.file("https://a.example/done.iso", FileState::Complete, 5, 5)
        .file("https://a.example/rest.iso", FileState::Active, 1, 5);
    publish(job);
    select({0});
    m_pane->findChild<QTabBar *>()->setCurrentIndex(1);
    QTableView *view = filesView();
    const auto action = [view](const QString &words) {
        const auto all = view->actions();
        return *std::find_if(all.begin(), all.end(), [&](QAction *a) { return a->text().remove(u'&') == words; });
    };
    QVERIFY(!action(u"Open file"_qs)->isEnabled());

    view->setCurrentIndex(view->model()->index(1, 0));
    QVERIFY(!action(u"Open file"_qs)->isEnabled());
    action(u"Open folder"_qs)->trigger();
    QCOMPARE(m_opened, QUrl::fromLocalFile(u"/data/two"_qs));
    view->setCurrentIndex(view->model()->index(0, 0));
    action(u"Open file"_qs)->trigger();
    QCOMPARE(m_opened, QUrl::fromLocalFile(u"/data/two/done.iso"_qs));

    view->selectAll();
    action(u"Copy address"_qs)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://a.example/done.iso\nhttps://a.example/rest.iso"_qs);
    QDesktopServices::unsetUrlHandler(u"file"_qs);
}

void TestDetails::theAddressesOfSelectedFilesAreCopiedFromTopToBottom()
{
    SampleJob job(9, "many", now());
    for (int file = 0; file < 20'000; ++file)
        job.file("https://a.example/" + std::to_string(file), FileState::Waiting, 0, 5);
    publish(job);
    select({0});
    m_pane->findChild<QTabBar *>()->setCurrentIndex(1);
    QTableView *view = filesView();
    const auto copied = [view] {
        view->actions().back()->trigger();
        return QGuiApplication::clipboard()->text().split(u'\n');
    };

    view->setFocus();
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(copied().size(), 20'000);

    view->clearSelection();
    for (const int row : {700, 3, 701})
        view->selectionModel()->select(view->model()->index(row, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(copied(),
             QStringList({u"https://a.example/3"_qs, u"https://a.example/700"_qs, u"https://a.example/701"_qs}));
}

void TestDetails::aDoubleClickOpensTheFolderOfACompleteFileOnly()
{
    QDesktopServices::setUrlHandler(u"file"_qs, this, "urlOpened");
    SampleJob job(9, "two", now());
    job.file("https://a.example/done.iso", FileState::Complete, 5, 5)
        .file("https://a.example/rest.iso", FileState::Active, 1, 5);
    publish(job);
    select({0});
    m_pane->findChild<QTabBar *>()->setCurrentIndex(1);
    QTableView *view = filesView();
    QVERIFY(view);
    const auto doubleClick = [view](int row) {
        const QPoint at = view->visualRect(view->model()->index(row, FileModel::Name)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at);
    };

    doubleClick(1);
    QVERIFY(m_opened.isEmpty());
    doubleClick(0);
    QCOMPARE(m_opened, QUrl::fromLocalFile(u"/data/two"_qs));
    QDesktopServices::unsetUrlHandler(u"file"_qs);
}

void TestDetails::theTimelineIsNewestFirstAndGrowsAtTheTop()
{
    SampleJob job = climateJob(now());
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set(job.record().spec, historyOf(job));
    const QPersistentModelIndex newest = model.index(0, TimelineModel::What);
    QCOMPARE(newest.data().toString(), u"404 on file 3, 212 MB of it here"_qs);

    job.record(HistoryEvent::Resumed, JobState::Queued, 1s);
    model.set(job.record().spec, historyOf(job));

    QCOMPARE(model.index(0, TimelineModel::What).data().toString(), u"resumed by you"_qs);
    QCOMPARE(newest.row(), 1);
}

void TestDetails::theTimelineKeepsWhatTheServerSaidOfAnArrivedFile()
{
    const SampleJob job = climateJob(now());
    HistoryEntry entry {now(), JobState::Transferring, HistoryEvent::FileTransferred, 0U, 5, {}};
    entry.exchange = Exchange {"192.0.2.7:443", "TLSv1.3", {"ETag: \"a1\"", "Last-Modified: <b>never</b>"}};
    TimelineModel model;

    model.set(job.record().spec, std::make_shared<const std::vector<HistoryEntry>>(1, entry));

    const QString toolTip = model.index(0, TimelineModel::What).data(Qt::ToolTipRole).toString();
    QVERIFY(toolTip.contains(u"192.0.2.7:443"_qs) && toolTip.contains(u"ETag: "_qs));
    QVERIFY(!toolTip.contains(u"<b>"_qs));
}

void TestDetails::thePriorityIsChangedByTheEngineOnly()
{
    publish(climateJob(now()));
    select({0});
    m_pane->findChild<QTabBar *>()->setCurrentIndex(3);
    auto *priority = m_pane->findChild<QComboBox *>();

    priority->setFocus();
    QTest::keyClick(priority, Qt::Key_Up);

    const auto changes = m_service->requestsOf<EditJobs>();
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(changes[0].change.priority, Priority::High);
    QVERIFY(changes[0].change.addresses.empty());
}

void TestDetails::aRefusedPriorityIsToldAndTakenBack()
{
    m_service->decide = [](const Request &request) -> std::optional<Result<Answer>> {
        if (!std::holds_alternative<EditJobs>(request))
            return std::nullopt;
        return refuse(Refusal::StoreFailed, "disk full");
    };
    publish(climateJob(now()));
    select({0});
    m_pane->findChild<QTabBar *>()->setCurrentIndex(3);
    auto *priority = m_pane->findChild<QComboBox *>();

    QTest::keyClick(priority, Qt::Key_Up);
    m_feed->pump();

    QVERIFY(shows(u"This could not be saved, so it was not done: disk full."_qs));
    QCOMPARE(priority->currentText(), u"Normal"_qs);
}

void TestDetails::secretsAreNotAmongTheProperties()
{
    SampleJob job = climateJob(now());
    JobRecord record = job.record();
    JobSpec spec = *record.spec;
    JobSecrets secrets;
    secrets.userInfo = "ann:SECRET";
    secrets.headers = {"PRIVATE-TOKEN: SECRET"};
    spec.secrets = std::make_shared<JobSecrets>(secrets);
    record.spec = std::make_shared<JobSpec>(spec);
    TableUpdate changes;
    changes.added = {record};
    m_service->push(changes);
    m_feed->pump();

    select({0});
    m_pane->findChild<QTabBar *>()->setCurrentIndex(3);

    QVERIFY(shows(u"kept with the program"_qs));
    QVERIFY(!shows(u"none of its own"_qs)); // it has a header
    QVERIFY(!shows(u"SECRET"_qs));
}

QTEST_MAIN(TestDetails)
#include "tst_details.moc"
