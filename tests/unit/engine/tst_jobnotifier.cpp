// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <map>
#include <string>
#include <vector>

#include "support/handturnedmanager.h"
#include "system/processrunner.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

class TestJobNotifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newsAreToldOnceTheyAreTaken();
    void whatWasNotTakenIsToldAgainEvenAfterARestart();
    void aJobThatTriesAgainByItselfHasNoNews();
    void filesAreToldBeforeTheirJob();
    void flagsChooseWhatIsTold();
    void modificationsAreMerged();
    void aResumedJobNoLongerTellsOfItsError();

    void theCommandRunsOnErrorAndTransferred();
    void theCommandStandsInForACallbackThatFails();
    void aFailingCommandRunsAgainAfterTheRetryDelay();
    void aCommandThatCannotRunIsNoted();
    void realProgramsRunWithoutAShell();
};

namespace {

const ErrorCode kNotFound = fromHttpStatus(404);

class Listener final : public JobCallback {
public:
    bool fileTransferred(const JobRecord &, std::uint32_t file) override
    {
        return take("file " + std::to_string(file));
    }
    bool jobTransferred(const JobRecord &) override { return take("transferred"); }
    bool jobError(const JobRecord &) override { return take("error"); }
    void jobModification(const JobRecord &job) override
    {
        told.push_back("modified " + std::string(name(job.status.state)));
    }

    std::vector<std::string> told;
    bool takes = true;

private:
    bool take(std::string news)
    {
        told.push_back(std::move(news));
        return takes;
    }
};

class Commands final : public CommandRunner {
public:
    std::optional<Process> start(const std::vector<std::string> &words,
                                 const std::vector<std::string> &variables) override
    {
        if (words.front() == "missing")
            return std::nullopt;
        started.push_back(words);
        environment = variables;
        return static_cast<Process>(started.size());
    }
    std::optional<int> takeExit(Process process) override
    {
        const auto it = exits.find(process);
        return it == exits.end() ? std::nullopt : std::optional(it->second);
    }

    std::vector<std::vector<std::string>> started;
    std::vector<std::string> environment;
    std::map<Process, int> exits;
};

JobDraft withCommand(std::vector<std::string> words)
{
    JobDraft draft = HandTurnedManager::draft();
    draft.options.notifyCommand = std::move(words);
    return draft;
}

} // namespace

void TestJobNotifier::newsAreToldOnceTheyAreTaken()
{
    Listener listener;
    HandTurnedManager m(EngineLimits {}, {}, {&listener, nullptr});
    const JobId good = m.add(m.draft(1, "good"));
    const JobId bad = m.add(m.draft(1, "bad"));

    m.finish(good);
    m.fail(bad, kNotFound);
    m.pass(1h);

    QCOMPARE(listener.told, (std::vector<std::string> {"transferred", "error"}));
    QVERIFY(!m.job(bad).status.has(kOwesError));
}

void TestJobNotifier::whatWasNotTakenIsToldAgainEvenAfterARestart()
{
    Listener deaf;
    deaf.takes = false;
    HandTurnedManager before(EngineLimits {}, {}, {&deaf, nullptr});
    const JobId id = before.add(before.draft());
    before.fail(id, kNotFound);
    QCOMPARE(deaf.told.size(), std::size_t {1});
    before.pass(JobNotifier::kAgain - 1ms);
    QCOMPARE(deaf.told.size(), std::size_t {1});
    before.pass(1ms);
    QCOMPARE(deaf.told.size(), std::size_t {2});

    Listener listener;
    HandTurnedManager after(EngineLimits {}, HandTurnedManager::storedBy(before), {&listener, nullptr});
    after.step();

    QCOMPARE(listener.told, std::vector<std::string> {"error"});
    QVERIFY(!after.journal.stored.at(id).status.has(kOwesError));
}

void TestJobNotifier::aJobThatTriesAgainByItselfHasNoNews()
{
    Listener listener;
    HandTurnedManager m(EngineLimits {}, {}, {&listener, nullptr});
    const JobId id = m.add(m.draft());

    m.fail(id, fromHttpStatus(500));

    QVERIFY(listener.told.empty());
}

void TestJobNotifier::filesAreToldBeforeTheirJob()
{
    Listener listener;
    listener.takes = false;
    HandTurnedManager m(EngineLimits {}, {}, {&listener, nullptr});
    JobDraft draft = m.draft(2);
    draft.options.notify = kNotifyFileTransferred | kNotifyTransferred;
    const JobId id = m.add(draft);
    m.finish(id, 1);
    m.finish(id, 0);
    QCOMPARE(m.state(id), JobState::Transferred);

    listener.takes = true;
    listener.told.clear();
    m.pass(JobNotifier::kAgain);

    QCOMPARE(listener.told, (std::vector<std::string> {"file 1", "file 0", "transferred"}));
}

void TestJobNotifier::flagsChooseWhatIsTold()
{
    Listener listener;
    HandTurnedManager m(EngineLimits {}, {}, {&listener, nullptr});
    JobDraft onlyErrors = m.draft(1, "errors");
    onlyErrors.options.notify = kNotifyError;
    JobDraft nothing = m.draft(1, "nothing");
    nothing.options.notify = kNotifyDisable | kNotifyError | kNotifyTransferred;
    JobDraft unknown = m.draft(1, "unknown");
    unknown.options.notify = 0x40;

    m.finish(m.add(onlyErrors));
    m.fail(m.add(nothing), kNotFound);

    QVERIFY(listener.told.empty());
    QCOMPARE(m.ask(AddJob {unknown}).result.error().code, code::kNotImplemented);
}

void TestJobNotifier::modificationsAreMerged()
{
    Listener listener;
    HandTurnedManager m(EngineLimits {}, {}, {&listener, nullptr});
    JobDraft draft = m.draft();
    draft.options.notify = kNotifyModification;
    const JobId id = m.add(draft);
    m.answer(id);

    for (int i = 0; i < 50; ++i) {
        m.step({TransferProgress {{id, 0}, Bytes {10} * static_cast<Bytes>(i)}});
        m.manager().noteModified(m.manager().table().takeDirty());
        m.pass(10ms);
    }
    QCOMPARE(listener.told, std::vector<std::string> {"modified TRANSFERRING"});
    m.finish(id);
    m.manager().noteModified(m.manager().table().takeDirty());
    m.pass(1s);

    QCOMPARE(listener.told.size(), std::size_t {1});
}

void TestJobNotifier::aResumedJobNoLongerTellsOfItsError()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.fail(id, kNotFound);
    QVERIFY2(m.job(id).status.has(kOwesError), "nobody listened");

    m.apply(Verb::Resume, id);

    QVERIFY(!m.job(id).status.has(kOwesError));
}

void TestJobNotifier::theCommandRunsOnErrorAndTransferred()
{
    Commands commands;
    HandTurnedManager m(EngineLimits {}, {}, {nullptr, &commands});
    JobDraft draft = withCommand({"notify", "a b", "$HOME"});
    draft.files[0].remote = "https://user:hunter2@host.example/file0";
    const JobId id = m.add(draft);

    m.fail(id, kNotFound);
    QCOMPARE(commands.started.back(), (std::vector<std::string> {"notify", "a b", "$HOME", toString(id), "ERROR"}));
    QCOMPARE(commands.environment,
             (std::vector<std::string> {"HAULWATCH_JOB_ID=" + toString(id), "HAULWATCH_EVENT=ERROR",
                                        "HAULWATCH_JOB_STATE=ERROR"}));
    commands.exits[1] = 0;
    m.pass(1s);
    QVERIFY(!m.job(id).status.has(kOwesError));

    m.apply(Verb::Resume, id);
    m.finish(id);
    QCOMPARE(commands.started.back().back(), std::string("TRANSFERRED"));
    QCOMPARE(commands.started.size(), std::size_t {2});
}

void TestJobNotifier::theCommandStandsInForACallbackThatFails()
{
    Listener listener;
    Commands commands;
    HandTurnedManager m(EngineLimits {}, {}, {&listener, &commands});
    const JobId id = m.add(withCommand({"notify"}));
    listener.takes = false;

    m.fail(id, kNotFound);

    QCOMPARE(listener.told.size(), std::size_t {1});
    QCOMPARE(commands.started.size(), std::size_t {1});
    commands.exits[1] = 0;
    m.pass(1h);
    QCOMPARE(listener.told.size(), std::size_t {1});
}

void TestJobNotifier::aFailingCommandRunsAgainAfterTheRetryDelay()
{
    Commands commands;
    HandTurnedManager m(EngineLimits {}, {}, {nullptr, &commands});
    const JobId id = m.add(withCommand({"notify"}));
    m.fail(id, kNotFound);
    commands.exits[1] = 3;

    m.pass(1s);
    m.pass(59s);
    QCOMPARE(commands.started.size(), std::size_t {1});
    m.pass(1s);
    QCOMPARE(commands.started.size(), std::size_t {2});
    const HistoryEntry &entry = m.journal.histories.at(id).back();
    QCOMPARE(entry.event, HistoryEvent::NotifyFailed);
    QCOMPARE(entry.value, std::uint64_t {3});

    m.apply(Verb::Cancel, id);
    commands.exits[2] = 3;
    m.pass(24h);
    QCOMPARE(commands.started.size(), std::size_t {2});
}

void TestJobNotifier::aCommandThatCannotRunIsNoted()
{
    Commands commands;
    HandTurnedManager m(EngineLimits {}, {}, {nullptr, &commands});
    const JobId id = m.add(withCommand({"missing"}));

    m.finish(id);

    QCOMPARE(m.state(id), JobState::Transferred);
    QCOMPARE(m.journal.histories.at(id).back().event, HistoryEvent::NotifyFailed);
    QCOMPARE(m.ask(AddJob {withCommand({""})}).result.error().subject, std::string("notify-command"));
}

void TestJobNotifier::realProgramsRunWithoutAShell()
{
    const auto runner = makeProcessRunner();
    const auto exitOf = [&](const std::vector<std::string> &words) {
        const auto process = runner->start(words, {"HAULWATCH_EVENT=ERROR"});
        std::optional<int> status;
        if (process)
            [&] { QTRY_VERIFY(status || (status = runner->takeExit(*process))); }();
        return status.value_or(-1);
    };

    QCOMPARE(exitOf({"sh", "-c", "test \"$HAULWATCH_EVENT\" = ERROR -a -n \"$PATH\""}), 0);
    QCOMPARE(exitOf({"test", "a;false", "=", "a;false"}), 0);
    QCOMPARE(exitOf({"sh", "-c", "exit 7"}), 7);
    QCOMPARE(exitOf({"sh", "-c", "kill -9 $$"}), 128 + 9);
    QCOMPARE(exitOf({"/nonexistent/program"}), -1);
}

QTEST_GUILESS_MAIN(TestJobNotifier)
#include "tst_jobnotifier.moc"
