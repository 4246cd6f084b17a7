// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "support/jobbuilder.h"
#include "window/jobchoice.h"

using namespace haulwatch;
using test::JobBuilder;

class TestJobChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anIdMeansThatJob();
    void aStateMeansItsFirstJobByEitherOfItsNames();
    void allInAStateAreMeantWhenItSaysSo();
    void nothingIsFoundWhereThereIsNone();
    void otherWordsMeanNothing();

private:
    JobTable m_table;
};

void TestJobChoice::anIdMeansThatJob()
{
    m_table.add(JobBuilder(1).inState(JobState::Queued).build());
    m_table.add(JobBuilder(2).inState(JobState::Error).build());
    m_table.add(JobBuilder(3).inState(JobState::Error).build());

    const auto choice = JobChoice::parse(toString(JobId {3, 1}));

    QVERIFY(choice.has_value() && (choice->findIn(m_table) == std::vector {JobId {3, 1}}));
}

void TestJobChoice::aStateMeansItsFirstJobByEitherOfItsNames()
{
    for (const char *word : {"ERROR", "error", "failed", "Failed"}) {
        const auto choice = JobChoice::parse(word);
        QVERIFY2(choice.has_value() && (choice->findIn(m_table) == std::vector {JobId {2, 1}}), word);
    }
}

void TestJobChoice::allInAStateAreMeantWhenItSaysSo()
{
    const auto choice = JobChoice::parse("all:failed");

    QVERIFY(choice.has_value() && (choice->findIn(m_table) == std::vector {JobId {2, 1}, JobId {3, 1}}));
}

void TestJobChoice::nothingIsFoundWhereThereIsNone()
{
    QVERIFY(JobChoice::parse(toString(JobId {9, 1}))->findIn(m_table).empty());
    QVERIFY(JobChoice::parse("CANCELLED")->findIn(m_table).empty());
    QVERIFY(JobChoice::parse("all:CANCELLED")->findIn(m_table).empty());
}

void TestJobChoice::otherWordsMeanNothing()
{
    QVERIFY(!JobChoice::parse("broken"));
    QVERIFY(!JobChoice::parse("all:"));
    QVERIFY(!JobChoice::parse("all:" + toString(JobId {3, 1})));
    QVERIFY(!JobChoice::parse(""));
}

QTEST_APPLESS_MAIN(TestJobChoice)
#include "tst_jobchoice.moc"
