// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QMessageBox>
#include <QSettings>
#include <QTest>
#include <QTimer>

#include <memory>

#include "desktop/closingnotice.h"
#include "support/fakeservice.h"
#include "support/jobbuilder.h"
#include "support/sandbox.h"
#include "window/mainwindow.h"

using namespace haulwatch;
using namespace haulwatch::test;

/// Closing the window on a desktop without a tray.
class TestClosingNotice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void jobsAtWorkAreToldOfOnce();
    void whoeverStaysIsAskedAgain();
    void withoutWorkTheWindowCloses();
    void theEndOfTheProgramIsNotHeldUp();

private:
    void push(JobState state);
    /// Closes the window, answering the question, if there is one, by this button. Its text, or nothing.
    [[nodiscard]] QString closeAnd(const QString &button);

    std::unique_ptr<Sandbox> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
};

void TestClosingNotice::init()
{
    m_folder = std::make_unique<Sandbox>();
    m_settings = std::make_unique<QSettings>(QString::fromStdString(m_folder->path("test.ini")), QSettings::IniFormat);
    m_service = std::make_unique<FakeService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    m_window = std::make_unique<MainWindow>(*m_feed, *m_settings);
    new ClosingNotice(*m_window, *m_settings, m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestClosingNotice::cleanup()
{
    m_window.reset();
    m_feed.reset();
    m_service.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestClosingNotice::push(JobState state)
{
    TableUpdate changes;
    changes.added.push_back(JobBuilder(1).inState(state).build());
    m_service->push(std::move(changes));
    m_feed->pump();
}

QString TestClosingNotice::closeAnd(const QString &button)
{
    QString text;
    QTimer::singleShot(0, m_window.get(), [&] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box)
            return;
        text = box->text() + u' ' + box->informativeText();
        for (QAbstractButton *one : box->buttons())
            if (QString(one->text()).remove(u'&') == button)
                one->click();
    });
    m_window->close();
    return text;
}

void TestClosingNotice::jobsAtWorkAreToldOfOnce()
{
    push(JobState::Transferring);

    const QString told = closeAnd(u"Close the window"_qs);
    QVERIFY2(told.contains(u"1 job is still at work."_qs), qPrintable(told));
    QVERIFY2(told.contains(u"go on at the next start"_qs), qPrintable(told));
    QVERIFY(!m_window->isVisible());

    m_window->show();
    QCOMPARE(closeAnd(u"Cancel"_qs), QString());
    QVERIFY(!m_window->isVisible());
}

void TestClosingNotice::whoeverStaysIsAskedAgain()
{
    push(JobState::Queued);

    QVERIFY(!closeAnd(u"Cancel"_qs).isEmpty());
    QVERIFY(m_window->isVisible());

    QVERIFY(!closeAnd(u"Close the window"_qs).isEmpty());
    QVERIFY(!m_window->isVisible());
}

void TestClosingNotice::withoutWorkTheWindowCloses()
{
    push(JobState::Suspended);

    QCOMPARE(closeAnd(u"Cancel"_qs), QString());

    QVERIFY(!m_window->isVisible());
}

void TestClosingNotice::theEndOfTheProgramIsNotHeldUp()
{
    push(JobState::Transferring);
    QEvent end(QEvent::Quit);

    QCoreApplication::sendEvent(qApp, &end);

    QVERIFY(!m_window->isVisible());
    QVERIFY(!m_settings->contains(u"closing/told"_qs));
}

QTEST_MAIN(TestClosingNotice)
#include "tst_closingnotice.moc"
