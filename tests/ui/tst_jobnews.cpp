// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcessEnvironment>
#include <QSignalSpy>
#include <QTest>

#include <memory>

#include "desktop/jobnews.h"
#include "notificationserver.h"
#include "support/fakeservice.h"
#include "support/jobbuilder.h"
#include "support/sandbox.h"
#include "support/sessionbus.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

/// The bubbles, over a real bus, as somebody sees them who shows them.
class TestJobNews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void failuresBecomeOneBubbleThatIsReplaced();
    void namesFromServersAreNoMarkup();
    void showLeadsToTheProblem();
    void resumeAllNamesTheJobs();
    void aDismissedBubbleIsNotReplaced();
    void aBubbleGoesWhenItsJobsAreMended();
    void bubblesGoWithTheProgram();
    void withoutSomebodyWhoShowsBubblesNothingHappens();
    void withoutABusNothingHappens();

private:
    [[nodiscard]] QDBusConnection ours() const { return QDBusConnection(QStringLiteral("ours")); }
    void start(const QDBusConnection &bus);
    void fail(std::uint64_t number, const std::string &name = "job");
    void pass(Milliseconds time);

    std::unique_ptr<Sandbox> m_folder;
    std::unique_ptr<SessionBus> m_bus;
    std::unique_ptr<NotificationServer> m_server;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<JobNews> m_news;
    MonotonicTime m_now {1h};
};

void TestJobNews::initTestCase()
{
    qRegisterMetaType<std::vector<JobId>>();
    qRegisterMetaType<JobView>();
    m_folder = std::make_unique<Sandbox>();
    m_bus = std::make_unique<SessionBus>(QString::fromStdString(m_folder->path()),
                                         QProcessEnvironment::systemEnvironment());
    QVERIFY(!m_bus->address().isEmpty());
    QVERIFY(QDBusConnection::connectToBus(m_bus->address(), QStringLiteral("ours")).isConnected());
    QVERIFY(QDBusConnection::connectToBus(m_bus->address(), QStringLiteral("theirs")).isConnected());
}

void TestJobNews::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("ours"));
    QDBusConnection::disconnectFromBus(QStringLiteral("theirs"));
    m_bus.reset();
}

void TestJobNews::init()
{
    m_server = std::make_unique<NotificationServer>(QDBusConnection(QStringLiteral("theirs")));
    start(ours());
}

void TestJobNews::cleanup()
{
    m_news.reset();
    m_feed.reset();
    m_service.reset();
    m_server.reset();
    QDBusConnection theirs(QStringLiteral("theirs"));
    theirs.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    theirs.unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
}

void TestJobNews::start(const QDBusConnection &bus)
{
    m_news.reset();
    m_feed.reset();
    m_service = std::make_unique<FakeService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    m_news = std::make_unique<JobNews>(*m_feed, bus, [this] { return m_now; });
    m_service->push({});
    m_feed->pump();
}

void TestJobNews::fail(std::uint64_t number, const std::string &name)
{
    TableUpdate changes;
    changes.added.push_back(
        JobBuilder(number).named(name).inState(JobState::Error).failedWith(fromHttpStatus(404)).build());
    m_service->push(std::move(changes));
    m_feed->pump();
}

void TestJobNews::pass(Milliseconds time)
{
    m_now += time;
    m_news->tell();
}

void TestJobNews::failuresBecomeOneBubbleThatIsReplaced()
{
    fail(1);
    fail(2);
    pass(2s);
    QTRY_COMPARE(m_server->shown.size(), 1);
    QCOMPARE(m_server->shown[0].summary, u"2 downloads failed: file not found on cdn.example.org"_qs);
    QCOMPARE(m_server->shown[0].replaces, 0u);
    QCOMPARE(m_server->shown[0].actions,
             QStringList({u"default"_qs, u"Show"_qs, u"show"_qs, u"Show"_qs, u"resume"_qs, u"Resume all"_qs}));
    QCOMPARE(m_server->shown[0].hints.value(u"urgency"_qs).toInt(), 1);

    fail(3);
    pass(60s);

    QTRY_COMPARE(m_server->shown.size(), 2);
    QCOMPARE(m_server->shown[1].summary, u"3 downloads failed: file not found on cdn.example.org"_qs);
    QCOMPARE(m_server->shown[1].replaces, m_server->shown[0].id);
}

void TestJobNews::namesFromServersAreNoMarkup()
{
    fail(1, "<b>bold</b> & \x1b[31mred");
    pass(2s);

    QTRY_COMPARE(m_server->shown.size(), 1);
    QVERIFY(m_server->shown[0].body.contains(u"&lt;b&gt;bold&lt;/b&gt; &amp; "_qs));
    QVERIFY(!m_server->shown[0].body.contains(QChar(0x1b)));
}

void TestJobNews::showLeadsToTheProblem()
{
    const QSignalSpy asked(m_news.get(), &JobNews::showRequested);
    fail(1);
    pass(2s);
    QTRY_COMPARE(m_server->shown.size(), 1);

    Q_EMIT m_server->ActionInvoked(m_server->shown[0].id + 1, u"show"_qs); // of another program
    Q_EMIT m_server->ActionInvoked(m_server->shown[0].id, u"show"_qs);

    QTRY_COMPARE(asked.size(), 1);
    const auto view = asked[0][0].value<JobView>();
    QCOMPARE(QString::fromStdString(view.filter),
             u"state:error,transient_error cause:not-found host:\"cdn.example.org\""_qs);
}

void TestJobNews::resumeAllNamesTheJobs()
{
    const QSignalSpy asked(m_news.get(), &JobNews::resumeRequested);
    fail(1);
    fail(2);
    pass(2s);
    QTRY_COMPARE(m_server->shown.size(), 1);

    Q_EMIT m_server->ActionInvoked(m_server->shown[0].id, u"resume"_qs);

    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<std::vector<JobId>>(), (std::vector<JobId> {{1, 1}, {2, 1}}));
}

void TestJobNews::aDismissedBubbleIsNotReplaced()
{
    fail(1);
    pass(2s);
    QTRY_COMPARE(m_server->shown.size(), 1);
    const QSignalSpy dismissed(m_news->findChild<DesktopNotifications *>(), &DesktopNotifications::dismissed);
    Q_EMIT m_server->NotificationClosed(m_server->shown[0].id, 2);
    QTRY_COMPARE(dismissed.size(), 1);
    fail(2);

    pass(60s);

    QTRY_COMPARE(m_server->shown.size(), 2);
    QCOMPARE(m_server->shown[1].replaces, 0u);
    QCOMPARE(m_server->shown[1].summary, u"1 download failed: file not found on cdn.example.org"_qs);
}

void TestJobNews::aBubbleGoesWhenItsJobsAreMended()
{
    fail(1);
    pass(2s);
    QTRY_COMPARE(m_server->shown.size(), 1);
    const quint32 id = m_server->shown[0].id;

    TableUpdate changes;
    changes.changed.push_back(JobBuilder(1).inState(JobState::Queued).build());
    m_service->push(std::move(changes));
    m_feed->pump();

    QTRY_COMPARE(m_server->closed, std::vector<quint32> {id});
}

void TestJobNews::bubblesGoWithTheProgram()
{
    fail(1);
    pass(2s);
    QTRY_COMPARE(m_server->shown.size(), 1);
    // The number of the bubble is known once it can be replaced.
    fail(2);
    pass(60s);
    QTRY_COMPARE(m_server->shown.size(), 2);
    QVERIFY(m_server->shown[1].replaces != 0);

    m_news.reset();

    QTRY_COMPARE(m_server->closed, std::vector<quint32> {m_server->shown[0].id});
}

void TestJobNews::withoutSomebodyWhoShowsBubblesNothingHappens()
{
    QDBusConnection(QStringLiteral("theirs")).unregisterService(QStringLiteral("org.freedesktop.Notifications"));

    fail(1);
    pass(2s);
    // Comes back later: the next digest is shown as usual.
    QDBusConnection(QStringLiteral("theirs")).registerService(QStringLiteral("org.freedesktop.Notifications"));
    fail(2);
    pass(60s);

    QTRY_COMPARE(m_server->shown.size(), 1);
    QCOMPARE(m_server->shown[0].replaces, 0u);
}

void TestJobNews::withoutABusNothingHappens()
{
    start(QDBusConnection(QStringLiteral("none such")));
    const QSignalSpy asked(m_news.get(), &JobNews::showRequested);

    fail(1);
    pass(2s);

    QVERIFY(m_server->shown.empty());
    QVERIFY(asked.empty());
}

QTEST_MAIN(TestJobNews)
#include "tst_jobnews.moc"
