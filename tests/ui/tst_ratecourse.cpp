// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>
#include <numeric>
#include <vector>

#include "details/ratecourse.h"

using namespace haulwatch;
using namespace std::chrono_literals;

using Step = RateCourse::Step;

namespace {

constexpr Bytes kMega = 1'000'000;

WallTime at(Milliseconds since)
{
    return WallTime {1'700'000'000s} + since;
}

HistoryEntry moved(Milliseconds when, JobState state)
{
    return {at(when), state, HistoryEvent::StateChanged, {}, 0, {}};
}

HistoryEntry arrived(Milliseconds when, std::uint32_t file, Bytes size)
{
    return {at(when), JobState::Transferring, HistoryEvent::FileTransferred, file, size, {}};
}

HistoryEntry failed(Milliseconds when, std::uint32_t file, Bytes here)
{
    return {at(when), JobState::Transferring, HistoryEvent::AttemptFailed, file, here, {}};
}

/// What all steps together say was moved.
double bytesOf(const RateCourse &course)
{
    return std::accumulate(course.steps.begin(), course.steps.end(), 0.0, [](double sum, const Step &step) {
        return sum
            + static_cast<double>(step.bytesPerSecond) * std::chrono::duration<double>(step.to - step.from).count();
    });
}

} // namespace

class TestRateCourse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileIsSpreadOverItsTime();
    void filesAtOnceAddUp();
    void theNextFileBeginsWhenOneEnds();
    void aPauseIsAGap();
    void bytesStoppedByAPauseCountOnBothSidesOfIt();
    void anAttemptCountsOnlyWhatItGained();
    void whatWasGivenUpIsBroughtAgain();
    void anEngineThatWasKilledWasNotAtWork();
    void failuresWithoutABytesAreNoRate();
    void aFileThatCameInNoTimeHasARateAllTheSame();
    void aClockSetBackDoesNoHarm();
    void aFileTheJobDoesNotHaveIsLeftOut();
    void noJournalIsNoCourse();
    void columnsKeepTheHighestRateAndCountFailures();
    void manyEventsMakeNoMoreThanTheColumns();
};

void TestRateCourse::aFileIsSpreadOverItsTime()
{
    const std::vector history {moved(0s, JobState::Queued), moved(10s, JobState::Transferring),
                               arrived(20s, 0, 50 * kMega), moved(20s, JobState::Transferred)};

    const RateCourse course = rateCourse(history, 1, 4);

    QCOMPARE(course.steps, (std::vector<Step> {{at(10s), at(20s), 5 * kMega}}));
    QCOMPARE(course.begin, at(10s));
    QCOMPARE(course.end, at(20s));
    QCOMPARE(course.highest(), 5 * kMega);
}

void TestRateCourse::filesAtOnceAddUp()
{
    const std::vector history {moved(0s, JobState::Transferring), arrived(10s, 1, 10 * kMega),
                               arrived(20s, 0, 60 * kMega)};

    QCOMPARE(rateCourse(history, 2, 4).steps,
             (std::vector<Step> {{at(0s), at(10s), 4 * kMega}, {at(10s), at(20s), 3 * kMega}}));
}

void TestRateCourse::theNextFileBeginsWhenOneEnds()
{
    const std::vector history {moved(0s, JobState::Transferring), arrived(10s, 0, 10 * kMega),
                               arrived(20s, 1, 20 * kMega)};

    QCOMPARE(rateCourse(history, 2, 1).steps,
             (std::vector<Step> {{at(0s), at(10s), 1 * kMega}, {at(10s), at(20s), 2 * kMega}}));
}

void TestRateCourse::aPauseIsAGap()
{
    const std::vector history {
        moved(0s, JobState::Transferring), arrived(10s, 0, 10 * kMega),         moved(10s, JobState::Suspended),
        moved(100s, JobState::Queued),     moved(110s, JobState::Transferring), arrived(120s, 1, 10 * kMega),
    };

    QCOMPARE(rateCourse(history, 2, 1).steps,
             (std::vector<Step> {{at(0s), at(10s), 1 * kMega}, {at(110s), at(120s), 1 * kMega}}));
}

void TestRateCourse::bytesStoppedByAPauseCountOnBothSidesOfIt()
{
    const std::vector history {moved(0s, JobState::Transferring), moved(10s, JobState::Suspended),
                               moved(90s, JobState::Transferring), arrived(100s, 0, 20 * kMega)};

    QCOMPARE(rateCourse(history, 1, 1).steps,
             (std::vector<Step> {{at(0s), at(10s), 1 * kMega}, {at(90s), at(100s), 1 * kMega}}));
}

void TestRateCourse::anAttemptCountsOnlyWhatItGained()
{
    const std::vector history {moved(0s, JobState::Transferring), failed(10s, 0, 10 * kMega),
                               moved(10s, JobState::TransientError), moved(60s, JobState::Transferring),
                               arrived(70s, 0, 30 * kMega)};

    const RateCourse course = rateCourse(history, 1, 1);

    QCOMPARE(course.steps, (std::vector<Step> {{at(0s), at(10s), 1 * kMega}, {at(60s), at(70s), 2 * kMega}}));
    QCOMPARE(course.failures, std::vector {at(10s)});
}

void TestRateCourse::whatWasGivenUpIsBroughtAgain()
{
    const std::vector history {
        moved(0s, JobState::Transferring), failed(10s, 0, 10 * kMega),
        HistoryEntry {at(10s), JobState::Transferring, HistoryEvent::Restarted, 0U, 10 * kMega, {}},
        arrived(20s, 0, 10 * kMega)};

    QCOMPARE(bytesOf(rateCourse(history, 1, 1)), 20e6);
}

void TestRateCourse::anEngineThatWasKilledWasNotAtWork()
{
    const std::vector history {moved(0s, JobState::Transferring), arrived(10s, 0, 10 * kMega),
                               moved(1000s, JobState::Transferring), arrived(1010s, 1, 10 * kMega)};

    QCOMPARE(rateCourse(history, 2, 1).steps,
             (std::vector<Step> {{at(0s), at(10s), 1 * kMega}, {at(1000s), at(1010s), 1 * kMega}}));
}

void TestRateCourse::failuresWithoutABytesAreNoRate()
{
    const std::vector history {moved(0s, JobState::Queued), failed(5s, 0, 0), failed(9s, 0, 0)};

    const RateCourse course = rateCourse(history, 1, 1);

    QVERIFY(course.steps.empty());
    QCOMPARE(course.highest(), 0U);
    QCOMPARE(course.failures.size(), 2U);
    QCOMPARE(course.begin, at(5s));
    QCOMPARE(course.end, at(9s));
}

void TestRateCourse::aFileThatCameInNoTimeHasARateAllTheSame()
{
    const std::vector history {moved(0s, JobState::Transferring), arrived(0s, 0, 5 * kMega),
                               moved(0s, JobState::Transferred)};

    const RateCourse course = rateCourse(history, 1, 1);

    QCOMPARE(course.highest(), 5 * kMega);
    QVERIFY(course.end > course.begin);
}

void TestRateCourse::aClockSetBackDoesNoHarm()
{
    const std::vector history {moved(100s, JobState::Transferring), arrived(110s, 0, 10 * kMega),
                               arrived(50s, 1, 10 * kMega), arrived(130s, 2, 10 * kMega)};

    const RateCourse course = rateCourse(history, 3, 1);

    QVERIFY(std::is_sorted(course.steps.begin(), course.steps.end(),
                           [](const Step &a, const Step &b) { return a.to <= b.from && a.from < b.from; }));
    QVERIFY(std::abs(bytesOf(course) - 30e6) < 1e4);
}

void TestRateCourse::aFileTheJobDoesNotHaveIsLeftOut()
{
    const std::vector history {moved(0s, JobState::Transferring), arrived(10s, 7, 10 * kMega)};

    QVERIFY(rateCourse(history, 1, 1).steps.empty());
}

void TestRateCourse::noJournalIsNoCourse()
{
    const RateCourse course = rateCourse({}, 1, 1);

    QVERIFY(course.steps.empty() && course.failures.empty());
    QVERIFY(columnsOf(course, 100).empty());
}

void TestRateCourse::columnsKeepTheHighestRateAndCountFailures()
{
    RateCourse course {at(0s), at(100s), {{at(0s), at(10s), 5}, {at(10s), at(11s), 9}, {at(50s), at(75s), 3}}, {}};
    course.failures = {at(74s), at(75s), at(100s)};

    QCOMPARE(columnsOf(course, 4), (std::vector<RateColumn> {{9, 0}, {0, 0}, {3, 1}, {0, 2}}));
    QVERIFY(columnsOf(course, 0).empty());
}

void TestRateCourse::manyEventsMakeNoMoreThanTheColumns()
{
    constexpr std::uint32_t kFiles = 100'000;
    std::vector<HistoryEntry> history {moved(0s, JobState::Transferring)};
    for (std::uint32_t file = 0; file < kFiles; ++file)
        history.push_back(arrived(10s * (file + 1), file, 20 * kMega));

    const RateCourse course = rateCourse(history, kFiles, 1);
    const auto columns = columnsOf(course, 800);

    QCOMPARE(columns, std::vector<RateColumn>(800, {2 * kMega, 0}));
}

QTEST_MAIN(TestRateCourse)
#include "tst_ratecourse.moc"
