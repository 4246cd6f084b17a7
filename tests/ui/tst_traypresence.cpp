// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSettings>
#include <QTest>

#include <memory>

#include "desktop/traypresence.h"
#include "dialogs/addjobdialog.h"
#include "preferences/preferences.h"
#include "support/fakeservice.h"
#include "support/jobbuilder.h"
#include "support/sandbox.h"
#include "widgets/icons.h"
#include "window/mainwindow.h"

using namespace haulwatch;
using namespace haulwatch::test;

/// What the icon in the tray does to the window; the tray itself belongs to the desktop.
class TestTrayPresence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void closingWithJobsAtWorkHidesTheWindow();
    void closingWithoutWorkCloses();
    void closingClosesWhereTheUserWishesSo();
    void quitClosesWhateverIsAtWork();
    void theEndOfTheProgramIsNotHeldUp();
    void aClickHidesAndShowsTheWindow();
    void aClickHidesNoWindowWithAnOpenDialog();
    void addOpensTheDialogOverTheWindow();
    void suspendAllGoesToTheJobsAtWork();
    void theBadgeIsThereOnlyForJobsThatNeedTheUser_data();
    void theBadgeIsThereOnlyForJobsThatNeedTheUser();

private:
    void push(const JobBuilder &job);
    void choose(const QString &entry);

    std::unique_ptr<Sandbox> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TrayPresence> m_tray;
};

void TestTrayPresence::init()
{
    m_folder = std::make_unique<Sandbox>();
    m_settings = std::make_unique<QSettings>(QString::fromStdString(m_folder->path("test.ini")), QSettings::IniFormat);
    m_service = std::make_unique<FakeService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    m_window = std::make_unique<MainWindow>(*m_feed, *m_settings);
    m_tray = std::make_unique<TrayPresence>(*m_window, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestTrayPresence::cleanup()
{
    m_tray.reset();
    m_window.reset();
    m_feed.reset();
    m_service.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestTrayPresence::push(const JobBuilder &job)
{
    TableUpdate changes;
    changes.added.push_back(job.build());
    m_service->push(std::move(changes));
    m_feed->pump();
}

void TestTrayPresence::choose(const QString &words)
{
    for (QAction *action : m_tray->menu().actions()) {
        if (QString(action->text()).remove(u'&') == words)
            return action->trigger();
    }
    QFAIL(qPrintable(words));
}

void TestTrayPresence::closingWithJobsAtWorkHidesTheWindow()
{
    push(JobBuilder(1).inState(JobState::Transferring));

    QVERIFY(!m_window->close());

    QVERIFY(!m_window->isVisible());
    QVERIFY(m_settings->value(u"tray/told"_qs).toBool());
}

void TestTrayPresence::closingWithoutWorkCloses()
{
    push(JobBuilder(1).inState(JobState::Error).failedWith(fromHttpStatus(404)));

    QVERIFY(m_window->close());

    QVERIFY(!m_settings->contains(u"tray/told"_qs));
}

void TestTrayPresence::closingClosesWhereTheUserWishesSo()
{
    Preferences preferences;
    preferences.staysInTray = false;
    preferences.save(*m_settings);
    push(JobBuilder(1).inState(JobState::Transferring));

    QVERIFY(m_window->close());
}

void TestTrayPresence::quitClosesWhateverIsAtWork()
{
    push(JobBuilder(1).inState(JobState::Transferring));

    QVERIFY(m_window->quit());

    QVERIFY(!m_window->isVisible());
    QVERIFY(!m_settings->contains(u"tray/told"_qs));
}

void TestTrayPresence::theEndOfTheProgramIsNotHeldUp()
{
    push(JobBuilder(1).inState(JobState::Transferring));
    QEvent quit(QEvent::Quit);

    m_tray->eventFilter(qApp, &quit);

    QVERIFY(m_window->close());
}

void TestTrayPresence::aClickHidesAndShowsTheWindow()
{
    m_tray->toggleWindow();
    QVERIFY(!m_window->isVisible());

    choose(u"Show or hide the window"_qs);
    QVERIFY(m_window->isVisible());
}

void TestTrayPresence::aClickHidesNoWindowWithAnOpenDialog()
{
    m_window->addDownloads();
    QTRY_VERIFY(m_window->findChild<AddJobDialog *>()->isVisible());

    m_tray->toggleWindow();

    QVERIFY(m_window->isVisible());
}

void TestTrayPresence::addOpensTheDialogOverTheWindow()
{
    m_window->hide();

    choose(u"Add downloads…"_qs);

    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->findChild<AddJobDialog *>());
}

void TestTrayPresence::suspendAllGoesToTheJobsAtWork()
{
    push(JobBuilder(1).inState(JobState::Transferring));
    push(JobBuilder(2).inState(JobState::Suspended));
    push(JobBuilder(3).inState(JobState::Queued));

    choose(u"Suspend all"_qs);

    const auto sent = m_service->requestsOf<ApplyVerb>();
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0].verb, Verb::Suspend);
    QCOMPARE(std::get<std::vector<JobId>>(sent[0].jobs), (std::vector<JobId> {{1, 1}, {3, 1}}));
}

void TestTrayPresence::theBadgeIsThereOnlyForJobsThatNeedTheUser_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("count");
    for (const int size : {16, 22, 32}) {
        for (const int count : {1, 7, 12, 345})
            QTest::addRow("%d px, %d jobs", size, count) << size << count;
    }
}

void TestTrayPresence::theBadgeIsThereOnlyForJobsThatNeedTheUser()
{
    QFETCH(const int, size);
    QFETCH(const int, count);
    const QIcon plain = icons::application();
    const auto paint = [size](const QIcon &icon) { return icon.pixmap(QSize(size, size), 1.0).toImage(); };

    const QImage badged = paint(TrayPresence::badged(plain, static_cast<std::size_t>(count)));

    QCOMPARE(paint(TrayPresence::badged(plain, 0)), paint(plain));
    QCOMPARE(badged.size(), QSize(size, size));
    QVERIFY(badged != paint(plain));
    int white = 0;
    int red = 0;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const QColor colour = badged.pixelColor(x, y);
            white += colour.lightness() > 200 && y > size / 3 ? 1 : 0;
            red += colour.red() > 150 && colour.green() < 80 && colour.blue() < 80 ? 1 : 0;
        }
    }
    // A digit on a ground it stands out from.
    QVERIFY2(white >= 3, qPrintable(QString::number(white)));
    QVERIFY2(red * 12 >= size * size, qPrintable(QString::number(red)));
}

QTEST_MAIN(TestTrayPresence)
#include "tst_traypresence.moc"
