// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSettings>
#include <QSocketNotifier>
#include <QTest>

#include <csignal>
#include <filesystem>

#include "programfixture.h"
#include "socket/unixsocket.h"

using namespace haulwatch;
using test::Outcome;
using test::ProgramFixture;
using test::Reply;

/// The commands beside an engine in another process: they reach it through its socket.
class TestCliServe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = std::make_unique<ProgramFixture>(); }
    void cleanup() { m_program.reset(); }

    void serveEndsCleanlyWhenAskedTo();
    void anAddedJobIsFetchedByTheRunningEngine();
    void addWaitWaitsForTheRunningEngine();
    void everyReadWorksThroughTheSocket();
    void verbsReachTheRunningEngine();
    void watchSeesWhatOthersDo();
    void secretsPassTheSocketInwardsOnly();
    void jobsAtATimeAreAsManyAsTheSettingsSay();
    void aSecondEngineIsRefused();
    void secretsThatCannotBeReadAreASentence();
    void aJobSurvivesAKillRightAfterItWasAdded();
    void commandsWorkAfterAKill();
    void theNextEngineGoesOnWhereTheKilledOneStood();
    void manyCommandsAtATimeAllGetTheirTurn();
    void aVeryLongDataFolderWorks();
    void aWaitEndsWithASentenceWhenTheEngineStops();
    void aLinkThatIsDownIsNoEmptyList_data();
    void aLinkThatIsDownIsNoEmptyList();

private:
    [[nodiscard]] QString addThrough(const QString &path) const
    {
        return m_program->add(m_program->address(path.toStdString()));
    }

    std::unique_ptr<ProgramFixture> m_program;
};

void TestCliServe::serveEndsCleanlyWhenAskedTo()
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        const auto serve = m_program->serve();
        QVERIFY(serve);

        ::kill(static_cast<pid_t>(serve->processId()), signal);

        QVERIFY(serve->waitForFinished());
        QCOMPARE(serve->exitStatus(), QProcess::NormalExit);
        QCOMPARE(serve->exitCode(), 0);
        QVERIFY(!m_program->data.has("data/socket"));
    }
}

void TestCliServe::anAddedJobIsFetchedByTheRunningEngine()
{
    m_program->server.serve("/a", "content");
    const auto serve = m_program->serve();

    const Outcome added = m_program->run({u"add"_qs, m_program->address("/a")});

    QCOMPARE(added.status, 0);
    QVERIFY2(added.err.isEmpty(), added.err.constData());
    QTRY_COMPARE(m_program->stateOf(added.line()), std::string("ACKNOWLEDGED"));
    QVERIFY(m_program->downloads.read("a") == "content");
}

void TestCliServe::addWaitWaitsForTheRunningEngine()
{
    m_program->server.serve("/a", "content");
    const auto serve = m_program->serve();

    QCOMPARE(m_program->run({u"add"_qs, m_program->address("/a"), u"--wait"_qs}).status, 0);
    QVERIFY(m_program->downloads.read("a") == "content");
    QCOMPARE(m_program->run({u"add"_qs, m_program->address("/gone"), u"--wait"_qs}).status, 1);
    QCOMPARE(ProgramFixture::stop(*serve), 0);
}

void TestCliServe::everyReadWorksThroughTheSocket()
{
    const auto serve = m_program->serve();
    const Outcome failed = m_program->run({u"add"_qs, m_program->address("/gone"), u"--wait"_qs});
    const QString id = failed.line();
    const auto viaSocket = [&](const QString &command) { return m_program->ask({command, id}); };
    const auto job = viaSocket(u"show"_qs);
    const auto error = viaSocket(u"error"_qs);
    const auto files = viaSocket(u"files"_qs);
    const auto history = viaSocket(u"history"_qs);
    const auto list = m_program->ask({u"list"_qs});

    QCOMPARE(ProgramFixture::stop(*serve), 0);

    // The same answers come from the store.
    QVERIFY(job["state"] == "ERROR" && job["error"] == error);
    auto listed = job;
    for (const char *detail : {"folder", "options"}) // `show` alone tells them
        QCOMPARE(listed.erase(detail), std::size_t {1});
    QVERIFY(list == nlohmann::json::array({listed}));
    QVERIFY(m_program->ask({u"show"_qs, id}) == job);
    QVERIFY(m_program->ask({u"error"_qs, id}) == error);
    QVERIFY(m_program->ask({u"files"_qs, id}) == files);
    QVERIFY(m_program->ask({u"history"_qs, id}) == history);
}

void TestCliServe::verbsReachTheRunningEngine()
{
    Reply slow;
    slow.body = test::patternedBytes(100'000);
    slow.stopAfter = 1000;
    slow.ending = Reply::Ending::Stall;
    m_program->server.script("/slow", {slow});
    const auto serve = m_program->serve();
    const QString id = addThrough(u"/slow"_qs);
    QTRY_COMPARE(m_program->stateOf(id), std::string("TRANSFERRING"));

    QCOMPARE(m_program->run({u"error"_qs, id}).status, 4);
    QCOMPARE(m_program->run({u"suspend"_qs, id}).status, 0);
    QCOMPARE(m_program->stateOf(id), std::string("SUSPENDED"));
    QCOMPARE(m_program->run({u"set"_qs, id, u"--priority"_qs, u"foreground"_qs}).status, 0);
    QVERIFY(m_program->ask({u"show"_qs, id})["priority"] == "FOREGROUND");
    QCOMPARE(m_program->run({u"cancel"_qs, id}).status, 0);
    QCOMPARE(m_program->run({u"cancel"_qs, id}).status, 3);
    QCOMPARE(m_program->run({u"forget"_qs, id}).status, 0);
    QVERIFY(m_program->ask({u"list"_qs}).empty());
    QVERIFY(m_program->downloads.names().empty());
}

void TestCliServe::watchSeesWhatOthersDo()
{
    const auto serve = m_program->serve();
    const auto watch = m_program->start({u"watch"_qs, u"--json"_qs});
    const QString id = m_program->add(m_program->address("/gone"));

    QByteArray seen;
    QTRY_VERIFY((seen += watch->readAllStandardOutput()).contains("\"state\":\"ERROR\""));

    QVERIFY(seen.contains(id.toUtf8()));
    QCOMPARE(ProgramFixture::stop(*watch), 0);
    QCOMPARE(ProgramFixture::stop(*serve), 0);
}

void TestCliServe::secretsPassTheSocketInwardsOnly()
{
    const auto serve = m_program->serve();
    const Outcome added = m_program->run({u"add"_qs, m_program->address("/gone"), u"--header"_qs,
                                          u"Authorization: Bearer hunter2"_qs, u"--wait"_qs, u"--json"_qs});

    QVERIFY(!added.out.contains("hunter2") && !added.err.contains("hunter2"));
    QCOMPARE(m_program->server.requests("/gone").at(0).header("Authorization"), std::string("Bearer hunter2"));
}

void TestCliServe::jobsAtATimeAreAsManyAsTheSettingsSay()
{
    const QString config = QString::fromStdString(m_program->data.path("config"));
    m_program->setEnvironment(u"XDG_CONFIG_HOME"_qs, config);
    QSettings(config + u"/haulwatch/haulwatch.ini"_qs, QSettings::IniFormat).setValue(u"engine/activeJobs"_qs, 2);
    Reply silent;
    silent.stallsBeforeHead = true;
    for (const char *path : {"/a", "/b", "/c"})
        m_program->server.script(path, {silent});
    const auto serve = m_program->serve();

    for (const auto &path : {u"/a"_qs, u"/b"_qs, u"/c"_qs})
        QVERIFY(!addThrough(path).isEmpty());

    const auto inState = [this](const char *state) {
        std::size_t count = 0;
        for (const auto &job : m_program->ask({u"list"_qs}))
            count += job["state"] == state;
        return count;
    };
    QTRY_COMPARE(inState("CONNECTING"), std::size_t {2});
    QCOMPARE(inState("QUEUED"), std::size_t {1});
    QCOMPARE(ProgramFixture::stop(*serve), 0);
}

void TestCliServe::aSecondEngineIsRefused()
{
    const auto serve = m_program->serve();

    const Outcome second = m_program->run({u"serve"_qs});

    QCOMPARE(second.status, 6);
    QVERIFY2(second.err.contains("already"), second.err.constData());
    QCOMPARE(m_program->run({u"list"_qs}).status, 0);
}

void TestCliServe::secretsThatCannotBeReadAreASentence()
{
    std::filesystem::create_directories(m_program->data.path("data/secrets.json"));
    std::filesystem::permissions(m_program->data.path("data"), std::filesystem::perms(0700));

    const Outcome list = m_program->run({u"list"_qs});

    QCOMPARE(list.status, 6);
    QVERIFY2(list.err.contains("secrets.json: Is a directory"), list.err.constData());
    QVERIFY(!m_program->data.has("data/jobs.sqlite"));
}

void TestCliServe::aJobSurvivesAKillRightAfterItWasAdded()
{
    QStringList added;
    for (int round = 0; round < 10; ++round) {
        const auto serve = m_program->serve();
        QVERIFY(serve);
        added.push_back(addThrough(u"/job%1"_qs.arg(round)));

        serve->kill();

        QVERIFY(serve->waitForFinished());
    }

    const auto jobs = m_program->ask({u"list"_qs});
    QCOMPARE(jobs.size(), static_cast<std::size_t>(added.size()));
    for (const auto &job : jobs)
        QVERIFY(added.contains(QString::fromStdString(job["id"])));
}

void TestCliServe::commandsWorkAfterAKill()
{
    const auto serve = m_program->serve();
    serve->kill();
    QVERIFY(serve->waitForFinished());
    QVERIFY(m_program->data.has("data/socket"));

    QCOMPARE(m_program->run({u"list"_qs}).status, 0);
    const auto next = m_program->serve();
    QVERIFY(next);
    QCOMPARE(m_program->run({u"list"_qs}).status, 0);
}

void TestCliServe::theNextEngineGoesOnWhereTheKilledOneStood()
{
    m_program->server.serve("/a", "content");
    const QString id = m_program->add(m_program->address("/a"));

    const auto serve = m_program->serve();

    QVERIFY(serve);
    QTRY_COMPARE(m_program->stateOf(id), std::string("ACKNOWLEDGED"));
}

void TestCliServe::manyCommandsAtATimeAllGetTheirTurn()
{
    std::vector<std::unique_ptr<QProcess>> commands;
    for (int i = 0; i < 12; ++i)
        commands.push_back(m_program->start({u"add"_qs, m_program->address("/job" + std::to_string(i))}));

    for (const auto &command : commands) {
        QVERIFY(command->state() == QProcess::NotRunning || command->waitForFinished());
        QVERIFY2(command->exitCode() == 0, command->readAllStandardError().constData());
    }
    QCOMPARE(m_program->ask({u"list"_qs}).size(), commands.size());
}

void TestCliServe::aVeryLongDataFolderWorks()
{
    const QString folder =
        QString::fromStdString(m_program->data.path()) + u'/' + QString(120, u'a') + u'/' + QString(120, u'b');
    const auto serve = m_program->start({u"serve"_qs, u"--data-dir"_qs, folder});
    QByteArray said;
    QTRY_VERIFY((said += serve->readAllStandardOutput()) == "ready\n");

    const Outcome added =
        m_program->run({u"add"_qs, m_program->address("/gone"), u"--wait"_qs, u"--data-dir"_qs, folder});

    QCOMPARE(added.status, 1);
    QCOMPARE(ProgramFixture::stop(*serve), 0);
}

void TestCliServe::aWaitEndsWithASentenceWhenTheEngineStops()
{
    Reply silent;
    silent.stallsBeforeHead = true;
    m_program->server.script("/silent", {silent});
    const auto serve = m_program->serve();
    const auto wait = m_program->start({u"add"_qs, m_program->address("/silent"), u"--wait"_qs});
    QTRY_COMPARE(m_program->server.requests("/silent").size(), std::size_t {1});

    QCOMPARE(ProgramFixture::stop(*serve), 0);

    QVERIFY(wait->waitForFinished());
    QCOMPARE(wait->exitCode(), 1);
    QVERIFY(wait->readAllStandardError().contains("The engine stopped"));
}

void TestCliServe::aLinkThatIsDownIsNoEmptyList_data()
{
    QTest::addColumn<bool>("listens");
    QTest::newRow("nobody listens") << false;
    QTest::newRow("who listens says nothing") << true;
}

// What `ssh -L` leaves in a folder of its own: a socket, and no store.
void TestCliServe::aLinkThatIsDownIsNoEmptyList()
{
    QFETCH(const bool, listens);
    const auto directory = m_program->data.path("data");
    std::filesystem::create_directory(directory);
    auto link = unixsocket::listenIn(directory);
    QVERIFY(link);
    QSocketNotifier incoming(link->get(), QSocketNotifier::Read);
    connect(&incoming, &QSocketNotifier::activated, this, [&] { static_cast<void>(unixsocket::accept(link->get())); });
    if (!listens) {
        incoming.setEnabled(false);
        link = FileDescriptor(-1);
    }

    const auto list = m_program->start({u"list"_qs});
    QTRY_COMPARE(list->state(), QProcess::NotRunning);

    QCOMPARE(list->exitCode(), 6);
    QVERIFY(list->readAllStandardOutput().isEmpty());
    QVERIFY(list->readAllStandardError().contains("Bring the link back"));
    const std::filesystem::directory_iterator left(directory);
    QCOMPARE(left->path().filename().string(), std::string("socket"));
    QCOMPARE(std::distance(left, {}), 1);
}

QTEST_GUILESS_MAIN(TestCliServe)
#include "tst_cliserve.moc"
