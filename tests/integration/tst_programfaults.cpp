// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <new>
#include <random>
#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "programfixture.h"
#include "support/smallvolume.h"
#include "system/crashmark.h"
#include "system/uncaught.h"

using namespace haulwatch;
using test::ProgramFixture;
using test::Reply;
using test::SmallVolume;

/// What others do to the running program: noise on its socket, foreign users, a store without room, signals.
class TestProgramFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = std::make_unique<ProgramFixture>(); }
    void cleanup() { m_program.reset(); }

    void noiseOnTheSocketCostsNothing();
    void hundredsOfConnectionsAtATimeAreOutlived();
    void clientsThatOnlySitThereLockNobodyOut_data();
    void clientsThatOnlySitThereLockNobodyOut();
    void anotherUserGetsNowhere();
    void aStoreWithoutRoomAcceptsNothingAndLosesNothing();
    void aStoreThatCannotBeWrittenIsTold();
    void aQuotaIsToldAsAFullDiskAndWhatArrivedIsKept_data();
    void aQuotaIsToldAsAFullDiskAndWhatArrivedIsKept();
    void aSignalInTheMiddleKeepsWhatArrived();
    void onlyAFaultOfItsOwnLeavesAMark_data();
    void onlyAFaultOfItsOwnLeavesAMark();
    void theMarkOfACrashIsTakenAwayOnce();
    void anExceptionNobodyCaughtIsASentenceAndAMark();
    void aKilledEngineLeavesNoMark();

private:
    [[nodiscard]] std::string socketPath() const { return m_program->data.path("data/socket"); }

    std::unique_ptr<ProgramFixture> m_program;
};

namespace {

/// A connection to the program's socket; says something and leaves without listening.
class Stranger {
public:
    explicit Stranger(const std::string &path)
        : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        m_isConnected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~Stranger() { ::close(m_socket); }
    Stranger(const Stranger &) = delete;
    Stranger &operator=(const Stranger &) = delete;

    [[nodiscard]] bool isConnected() const { return m_isConnected; }
    void say(const std::string &bytes) const
    {
        static_cast<void>(::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    }

private:
    int m_socket;
    bool m_isConnected = false;
};

std::ptrdiff_t openFilesOf(const QProcess &process)
{
    return std::distance(std::filesystem::directory_iterator("/proc/" + std::to_string(process.processId()) + "/fd"),
                         std::filesystem::directory_iterator());
}

std::string noise(std::mt19937 &random)
{
    static const std::string kHello = "{\"haulwatch\":1,\"changes\":true}\n";
    switch (random() % 5) {
    case 0:
        return {};
    case 1:
        return kHello.substr(0, random() % kHello.size()); // half a message
    case 2:
        return kHello + "{\"request\":1,\"jobs\":";
    case 3:
        return kHello + "{\"request\":1,\"verb\":{\"verb\":\"cancel\"}}\n";
    default:
        break;
    }
    std::string bytes(random() % 200, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random());
    return bytes + '\n';
}

} // namespace

namespace {

/// How a process ends that watches over faults in the directory and does this.
int endOf(const std::string &directory, void (*deed)())
{
    const pid_t child = ::fork();
    if (child == 0) {
        // The test's own handlers tell of it at length, and wait for locks of this moment.
        for (int signal = 1; signal < NSIG; ++signal)
            ::signal(signal, SIG_DFL);
        const CrashMark mark(directory);
        endOnUncaughtExceptions();
        deed();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

void sendTo(pid_t process, int signal)
{
    const pid_t sender = ::fork();
    if (sender == 0) {
        ::kill(process, signal);
        ::_exit(0);
    }
    ::waitpid(sender, nullptr, 0);
}

} // namespace

void TestProgramFaults::onlyAFaultOfItsOwnLeavesAMark_data()
{
    using Deed = void (*)();
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("isMarked");
    QTest::newRow("no memory there") << Deed([] { *reinterpret_cast<volatile int *>(8) = 1; }) << SIGSEGV << true;
    QTest::newRow("given up") << Deed([] { std::abort(); }) << SIGABRT << true;
    QTest::newRow("told by itself") << Deed([] { ::raise(SIGFPE); }) << SIGFPE << true;
    QTest::newRow("killed") << Deed([] { sendTo(::getpid(), SIGKILL); }) << SIGKILL << false;
    QTest::newRow("ended") << Deed([] { sendTo(::getpid(), SIGTERM); }) << SIGTERM << false;
    QTest::newRow("sent from outside") << Deed([] { sendTo(::getpid(), SIGSEGV); }) << SIGSEGV << false;
}

void TestProgramFaults::onlyAFaultOfItsOwnLeavesAMark()
{
    using Deed = void (*)();
    QFETCH(const Deed, deed);
    QFETCH(const int, signal);
    QFETCH(const bool, isMarked);

    const int status = endOf(m_program->data.path(), deed);

    // A core dump and whoever waits see the fault itself.
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), signal);
    QCOMPARE(m_program->data.has("crashed"), isMarked);
}

void TestProgramFaults::theMarkOfACrashIsTakenAwayOnce()
{
    endOf(m_program->data.path(), [] { std::abort(); });

    QVERIFY(CrashMark(m_program->data.path()).wasThere());
    QVERIFY(!CrashMark(m_program->data.path()).wasThere());
}

void TestProgramFaults::anExceptionNobodyCaughtIsASentenceAndAMark()
{
    const int status = endOf(m_program->data.path(), [] { std::thread([] { throw std::bad_alloc(); }).join(); });

    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 1);
    QVERIFY(m_program->data.has("crashed"));
}

void TestProgramFaults::aKilledEngineLeavesNoMark()
{
    const auto serve = m_program->serve();
    QVERIFY(serve);

    serve->kill();

    QVERIFY(serve->waitForFinished());
    QVERIFY(!m_program->data.has("data/crashed"));
}

void TestProgramFaults::noiseOnTheSocketCostsNothing()
{
    constexpr int kConnections = 10'000;
    const auto serve = m_program->serve();
    QVERIFY(serve);
    const QString id = m_program->add(u"http://127.0.0.1:9/x"_qs, {u"--suspended"_qs});
    const auto before = openFilesOf(*serve);
    std::mt19937 random(1);

    for (int i = 0; i < kConnections; ++i) {
        const Stranger stranger(socketPath());
        QVERIFY(stranger.isConnected());
        stranger.say(noise(random));
    }

    QTRY_VERIFY(openFilesOf(*serve) <= before + 2);
    QCOMPARE(m_program->stateOf(id), std::string("SUSPENDED"));
    QCOMPARE(ProgramFixture::stop(*serve), 0);
}

void TestProgramFaults::hundredsOfConnectionsAtATimeAreOutlived()
{
    const auto serve = m_program->serve();
    QVERIFY(serve);
    const auto before = openFilesOf(*serve);
    {
        std::vector<std::unique_ptr<Stranger>> crowd;
        while (crowd.size() < 400)
            crowd.push_back(std::make_unique<Stranger>(socketPath()));
        QVERIFY(openFilesOf(*serve) < before + 400);
    }

    QTRY_COMPARE(m_program->run({u"list"_qs}).status, 0);
    QTRY_VERIFY(openFilesOf(*serve) <= before + 2);
}

void TestProgramFaults::clientsThatOnlySitThereLockNobodyOut_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("silent") << QByteArray();
    QTest::newRow("a hello and no more") << QByteArray("{\"haulwatch\":1,\"changes\":false}\n");
    QTest::newRow("watching") << QByteArray("{\"haulwatch\":1,\"changes\":true}\n");
}

void TestProgramFaults::clientsThatOnlySitThereLockNobodyOut()
{
    QFETCH(const QByteArray, words);
    const auto serve = m_program->serve();
    QVERIFY(serve);
    std::vector<std::unique_ptr<Stranger>> crowd;
    while (crowd.size() < 64) {
        crowd.push_back(std::make_unique<Stranger>(socketPath()));
        QVERIFY(crowd.back()->isConnected());
        crowd.back()->say(words.toStdString());
    }

    for (int i = 0; i < 3; ++i) {
        const auto list = m_program->run({u"list"_qs});
        QVERIFY2(list.status == 0, list.err.constData());
    }
}

void TestProgramFaults::anotherUserGetsNowhere()
{
    if (::geteuid() != 0)
        QSKIP("only root may become another user");
    constexpr uid_t kNobody = 65'534;
    const auto serve = m_program->serve();
    QVERIFY(serve);
    QCOMPARE(m_program->add(u"http://me:hunter2@127.0.0.1:9/x"_qs, {u"--suspended"_qs}).isEmpty(), false);
    // The folder around it is open to all, as a shared one might be.
    std::filesystem::permissions(m_program->data.path(), std::filesystem::perms(0755));
    const auto socket = socketPath();
    const auto store = m_program->data.path("data/jobs.sqlite");

    const pid_t child = ::fork();
    if (child == 0) {
        if (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)
            ::_exit(1);
        const bool connects = Stranger(socket).isConnected();
        const bool reads = ::access(store.c_str(), R_OK) == 0;
        ::_exit(connects ? 2 : reads ? 3 : 0);
    }

    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void TestProgramFaults::aStoreWithoutRoomAcceptsNothingAndLosesNothing()
{
    const SmallVolume volume(1'024);
    if (!volume.isMounted())
        QSKIP("only root may mount a volume");
    m_program->setEnvironment(u"HAULWATCH_DATA_DIR"_qs, QString::fromStdString(volume.path("data")));
    const auto serve = m_program->serve();
    QVERIFY(serve);
    const QString kept = m_program->add(u"http://127.0.0.1:9/kept"_qs, {u"--suspended"_qs});
    QVERIFY(!kept.isEmpty());
    {
        QFile filler(QString::fromStdString(volume.path("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4'096, 'x')) > 0) { }
    }

    // One of them finds no page left in the log.
    auto refused = m_program->run({u"list"_qs});
    std::size_t accepted = 0; // with the one before, for the last is refused
    for (; accepted < 300 && refused.status == 0; ++accepted)
        refused = m_program->run({u"add"_qs, u"http://127.0.0.1:9/%1"_qs.arg(accepted), u"--suspended"_qs});

    QVERIFY(refused.status != 0);
    // What was refused was not done.
    QCOMPARE(m_program->ask({u"list"_qs}).size(), accepted);
    QVERIFY2(!refused.err.isEmpty(), refused.err.constData());
    std::filesystem::remove(volume.path("filler"));
    std::size_t tries = 0;
    std::size_t later = 0;
    const auto addsOne = [&] {
        const bool done = !m_program->add(u"http://127.0.0.1:9/later%1"_qs.arg(++tries), {u"--suspended"_qs}).isEmpty();
        later += done ? 1 : 0;
        return done;
    };
    QTRY_VERIFY(addsOne()); // which asks again when it is so
    QCOMPARE(m_program->stateOf(kept), std::string("SUSPENDED"));
    const auto jobs = m_program->ask({u"list"_qs}).size();
    QCOMPARE(jobs, accepted + later);
    QCOMPARE(ProgramFixture::stop(*serve), 0);
    QCOMPARE(m_program->ask({u"list"_qs}).size(), jobs);
}

void TestProgramFaults::aStoreThatCannotBeWrittenIsTold()
{
    SmallVolume volume(1'024);
    if (!volume.isMounted())
        QSKIP("only root may mount a volume");
    m_program->setEnvironment(u"HAULWATCH_DATA_DIR"_qs, QString::fromStdString(volume.path("data")));
    const QString id = m_program->add(u"http://127.0.0.1:9/kept"_qs, {u"--suspended"_qs});
    QVERIFY(!id.isEmpty());
    QVERIFY(volume.makeReadOnly());

    const auto outcome = m_program->run({u"list"_qs});

    QCOMPARE(outcome.status, 6);
    QVERIFY2(!outcome.err.isEmpty(), outcome.err.constData());
}

void TestProgramFaults::aQuotaIsToldAsAFullDiskAndWhatArrivedIsKept_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("kept"); ///< at most what the quota allows; nothing when the size was known to be too much

    // From a few megabytes on the whole file is reserved before the first byte.
    QTest::newRow("met while writing") << qint64(900'000) << qint64(300'000);
    QTest::newRow("met when reserving") << qint64(20'000'000) << qint64(0);
}

void TestProgramFaults::aQuotaIsToldAsAFullDiskAndWhatArrivedIsKept()
{
    QFETCH(qint64, size);
    QFETCH(qint64, kept);
    const auto quota = [this](qint64 bytes) {
        QFile file(QString::fromStdString(m_program->data.path("quota")));
        return file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(bytes)) > 0;
    };
    Reply whole;
    whole.body = test::patternedBytes(static_cast<std::size_t>(size));
    m_program->server.script("/file", {whole});
    m_program->setEnvironment(u"LD_PRELOAD"_qs, QStringLiteral(HAULWATCH_QUOTA_SHIM));
    m_program->setEnvironment(u"HAULWATCH_QUOTA_FOLDER"_qs, m_program->folder());
    m_program->setEnvironment(u"HAULWATCH_QUOTA"_qs, QString::fromStdString(m_program->data.path("quota")));
    QVERIFY(quota(300'000));

    const auto serve = m_program->serve();
    QVERIFY(serve);
    const QString id = m_program->add(m_program->address("/file"));

    QTRY_COMPARE(m_program->stateOf(id), std::string("ERROR"));
    const auto error = m_program->ask({u"error"_qs, id});
    QCOMPARE(error["code"].get<std::string>(), std::string("0x8007050F"));
    QCOMPARE(error["native"]["value"].get<int>(), EDQUOT);
    QVERIFY(!m_program->downloads.has("file"));
    QCOMPARE(m_program->ask({u"show"_qs, id})["bytesTransferred"].get<qint64>(), kept);

    QVERIFY(quota(size));
    QCOMPARE(m_program->run({u"resume"_qs, id}).status, 0);
    QTRY_COMPARE(m_program->stateOf(id), std::string("ACKNOWLEDGED"));
    QVERIFY(m_program->downloads.read("file") == whole.body);
    QCOMPARE(ProgramFixture::stop(*serve), 0);
}

void TestProgramFaults::aSignalInTheMiddleKeepsWhatArrived()
{
    constexpr std::size_t kSize = 3'000'000;
    Reply whole;
    whole.body = test::patternedBytes(kSize);
    Reply stalling = whole;
    stalling.stopAfter = kSize / 2;
    stalling.ending = Reply::Ending::Stall;
    m_program->server.script("/file", {stalling, whole});
    auto serve = m_program->serve();
    const QString id = m_program->add(m_program->address("/file"));
    QTRY_VERIFY(m_program->ask({u"show"_qs, id})["bytesTransferred"].get<std::size_t>() > kSize / 4);

    QCOMPARE(ProgramFixture::stop(*serve), 0);

    QVERIFY(!m_program->downloads.has("file"));
    serve = m_program->serve();
    QTRY_COMPARE(m_program->stateOf(id), std::string("ACKNOWLEDGED"));
    QVERIFY(m_program->downloads.read("file") == whole.body);
    const auto range = m_program->server.requests("/file").back().header("Range");
    QVERIFY2(range.starts_with("bytes=") && std::stoul(range.substr(6)) > kSize / 5, range.c_str());
}

QTEST_GUILESS_MAIN(TestProgramFaults)
#include "tst_programfaults.moc"
