// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QCryptographicHash>

#include "support/faultserver.h"
#include "transferfixture.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

constexpr std::size_t kSize = 3'000'000;

std::string base64(QCryptographicHash::Algorithm algorithm, const std::string &bytes)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(bytes), algorithm).toBase64().toStdString();
}

std::string sha256(const std::string &bytes)
{
    return base64(QCryptographicHash::Sha256, bytes);
}

} // namespace

/// The digest a server sends beside a file is checked, without being asked for.
class TestTransferDigests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDigestOfTheServerIsChecked_data();
    void aDigestOfTheServerIsChecked();
    void theDigestOfAResumedFileIsThatOfTheWhole();
    void theDigestOfAPartIsNotThatOfTheFile();
    void whatTheUserGaveCountsMore();
};

void TestTransferDigests::aDigestOfTheServerIsChecked_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("isAccepted");
    const auto row = [](const char *name, const std::string &header, bool accepted) {
        QTest::newRow(name) << QByteArray::fromStdString(header) << accepted;
    };
    const auto body = patternedBytes(kSize);
    const auto other = patternedBytes(kSize, 2);
    const auto sha512 = base64(QCryptographicHash::Sha512, body);
    row("Repr-Digest, right", "Repr-Digest: sha-256=:" + sha256(body) + ":", true);
    row("Repr-Digest, wrong", "Repr-Digest: sha-256=:" + sha256(other) + ":", false);
    row("Repr-Digest, SHA-512 right", "Repr-Digest: sha-512=:" + sha512 + ":", true);
    row("Content-Digest, wrong", "Content-Digest: sha-256=:" + sha256(other) + ":", false);
    row("Digest, right", "Digest: SHA-256=" + sha256(body), true);
    row("Digest, wrong", "Digest: md5=AAAA,SHA-256=" + sha256(other), false);
    row("the stronger one counts", "Repr-Digest: sha-256=:" + sha256(other) + ":, sha-512=:" + sha512 + ":", true);
    row("an algorithm nobody knows", "Repr-Digest: sha-1024=:AAAA:", true);
    row("no base64", "Repr-Digest: sha-256=:&&&:", true);
}

void TestTransferDigests::aDigestOfTheServerIsChecked()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, isAccepted);
    FaultServer server;
    TransferFixture fixture;
    Reply reply;
    reply.body = patternedBytes(kSize);
    reply.headers = {header.toStdString()};
    server.script("/file", {reply});

    const auto request = fixture.request(server.address("/file"));
    const auto outcome = fixture.fetch(request);

    QCOMPARE(outcome.finished.has_value(), isAccepted);
    if (isAccepted)
        return;
    QCOMPARE(outcome.failed->error.code, code::kValidationFailed);
    QCOMPARE(outcome.failed->error.cause, Cause::ChecksumMismatch);
    QCOMPARE(outcome.failed->checkpoint.offset, Bytes {0});
    QVERIFY(!fixture.part(request));
}

void TestTransferDigests::theDigestOfAResumedFileIsThatOfTheWhole()
{
    FaultServer server;
    TransferFixture fixture;
    Reply whole;
    whole.body = patternedBytes(kSize);
    Reply cut = whole;
    cut.stopAfter = kSize / 2;
    whole.headers = {"Repr-Digest: sha-256=:" + sha256(whole.body) + ":"};
    server.script("/file", {cut, whole});
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = fixture.fetch(request).failed->checkpoint;
    QVERIFY(request.resumeFrom.offset > 0);

    QVERIFY(fixture.fetch(request).finished);

    // A byte that changed on the disk since then is found.
    auto part = *fixture.part(request);
    part[10] = static_cast<char>(part[10] + 1);
    fixture.folder().write(".file.bin.part", part);
    const auto outcome = fixture.fetch(request);
    QVERIFY(outcome.failed);
    QCOMPARE(outcome.failed->error.cause, Cause::ChecksumMismatch);
}

void TestTransferDigests::theDigestOfAPartIsNotThatOfTheFile()
{
    FaultServer server;
    TransferFixture fixture;
    Reply whole;
    whole.body = patternedBytes(kSize);
    Reply cut = whole;
    cut.stopAfter = kSize / 2;
    whole.headers = {"Content-Digest: sha-256=:" + sha256(whole.body.substr(kSize / 2)) + ":"};
    server.script("/file", {cut, whole});
    auto request = fixture.request(server.address("/file"));
    request.resumeFrom = fixture.fetch(request).failed->checkpoint;

    const auto outcome = fixture.fetch(request);

    QVERIFY(outcome.finished);
    QVERIFY(fixture.part(request) == whole.body);
}

void TestTransferDigests::whatTheUserGaveCountsMore()
{
    FaultServer server;
    TransferFixture fixture;
    Reply reply;
    reply.body = patternedBytes(1'000);
    reply.headers = {"Repr-Digest: sha-256=:" + sha256("something else") + ":"};
    server.script("/file", {reply});
    auto request = fixture.request(server.address("/file"));
    request.file.checksum = Checksum {
        ChecksumAlgorithm::Md5,
        QCryptographicHash::hash(QByteArray::fromStdString(reply.body), QCryptographicHash::Md5).toHex().toStdString()};

    QVERIFY(fixture.fetch(request).finished);
}

QTEST_GUILESS_MAIN(TestTransferDigests)
#include "tst_transferdigests.moc"
