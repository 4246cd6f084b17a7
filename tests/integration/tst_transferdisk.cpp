// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cerrno>
#include <filesystem>

#include <sys/stat.h>

#include "enginefixture.h"
#include "support/smallvolume.h"
#include "transfer/files/volume.h"
#include "transferfixture.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

constexpr std::size_t kBody = 3'000'000;

Reply reply(Reply::Framing framing = Reply::Framing::Length)
{
    Reply reply;
    reply.body = patternedBytes(kBody);
    reply.framing = framing;
    return reply;
}

TransferRequest requestOn(const SmallVolume &volume, const TransferFixture &fixture, const std::string &address)
{
    auto request = fixture.request(address);
    request.location = {volume.path("file.bin"), volume.path(".file.bin.part")};
    return request;
}

} // namespace

/// What a disk can do wrong: real volumes that are full, read-only or gone. Those need root; the rest does not.
class TestTransferDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aVolumeWithoutRoomIsToldBeforeTheFirstByte();
    void aVolumeThatFillsUpKeepsWhatItTook();
    void aReadOnlyVolumeIsALocalError();
    void spaceClaimedInVainIsGivenBack();
    void aFolderThatIsDeletedMeanwhileIsALocalError();
    void aDiskThatIsTakenAwayInFlightIsALocalError();
    void aJobWaitsForItsDisk_data();
    void aJobWaitsForItsDisk();
    void anArrivedFileWaitsForItsDisk();
    void aNameThatIsTooLongIsALocalError();
    void aNameThatIsNotUnicodeIsANameAllTheSame();
    void aFullDiskStopsTheJobUntilThereIsRoom();
};

#define NEEDS_VOLUME(volume)                                                                                           \
    if (!volume.isMounted())                                                                                           \
    QSKIP("only root may mount a volume")

void TestTransferDisk::aVolumeWithoutRoomIsToldBeforeTheFirstByte()
{
    const SmallVolume volume(1'024);
    NEEDS_VOLUME(volume);
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {reply()});

    const auto outcome = fixture.fetch(requestOn(volume, fixture, server.address("/file")));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::DiskFull);
    QCOMPARE(outcome.failed->error.code.value, 0x80070070U);
    QCOMPARE(QString::fromStdString(outcome.failed->error.detail),
             QStringLiteral("needed: 3000000 B, free: 1048576 B"));
    QVERIFY(outcome.starts.empty());
}

void TestTransferDisk::aVolumeThatFillsUpKeepsWhatItTook()
{
    SmallVolume volume(1'024);
    NEEDS_VOLUME(volume);
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {reply(Reply::Framing::Chunked), reply()}); // nobody knows how much is to come
    auto request = requestOn(volume, fixture, server.address("/file"));

    const auto full = fixture.fetch(request);

    QVERIFY(full.failed);
    QCOMPARE(full.failed->error.cause, Cause::DiskFull);
    QCOMPARE(full.failed->error.native, (NativeCode {NativeKind::Errno, ENOSPC}));
    QVERIFY(!full.failed->error.transient);
    QVERIFY(full.failed->checkpoint.offset > 0);
    QVERIFY(volume.resize(8'192));
    request.resumeFrom = full.failed->checkpoint;
    QVERIFY(fixture.fetch(request).finished);
    QFile part(QString::fromStdString(request.location.part));
    QVERIFY(part.open(QIODevice::ReadOnly));
    QVERIFY(part.readAll() == QByteArray::fromStdString(reply().body));
}

void TestTransferDisk::aReadOnlyVolumeIsALocalError()
{
    SmallVolume volume(8'192);
    NEEDS_VOLUME(volume);
    QVERIFY(volume.makeReadOnly());
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {reply()});

    const auto outcome = fixture.fetch(requestOn(volume, fixture, server.address("/file")));

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, 0x80070013U);
    QCOMPARE(outcome.failed->error.cause, Cause::CannotWrite);
    QCOMPARE(outcome.failed->error.context, ErrorContext::LocalFile);
}

void TestTransferDisk::spaceClaimedInVainIsGivenBack()
{
    FaultServer server;
    TransferFixture fixture;
    Reply large;
    large.promisedLength = 50'000'000;
    large.stopAfter = 0;
    Reply small = reply();
    small.body.resize(2'000'000);
    small.etag = "\"v2\"";
    server.script("/file", {large, small});
    const auto request = fixture.request(server.address("/file"));
    QVERIFY(fixture.fetch(request).failed);

    QVERIFY(fixture.fetch(request).finished);

    struct stat status { };
    QCOMPARE(::stat(request.location.part.c_str(), &status), 0);
    QVERIFY(status.st_blocks * 512 < 3'000'000);
}

void TestTransferDisk::aFolderThatIsDeletedMeanwhileIsALocalError()
{
    FaultServer server;
    TransferFixture fixture;
    auto slow = reply();
    slow.drip = {500'000, std::chrono::milliseconds(100)};
    server.script("/file", {slow});
    auto request = fixture.request(server.address("/file"));
    const auto folder = fixture.folder().path("sub");
    std::filesystem::create_directory(folder);
    request.location = {folder + "/file.bin", folder + "/.file.bin.part"};
    fixture.engine().start(request);
    QVERIFY(fixture.runUntil(request.key, [](const Outcome &o) { return !o.starts.empty(); }).failed == std::nullopt);

    std::filesystem::remove_all(folder);

    const auto outcome = fixture.runUntil(request.key, [](const Outcome &o) { return o.isOver(); });
    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::FolderMissing);
    // The disk may come back: what it holds is not given up.
    QCOMPARE(outcome.failed->checkpoint.offset, Bytes {500'000});
}

void TestTransferDisk::aDiskThatIsTakenAwayInFlightIsALocalError()
{
    SmallVolume volume(8'192);
    NEEDS_VOLUME(volume);
    FaultServer server;
    TransferFixture fixture;
    auto slow = reply();
    slow.drip = {100'000, std::chrono::milliseconds(100)};
    server.script("/file", {slow});
    auto request = requestOn(volume, fixture, server.address("/file"));
    request.location.volume = volumeOf(volume.path());
    fixture.engine().start(request);
    QVERIFY(!fixture.runUntil(request.key, [](const Outcome &o) { return !o.starts.empty(); }).isOver());

    volume.takeAway(); // by force: our file stays open

    const auto outcome = fixture.runUntil(request.key, [](const Outcome &o) { return o.isOver(); });
    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::VolumeGone);
    QCOMPARE(outcome.failed->error.context, ErrorContext::LocalFile);
    QVERIFY(outcome.failed->checkpoint.offset > 0);
    QVERIFY(outcome.failed->checkpoint.offset < kBody); // long before its end
    QVERIFY(std::filesystem::is_empty(volume.path()));
}

void TestTransferDisk::aJobWaitsForItsDisk_data()
{
    QTest::addColumn<bool>("restarts");
    QTest::addColumn<bool>("folderGoes");
    QTest::newRow("suspended") << false << false;
    QTest::newRow("off") << true << false;
    QTest::newRow("off, and the mount point goes") << true << true;
}

void TestTransferDisk::aJobWaitsForItsDisk()
{
    QFETCH(bool, restarts);
    QFETCH(bool, folderGoes);
    SmallVolume volume(8'192);
    NEEDS_VOLUME(volume);
    EngineFixture engine;
    auto cut = reply();
    cut.stopAfter = 1'000'000;
    cut.ending = Reply::Ending::Stall;
    engine.server.script("/file", {cut, reply()});
    auto draft = engine.draft("/file");
    draft.folder = volume.path();
    const JobId id = engine->add(draft);
    QVERIFY(engine->waitUntil(id, [](const JobRecord &job) { return job.status.bytesTransferred == 1'000'000; }));
    engine->apply(Verb::Suspend, id);
    if (restarts)
        engine.stop();
    QVERIFY(volume.unplug(folderGoes));
    if (restarts)
        engine.restart();

    engine->apply(Verb::Resume, id);

    QVERIFY(engine->waitFor(id, JobState::Error));
    QCOMPARE(engine->job(id).error->cause, Cause::VolumeGone);
    QCOMPARE(engine->job(id).status.bytesTransferred, Bytes {1'000'000});
    QVERIFY(folderGoes || std::filesystem::is_empty(volume.path()));
    QCOMPARE(engine.server.requests("/file").size(), std::size_t {1});

    QVERIFY(volume.plugIn());
    engine->apply(Verb::Resume, id);
    QVERIFY(engine->waitFor(id, JobState::Acknowledged));
    QCOMPARE(engine.server.requests("/file").back().header("Range"), std::string("bytes=1000000-"));
    QFile file(QString::fromStdString(volume.path("file")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == QByteArray::fromStdString(reply().body));
}

void TestTransferDisk::anArrivedFileWaitsForItsDisk()
{
    SmallVolume volume(8'192);
    NEEDS_VOLUME(volume);
    EngineFixture engine;
    engine.server.script("/file", {reply()});
    auto draft = engine.draft("/file");
    draft.folder = volume.path();
    draft.options.manualComplete = true;
    const JobId id = engine->add(draft);
    QVERIFY(engine->waitFor(id, JobState::Transferred));
    QVERIFY(volume.unplug(false));

    const auto refused = engine->apply(Verb::Complete, id);

    QCOMPARE(refused.refused.size(), std::size_t {1});
    QCOMPARE(engine->job(id).status.state, JobState::Transferred);
    QVERIFY(volume.plugIn());
    QVERIFY(engine->apply(Verb::Complete, id).refused.empty());
    QVERIFY(std::filesystem::exists(volume.path("file")));
    QCOMPARE(engine.server.requests("/file").size(), std::size_t {1});
}

void TestTransferDisk::aNameThatIsTooLongIsALocalError()
{
    FaultServer server;
    TransferFixture fixture;
    server.script("/file", {reply()});
    const auto request = fixture.request(server.address("/file"), std::string(300, 'n'));

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.code.value, 0x8007007BU);
    QCOMPARE(outcome.failed->error.cause, Cause::NameRefused);
    QVERIFY(fixture.folder().names().empty());
}

void TestTransferDisk::aNameThatIsNotUnicodeIsANameAllTheSame()
{
    FaultServer server;
    TransferFixture fixture;
    server.serve("/file", "bytes");
    const auto request = fixture.request(server.address("/file"), "caf\xE9");

    const auto outcome = fixture.fetch(request);
    QVERIFY(outcome.finished);
    QVERIFY(fixture.giveName(request, outcome));

    QVERIFY(fixture.folder().read("caf\xE9") == "bytes");
}

void TestTransferDisk::aFullDiskStopsTheJobUntilThereIsRoom()
{
    SmallVolume volume(1'024);
    NEEDS_VOLUME(volume);
    EngineFixture engine;
    engine.server.script("/file", {reply()});
    auto draft = engine.draft("/file");
    draft.folder = volume.path();
    const JobId id = engine->add(draft);
    QVERIFY(engine->waitFor(id, JobState::Error));
    QCOMPARE(engine->job(id).error->cause, Cause::DiskFull);
    QCOMPARE(engine->job(id).status.errorCount, 1U);

    QVERIFY(volume.resize(8'192));
    engine->apply(Verb::Resume, id);

    QVERIFY(engine->waitFor(id, JobState::Acknowledged));
    QFile file(QString::fromStdString(volume.path("file")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == QByteArray::fromStdString(reply().body));
}

QTEST_GUILESS_MAIN(TestTransferDisk)
#include "tst_transferdisk.moc"
