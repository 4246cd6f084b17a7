// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "access/requestcaller.h"
#include "fakeengine.h"
#include "socket/socketserver.h"
#include "socket/socketservice.h"

using namespace haulwatch;
using namespace std::chrono_literals;

namespace {

constexpr WallTime kTime {1'760'000'000'000ms};

std::vector<JobRecord> manyJobs(std::size_t count)
{
    const auto options = std::make_shared<const JobOptions>();
    std::vector<JobRecord> jobs;
    JobId id;
    for (std::size_t i = 0; i < count; ++i) {
        id = nextJobId(id, kTime, i);
        auto spec = std::make_shared<JobSpec>();
        spec->id = id;
        spec->name = "job " + std::to_string(i);
        spec->files = {{"http://example.org/" + std::to_string(i), std::to_string(i), std::nullopt}};
        spec->options = options;
        jobs.push_back({spec, {}, nullptr});
    }
    return jobs;
}

// QTRY_VERIFY asks once more after it has succeeded, so what is taken must be kept beside it.
std::vector<Response> responsesOf(JobService &service)
{
    std::vector<Response> responses;
    const auto take = [&] { return !responses.empty() || !(responses = service.takeResponses()).empty(); };
    [&] { QTRY_VERIFY(take()); }();
    return responses;
}

std::optional<TableUpdate> changesOf(JobService &service)
{
    std::optional<TableUpdate> changes;
    const auto take = [&] { return changes || (changes = service.takeChanges()); };
    [&] { QTRY_VERIFY(take()); }();
    return changes;
}

} // namespace

class TestSocket : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aRequestReachesTheEngineAndItsAnswerComesBack();
    void aRefusalComesBackAsOne();
    void aListOfManyJobsArrivesWholeAndInOrder();
    void theFirstBatchHoldsEveryJobHoweverManyThereAre();
    void aJobThatOnlyMovesKeepsTheSpecTheClientHas();
    void jobsWithEqualOptionsShareThem();
    void withoutTheFeedNoChangesAreTaken();
    void whatTheEngineSaysOfItselfIsTold();
    void aClientThatDoesNotReadCostsTheEngineALimitedAmount();
    void aClientThatDoesNotTakeItsChangesHasOneBatchWaiting();
    void aCallIsAnsweredThoughChangesCameBefore();
    void openRequestsAreRefusedWhenTheEngineStops();
    void aClientThatLeavesIsForgotten();

    void whatBreaksTheProtocolEndsTheConnection_data();
    void whatBreaksTheProtocolEndsTheConnection();
    void aLineWithoutEndIsNotRead();
    void aRequestTooLongToBeSentIsRefusedWithoutLosingTheConnection();
    void silentClientsMakeRoomForANewOne();

    void onlyTheUserMayOpenTheSocket();
    void aSocketLeftBehindIsReplaced();
    void aFileOfThatNameIsNotReplaced();
    void aDirectoryWithALongNameWorks();
    void nobodyListensInAnEmptyDirectory();

private:
    void startServer();
    [[nodiscard]] std::unique_ptr<SocketService> connectClient(bool changes = false);
    [[nodiscard]] std::string directory() const { return m_directory->path().toStdString(); }
    /// Connects, writes the bytes and returns all that came until the server hung up.
    [[nodiscard]] QByteArray say(const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_directory;
    FakeEngine m_engine;
    std::unique_ptr<SocketServer> m_server;
};

void TestSocket::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_engine = FakeEngine {};
    startServer();
}

void TestSocket::cleanup()
{
    m_server.reset();
    QVERIFY(m_engine.connections.empty());
}

void TestSocket::startServer()
{
    auto socket = unixsocket::listenIn(directory());
    QVERIFY(socket.has_value());
    m_server =
        std::make_unique<SocketServer>(directory(), std::move(*socket), [this](bool) { return m_engine.attach(); });
}

std::unique_ptr<SocketService> TestSocket::connectClient(bool changes)
{
    // Server and client share this thread, so the greeting needs a loop that runs both.
    std::unique_ptr<SocketService> client;
    QThread *const home = QThread::currentThread();
    std::unique_ptr<QThread> thread(QThread::create([&, home] {
        auto service = SocketService::connectTo(directory(), changes, 5s);
        if (service) {
            client = std::move(*service);
            client->moveToThread(home);
        }
    }));
    thread->start();
    [&] { QTRY_VERIFY(thread->isFinished()); }();
    return client;
}

QByteArray TestSocket::say(const QByteArray &bytes)
{
    QLocalSocket socket;
    auto descriptor = unixsocket::connectIn(directory());
    if (!descriptor)
        return {};
    socket.setSocketDescriptor(descriptor->release());
    socket.write(bytes);
    [&] { QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState); }();
    return socket.bytesAvailable() > 0 ? socket.readAll() : QByteArray();
}

void TestSocket::aRequestReachesTheEngineAndItsAnswerComesBack()
{
    const auto jobs = manyJobs(1);
    m_engine.answer = [&](const Request &) { return Result<Answer>(jobs[0]); };
    const auto client = connectClient();

    const RequestId id = client->post(GetHistory {jobs[0].spec->id});

    const auto responses = responsesOf(*client);
    QCOMPARE(responses.size(), std::size_t {1});
    QCOMPARE(responses[0].id, id);
    QCOMPARE(std::get<JobRecord>(*responses[0].result).spec->name, std::string("job 0"));
    QCOMPARE(m_engine.requests.size(), std::size_t {1});
    QVERIFY(std::get<GetHistory>(m_engine.requests[0]).id == jobs[0].spec->id);
}

void TestSocket::aRefusalComesBackAsOne()
{
    m_engine.answer = [](const Request &) { return Result<Answer>(refuse(Refusal::TargetExists, "/tmp/a")); };
    const auto client = connectClient();

    client->post(AddJob {});

    const auto responses = responsesOf(*client);
    QVERIFY(responses[0].result.error() == refuse(Refusal::TargetExists, "/tmp/a").value());
}

void TestSocket::aListOfManyJobsArrivesWholeAndInOrder()
{
    const auto jobs = manyJobs(5000);
    m_engine.answer = [&](const Request &) { return Result<Answer>(jobs); };
    const auto client = connectClient();

    client->post(GetJobs {});

    const auto responses = responsesOf(*client);
    const auto &received = std::get<std::vector<JobRecord>>(*responses[0].result);
    QCOMPARE(received.size(), jobs.size());
    for (std::size_t i = 0; i < jobs.size(); ++i)
        QVERIFY(received[i].spec->id == jobs[i].spec->id && received[i].spec->files == jobs[i].spec->files);
}

void TestSocket::theFirstBatchHoldsEveryJobHoweverManyThereAre()
{
    auto jobs = manyJobs(5000);
    std::optional<TableUpdate> waiting = TableUpdate {std::move(jobs), {}, {}, kTime};
    m_engine.changes = [&] { return std::exchange(waiting, std::nullopt); };
    const auto client = connectClient(true);

    const auto changes = changesOf(*client);

    QCOMPARE(changes->added.size(), std::size_t {5000});
    QVERIFY(changes->time == kTime);
    QVERIFY(!client->takeChanges());
}

void TestSocket::aJobThatOnlyMovesKeepsTheSpecTheClientHas()
{
    const auto jobs = manyJobs(2);
    std::deque<TableUpdate> waiting {{jobs, {}, {}, kTime}};
    m_engine.changes = [&]() -> std::optional<TableUpdate> {
        if (waiting.empty())
            return std::nullopt;
        TableUpdate first = std::move(waiting.front());
        waiting.pop_front();
        return first;
    };
    const auto client = connectClient(true);
    const auto first = changesOf(*client);
    JobRecord moved = jobs[1];
    moved.status.bytesTransferred = 77;
    JobRecord renamed = jobs[0];
    auto spec = std::make_shared<JobSpec>(*jobs[0].spec);
    spec->files[0].remote = "http://example.org/other";
    renamed.spec = spec;

    waiting.push_back({{}, {renamed, moved}, {}, kTime});
    m_engine.notifyAll();

    const auto second = changesOf(*client);
    QVERIFY(first->isFirst);
    QVERIFY(!second->isFirst);
    QCOMPARE(second->changed.size(), std::size_t {2});
    QCOMPARE(second->changed[0].spec->files[0].remote, std::string("http://example.org/other"));
    QCOMPARE(second->changed[1].spec.get(), first->added[1].spec.get());
    QCOMPARE(second->changed[1].status.bytesTransferred, Bytes {77});
}

void TestSocket::jobsWithEqualOptionsShareThem()
{
    std::optional<TableUpdate> waiting = TableUpdate {manyJobs(3), {}, {}, kTime};
    m_engine.changes = [&] { return std::exchange(waiting, std::nullopt); };
    const auto client = connectClient(true);

    const auto changes = changesOf(*client);

    QCOMPARE(changes->added[0].spec->options.get(), changes->added[2].spec->options.get());
}

void TestSocket::withoutTheFeedNoChangesAreTaken()
{
    int taken = 0;
    m_engine.changes = [&]() -> std::optional<TableUpdate> {
        ++taken;
        return std::nullopt;
    };
    m_engine.answer = [](const Request &) { return Result<Answer>(VerbReport {}); };
    const auto client = connectClient(false);

    client->post(ForgetJobs {});

    QCOMPARE(responsesOf(*client).size(), std::size_t {1});
    QCOMPARE(taken, 0);
}

void TestSocket::whatTheEngineSaysOfItselfIsTold()
{
    EngineInfo info;
    info.version = "1.2";
    info.limits.activeJobs = 3;
    info.capabilities.verbs = {Verb::Suspend};
    m_engine.info = std::make_shared<const EngineInfo>(info);
    const auto client = connectClient();
    const auto told = [&] { return client->engines().empty() ? EngineInfo {} : *client->engines().front(); };
    QTRY_VERIFY(told() == info);

    info.trouble = "the disk is full";
    m_engine.info = std::make_shared<const EngineInfo>(info);
    m_engine.notifyAll();

    QTRY_VERIFY(told() == info);
}

void TestSocket::aClientThatDoesNotReadCostsTheEngineALimitedAmount()
{
    const auto jobs = manyJobs(200);
    int taken = 0;
    m_engine.changes = [&]() -> std::optional<TableUpdate> {
        ++taken;
        return TableUpdate {jobs, {}, {}, kTime};
    };
    auto descriptor = unixsocket::connectIn(directory());
    QVERIFY(descriptor.has_value());
    const std::string hello = wire::encode(wire::ClientMessage {wire::Hello {wire::kVersion, true}});
    QCOMPARE(::write(descriptor->get(), hello.data(), hello.size()), static_cast<ssize_t>(hello.size()));

    QTRY_VERIFY(taken > 0);
    int before = 0;
    do {
        before = taken;
        m_engine.notifyAll();
        QCoreApplication::processEvents();
    } while (taken > before);

    // 200 jobs are 70 kB at first and 30 kB later; socket and buffer hold some hundred kB.
    QVERIFY2(taken < 60, qPrintable(QString::number(taken)));
}

void TestSocket::aClientThatDoesNotTakeItsChangesHasOneBatchWaiting()
{
    const auto jobs = manyJobs(1);
    int batches = 0;
    m_engine.changes = [&]() -> std::optional<TableUpdate> {
        if (batches == 3)
            return std::nullopt;
        ++batches;
        return TableUpdate {{jobs}, {}, {}, kTime + Milliseconds {batches}};
    };
    const auto client = connectClient(true);
    QTRY_COMPARE(batches, 3);

    for (int i = 1; i <= 3; ++i) {
        const auto changes = changesOf(*client);
        QCOMPARE(changes->time, kTime + Milliseconds {i});
    }
}

void TestSocket::aCallIsAnsweredThoughChangesCameBefore()
{
    const auto jobs = manyJobs(1);
    int batches = 0;
    m_engine.changes = [&]() -> std::optional<TableUpdate> {
        if (batches == 2)
            return std::nullopt;
        ++batches;
        return TableUpdate {{}, {}, {jobs[0].spec->id}, kTime + Milliseconds {batches}};
    };
    m_engine.answer = [](const Request &) { return Result<Answer>(VerbReport {}); };
    const auto client = connectClient(true);
    QTRY_COMPARE(batches, 2);
    RequestCaller caller(*client);

    const auto report = caller.ask<VerbReport>(ForgetJobs {});

    QVERIFY(report.has_value());
    QVERIFY(caller.waitForChanges()->time == kTime + 1ms);
    QVERIFY(caller.waitForChanges()->time == kTime + 2ms);
}

void TestSocket::openRequestsAreRefusedWhenTheEngineStops()
{
    int notified = 0;
    const auto client = connectClient();
    client->setNotify([&] { ++notified; });
    const RequestId id = client->post(GetJobs {});
    QTRY_COMPARE(m_engine.requests.size(), std::size_t {1});

    m_server.reset();

    QTRY_VERIFY(!client->isConnected());
    const auto responses = client->takeResponses();
    QCOMPARE(responses.size(), std::size_t {1});
    QCOMPARE(responses[0].id, id);
    QVERIFY(responses[0].result.error().refusal == Refusal::Unavailable);
    QVERIFY(notified > 0);
    client->post(GetJobs {});
    QVERIFY(client->takeResponses().at(0).result.error().refusal == Refusal::Unavailable);
}

void TestSocket::aClientThatLeavesIsForgotten()
{
    auto client = connectClient(true);
    client->post(GetJobs {});
    QTRY_COMPARE(m_engine.connections.size(), std::size_t {1});

    client.reset();

    QTRY_VERIFY(m_engine.connections.empty());
}

void TestSocket::whatBreaksTheProtocolEndsTheConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("reason");
    const QByteArray hello = QByteArrayLiteral("{\"haulwatch\":2,\"changes\":false}\n");
    QTest::newRow("http") << QByteArrayLiteral("GET / HTTP/1.1\r\n\r\n") << QByteArrayLiteral("malformed");
    QTest::newRow("zeros") << QByteArray(1000, '\0') + '\n' << QByteArrayLiteral("malformed");
    QTest::newRow("a request before the hello")
        << QByteArrayLiteral("{\"request\":1,\"jobs\":{}}\n") << QByteArrayLiteral("malformed");
    QTest::newRow("two hellos") << hello + hello << QByteArrayLiteral("malformed");
    QTest::newRow("an unknown request") << hello + "{\"request\":1,\"dance\":{}}\n" << QByteArrayLiteral("malformed");
    QTest::newRow("an unknown field") << hello + "{\"request\":1,\"jobs\":{\"x\":1}}\n"
                                      << QByteArrayLiteral("malformed");
    QTest::newRow("another version") << QByteArrayLiteral("{\"haulwatch\":99}\n") << QByteArrayLiteral("other-version");
}

void TestSocket::whatBreaksTheProtocolEndsTheConnection()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, reason);

    const QByteArray said = say(bytes);

    QVERIFY2(said.contains("\"goodbye\"") && said.contains(reason), said.constData());
    QVERIFY(m_engine.requests.empty());
    QVERIFY(connectClient() != nullptr);
}

void TestSocket::aLineWithoutEndIsNotRead()
{
    const QByteArray said = say(QByteArray(static_cast<qsizetype>(wire::kMaxRequestBytes) + (2 << 20), '['));

    // The rest that nobody reads may reset the connection before the goodbye is read; what counts is that it ends.
    QVERIFY2(said.isEmpty() || said.contains("too-long"), said.constData());
    QVERIFY(connectClient() != nullptr);
}

void TestSocket::aRequestTooLongToBeSentIsRefusedWithoutLosingTheConnection()
{
    const auto client = connectClient();
    AddJob add;
    add.draft.name = std::string(wire::kMaxRequestBytes, 'x');

    client->post(std::move(add));

    const auto responses = client->takeResponses();
    QCOMPARE(responses.size(), std::size_t {1});
    QVERIFY(responses[0].result.error().refusal == Refusal::TooManyFiles);
    QVERIFY(client->isConnected());
}

void TestSocket::silentClientsMakeRoomForANewOne()
{
    std::vector<FileDescriptor> clients;
    for (int i = 0; i < SocketServer::kMostClients; ++i) {
        auto client = unixsocket::connectIn(directory());
        // The backlog is drained by the loop.
        while (!client && client.error() == EAGAIN) {
            QCoreApplication::processEvents();
            client = unixsocket::connectIn(directory());
        }
        clients.push_back(std::move(*client));
    }
    QCoreApplication::processEvents();

    QVERIFY(connectClient() != nullptr);
    clients.clear();
    QTRY_VERIFY(connectClient() != nullptr);
}

void TestSocket::onlyTheUserMayOpenTheSocket()
{
    const QFileInfo socket(m_directory->filePath(QStringLiteral("socket")));

    QCOMPARE(socket.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
}

void TestSocket::aSocketLeftBehindIsReplaced()
{
    m_server.reset();
    // As after kill -9: the descriptor is closed, the name stays.
    QVERIFY(unixsocket::listenIn(directory()).has_value());
    QVERIFY(QFileInfo::exists(m_directory->filePath(QStringLiteral("socket"))));
    QCOMPARE(unixsocket::connectIn(directory()).error(), ECONNREFUSED);

    startServer();

    QVERIFY(connectClient() != nullptr);
}

void TestSocket::aFileOfThatNameIsNotReplaced()
{
    m_server.reset();
    QFile file(m_directory->filePath(QStringLiteral("socket")));
    QVERIFY(file.open(QIODevice::WriteOnly));

    const auto socket = unixsocket::listenIn(directory());

    QCOMPARE(socket.error(), EEXIST);
    QVERIFY(file.exists());
}

void TestSocket::aDirectoryWithALongNameWorks()
{
    const QString name = QString(100, u'a') + u'/' + QString(100, u'b');
    QVERIFY(QDir(m_directory->path()).mkpath(name));
    const std::string longDirectory = m_directory->filePath(name).toStdString();

    const auto socket = unixsocket::listenIn(longDirectory);

    QVERIFY(socket.has_value());
    QVERIFY(unixsocket::connectIn(longDirectory).has_value());
}

void TestSocket::nobodyListensInAnEmptyDirectory()
{
    const QTemporaryDir empty;

    const auto service = SocketService::connectTo(empty.path().toStdString(), false, 1s);

    QVERIFY(service.error() == SocketService::Failure::NobodyListens);
}

QTEST_GUILESS_MAIN(TestSocket)
#include "tst_socket.moc"
