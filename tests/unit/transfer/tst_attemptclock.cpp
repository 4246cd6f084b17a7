// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "transfer/curl/attemptclock.h"

using namespace haulwatch;
using namespace std::chrono_literals;
using Expired = AttemptClock::Expired;

namespace {

constexpr AttemptClock::Time kBegin {1h};

JobOptions options()
{
    JobOptions options;
    options.firstByteTimeout = 60s;
    options.stallTimeout = 30s;
    return options;
}

} // namespace

class TestAttemptClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectingIsNotItsBusiness();
    void theFirstByteHasATimeOfItsOwn();
    void anyByteEndsAStall();
    void aRateIsMeasuredInWindows();
    void theWholeAttemptEndsWhateverComes();
    void aFurtherRequestBeginsWithoutAnswer();
    void aHeadThatDripsBuysNoTime();
    void interimAnswersWithoutEndAreNone();
};

void TestAttemptClock::connectingIsNotItsBusiness()
{
    const auto o = options();
    AttemptClock clock(o);
    clock.requestSent();

    QCOMPARE(clock.check(kBegin), Expired::Nothing);
    QCOMPARE(clock.check(kBegin + 10h), Expired::Nothing);
}

void TestAttemptClock::theFirstByteHasATimeOfItsOwn()
{
    const auto o = options();
    AttemptClock clock(o);
    clock.requestSent();
    clock.connected();

    QCOMPARE(clock.check(kBegin), Expired::Nothing);
    QCOMPARE(clock.check(kBegin + 59s), Expired::Nothing);
    QCOMPARE(clock.check(kBegin + 60s), Expired::FirstByte);
}

void TestAttemptClock::anyByteEndsAStall()
{
    const auto o = options();
    AttemptClock clock(o);
    clock.connected();
    clock.headCame("\r\n");

    QCOMPARE(clock.check(kBegin), Expired::Nothing);
    QCOMPARE(clock.check(kBegin + 29s), Expired::Nothing);
    clock.bodyCame(1);
    QCOMPARE(clock.check(kBegin + 31s), Expired::Nothing);
    QCOMPARE(clock.check(kBegin + 60s), Expired::Nothing);
    QCOMPARE(clock.check(kBegin + 61s), Expired::Stall);
}

void TestAttemptClock::aRateIsMeasuredInWindows()
{
    auto o = options();
    o.minimumRate = 100;
    AttemptClock clock(o);
    clock.connected();
    clock.headCame("\r\n");
    QCOMPARE(clock.check(kBegin), Expired::Nothing);

    // One fast second does not buy the second window.
    clock.bodyCame(1'000'000);
    QCOMPARE(clock.check(kBegin + 30s), Expired::Nothing);
    clock.bodyCame(2'999);
    QCOMPARE(clock.check(kBegin + 45s), Expired::Nothing);
    clock.bodyCame(0);
    QCOMPARE(clock.check(kBegin + 60s), Expired::Rate);
}

void TestAttemptClock::theWholeAttemptEndsWhateverComes()
{
    auto o = options();
    o.attemptTimeout = 100s;
    AttemptClock clock(o);
    QCOMPARE(clock.check(kBegin), Expired::Nothing);
    clock.connected();
    clock.headCame("\r\n");

    for (auto past = 10s; past < 100s; past += 10s) {
        clock.bodyCame(1);
        QCOMPARE(clock.check(kBegin + past), Expired::Nothing);
    }
    clock.bodyCame(1);
    QCOMPARE(clock.check(kBegin + 100s), Expired::Attempt);
}

void TestAttemptClock::aFurtherRequestBeginsWithoutAnswer()
{
    const auto o = options();
    AttemptClock clock(o);
    clock.connected();
    clock.headCame("\r\n");
    QCOMPARE(clock.check(kBegin), Expired::Nothing);

    clock.requestSent();

    QCOMPARE(clock.check(kBegin + 45s), Expired::Nothing);
    clock.connected();
    QCOMPARE(clock.check(kBegin + 46s), Expired::Nothing);
    QCOMPARE(clock.check(kBegin + 106s), Expired::FirstByte);
}

void TestAttemptClock::aHeadThatDripsBuysNoTime()
{
    const auto o = options();
    AttemptClock clock(o);
    clock.connected();
    QCOMPARE(clock.check(kBegin), Expired::Nothing);

    clock.headCame("HTTP/1.1 200 OK\r\n");
    for (auto past = 5s; past < 60s; past += 5s) {
        clock.headCame("X-Padding: a\r\n");
        QCOMPARE(clock.check(kBegin + past), Expired::Nothing);
    }
    clock.headCame("X-Padding: a\r\n");

    QCOMPARE(clock.check(kBegin + 60s), Expired::FirstByte);
}

void TestAttemptClock::interimAnswersWithoutEndAreNone()
{
    const auto o = options();
    AttemptClock clock(o);
    clock.connected();
    QCOMPARE(clock.check(kBegin), Expired::Nothing);

    for (auto past = 5s; past < 60s; past += 5s) {
        clock.headCame("HTTP/1.1 102 Processing\r\n");
        clock.headCame("\r\n");
        QCOMPARE(clock.check(kBegin + past), Expired::Nothing);
    }
    QCOMPARE(clock.check(kBegin + 60s), Expired::FirstByte);

    clock.headCame("HTTP/1.1 200 OK\r\n");
    clock.headCame("\r\n");
    QCOMPARE(clock.check(kBegin + 61s), Expired::Nothing);
}

QTEST_APPLESS_MAIN(TestAttemptClock)
#include "tst_attemptclock.moc"
