// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>

#include <memory>

#include "details/detailspane.h"
#include "details/rategraph.h"
#include "dialogs/addjobdialog.h"
#include "dialogs/jobdialogs.h"
#include "engine/localengine.h"
#include "problems/remedycard.h"
#include "problems/sameproblemrow.h"
#include "store/memoryjournal.h"
#include "store/storeopen.h"
#include "support/faultserver.h"
#include "support/sandbox.h"
#include "transfer/curl/curlengine.h"

using namespace haulwatch;
using namespace haulwatch::test;

/// The way out of an error as a user goes it: real widgets, a real engine, a real server, real files.
class TestTriage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aMissingFileIsMendedFromThePane();
    void jobsThatFailAlikeAreMendedTogether();
    void aSignInIsMendedByCredentials();
    void anotherFolderGetsWhatHadArrived();
    void aFileThatEndedEarlyIsRestartedFromZero();
    void aFailedJobIsCompletedWithWhatArrived();
    void aFailedJobIsCancelledAndLeavesNothing();
    void aBusyServerCountsDownAndIsRetriedNow();
    void anExistingFileIsRefusedInTheDialogAndNothingIsLost();

private:
    void add(const QStringList &addresses);
    void addThreeFilesOfWhichOneIsMissing();
    [[nodiscard]] JobState state() const { return m_feed->table().at(0).status.state; }
    [[nodiscard]] bool isIn(JobState wanted) const { return m_feed->table().contains(0) && state() == wanted; }
    [[nodiscard]] QPushButton *button(const QString &label) const;
    [[nodiscard]] QDialog *dialog() const { return m_pane->findChild<QDialog *>(); }
    [[nodiscard]] bool shows(const QString &text) const;
    [[nodiscard]] QString url(const char *path) const { return QString::fromStdString(m_server->address(path)); }

    std::unique_ptr<Sandbox> m_folder;
    std::unique_ptr<Sandbox> m_data;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<LocalEngine> m_engine;
    std::unique_ptr<JobService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<DetailsPane> m_pane;
    std::unique_ptr<QSettings> m_settings;
    JobDialogs *m_dialogs = nullptr; ///< the pane's
};

void TestTriage::init()
{
    m_folder = std::make_unique<Sandbox>();
    m_data = std::make_unique<Sandbox>();
    m_server = std::make_unique<FaultServer>();
    LocalEngine::Parts parts;
    parts.transfers = makeCurlEngine();
    parts.journal = makeMemoryJournal();
    parts.clock = systemNow;
    m_engine = std::make_unique<LocalEngine>(std::move(parts));
    m_service = m_engine->attach(LocalEngine::ChangeFeed::On);
    m_feed = std::make_unique<JobFeed>(*m_service);
    DetailsPane::Actions actions;
    actions.run = [this](Verb verb, const std::vector<JobId> &jobs) {
        m_feed->post(ApplyVerb {verb, jobs}, m_pane.get(), [](const Result<Answer> &) {});
    };
    actions.mend = [this](Fix fix, JobTable::Index job, MendScope scope) { m_dialogs->mend(fix, job, scope); };
    m_pane = std::make_unique<DetailsPane>(*m_feed, actions);
    m_settings = std::make_unique<QSettings>(QString::fromStdString(m_data->path("test.ini")), QSettings::IniFormat);
    m_dialogs = new JobDialogs(*m_feed, *m_settings, m_pane.get());
    m_pane->resize(1130, 440);
    m_pane->show();
}

void TestTriage::cleanup()
{
    m_pane.reset();
    m_feed.reset();
    m_service.reset();
    m_engine.reset();
    m_server.reset();
    m_folder.reset();
    m_data.reset();
}

QPushButton *TestTriage::button(const QString &label) const
{
    for (const RemedyCard *card : m_pane->findChildren<RemedyCard *>())
        if (card->isVisible() && card->button()->text() == label)
            return card->button();
    return nullptr;
}

bool TestTriage::shows(const QString &text) const
{
    for (const QLabel *label : m_pane->findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}

void TestTriage::add(const QStringList &addresses)
{
    AddJobDialog dialog(*m_feed, QString::fromStdString(m_folder->path()));
    QSignalSpy added(&dialog, &AddJobDialog::jobAdded);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *field = dialog.findChild<QPlainTextEdit *>();
    for (const QString &address : addresses) {
        QTest::keyClicks(field, address);
        QTest::keyClick(field, Qt::Key_Return);
    }
    dialog.findChild<QSpinBox *>()->setValue(1); // one after the other, so that what has arrived is no matter of luck
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(added.size(), 1);
    QTRY_VERIFY(!dialog.isVisible());
}

void TestTriage::addThreeFilesOfWhichOneIsMissing()
{
    m_server->serve("/old/one.nc", patternedBytes(200'000, 1));
    m_server->serve("/new/two.nc", patternedBytes(200'000, 2));
    m_server->serve("/old/three.nc", patternedBytes(200'000, 3));
    add({url("/old/one.nc"), url("/old/two.nc"), url("/old/three.nc")});
    QTRY_VERIFY(isIn(JobState::Error));
    m_pane->setSelection({0});
    QTRY_VERIFY(button(u"Change address…"_qs));
}

void TestTriage::aMissingFileIsMendedFromThePane()
{
    addThreeFilesOfWhichOneIsMissing();
    QVERIFY(shows(u"File not found on the server"_qs));
    QVERIFY(shows(u"answered 404 for two.nc at "_qs));
    QVERIFY(shows(u"will not retry by itself"_qs));

    QTest::mouseClick(button(u"Change address…"_qs), Qt::LeftButton);
    QVERIFY(dialog());
    auto *address = dialog()->findChild<QLineEdit *>();
    QCOMPARE(address->text(), url("/old/two.nc"));
    QTest::keyClicks(address, url("/new/two.nc"));
    QTest::keyClick(address, Qt::Key_Return);

    QTRY_VERIFY(isIn(JobState::Acknowledged));
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_folder->names(), (std::vector<std::string> {"one.nc", "three.nc", "two.nc"}));
    QCOMPARE(m_folder->read("two.nc"), patternedBytes(200'000, 2));
    QTRY_VERIFY(shows(u"No problem now"_qs));
    QVERIFY(shows(u"Past attempts failed"_qs));
    const auto *rate = m_pane->findChild<RateGraph *>();
    QTRY_VERIFY2(rate->summary().contains(u"highest "_qs) && rate->summary().endsWith(u", 1 failure"_qs),
                 qPrintable(rate->summary()));
}

void TestTriage::jobsThatFailAlikeAreMendedTogether()
{
    m_server->serve("/new/one.nc", patternedBytes(200'000, 1));
    m_server->serve("/new/two.nc", patternedBytes(200'000, 2));
    add({url("/old/one.nc")});
    add({url("/old/two.nc")});
    const auto areBothIn = [this](JobState wanted) {
        return isIn(wanted) && m_feed->table().contains(1) && m_feed->table().at(1).status.state == wanted;
    };
    QTRY_VERIFY(areBothIn(JobState::Error));
    m_pane->setSelection({0});
    QTRY_VERIFY(button(u"Change address…"_qs));
    QMenu *menu = m_pane->findChild<SameProblemRow *>()->findChild<QMenu *>();
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().front()->text(), u"Change address…"_qs);

    menu->actions().front()->trigger();
    QVERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QTest::keyClicks(QApplication::focusWidget(), url("/new/one.nc"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

    QTRY_VERIFY(areBothIn(JobState::Acknowledged));
    QCOMPARE(m_folder->read("two.nc"), patternedBytes(200'000, 2));
    QTRY_VERIFY(!dialog());
}

void TestTriage::aSignInIsMendedByCredentials()
{
    Reply asks;
    asks.status = 401;
    asks.headers = {"WWW-Authenticate: Basic realm=\"files\""};
    Reply whole;
    whole.body = patternedBytes(300'000);
    // The first attempt, then one without credentials to learn what is asked for.
    m_server->script("/file.nc", {asks, asks, whole});
    add({url("/file.nc")});
    QTRY_VERIFY(isIn(JobState::Error));
    m_pane->setSelection({0});
    QTRY_VERIFY(button(u"Credentials…"_qs));

    QTest::mouseClick(button(u"Credentials…"_qs), Qt::LeftButton);
    QVERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QTest::keyClicks(QApplication::focusWidget(), u"ada"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"secret"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

    QTRY_VERIFY(isIn(JobState::Acknowledged));
    QCOMPARE(m_folder->read("file.nc"), whole.body);
    QCOMPARE(m_server->requests("/file.nc").back().header("Authorization"),
             "Basic " + QByteArrayLiteral("ada:secret").toBase64().toStdString());
}

void TestTriage::anotherFolderGetsWhatHadArrived()
{
    addThreeFilesOfWhichOneIsMissing();
    m_server->serve("/old/two.nc", patternedBytes(200'000, 2));
    const Sandbox other;
    m_dialogs->mend(Fix::ChangeFolder, 0, MendScope::ThisJob);
    QVERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));

    QTest::keyClicks(QApplication::focusWidget(), QString::fromStdString(other.path()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

    QTRY_VERIFY(isIn(JobState::Acknowledged));
    QCOMPARE(other.names(), (std::vector<std::string> {"one.nc", "three.nc", "two.nc"}));
    QVERIFY(m_folder->names().empty());
    QCOMPARE(m_server->requests("/old/one.nc").size(), std::size_t {1}); // what had arrived moved along
}

void TestTriage::aFileThatEndedEarlyIsRestartedFromZero()
{
    Reply whole;
    whole.body = patternedBytes(300'000);
    Reply cut = whole;
    cut.stopAfter = 200'000;
    m_server->script("/file.nc", {cut, whole});
    add({url("/file.nc")});
    QTRY_VERIFY(isIn(JobState::TransientError));
    m_pane->setSelection({0});
    QTRY_VERIFY(button(u"Restart from zero…"_qs));
    QVERIFY(shows(u"<b>Give up the 200 kB</b>"_qs));

    QTest::mouseClick(button(u"Restart from zero…"_qs), Qt::LeftButton);
    QVERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QTest::keyClick(dialog(), Qt::Key_Return);

    QTRY_VERIFY(isIn(JobState::Acknowledged));
    QCOMPARE(m_folder->read("file.nc"), whole.body);
    QVERIFY(m_server->requests("/file.nc").back().header("Range").empty());
}

void TestTriage::aFailedJobIsCompletedWithWhatArrived()
{
    addThreeFilesOfWhichOneIsMissing();
    QVERIFY(shows(u"Keep the finished file, close the job"_qs));
    QVERIFY(shows(u"2 files were not started"_qs));

    QTest::mouseClick(button(u"Complete"_qs), Qt::LeftButton);

    QTRY_VERIFY(isIn(JobState::Acknowledged));
    QCOMPARE(m_folder->names(), std::vector<std::string> {"one.nc"});
}

void TestTriage::aFailedJobIsCancelledAndLeavesNothing()
{
    addThreeFilesOfWhichOneIsMissing();

    QTest::mouseClick(button(u"Cancel"_qs), Qt::LeftButton);

    QTRY_VERIFY(isIn(JobState::Cancelled));
    QTRY_VERIFY(m_folder->names().empty());
    QTRY_VERIFY(shows(u"cancelled"_qs));
}

void TestTriage::aBusyServerCountsDownAndIsRetriedNow()
{
    Reply busy;
    busy.status = 503;
    busy.headers = {"Retry-After: 600"};
    Reply well;
    well.body = patternedBytes(100'000);
    m_server->script("/file.nc", {busy, well});
    add({url("/file.nc")});
    QTRY_VERIFY(isIn(JobState::TransientError));
    m_pane->setSelection({0});
    QTRY_VERIFY(button(u"Retry now"_qs));
    QVERIFY(shows(u"The server asks to wait 10 min."_qs));
    QVERIFY(shows(u"retries in "_qs));

    QTest::mouseClick(button(u"Retry now"_qs), Qt::LeftButton);

    QTRY_VERIFY(isIn(JobState::Acknowledged));
    QCOMPARE(m_folder->read("file.nc"), well.body);
}

void TestTriage::anExistingFileIsRefusedInTheDialogAndNothingIsLost()
{
    m_folder->write("file.nc", "precious");
    m_server->serve("/file.nc", "other");
    AddJobDialog dialog(*m_feed, QString::fromStdString(m_folder->path()));
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.setAddresses({url("/file.nc")});

    QTest::keyClick(dialog.findChild<QPlainTextEdit *>(), Qt::Key_Return, Qt::ControlModifier);

    const auto told = [&dialog] {
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(u"is in the folder already"_qs))
                return true;
        return false;
    };
    QTRY_VERIFY(told());
    QVERIFY(dialog.isVisible());
    QCOMPARE(dialog.findChild<QPlainTextEdit *>()->toPlainText(), url("/file.nc"));
    QCOMPARE(m_folder->read("file.nc"), std::string("precious"));
}

QTEST_MAIN(TestTriage)
#include "tst_triage.moc"
