// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

#include "address/loopback.h"
#include "support/handturnedmanager.h"
#include "system/netlinkmonitor.h"
#include "system/networkmonitor.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

class TestNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lostJobsWaitWithoutCountingAsFailed();
    void whatIsFetchedFromThisMachineGoesOn();
    void backEveryWaitingJobIsTriedAtOnce();
    void jobsThatComeWhileItIsAwayWait();
    void theNoProgressClockStandsStillMeanwhile();
    void withRetriesOffALostNetworkIsFatal();
    void aRestartTriesAgain();
    void thisMachineIsKnownByItsNames();
    void theKernelTellsOfALink();
};

namespace {

const ErrorCode kBusy = fromHttpStatus(500);

} // namespace

void TestNetwork::lostJobsWaitWithoutCountingAsFailed()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.answer(id);
    m.engine.stopOffset = 250;

    m.manager().setNetwork(false, m.now);

    QCOMPARE(m.state(id), JobState::TransientError);
    QCOMPARE(m.job(id).error->code, code::kNetworkDisconnected);
    QCOMPARE(m.job(id).error->cause, Cause::NetworkOff);
    QCOMPARE(m.job(id).status.errorCount, 0U);
    QCOMPARE(m.job(id).status.nextRetry, 0U);
    QCOMPARE(m.files(id)[0].checkpoint.offset, Bytes {250});
    m.pass(24h);
    QCOMPARE(m.state(id), JobState::TransientError);
}

void TestNetwork::whatIsFetchedFromThisMachineGoesOn()
{
    HandTurnedManager m;
    JobDraft draft = m.draft(2);
    draft.files[0].remote = "http://127.0.0.1:8080/file0";
    const JobId id = m.add(draft);
    m.answer(id);

    m.manager().setNetwork(false, m.now);
    QCOMPARE(m.state(id), JobState::Transferring);
    QCOMPARE(m.engine.running.size(), std::size_t {1});

    m.finish(id, 0);
    QCOMPARE(m.state(id), JobState::TransientError);
    m.manager().setNetwork(true, m.now);
    m.step();
    m.finish(id, 1);
    QCOMPARE(m.state(id), JobState::Transferred);
}

void TestNetwork::backEveryWaitingJobIsTriedAtOnce()
{
    HandTurnedManager m;
    const JobId lost = m.add(m.draft(1, "lost"));
    const JobId busy = m.add(m.draft(1, "busy"));
    m.fail(busy, kBusy);
    m.manager().setNetwork(false, m.now);

    m.pass(10s);
    QCOMPARE(m.state(busy), JobState::TransientError);
    m.manager().setNetwork(true, m.now);
    QCOMPARE(m.state(lost), JobState::Queued);
    QCOMPARE(m.state(busy), JobState::Queued);
    m.step();

    QCOMPARE(m.state(lost), JobState::Connecting);
    QCOMPARE(m.state(busy), JobState::Connecting);
}

void TestNetwork::jobsThatComeWhileItIsAwayWait()
{
    HandTurnedManager m;
    m.manager().setNetwork(false, m.now);

    const JobId id = m.add(m.draft());

    QCOMPARE(m.state(id), JobState::TransientError);
    QVERIFY(m.engine.started.empty());
    QCOMPARE(m.apply(Verb::Resume, id).done, std::vector {id});
    QCOMPARE(m.state(id), JobState::TransientError);
}

void TestNetwork::theNoProgressClockStandsStillMeanwhile()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.options.retry.noProgressTimeout = 100s;
    const JobId id = m.add(draft);
    m.pass(90s);
    m.manager().setNetwork(false, m.now);
    m.pass(24h);
    m.manager().setNetwork(true, m.now);
    m.step();

    m.fail(id, kBusy);
    QCOMPARE(m.state(id), JobState::TransientError);
    m.pass(10s);
    QCOMPARE(m.state(id), JobState::Error);
}

void TestNetwork::withRetriesOffALostNetworkIsFatal()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.options.retry.noProgressTimeout = 0s;
    const JobId id = m.add(draft);

    m.manager().setNetwork(false, m.now);

    QCOMPARE(m.state(id), JobState::Error);
    QVERIFY(m.job(id).error->gaveUp);
}

void TestNetwork::aRestartTriesAgain()
{
    HandTurnedManager before;
    const JobId id = before.add(before.draft());
    before.manager().setNetwork(false, before.now);
    before.step();

    HandTurnedManager after({}, HandTurnedManager::storedBy(before));
    after.step();

    QCOMPARE(after.state(id), JobState::Connecting);
}

void TestNetwork::thisMachineIsKnownByItsNames()
{
    for (const char *host :
         {"localhost", "localhost:80", "a.localhost:1", "127.0.0.1", "127.9.9.9:8080", "[::1]:443", "[::1]"})
        QVERIFY2(isLoopback(host), host);
    for (const char *host :
         {"example.org", "127.example.org", "localhost.example.org", "[::2]:80", "[::12]", "10.0.0.1", ""})
        QVERIFY2(!isLoopback(host), host);
}

// In a network of its own, so that the machine's is left alone: the test runs itself there.
void TestNetwork::theKernelTellsOfALink()
{
    if (!qEnvironmentVariableIsSet("HAULWATCH_OWN_NETWORK")) {
        QProcess inside;
        inside.setProcessChannelMode(QProcess::MergedChannels);
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HAULWATCH_OWN_NETWORK"), QStringLiteral("1"));
        inside.setProcessEnvironment(environment);
        inside.start(
            QStringLiteral("unshare"),
            {QStringLiteral("-rn"), QCoreApplication::applicationFilePath(), QStringLiteral("theKernelTellsOfALink")});
        if (!inside.waitForStarted() || !inside.waitForFinished())
            QSKIP("unshare cannot be run");
        const QByteArray output = inside.readAll();
        if (inside.exitStatus() == QProcess::NormalExit && output.contains("unshare: "))
            QSKIP("the kernel allows no network of its own");
        if (output.contains("SKIP"))
            QSKIP("the kernel makes no dummy interface");
        QVERIFY2(inside.exitCode() == 0, output.constData());
        return;
    }
    const auto ip = [](const QString &words) {
        return QProcess::execute(QStringLiteral("ip"), words.split(QLatin1Char(' '))) == 0;
    };
    const auto monitor = makeNetlinkMonitor();
    QVERIFY2(!monitor->isConnected(), "there is only the loopback interface");

    // Which of them a kernel has depends on how it was built.
    if (!ip(QStringLiteral("link add link0 type dummy")) && !ip(QStringLiteral("link add link0 type ifb")))
        QSKIP("the kernel makes no dummy interface");
    QVERIFY(!monitor->isConnected());
    QVERIFY(ip(QStringLiteral("link set link0 up")));
    QVERIFY(monitor->isConnected());
    QVERIFY(ip(QStringLiteral("link set link0 down")));
    QVERIFY(!monitor->isConnected());
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
