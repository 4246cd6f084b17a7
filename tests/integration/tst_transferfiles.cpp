// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QCryptographicHash>
#include <csignal>
#include <filesystem>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>

#include "support/faultserver.h"
#include "transferfixture.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

std::size_t openFiles()
{
    const std::filesystem::directory_iterator files("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

Reply cutReply(const std::string &body, std::size_t at, Reply::Ending ending)
{
    Reply reply;
    reply.body = body;
    reply.stopAfter = at;
    reply.ending = ending;
    return reply;
}

Checksum sha256(const std::string &bytes)
{
    const auto hash = QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256);
    return {ChecksumAlgorithm::Sha256, hash.toHex().toStdString()};
}

} // namespace

/// What happens to the files on the disk, from the first byte to the final name.
class TestTransferFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyFileFinishes();
    void aRightChecksumIsAccepted_data();
    void aRightChecksumIsAccepted();
    void aWrongChecksumDeletesThePart();
    void aChecksumLiftsTheMarkOfAnUnverifiedLength();
    void theTimeStampIsTheServers();
    void theModeObeysTheUmask();
    void anExistingTargetIsNotDownloadedFor();
    void aTargetThatAppearsIsNotReplaced();
    void aMissingFolderIsALocalError();
    void aFullDiskIsALocalError();
    void aDiskThatIsTooSmallIsFoundOutAtOnce();
    void anArchiveIsTakenAsItIs();
    void aPackedFileIsTakenIfTheUserSaysSo();
    void aPlantedLinkIsNotFollowed();
    void aStoppedTransferGoesOnWhereItStopped();
    void aStoppedTransferSaysNothingMore();
    void stoppingWhatDoesNotRunIsHarmless();
    void startingAgainReplacesTheRunningTransfer();
    void withoutAValidatorNothingIsGoneOnFrom();
    void aCheckpointComesWhileDataFlows();
    void aPartFileThatIsTooShortBeginsAgain();
    void aFileThatIsAllHereIsOnlyVerified();
    void anAllHereFileThatChangedIsFetchedAgain();
    void progressIsToldSparingly();
    void wakeEndsTheWait();
    void manyFilesLeaveNothingOpen();
};

void TestTransferFiles::anEmptyFileFinishes()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "");
    auto request = fixture.request(server.address("/file"));
    request.file.checksum = sha256("");

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(outcome.finished->size, Bytes {0});
    QVERIFY(fixture.giveName(request, outcome));
    QCOMPARE(*fixture.folder().read("file.bin"), std::string());
}

void TestTransferFiles::aRightChecksumIsAccepted_data()
{
    QTest::addColumn<bool>("resumed");
    QTest::newRow("from the start") << false;
    QTest::newRow("gone on with") << true;
}

void TestTransferFiles::aRightChecksumIsAccepted()
{
    QFETCH(bool, resumed);
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(5'000'000);
    server.serve("/file", body);
    auto request = fixture.request(server.address("/file"));
    request.file.checksum = sha256(body);
    if (resumed) {
        server.script("/file", {cutReply(body, 3'000'000, Reply::Ending::Close), Reply {.body = body}});
        request.resumeFrom = fixture.fetch(request).failed->checkpoint;
        QCOMPARE(request.resumeFrom.offset, Bytes {3'000'000});
    }

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == body);
}

void TestTransferFiles::aWrongChecksumDeletesThePart()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "not what was meant");
    auto request = fixture.request(server.address("/file"));
    request.file.checksum = sha256("what was meant");

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code, code::kValidationFailed);
    QCOMPARE(outcome.failed->error.cause, Cause::ChecksumMismatch);
    QCOMPARE(outcome.failed->error.context, ErrorContext::LocalFile);
    QCOMPARE(outcome.failed->error.detail, sha256("not what was meant").hex);
    QVERIFY(!outcome.failed->error.transient);
    QCOMPARE(outcome.failed->checkpoint, Checkpoint {});
    QVERIFY(fixture.folder().names().empty());
}

void TestTransferFiles::aChecksumLiftsTheMarkOfAnUnverifiedLength()
{
    FaultServer server;
    TransferFixture fixture;
    Reply reply;
    reply.body = "bytes";
    reply.framing = Reply::Framing::UntilClose;
    server.script("/file", {reply});
    auto request = fixture.request(server.address("/file"));
    request.file.checksum = sha256("bytes");

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(!outcome.finished->lengthUnverified);
}

void TestTransferFiles::theTimeStampIsTheServers()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "bytes");
    const auto request = fixture.request(server.address("/file"));

    const auto outcome = fixture.fetch(request);
    QVERIFY(outcome.finished);
    QVERIFY(fixture.giveName(request, outcome));

    struct stat status { };
    QCOMPARE(::stat(request.location.target.c_str(), &status), 0);
    QCOMPARE(status.st_mtim.tv_sec, time_t {1'704'103'200}); // Mon, 01 Jan 2024 10:00:00 GMT
}

void TestTransferFiles::theModeObeysTheUmask()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "bytes");
    const auto request = fixture.request(server.address("/file"));
    const auto old = ::umask(0027);

    const auto outcome = fixture.fetch(request);

    ::umask(old);
    QVERIFY(outcome.finished);
    struct stat status { };
    QCOMPARE(::stat(request.location.part.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t {0640});
}

void TestTransferFiles::anExistingTargetIsNotDownloadedFor()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "new");
    fixture.folder().write("file.bin", "old");
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = {100, 1'000, "\"v1\"", ""};

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code, code::kFileExists);
    QCOMPARE(outcome.failed->error.cause, Cause::TargetExists);
    QCOMPARE(outcome.failed->error.context, ErrorContext::LocalFile);
    QVERIFY(outcome.failed->error.host.empty());
    QVERIFY(!outcome.failed->error.transient);
    QCOMPARE(outcome.failed->checkpoint, request.resumeFrom); // what is here stays worth what it was
    QVERIFY(server.requests("/file").empty());
    QCOMPARE(*fixture.folder().read("file.bin"), std::string("old"));
}

void TestTransferFiles::aTargetThatAppearsIsNotReplaced()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "new");
    const auto request = fixture.request(server.address("/file"));
    const auto outcome = fixture.fetch(request);
    QVERIFY(outcome.finished);
    fixture.folder().write("file.bin", "old");

    const auto named = fixture.giveName(request, outcome);

    QVERIFY(!named);
    QCOMPARE(named.error().code, code::kFileExists);
    QCOMPARE(*fixture.folder().read("file.bin"), std::string("old"));
    QCOMPARE(*fixture.part(request), std::string("new"));
}

void TestTransferFiles::aMissingFolderIsALocalError()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "bytes");
    auto request = fixture.request(server.address("/file"));
    request.location = {fixture.folder().path("gone/file"), fixture.folder().path("gone/.file.part")};

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, 0x80070003U);
    QCOMPARE(outcome.failed->error.cause, Cause::FolderMissing);
    QCOMPARE(outcome.failed->error.native, (NativeCode {NativeKind::Errno, ENOENT}));
    QVERIFY(outcome.failed->error.protocol.empty());
}

void TestTransferFiles::aFullDiskIsALocalError()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(1'000'000);
    server.serve("/file", body);
    auto request = fixture.request(server.address("/file"));
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old {};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const rlimit small {500'000, old.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);

    const auto outcome = fixture.fetch(request);

    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, 0x800700DFU);
    QCOMPARE(outcome.failed->error.cause, Cause::FileTooLarge);
    QCOMPARE(outcome.failed->error.context, ErrorContext::LocalFile);
    QCOMPARE(outcome.failed->error.native, (NativeCode {NativeKind::Errno, EFBIG}));
    QVERIFY(!outcome.failed->error.transient);
    QCOMPARE(outcome.failed->checkpoint.offset, Bytes {500'000});
    request.resumeFrom = outcome.failed->checkpoint;
    QVERIFY(fixture.fetch(request).finished); // room again
    QVERIFY(fixture.part(request) == body);
}

void TestTransferFiles::aDiskThatIsTooSmallIsFoundOutAtOnce()
{
    FaultServer server;
    TransferFixture fixture;
    Reply reply;
    reply.promisedLength = std::uint64_t {1} << 43; // below what ext4 takes for one file
    reply.stopAfter = 0;
    reply.ending = Reply::Ending::Stall;
    server.script("/file", {reply});
    const auto request = fixture.request(server.address("/file"));

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::DiskFull);
    QCOMPARE(outcome.failed->error.native.kind, NativeKind::Errno);
    QVERIFY(outcome.starts.empty());
}

void TestTransferFiles::anArchiveIsTakenAsItIs()
{
    FaultServer server;
    TransferFixture fixture;
    Reply reply;
    reply.body = "\x1f\x8b compressed";
    reply.headers = {"Content-Encoding: x-gzip"};
    server.script("/a.tar.gz", {reply});
    const auto request = fixture.request(server.address("/a.tar.gz"), "a.tar.gz");

    QVERIFY(fixture.fetch(request).finished);

    QCOMPARE(*fixture.part(request), reply.body);
}

void TestTransferFiles::aPackedFileIsTakenIfTheUserSaysSo()
{
    FaultServer server;
    TransferFixture fixture;
    Reply reply;
    reply.body = "\x1f\x8b compressed";
    reply.headers = {"Content-Encoding: gzip"};
    server.script("/a.txt", {reply});
    auto request = fixture.request(server.address("/a.txt"), "a.txt");

    const auto refused = fixture.fetch(request);
    withOptions(request, [](JobOptions &options) { options.takesPacked = true; });
    const auto taken = fixture.fetch(request);

    QVERIFY(refused.failed);
    QCOMPARE(refused.failed->error.cause, Cause::Encoded);
    QVERIFY(taken.finished);
    QCOMPARE(*fixture.part(request), reply.body);
}

void TestTransferFiles::aPlantedLinkIsNotFollowed()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "bytes");
    fixture.folder().write("precious", "precious");
    const auto request = fixture.request(server.address("/file"));
    std::filesystem::create_symlink(fixture.folder().path("precious"), request.location.part);

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.context, ErrorContext::LocalFile);
    QCOMPARE(*fixture.folder().read("precious"), std::string("precious"));
}

void TestTransferFiles::aStoppedTransferGoesOnWhereItStopped()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(400'000);
    server.script("/file", {cutReply(body, 250'000, Reply::Ending::Stall), Reply {.body = body}});
    auto request = fixture.request(server.address("/file"));
    fixture.engine().start(request);
    static_cast<void>(fixture.runUntil(request.key, [](const Outcome &outcome) {
        return !outcome.progress.empty() && outcome.progress.back().transferred == 250'000;
    }));

    request.resumeFrom = fixture.engine().stop(request.key);
    const auto outcome = fixture.fetch(request);

    QCOMPARE(request.resumeFrom, (Checkpoint {250'000, 400'000, "\"v1\"", "Mon, 01 Jan 2024 10:00:00 GMT"}));
    QVERIFY(outcome.finished);
    QCOMPARE(outcome.starts.front().offset, Bytes {250'000});
    QVERIFY(fixture.part(request) == body);
}

void TestTransferFiles::aStoppedTransferSaysNothingMore()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "bytes");
    const auto request = fixture.request(server.address("/file"));
    const auto bad = fixture.request("nonsense", "bad");
    auto badKeyed = bad;
    badKeyed.key.file = 1;
    fixture.engine().start(request);
    fixture.engine().start(badKeyed); // its failure is known at once

    static_cast<void>(fixture.engine().stop(request.key));
    static_cast<void>(fixture.engine().stop(badKeyed.key));
    std::vector<TransferEvent> events;
    fixture.engine().run(Milliseconds(300), events);

    QVERIFY(events.empty());
}

void TestTransferFiles::stoppingWhatDoesNotRunIsHarmless()
{
    TransferFixture fixture;

    QCOMPARE(fixture.engine().stop({{1, 2}, 3}), Checkpoint {});
}

void TestTransferFiles::startingAgainReplacesTheRunningTransfer()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {cutReply("bytes", 2, Reply::Ending::Stall), Reply {.body = "bytes"}});
    const auto request = fixture.request(server.address("/file"));
    fixture.engine().start(request);
    static_cast<void>(fixture.runUntil(request.key, [](const Outcome &outcome) { return !outcome.starts.empty(); }));

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(*fixture.part(request), std::string("bytes"));
}

void TestTransferFiles::withoutAValidatorNothingIsGoneOnFrom()
{
    FaultServer server;
    TransferFixture fixture;
    auto cut = cutReply(patternedBytes(400'000), 250'000, Reply::Ending::Stall);
    cut.etag = "W/\"weak\"";
    cut.lastModified.clear();
    server.script("/file", {cut});
    auto request = fixture.request(server.address("/file"));
    fixture.engine().start(request);
    static_cast<void>(fixture.runUntil(request.key, [](const Outcome &outcome) { return !outcome.progress.empty(); }));

    const auto checkpoint = fixture.engine().stop(request.key);

    QCOMPARE(checkpoint.offset, Bytes {0});
}

void TestTransferFiles::aCheckpointComesWhileDataFlows()
{
    FaultServer server;
    TransferFixture fixture;
    constexpr std::size_t kSize = 40'000'000;
    const auto body = patternedBytes(kSize);
    server.script("/file", {cutReply(body, kSize - 1, Reply::Ending::Stall)});
    const auto request = fixture.request(server.address("/file"));
    fixture.engine().start(request);

    const auto outcome = fixture.runUntil(request.key, [](const Outcome &o) { return !o.checkpoints.empty(); });

    QVERIFY(!outcome.checkpoints.empty());
    const auto &checkpoint = outcome.checkpoints.front().checkpoint;
    QVERIFY(checkpoint.offset > 0);
    QCOMPARE(checkpoint.total, Bytes {kSize});
    QCOMPARE(checkpoint.etag, std::string("\"v1\""));
    QVERIFY(fixture.part(request)->size() >= checkpoint.offset);
}

void TestTransferFiles::aPartFileThatIsTooShortBeginsAgain()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "the file");
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = {4, 8, "\"v1\"", ""};
    fixture.folder().write(".file.bin.part", "the");

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(server.requests("/file").front().header("Range").empty());
    QCOMPARE(*fixture.part(request), std::string("the file"));
}

void TestTransferFiles::aFileThatIsAllHereIsOnlyVerified()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "the file");
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = {8, 8, "\"v1\"", ""};
    fixture.folder().write(".file.bin.part", "the file");

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QCOMPARE(outcome.starts.front().offset, Bytes {7});
    QCOMPARE(*fixture.part(request), std::string("the file"));
}

void TestTransferFiles::anAllHereFileThatChangedIsFetchedAgain()
{
    FaultServer server;
    TransferFixture fixture;
    Reply changed;
    changed.body = "the pile";
    changed.etag = "\"v2\"";
    server.script("/file", {changed});
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = {8, 8, "\"v1\"", ""};
    fixture.folder().write(".file.bin.part", "the file");

    QVERIFY(fixture.fetch(request).finished);

    QCOMPARE(*fixture.part(request), std::string("the pile"));
}

void TestTransferFiles::progressIsToldSparingly()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", patternedBytes(30'000'000));
    const auto request = fixture.request(server.address("/file"));
    QElapsedTimer timer;
    timer.start();

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(static_cast<qint64>(outcome.progress.size()) <= timer.elapsed() / 100 + 2);
}

void TestTransferFiles::wakeEndsTheWait()
{
    TransferFixture fixture;
    std::vector<TransferEvent> events;
    QElapsedTimer timer;
    timer.start();

    std::thread other([&fixture] { fixture.engine().wake(); });
    fixture.engine().run(Milliseconds(60'000), events);
    other.join();

    QVERIFY(timer.elapsed() < 30'000);
    QVERIFY(events.empty());
}

void TestTransferFiles::manyFilesLeaveNothingOpen()
{
    FaultServer server;
    TransferFixture fixture;
    const auto body = patternedBytes(16'384);
    server.serve("/file", body);
    static_cast<void>(fixture.fetch(fixture.request(server.address("/file"), "warmup")));
    const auto before = openFiles();
    constexpr std::uint32_t kFiles = 500;
    std::uint32_t started = 0;
    std::uint32_t finished = 0;
    std::vector<TransferEvent> events;
    const auto startNext = [&] {
        auto request = fixture.request(server.address("/file"), std::to_string(started));
        request.key.file = ++started;
        fixture.engine().start(request);
    };
    for (int i = 0; i < 20; ++i)
        startNext();

    QElapsedTimer timer;
    timer.start();
    while (finished < kFiles && timer.elapsed() < 60'000) {
        events.clear();
        fixture.engine().run(Milliseconds(1'000), events);
        for (const auto &event : events) {
            QVERIFY(!std::holds_alternative<TransferFailed>(event));
            if (!std::holds_alternative<TransferFinished>(event))
                continue;
            ++finished;
            if (started < kFiles)
                startNext();
        }
    }

    QCOMPARE(finished, kFiles);
    for (std::uint32_t i = 0; i < kFiles; ++i)
        QVERIFY(fixture.folder().read('.' + std::to_string(i) + ".part") == body);
    QVERIFY(server.connections() <= 21);
    QVERIFY2(openFiles() <= before + 2 * 20 + 4,
             qPrintable(QString::number(openFiles()))); // connections, on both sides
}

QTEST_GUILESS_MAIN(TestTransferFiles)
#include "tst_transferfiles.moc"
