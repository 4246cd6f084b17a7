// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cerrno>
#include <filesystem>

#include <sys/stat.h>

#include "enginefixture.h"
#include "support/smallvolume.h"
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
    QCOMPARE(outcome.failed->checkpoint.offset, Bytes {0});
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

    QVERIFY(fixture.fetch(request).finished);
    const auto named = fixture.engine().commit(std::vector {request.location});

    QVERIFY(named.front());
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
