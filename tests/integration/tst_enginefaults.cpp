// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <filesystem>

#include "enginefixture.h"

using namespace haulwatch;
using namespace haulwatch::test;

Q_DECLARE_METATYPE(std::vector<Reply>)
Q_DECLARE_METATYPE(JobState)
Q_DECLARE_METATYPE(Cause)

namespace {

constexpr std::size_t kSize = 400'000;

template <typename Change>
Reply changed(Change change, unsigned version = 1)
{
    Reply reply;
    reply.body = patternedBytes(kSize, version);
    reply.etag = "\"v" + std::to_string(version) + '"';
    change(reply);
    return reply;
}

Reply good(unsigned version = 1)
{
    return changed([](Reply &) {}, version);
}

Reply status(int code)
{
    return changed([code](Reply &r) { r.status = code; });
}

Reply cut(Reply::Ending ending, unsigned version = 1)
{
    return changed([ending](Reply &r) { r.stopAfter = kSize / 2, r.ending = ending; }, version);
}

std::ptrdiff_t openFiles()
{
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
}

} // namespace

/// A fault of the server, through the whole engine: the state and the error that the table of causes promises, the
/// right bytes or none under the final name, nothing left over.
class TestEngineFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFaultEndsAsTheTableSays_data();
    void everyFaultEndsAsTheTableSays();
    void aTargetThatAppearsMeanwhileIsNotReplaced();
    void aFolderDeletedMeanwhileIsAnErrorThatResumeMends();
    void aClockThatJumpsLosesNothing_data();
    void aClockThatJumpsLosesNothing();
    void rangesOfAFileOutliveTheEngine();
    void theFirstByteTimeOutIsTheOneThatIsTold();
    void faultsLeaveNothingOpen();

private:
    std::unique_ptr<EngineFixture> m_engine;

private Q_SLOTS:
    void init() { m_engine = std::make_unique<EngineFixture>(); }
    void cleanup() { m_engine.reset(); }
};

void TestEngineFaults::everyFaultEndsAsTheTableSays_data()
{
    using Ending = Reply::Ending;
    QTest::addColumn<std::vector<Reply>>("replies");
    QTest::addColumn<JobState>("state");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<int>("version"); // whose bytes stand under the final name; 0: nothing does
    const auto row = [](const char *name, std::vector<Reply> replies, JobState state, Cause cause, int version) {
        QTest::newRow(name) << std::move(replies) << state << cause << version;
    };
    const auto done = [&](const char *name, std::vector<Reply> replies, int version = 1) {
        row(name, std::move(replies), JobState::Acknowledged, Cause::None, version);
    };
    const auto error = [&](const char *name, std::vector<Reply> replies, Cause cause) {
        row(name, std::move(replies), JobState::Error, cause, 0);
    };
    done("no fault", {good()});
    done("reset, then good", {cut(Ending::Reset), good()});
    done("closed early, then good", {cut(Ending::Close), good()});
    done("503, 500, 408, then good", {status(503), status(500), status(408), good()});
    done("changed to the same size between attempts", {cut(Ending::Reset), good(2)}, 2);
    done("changed though If-Range is ignored",
         {cut(Ending::Reset), changed([](Reply &r) { r.looksAtIfRange = false; }, 2)}, 2);
    done("changed and without validators",
         {cut(Ending::Reset),
          changed([](Reply &r) { r.looksAtIfRange = false, r.etag.clear(), r.lastModified.clear(); }, 2)},
         2);
    done("cut without validators, then changed",
         {changed([](Reply &r) { r.etag.clear(), r.lastModified.clear(), r.stopAfter = kSize / 2; }), good(2)}, 2);
    done("no ranges after a reset", {cut(Ending::Reset), changed([](Reply &r) { r.honoursRange = false; })});
    done("a range with a wrong start, then good",
         {cut(Ending::Reset), changed([](Reply &r) { r.contentRange = "bytes 5-399999/400000"; }), good()});
    done("a range of a wrong total, then good",
         {cut(Ending::Reset), changed([](Reply &r) { r.contentRange = "bytes 200000-399999/400007"; }), good()});
    done("416 after a reset, then good", {cut(Ending::Reset), status(416), good()});
    done("412 after a reset, then good", {cut(Ending::Reset), status(412), good()});
    done("chunks without end, then good",
         {changed([](Reply &r) { r.framing = Reply::Framing::ChunkedWithoutEnd; }), good()});
    done("garbage, then good", {changed([](Reply &r) { r.raw = std::string(5'000, '\x7'); }), good()});
    error("404", {status(404)}, Cause::NotFound);
    error("401", {status(401)}, Cause::SignInNeeded);
    error("403", {status(403)}, Cause::AccessRefused);
    error("410", {status(410)}, Cause::NotFound);
    error("501", {status(501)}, Cause::ServerBusy);
    error("503 for ever", {status(503)}, Cause::ServerBusy);
    error("garbage for ever", {changed([](Reply &r) { r.raw = "220 ready\r\n"; })}, Cause::InvalidResponse);
    error("breaks at the same byte for ever",
          {cut(Ending::Reset), changed([](Reply &r) { r.stopAfter = 0, r.ending = Ending::Reset; })},
          Cause::ConnectionLost);
    error("two lengths", {changed([](Reply &r) { r.headers = {"Content-Length: 5"}; })}, Cause::InvalidResponse);
    error("gzip nobody asked for", {changed([](Reply &r) { r.headers = {"Content-Encoding: gzip"}; })}, Cause::Encoded);
    error("a wrong digest",
          {changed([](Reply &r) { r.headers = {"Repr-Digest: sha-256=:" + std::string(43, 'A') + "=:"}; })},
          Cause::ChecksumMismatch);
    error("a redirect to a file",
          {changed([](Reply &r) { r.status = 302, r.headers = {"Location: file:///etc/passwd"}; })},
          Cause::RedirectRefused);
    error("a redirect to itself", {changed([](Reply &r) { r.status = 302, r.headers = {"Location: /file"}; })},
          Cause::RedirectLoop);
}

void TestEngineFaults::everyFaultEndsAsTheTableSays()
{
    QFETCH(std::vector<Reply>, replies);
    QFETCH(JobState, state);
    QFETCH(Cause, cause);
    QFETCH(int, version);
    auto &engine = *m_engine;
    engine.server.script("/file", replies);

    const JobId id = engine->add(engine.draft("/file"));

    QVERIFY(engine->waitFor(id, state));
    const auto job = engine->job(id);
    QCOMPARE(job.error ? job.error->cause : Cause::None, cause);
    if (version > 0)
        QVERIFY(engine.target.read("file") == patternedBytes(kSize, static_cast<unsigned>(version)));
    else
        QVERIFY(!engine.target.has("file"));
    // Each attempt stands in the history, the first cause too.
    const auto history = engine->history(id);
    const auto attempts = std::count_if(history.begin(), history.end(),
                                        [](const auto &e) { return e.event == HistoryEvent::AttemptFailed; });
    QCOMPARE(static_cast<std::uint32_t>(attempts), job.status.errorCount);

    // And a new session finds it so; after Cancel nothing is left.
    engine.restart();
    QCOMPARE(engine->job(id).status.state, state);
    if (state == JobState::Error)
        QVERIFY(engine->apply(Verb::Cancel, id).refused.empty());
    QCOMPARE(engine.target.names(), version > 0 ? std::vector<std::string> {"file"} : std::vector<std::string> {});
}

void TestEngineFaults::aTargetThatAppearsMeanwhileIsNotReplaced()
{
    auto &engine = *m_engine;
    engine.server.script("/file", {cut(Reply::Ending::Stall)});
    const JobId id = engine->add(engine.draft("/file"));
    QVERIFY(engine->waitUntil(id, [](const JobRecord &job) { return job.status.bytesTransferred >= kSize / 2; }));
    engine->apply(Verb::Suspend, id);
    engine.target.write("file", "mine");
    engine.server.script("/file", {good()});

    engine->apply(Verb::Resume, id);

    QVERIFY(engine->waitFor(id, JobState::Error));
    QCOMPARE(engine->job(id).error->cause, Cause::TargetExists);
    QVERIFY(engine.target.read("file") == "mine");
    QVERIFY(engine->apply(Verb::Cancel, id).refused.empty());
    QCOMPARE(engine.target.names(), std::vector<std::string> {"file"});
}

void TestEngineFaults::aFolderDeletedMeanwhileIsAnErrorThatResumeMends()
{
    auto &engine = *m_engine;
    engine.server.script("/file", {cut(Reply::Ending::Stall), good()});
    auto draft = engine.draft("/file");
    draft.folder = engine.target.path("sub");
    draft.options.stallTimeout = Milliseconds(300);
    const JobId id = engine->add(draft);
    QVERIFY(engine->waitUntil(id, [](const JobRecord &job) { return job.status.bytesTransferred >= kSize / 2; }));

    std::filesystem::remove_all(draft.folder);

    QVERIFY(engine->waitFor(id, JobState::Error));
    QCOMPARE(engine->job(id).error->cause, Cause::FolderMissing);
    std::filesystem::create_directory(draft.folder);
    engine->apply(Verb::Resume, id);
    QVERIFY(engine->waitFor(id, JobState::Acknowledged));
    QVERIFY(engine.target.read("sub/file") == good().body);
}

void TestEngineFaults::aClockThatJumpsLosesNothing_data()
{
    QTest::addColumn<int>("years");
    QTest::newRow("forward") << 20;
    QTest::newRow("back") << -30;
}

// The wall clock only: nobody sets the steady one.
void TestEngineFaults::aClockThatJumpsLosesNothing()
{
    QFETCH(int, years);
    auto &engine = *m_engine;
    const auto jump = std::make_shared<std::atomic<int>>(0);
    engine.setClock([jump] {
        auto now = systemNow();
        now.wall += std::chrono::hours(24 * 365) * jump->load();
        return now;
    });
    engine.restart();
    engine.server.script("/file", {cut(Reply::Ending::Reset), status(503), good()});
    engine.server.script("/gone", {status(404)});
    auto draft = engine.draft("/file");
    draft.options.retry.fixedDelay = Milliseconds(300);
    const JobId id = engine->add(draft);
    const JobId gone = engine->add(engine.draft("/gone"));
    QVERIFY(engine->waitFor(id, JobState::TransientError));
    QVERIFY(engine->waitFor(gone, JobState::Error));

    *jump = years;
    engine.restart();

    QVERIFY(engine->waitFor(id, JobState::Acknowledged));
    QVERIFY(engine.target.read("file") == good().body);
    QCOMPARE(engine->job(gone).status.state, JobState::Error);
}

void TestEngineFaults::rangesOfAFileOutliveTheEngine()
{
    auto &engine = *m_engine;
    engine.server.script("/file", {good(), cut(Reply::Ending::Stall), good()});
    auto draft = engine.draft("/file");
    draft.files[0].ranges = {{300'000, kUnknownSize}, {0, 250'000}};
    const JobId id = engine->add(draft);
    QVERIFY(engine->waitUntil(id, [](const JobRecord &job) { return job.status.bytesTransferred >= 300'000; }));

    engine.restart();

    QVERIFY(engine->waitFor(id, JobState::Acknowledged));
    const auto body = good().body;
    QVERIFY(engine.target.read("file") == body.substr(300'000) + body.substr(0, 250'000));
    QCOMPARE(engine->job(id).status.bytesTotal, Bytes {350'000});
    const auto last = engine.server.requests("/file").back().header("Range");
    QVERIFY2(last.ends_with("-249999") && !last.starts_with("bytes=0-"), last.c_str());
}

void TestEngineFaults::theFirstByteTimeOutIsTheOneThatIsTold()
{
    auto &engine = *m_engine;
    engine.server.script("/file", {changed([](Reply &r) { r.stallsBeforeHead = true; })});
    auto draft = engine.draft("/file");
    draft.options.firstByteTimeout = Milliseconds(200);
    draft.options.retry.maxRetries = 1;

    const JobId id = engine->add(draft);

    QVERIFY(engine->waitFor(id, JobState::Error));
    engine.restart();
    const auto error = engine->job(id).error;
    QCOMPARE(error->cause, Cause::TimedOut);
    QCOMPARE(error->detail, std::string("first-byte-timeout: 0.2 s"));
    QCOMPARE(error->exchange.address, "127.0.0.1:" + std::to_string(engine.server.port()));
}

void TestEngineFaults::faultsLeaveNothingOpen()
{
    auto &engine = *m_engine;
    engine.server.serve("/warm", "up");
    QVERIFY(engine->waitFor(engine->add(engine.draft("/warm")), JobState::Acknowledged));
    const auto before = openFiles();
    std::vector<JobId> jobs;
    for (int i = 0; i < 60; ++i) {
        const auto path = "/file" + std::to_string(i);
        engine.server.script(path,
                             {cut(i % 2 == 0 ? Reply::Ending::Reset : Reply::Ending::Close), status(503), good()});
        jobs.push_back(engine->add(engine.draft(path)));
    }

    for (const JobId id : jobs)
        QVERIFY(engine->waitFor(id, JobState::Acknowledged));

    // The connections that are kept for later, on both sides.
    QVERIFY2(openFiles() <= before + 2 * 34, qPrintable(QString::number(openFiles() - before)));
    QCOMPARE(engine.target.names().size(), std::size_t {61});
}

QTEST_GUILESS_MAIN(TestEngineFaults)
#include "tst_enginefaults.moc"
