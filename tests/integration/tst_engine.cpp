// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QCryptographicHash>
#include <QFile>

#include <filesystem>

#include "engine/localengine.h"
#include "store/storeopen.h"
#include "support/faultserver.h"
#include "support/nginx.h"
#include "support/sandbox.h"
#include "support/servicecaller.h"
#include "transfer/curl/curlengine.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

/// The whole engine on real input: nginx and a faulty server, files on a disk, the store in SQLite.
class TestEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLargeFileArrivesWhole();
    void aJobWithAMissingFileIsMendedAndCompletes();
    void completeOfAFailedJobKeepsExactlyTheFinishedFiles();
    void cancelOfAFailedJobLeavesNothing();
    void aServerThatResetsTwiceIsOutlived();
    void aJobOutlivesTheEngine();
    void anExistingFileIsNeverTouched();

private:
    void start();
    [[nodiscard]] JobDraft draft(const std::vector<std::string> &addresses) const;
    [[nodiscard]] std::vector<std::string> twelveFiles(const std::string &third) const;

    Sandbox m_served;
    std::unique_ptr<Nginx> m_nginx;
    std::unique_ptr<Sandbox> m_target;
    std::unique_ptr<Sandbox> m_store;
    std::unique_ptr<LocalEngine> m_engine;
    std::unique_ptr<ServiceCaller> m_caller;

private Q_SLOTS:
    void init()
    {
        m_target = std::make_unique<Sandbox>();
        m_store = std::make_unique<Sandbox>();
        start();
    }
    void cleanup()
    {
        m_caller.reset();
        m_engine.reset();
    }
};

namespace {

constexpr qint64 kLarge = 200'000'000;

QByteArray sha256(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

} // namespace

void TestEngine::initTestCase()
{
    QVERIFY2(Nginx::isInstalled(), "nginx is missing: apt-get install nginx-light");
    const std::string block = patternedBytes(1'000'000);
    QFile large(QString::fromStdString(m_served.path("large.bin")));
    QVERIFY(large.open(QIODevice::WriteOnly));
    for (qint64 written = 0; written < kLarge; written += static_cast<qint64>(block.size()))
        large.write(block.data(), static_cast<qint64>(block.size()));
    large.close();
    for (int i = 1; i <= 12; ++i)
        m_served.write("part" + std::to_string(i), patternedBytes(40'000, static_cast<unsigned>(i)));
    m_nginx = std::make_unique<Nginx>(Nginx::Setup {m_served.path(), {}, {}, {}, true});
}

void TestEngine::start()
{
    m_caller.reset();
    m_engine.reset();
    auto opened = openStore(m_store->path());
    QVERIFY(opened);
    LocalEngine::Parts parts;
    parts.transfers = makeCurlEngine();
    parts.journal = std::move(opened->journal);
    parts.jobs = std::move(opened->jobs);
    parts.clock = &systemNow;
    m_engine = std::make_unique<LocalEngine>(std::move(parts));
    m_caller = std::make_unique<ServiceCaller>(m_engine->attach(LocalEngine::ChangeFeed::On));
}

JobDraft TestEngine::draft(const std::vector<std::string> &addresses) const
{
    JobDraft draft;
    draft.folder = m_target->path();
    for (const std::string &address : addresses)
        draft.files.push_back({address, {}, {}});
    draft.options.retry.fixedDelay = 200ms;
    return draft;
}

std::vector<std::string> TestEngine::twelveFiles(const std::string &third) const
{
    std::vector<std::string> addresses;
    for (int i = 1; i <= 12; ++i)
        addresses.push_back(m_nginx->address("/part" + std::to_string(i)));
    addresses[2] = m_nginx->address('/' + third);
    return addresses;
}

void TestEngine::aLargeFileArrivesWhole()
{
    JobDraft large = draft({m_nginx->address("/large.bin")});
    large.files[0].checksum = parseChecksum("sha256:" + sha256(m_served.path("large.bin")).toStdString());
    QVERIFY(large.files[0].checksum);

    const JobId id = m_caller->add(large);

    QVERIFY(m_caller->waitFor(id, JobState::Acknowledged));
    QCOMPARE(m_target->names(), std::vector<std::string> {"large.bin"});
    QCOMPARE(sha256(m_target->path("large.bin")), sha256(m_served.path("large.bin")));
    QCOMPARE(m_caller->job(id).status.bytesTransferred, Bytes {kLarge});
}

void TestEngine::aJobWithAMissingFileIsMendedAndCompletes()
{
    const JobId id = m_caller->add(draft(twelveFiles("missing")));
    QVERIFY(m_caller->waitFor(id, JobState::Error));
    const JobError error = *m_caller->job(id).error;
    QCOMPARE(error.code, fromHttpStatus(404));
    QCOMPARE(error.context, ErrorContext::RemoteFile);
    QCOMPARE(error.file->index, 2U);
    QCOMPARE(error.file->local, m_target->path("missing"));
    QVERIFY(!m_target->has("part1"));

    JobEdit change;
    change.addresses = {{2, m_nginx->address("/part3")}};
    m_caller->call(EditJobs {{id}, change});
    m_caller->apply(Verb::Resume, id);

    QVERIFY(m_caller->waitFor(id, JobState::Acknowledged));
    QCOMPARE(m_target->names().size(), std::size_t {12});
    QCOMPARE(m_target->read("missing"), m_served.read("part3"));
    QCOMPARE(m_target->read("part12"), m_served.read("part12"));
}

void TestEngine::completeOfAFailedJobKeepsExactlyTheFinishedFiles()
{
    JobDraft twelve = draft(twelveFiles("missing"));
    twelve.options.parallelFiles = 1;
    const JobId id = m_caller->add(twelve);
    QVERIFY(m_caller->waitFor(id, JobState::Error));

    const VerbReport report = m_caller->apply(Verb::Complete, id);

    QCOMPARE(report.doneWithRemarks.size(), std::size_t {1});
    QCOMPARE(report.doneWithRemarks.front().second, code::kPartialComplete);
    QCOMPARE(m_target->names(), (std::vector<std::string> {"part1", "part2"}));
    QCOMPARE(m_target->read("part2"), m_served.read("part2"));
}

void TestEngine::cancelOfAFailedJobLeavesNothing()
{
    const JobId id = m_caller->add(draft(twelveFiles("missing")));
    QVERIFY(m_caller->waitFor(id, JobState::Error));

    m_caller->apply(Verb::Cancel, id);

    QCOMPARE(m_caller->job(id).status.state, JobState::Cancelled);
    QVERIFY(m_target->names().empty());
}

void TestEngine::aServerThatResetsTwiceIsOutlived()
{
    FaultServer server;
    Reply whole;
    whole.body = patternedBytes(600'000);
    Reply broken = whole;
    broken.ending = Reply::Ending::Reset;
    broken.stopAfter = 200'000;
    server.script("/flaky", {broken, broken, whole});

    const JobId id = m_caller->add(draft({server.address("/flaky")}));

    QVERIFY(m_caller->waitFor(id, JobState::Acknowledged));
    QCOMPARE(m_target->read("flaky"), whole.body);
    QCOMPARE(m_caller->job(id).status.errorCount, 2U);
    QCOMPARE(server.requests("/flaky").size(), std::size_t {3});
    QVERIFY(!server.requests("/flaky").back().header("If-Range").empty());
    const auto history = m_caller->history(id);
    QCOMPARE(std::count_if(history.begin(), history.end(),
                           [](const HistoryEntry &e) { return e.event == HistoryEvent::AttemptFailed; }),
             2);
}

void TestEngine::aJobOutlivesTheEngine()
{
    FaultServer server;
    Reply whole;
    whole.body = patternedBytes(900'000);
    Reply stalls = whole;
    stalls.stopAfter = 500'000;
    stalls.ending = Reply::Ending::Stall;
    server.script("/slow", {stalls, whole});
    const JobId id = m_caller->add(draft({server.address("/slow")}));
    const JobId failed = m_caller->add(draft({m_nginx->address("/missing")}));
    QVERIFY(m_caller->waitFor(failed, JobState::Error));
    QVERIFY(m_caller->waitUntil(id, [](const JobRecord &job) { return job.status.bytesTransferred >= 500'000; }));

    start();

    QVERIFY(m_caller->waitFor(id, JobState::Acknowledged));
    QCOMPARE(m_target->read("slow"), whole.body);
    QVERIFY(server.requests("/slow").back().header("Range").starts_with("bytes="));
    QCOMPARE(m_caller->job(failed).error->code, fromHttpStatus(404));
}

void TestEngine::anExistingFileIsNeverTouched()
{
    m_target->write("part1", "mine");

    const auto refused = m_caller->call(AddJob {draft({m_nginx->address("/part1")})});
    QVERIFY(!refused);
    QCOMPARE(refused.error().refusal, Refusal::TargetExists);

    JobDraft beside = draft({m_nginx->address("/part1")});
    beside.renameExisting = true;
    const JobId id = m_caller->add(beside);
    QVERIFY(m_caller->waitFor(id, JobState::Acknowledged));
    QCOMPARE(m_target->read("part1"), "mine");
    QCOMPARE(m_target->read("part1 (2)"), m_served.read("part1"));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
