// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <array>
#include <map>
#include <string>

#include "job/jobmachine.h"

using namespace haulwatch;
using enum haulwatch::JobState;

namespace {

// The specification, written out by hand and apart from the table: one row a state, one letter a trigger, in the order
// of Trigger. q c t s e r f a x = the state it leads to; - = not allowed. r: TRANSIENT_ERROR, f: TRANSFERRED, a:
// ACKNOWLEDGED, x: CANCELLED.
const std::map<JobState, std::string> kSpecification {
    //                Res Sus Com Can Dis Ans Pre All Tra Fat Due Gav Exp
    {Queued, "q   s   a   x   c   -   -   f   r   e   -   -   x"},
    {Connecting, "c   s   a   x   -   t   q   -   r   e   -   -   x"},
    {Transferring, "t   s   a   x   -   t   q   f   r   e   -   -   x"},
    {Suspended, "q   s   a   x   -   -   -   -   -   -   -   -   x"},
    {Error, "q   s   a   x   -   -   -   -   -   -   -   -   x"},
    {TransientError, "q   s   a   x   -   -   -   -   -   -   q   e   x"},
    {Transferred, "q   s   a   x   -   -   -   -   -   -   -   -   x"},
    {Acknowledged, "-   -   -   -   -   -   -   -   -   -   -   -   -"},
    {Cancelled, "-   -   -   -   -   -   -   -   -   -   -   -   -"},
};

const std::map<char, JobState> kLetters {
    {'q', Queued},         {'c', Connecting},  {'t', Transferring}, {'s', Suspended}, {'e', Error},
    {'r', TransientError}, {'f', Transferred}, {'a', Acknowledged}, {'x', Cancelled},
};

constexpr JobFacts kNothingLeft {true, false};
constexpr JobFacts kNoFiles {false, false};

} // namespace

class TestJobMachine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairLeadsWhereTheSpecificationSays_data();
    void everyPairLeadsWhereTheSpecificationSays();
    void nothingLeadsOutOfAFinalState();
    void aCallInAFinalStateIsRefusedAsInvalidState();
    void resumeWithoutFilesIsRefusedAsEmpty();
    void resumeOfATransferredJobWithNothingNewIsRefusedAsEmpty();
    void resumeOfASuspendedJobWithEverythingHereQueuesIt();
    void completeWithUnfinishedFilesIsPartial();
    void completeOfAJobWithoutFilesIsWhole();
    void theErrorEndsOnlyWhereDataFlowsOrTheJobIsOver();
    void everyStateHasANameThatParsesBack();
};

void TestJobMachine::everyPairLeadsWhereTheSpecificationSays_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("trigger");
    QTest::addColumn<char>("letter");
    for (const JobState state : kAllJobStates) {
        std::string letters = kSpecification.at(state);
        std::erase(letters, ' ');
        QCOMPARE(letters.size(), kTriggerCount);
        for (std::size_t i = 0; i < kTriggerCount; ++i) {
            const auto label = std::string(name(state)) + " + " + std::string(name(static_cast<Trigger>(i)));
            QTest::newRow(label.c_str()) << static_cast<int>(state) << static_cast<int>(i) << letters[i];
        }
    }
}

void TestJobMachine::everyPairLeadsWhereTheSpecificationSays()
{
    QFETCH(int, state);
    QFETCH(int, trigger);
    QFETCH(char, letter);

    const auto to = next(static_cast<JobState>(state), static_cast<Trigger>(trigger));

    QCOMPARE(to.has_value(), letter != '-');
    if (to)
        QCOMPARE(*to, kLetters.at(letter));
}

void TestJobMachine::nothingLeadsOutOfAFinalState()
{
    for (const JobState state : {Acknowledged, Cancelled}) {
        for (std::size_t i = 0; i < kTriggerCount; ++i)
            QVERIFY(!next(state, static_cast<Trigger>(i)));
    }
}

void TestJobMachine::aCallInAFinalStateIsRefusedAsInvalidState()
{
    for (const Verb verb : kAllVerbs)
        QCOMPARE(transition(Cancelled, triggerOf(verb)).code, code::kInvalidState);
}

void TestJobMachine::resumeWithoutFilesIsRefusedAsEmpty()
{
    const Transition t = transition(Suspended, Trigger::Resume, kNoFiles);

    QVERIFY(!t.allowed);
    QCOMPARE(t.to, Suspended);
    QCOMPARE(t.code, code::kEmpty);
}

void TestJobMachine::resumeOfATransferredJobWithNothingNewIsRefusedAsEmpty()
{
    QCOMPARE(transition(Transferred, Trigger::Resume, kNothingLeft), (Transition {false, Transferred, code::kEmpty}));
    QCOMPARE(next(Transferred, Trigger::Resume, {true, true}), Queued);
}

void TestJobMachine::resumeOfASuspendedJobWithEverythingHereQueuesIt()
{
    QCOMPARE(next(Suspended, Trigger::Resume, kNothingLeft), Queued);
    QCOMPARE(next(Queued, Trigger::AllFilesHere, kNothingLeft), Transferred);
}

void TestJobMachine::completeWithUnfinishedFilesIsPartial()
{
    for (const JobState from : {Queued, Connecting, Transferring, Suspended, Error, TransientError})
        QCOMPARE(transition(from, Trigger::Complete), (Transition {true, Acknowledged, code::kPartialComplete}));
    QCOMPARE(transition(Suspended, Trigger::Complete, kNothingLeft).code, code::kOk);
    QCOMPARE(transition(Transferred, Trigger::Complete, kNothingLeft).code, code::kOk);
}

void TestJobMachine::completeOfAJobWithoutFilesIsWhole()
{
    QCOMPARE(transition(Suspended, Trigger::Complete, kNoFiles), (Transition {true, Acknowledged, code::kOk}));
}

void TestJobMachine::theErrorEndsOnlyWhereDataFlowsOrTheJobIsOver()
{
    for (const JobState state : {Queued, Connecting, Suspended, Error, TransientError})
        QVERIFY2(!endsError(state), name(state).data());
    for (const JobState state : {Transferring, Transferred, Acknowledged, Cancelled})
        QVERIFY2(endsError(state), name(state).data());
}

void TestJobMachine::everyStateHasANameThatParsesBack()
{
    for (const JobState state : kAllJobStates)
        QCOMPARE(parseJobState(name(state)), state);
    QCOMPARE(parseJobState("transient_error"), TransientError);
    QVERIFY(!parseJobState("BG_JOB_STATE_ERROR"));
}

QTEST_APPLESS_MAIN(TestJobMachine)
#include "tst_jobmachine.moc"
