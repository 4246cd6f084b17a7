// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <atomic>
#include <dlfcn.h>
#include <netdb.h>
#include <semaphore>
#include <string_view>

#include "support/faultserver.h"
#include "transferfixture.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

std::counting_semaphore<> release {0};
std::atomic<int> waiting {0};

} // namespace

// Stands in for the system's own: one name is looked up by a server that does not answer until it is told to.
extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    if (node != nullptr && std::string_view(node) == "slow.invalid") {
        ++waiting;
        release.acquire();
        --waiting;
        return EAI_AGAIN;
    }
    using Function = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto original = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    return original(node, service, hints, result);
}

/// A name server that does not answer holds up nothing but what asked it.
class TestTransferResolver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stoppingDoesNotWaitForIt();
    void theConnectTimeoutEndsTheAttempt();
    void otherTransfersGoOn();
    void cleanup();
};

void TestTransferResolver::cleanup()
{
    release.release(waiting);
    // A lookup of this test must not take the answer that one of the next is to wait for.
    QTRY_COMPARE(waiting.load(), 0);
}

void TestTransferResolver::stoppingDoesNotWaitForIt()
{
    TransferFixture fixture;
    const auto request = fixture.request("http://slow.invalid/file");
    fixture.engine().start(request);
    std::vector<TransferEvent> events;
    QTRY_VERIFY((fixture.engine().run(Milliseconds(10), events), waiting > 0));
    QElapsedTimer timer;
    timer.start();

    const auto checkpoint = fixture.engine().stop(request.key);

    QVERIFY(timer.elapsed() < 5'000);
    QCOMPARE(checkpoint.offset, Bytes {0});
    QVERIFY(events.empty());
}

void TestTransferResolver::theConnectTimeoutEndsTheAttempt()
{
    TransferFixture fixture;
    auto request = fixture.request("http://slow.invalid/file");
    withOptions(request, [](JobOptions &options) { options.connectTimeout = Milliseconds(300); });

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::TimedOut);
    QVERIFY(outcome.failed->error.transient);
}

void TestTransferResolver::otherTransfersGoOn()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "bytes");
    auto slow = fixture.request("http://slow.invalid/file", "slow");
    slow.key.file = 1;
    fixture.engine().start(slow);

    QVERIFY(fixture.fetch(fixture.request(server.address("/file"))).finished);

    static_cast<void>(fixture.engine().stop(slow.key));
}

QTEST_GUILESS_MAIN(TestTransferResolver)
#include "tst_transferresolver.moc"
