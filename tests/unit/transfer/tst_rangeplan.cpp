// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "transfer/curl/rangeplan.h"

using namespace haulwatch;

class TestRangePlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPositionHasItsPlaceInTheRemote();
    void aRangeToTheEndIsLearned();
    void theTotalOfAnEarlierAttemptTellsTheSame();
    void aRangeBeyondTheEndIsFoundOut();
};

void TestRangePlan::everyPositionHasItsPlaceInTheRemote()
{
    const RangePlan plan({{100, 10}, {0, 5}, {50, 1}}, kUnknownSize);

    std::vector<Bytes> remote;
    for (Bytes position = 0; position < plan.total(); ++position)
        remote.push_back(plan.pieceAt(position).first);

    QCOMPARE(plan.total(), Bytes {16});
    QVERIFY(remote == (std::vector<Bytes> {100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 0, 1, 2, 3, 4, 50}));
    QCOMPARE(plan.pieceAt(3).length, Bytes {7});
    QCOMPARE(plan.pieceAt(16).length, Bytes {0});
}

void TestRangePlan::aRangeToTheEndIsLearned()
{
    RangePlan plan({{100, kUnknownSize}, {0, 5}}, kUnknownSize);
    QCOMPARE(plan.total(), kUnknownSize);
    QCOMPARE(plan.pieceAt(7).first, Bytes {107});
    QCOMPARE(plan.pieceAt(7).length, kUnknownSize);

    QVERIFY(plan.learn(120));

    QCOMPARE(plan.total(), Bytes {25});
    QCOMPARE(plan.pieceAt(20).first, Bytes {0});
}

void TestRangePlan::theTotalOfAnEarlierAttemptTellsTheSame()
{
    const RangePlan plan({{100, kUnknownSize}, {0, 5}}, 25);

    QCOMPARE(plan.total(), Bytes {25});
    QCOMPARE(plan.pieceAt(21).first, Bytes {1});
}

void TestRangePlan::aRangeBeyondTheEndIsFoundOut()
{
    QVERIFY(!RangePlan({{100, kUnknownSize}}, kUnknownSize).learn(100));
    QVERIFY(!RangePlan({{0, 101}}, kUnknownSize).learn(100));
    QVERIFY(RangePlan({{0, 100}}, kUnknownSize).learn(100));
}

QTEST_APPLESS_MAIN(TestRangePlan)
#include "tst_rangeplan.moc"
