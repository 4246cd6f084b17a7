// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>

#include "support/handturnedmanager.h"
#include "support/memorysession.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

/// What was accepted is true, what was refused was not done; neither a crash nor a wrong clock ends a job.
class TestTrust : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAddThatCouldNotBeKeptIsNoJob();
    void aJobThatIsNotKeptYetFetchesNothing();
    void aVerbThatCouldNotBeKeptIsTakenBack();
    void anEditThatCouldNotBeKeptIsTakenBack();
    void aMoveThatCouldNotBeKeptIsTakenBack();
    void aCancelDeletesNothingWithAStoreThatFails();
    void aForgottenJobIsThereUntilThatIsKept();

    void theJobsOfACrashComeBackOneByOne();
    void aJobOfTwoCrashesWaitsForTheUser();
    void aKillIsNoCrash();
    void aSuspectThatWorksForAWhileIsOneNoMore();
    void whoIsAtWorkIsKnownBeforeItsTransferRuns();

    void aClockWrongFromTheStartEndsNothing();
    void daysOfFormerEnginesCount();

    void bytesOfAnAttemptNobodySawAreProgress();
    void whatACheckpointBroughtBackIsNoProgress();
    void equalFailuresDoNotFillTheHistory();
};

namespace {

bool lists(HandTurnedManager &m, JobId id)
{
    return m.manager().table().find(id).has_value();
}

FormerRun leftBy(const HandTurnedManager &before, MemorySession &session, bool crashed)
{
    return {HandTurnedManager::storedBy(before), &session, crashed};
}

std::size_t atWork(HandTurnedManager &m)
{
    return m.manager().table().count(JobState::Connecting) + m.manager().table().count(JobState::Transferring);
}

/// The request is done and waits for the store, which then says that it cannot keep it.
void refuseToKeep(HandTurnedManager &m, Request request)
{
    m.journal.holdBack = true;
    const auto id = m.post(std::move(request));
    m.journal.fault = "disk full";
    const auto deliveries = m.manager().takeDeliveries();
    m.journal.holdBack = false;
    m.journal.fault.reset();
    m.step();

    QCOMPARE(deliveries.size(), std::size_t {1});
    QCOMPARE(deliveries[0].response.id, id);
    QVERIFY(!deliveries[0].response.result);
    QVERIFY(deliveries[0].response.result.error().refusal == Refusal::StoreFailed);
}

} // namespace

void TestTrust::anAddThatCouldNotBeKeptIsNoJob()
{
    HandTurnedManager m;

    refuseToKeep(m, AddJob {HandTurnedManager::draft()});

    QCOMPARE(m.manager().table().size(), std::size_t {0});
    QVERIFY(m.engine.started.empty());
    QVERIFY(m.journal.stored.empty());
    m.add(HandTurnedManager::draft()); // its names are free again
}

void TestTrust::aJobThatIsNotKeptYetFetchesNothing()
{
    HandTurnedManager m;
    m.journal.holdBack = true;
    m.post(AddJob {HandTurnedManager::draft()});

    QVERIFY(m.engine.started.empty());

    m.journal.holdBack = false;
    m.step();
    QCOMPARE(m.engine.started.size(), std::size_t {1});
}

void TestTrust::aVerbThatCouldNotBeKeptIsTakenBack()
{
    HandTurnedManager m;
    const JobId id = m.add(HandTurnedManager::draft());
    m.answer(id);

    refuseToKeep(m, ApplyVerb {Verb::Suspend, std::vector {id}});

    QVERIFY(isActive(m.state(id))); // queued again, and given its place
    QVERIFY(m.journal.stored.at(id).status.state == JobState::Queued);
    const auto &history = m.journal.histories.at(id);
    QVERIFY(std::any_of(history.begin(), history.end(),
                        [](const HistoryEntry &entry) { return entry.event == HistoryEvent::TakenBack; }));
}

void TestTrust::anEditThatCouldNotBeKeptIsTakenBack()
{
    HandTurnedManager m;
    auto draft = HandTurnedManager::draft();
    draft.suspended = true;
    const JobId id = m.add(draft);
    JobEdit edit = HandTurnedManager::newAddress("https://other.example/file0");
    edit.newFiles.push_back({"https://host.example/more", {}, {}});

    refuseToKeep(m, EditJobs {{id}, edit});

    QCOMPARE(m.job(id).spec->files.size(), std::size_t {1});
    QCOMPARE(m.job(id).spec->files[0].remote, std::string("https://host.example/file0"));
    QCOMPARE(m.job(id).status.filesTotal, 1U);
    QCOMPARE(m.journal.stored.at(id).spec->files.size(), std::size_t {1});
    draft.files[0].remote = "https://host.example/more";
    m.add(draft); // the name the edit wanted is free
}

void TestTrust::aMoveThatCouldNotBeKeptIsTakenBack()
{
    HandTurnedManager m;
    auto draft = HandTurnedManager::draft();
    draft.suspended = true;
    const JobId id = m.add(draft);
    const std::string part = locate(*m.job(id).spec, 0).part;
    JobEdit edit;
    edit.folder = "/elsewhere";

    refuseToKeep(m, EditJobs {{id}, edit});

    QCOMPARE(m.job(id).spec->folder, std::string("/downloads"));
    QVERIFY(std::any_of(m.engine.moved.begin(), m.engine.moved.end(),
                        [&](const auto &move) { return move.second == part; }));
    QVERIFY(!m.engine.discarded.contains(part));
}

void TestTrust::aCancelDeletesNothingWithAStoreThatFails()
{
    HandTurnedManager m;
    const JobId id = m.add(HandTurnedManager::draft());
    m.journal.refusesToSettle = true;

    const auto response = m.ask(ApplyVerb {Verb::Cancel, std::vector {id}});

    QVERIFY(!response.result);
    QVERIFY(m.engine.discarded.empty());
    QVERIFY(isActive(m.state(id)));
}

void TestTrust::aForgottenJobIsThereUntilThatIsKept()
{
    HandTurnedManager m;
    const JobId id = m.add(HandTurnedManager::draft());
    m.apply(Verb::Cancel, id);

    refuseToKeep(m, ForgetJobs {{id}});

    QVERIFY(lists(m, id));
    QVERIFY(m.journal.stored.contains(id));
    m.ask(ForgetJobs {{id}});
    QVERIFY(!lists(m, id));
    QVERIFY(!m.journal.stored.contains(id));
}

void TestTrust::theJobsOfACrashComeBackOneByOne()
{
    MemorySession session;
    HandTurnedManager before(FormerRun {{}, &session});
    std::vector<JobId> ids;
    for (const char *stem : {"a", "b", "c"})
        ids.push_back(before.add(HandTurnedManager::draft(1, stem)));
    QCOMPARE(atWork(before), std::size_t {3});

    HandTurnedManager after(leftBy(before, session, true));
    const JobId innocent = after.add(HandTurnedManager::draft(1, "new"));
    after.step();

    QVERIFY(isActive(after.state(innocent)));
    QCOMPARE(atWork(after), std::size_t {2});
    QVERIFY(isActive(after.state(ids[0])));
    after.finish(ids[0]);
    after.step();
    QVERIFY(isActive(after.state(ids[1])));
    QVERIFY(after.state(ids[2]) == JobState::Queued);
    after.fail(ids[1], fromHttpStatus(404));
    after.step();
    QVERIFY(isActive(after.state(ids[2])));
    after.finish(ids[2]);
    after.step();
    QVERIFY(session.session.suspects.empty());
}

void TestTrust::aJobOfTwoCrashesWaitsForTheUser()
{
    MemorySession session;
    HandTurnedManager first(FormerRun {{}, &session});
    const JobId bad = first.add(HandTurnedManager::draft(1, "bad"));
    const JobId good = first.add(HandTurnedManager::draft(1, "good"));
    HandTurnedManager second(leftBy(first, session, true));
    second.step();
    QVERIFY(isActive(second.state(bad)));
    QVERIFY(second.state(good) == JobState::Queued);

    HandTurnedManager third(leftBy(second, session, true));
    third.step();

    QVERIFY(third.state(bad) == JobState::Error);
    QVERIFY(third.job(bad).error->code == code::kProcessAborted);
    QVERIFY(third.journal.stored.at(bad).status.state == JobState::Error);
    QVERIFY(isActive(third.state(good)));
    third.apply(Verb::Resume, bad);
    QVERIFY(third.state(bad) != JobState::Error);
}

void TestTrust::aKillIsNoCrash()
{
    MemorySession session;
    HandTurnedManager first(FormerRun {{}, &session});
    for (const char *stem : {"a", "b", "c"})
        first.add(HandTurnedManager::draft(1, stem));

    for (int kills = 0; kills < 100; ++kills) {
        HandTurnedManager next(leftBy(first, session, false));
        next.step();
        QCOMPARE(atWork(next), std::size_t {3});
    }
}

void TestTrust::aSuspectThatWorksForAWhileIsOneNoMore()
{
    MemorySession session;
    HandTurnedManager first(FormerRun {{}, &session});
    for (const char *stem : {"a", "b"})
        first.add(HandTurnedManager::draft(1, stem));
    HandTurnedManager second(leftBy(first, session, true));
    second.step();
    QCOMPARE(atWork(second), std::size_t {1});

    second.pass(CrashWatch::kProbation);
    second.step();

    QCOMPARE(atWork(second), std::size_t {2});
}

void TestTrust::whoIsAtWorkIsKnownBeforeItsTransferRuns()
{
    MemorySession session;
    HandTurnedManager m(FormerRun {{}, &session});
    const JobId id = m.add(HandTurnedManager::draft());

    QCOMPARE(session.session.atWork, std::vector {id});

    m.apply(Verb::Suspend, id);
    QVERIFY(session.session.atWork.empty());
}

void TestTrust::aClockWrongFromTheStartEndsNothing()
{
    HandTurnedManager before;
    const JobId waiting = before.add(HandTurnedManager::draft(1, "waiting"));
    before.apply(Verb::Suspend, waiting);
    const JobId over = before.add(HandTurnedManager::draft(1, "over"));
    before.apply(Verb::Cancel, over);

    MemorySession session;
    for (int start = 0; start < 5; ++start) {
        HandTurnedManager after(leftBy(before, session, false), {}, {});
        after.now.wall += std::chrono::days {200};
        for (int hours = 0; hours < 24 * 3; ++hours)
            after.pass(1h);

        QVERIFY(after.state(waiting) == JobState::Suspended);
        QVERIFY(lists(after, over));
    }
}

void TestTrust::daysOfFormerEnginesCount()
{
    HandTurnedManager before;
    const JobId over = before.add(HandTurnedManager::draft());
    before.apply(Verb::Cancel, over);
    MemorySession session;
    const auto today = std::chrono::floor<std::chrono::days>(before.now.wall).time_since_epoch().count();
    for (int day = 0; day < 30; ++day)
        session.session.days.push_back(static_cast<std::int32_t>(today + day));

    HandTurnedManager after(leftBy(before, session, false));
    after.pass(std::chrono::days {30});
    after.pass(2h);

    QVERIFY(!lists(after, over));
}

void TestTrust::bytesOfAnAttemptNobodySawAreProgress()
{
    HandTurnedManager m;
    auto draft = HandTurnedManager::draft();
    draft.options.retry.maxRetries = 2;
    const JobId id = m.add(draft);

    for (Bytes kept = 100; kept <= 900; kept += 100) {
        m.fail(id, fromHttpStatus(503), 0, kept);
        QVERIFY(m.state(id) == JobState::TransientError);
        QVERIFY(!m.job(id).error->first);
        m.pass(60s);
        QVERIFY(isActive(m.state(id)));
    }
}

void TestTrust::whatACheckpointBroughtBackIsNoProgress()
{
    HandTurnedManager before;
    auto draft = HandTurnedManager::draft();
    draft.options.retry.maxRetries = 1;
    const JobId id = before.add(draft);
    before.fail(id, fromHttpStatus(503), 0, 500);
    HandTurnedManager after({}, HandTurnedManager::storedBy(before));
    after.pass(60s);

    after.fail(id, fromHttpStatus(503), 0, 500);
    after.pass(60s);
    after.fail(id, fromHttpStatus(503), 0, 500);

    QVERIFY(after.state(id) == JobState::Error);
}

void TestTrust::equalFailuresDoNotFillTheHistory()
{
    HandTurnedManager m;
    const JobId id = m.add(HandTurnedManager::draft());

    for (int attempt = 0; attempt < 1000; ++attempt) {
        m.answer(id);
        m.fail(id, fromHttpStatus(503));
        m.pass(60s);
    }

    const auto &history = m.journal.histories.at(id);
    QVERIFY2(history.size() < 60, qPrintable(QString::number(history.size())));
    QCOMPARE(m.job(id).status.errorCount, 1000U);
    m.fail(id, fromHttpStatus(502));
    QVERIFY(history.back().error && history.back().error->code == fromHttpStatus(502));
    m.apply(Verb::Suspend, id);
    QVERIFY(history.back().event == HistoryEvent::Suspended);
}

QTEST_APPLESS_MAIN(TestTrust)
#include "tst_trust.moc"
