// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QCryptographicHash>
#include <QSemaphore>
#include <fcntl.h>
#include <sys/stat.h>

#include "support/faultserver.h"
#include "support/sandbox.h"
#include "transfer/files/diskworker.h"

using namespace haulwatch;
using haulwatch::test::Sandbox;

Q_DECLARE_METATYPE(ChecksumAlgorithm)

namespace {

std::shared_ptr<const FileDescriptor> open(const std::string &path)
{
    return std::make_shared<const FileDescriptor>(::open(path.c_str(), O_RDWR | O_CLOEXEC));
}

/// A worker whose answers can be waited for.
class Fixture {
public:
    DiskAnswer next()
    {
        if (m_answers.empty() && m_ready.tryAcquire(1, 10'000)) {
            for (auto &answer : worker.take())
                m_answers.push_back(std::move(answer));
        }
        if (m_answers.empty())
            return {DiskOrder::Kind::Hash, 0, 0, ETIMEDOUT, {}};
        auto answer = m_answers.front();
        m_answers.pop_front();
        return answer;
    }

private:
    QSemaphore m_ready;
    std::deque<DiskAnswer> m_answers;

public:
    DiskWorker worker {[this] { m_ready.release(); }};
};

} // namespace

class TestDiskWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finishGivesTheDigest_data();
    void finishGivesTheDigest();
    void theHashFollowsAGrowingFile();
    void aSmallFileIsNotHeldUpByAHugeOne();
    void finishSetsTheTimeStamp();
    void aFileThatLostBytesIsAnError();
    void aFileThatCannotBeSyncedIsAnError();
    void endsAtOnceWithOrdersLeft();
};

void TestDiskWorker::finishGivesTheDigest_data()
{
    QTest::addColumn<ChecksumAlgorithm>("algorithm");
    QTest::addColumn<int>("reference");
    QTest::newRow("md5") << ChecksumAlgorithm::Md5 << int {QCryptographicHash::Md5};
    QTest::newRow("sha1") << ChecksumAlgorithm::Sha1 << int {QCryptographicHash::Sha1};
    QTest::newRow("sha256") << ChecksumAlgorithm::Sha256 << int {QCryptographicHash::Sha256};
    QTest::newRow("sha512") << ChecksumAlgorithm::Sha512 << int {QCryptographicHash::Sha512};
}

void TestDiskWorker::finishGivesTheDigest()
{
    QFETCH(ChecksumAlgorithm, algorithm);
    QFETCH(int, reference);
    const Sandbox folder;
    const auto bytes = test::patternedBytes(9'000'000); // more than a slice
    folder.write("part", bytes);
    Fixture fixture;

    fixture.worker.post({DiskOrder::Kind::Finish,
                         7,
                         open(folder.path("part")),
                         std::make_shared<FileHash>(algorithm),
                         bytes.size(),
                         {}});
    const auto answer = fixture.next();

    QCOMPARE(answer.error, 0);
    QCOMPARE(answer.transfer, std::uint64_t {7});
    const auto expected =
        QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Algorithm(reference));
    QCOMPARE(answer.digest, expected.toHex().toStdString());
}

void TestDiskWorker::theHashFollowsAGrowingFile()
{
    const Sandbox folder;
    folder.write("part", "first, ");
    const auto file = open(folder.path("part"));
    const auto hash = std::make_shared<FileHash>(ChecksumAlgorithm::Sha256);
    Fixture fixture;

    fixture.worker.post({DiskOrder::Kind::Hash, 1, file, hash, 7, {}});
    QCOMPARE(::pwrite(file->get(), "second", 6, 7), ssize_t {6});
    fixture.worker.post({DiskOrder::Kind::Finish, 1, file, hash, 13, {}});
    const auto answer = fixture.next();

    QCOMPARE(answer.kind, DiskOrder::Kind::Finish);
    QCOMPARE(answer.digest,
             QCryptographicHash::hash("first, second", QCryptographicHash::Sha256).toHex().toStdString());
}

void TestDiskWorker::aSmallFileIsNotHeldUpByAHugeOne()
{
    const Sandbox folder;
    constexpr Bytes kHuge = 1'000'000'000; // a hole: costs no disk, only hashing
    folder.write("huge", "");
    QCOMPARE(::truncate(folder.path("huge").c_str(), kHuge), 0);
    folder.write("small", "small");
    Fixture fixture;

    fixture.worker.post({DiskOrder::Kind::Finish,
                         1,
                         open(folder.path("huge")),
                         std::make_shared<FileHash>(ChecksumAlgorithm::Sha1),
                         kHuge,
                         {}});
    fixture.worker.post({DiskOrder::Kind::Finish, 2, open(folder.path("small")), nullptr, 5, {}});

    QCOMPARE(fixture.next().transfer, std::uint64_t {2});
}

void TestDiskWorker::finishSetsTheTimeStamp()
{
    const Sandbox folder;
    folder.write("part", "bytes");
    Fixture fixture;

    fixture.worker.post(
        {DiskOrder::Kind::Finish, 1, open(folder.path("part")), nullptr, 5, EpochSeconds {1'704'103'200}});

    QCOMPARE(fixture.next().error, 0);
    struct stat status { };
    QCOMPARE(::stat(folder.path("part").c_str(), &status), 0);
    QCOMPARE(status.st_mtim.tv_sec, time_t {1'704'103'200});
}

void TestDiskWorker::aFileThatLostBytesIsAnError()
{
    const Sandbox folder;
    folder.write("part", "bytes");
    Fixture fixture;

    fixture.worker.post({DiskOrder::Kind::Finish,
                         1,
                         open(folder.path("part")),
                         std::make_shared<FileHash>(ChecksumAlgorithm::Sha256),
                         6,
                         {}});
    const auto answer = fixture.next();

    QCOMPARE(answer.error, ENODATA);
    QVERIFY(answer.digest.empty());
}

void TestDiskWorker::aFileThatCannotBeSyncedIsAnError()
{
    int ends[2] {};
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const FileDescriptor other(ends[1]);
    Fixture fixture;

    fixture.worker.post({DiskOrder::Kind::Sync, 1, std::make_shared<const FileDescriptor>(ends[0]), nullptr, 0, {}});

    QCOMPARE(fixture.next().error, EINVAL);
}

void TestDiskWorker::endsAtOnceWithOrdersLeft()
{
    const Sandbox folder;
    constexpr Bytes kHuge = 1'000'000'000'000; // hours of hashing
    folder.write("huge", "");
    QCOMPARE(::truncate(folder.path("huge").c_str(), kHuge), 0);
    QElapsedTimer timer;
    timer.start();

    {
        Fixture fixture;
        fixture.worker.post({DiskOrder::Kind::Finish,
                             1,
                             open(folder.path("huge")),
                             std::make_shared<FileHash>(ChecksumAlgorithm::Sha256),
                             kHuge,
                             {}});
    }

    QVERIFY(timer.elapsed() < 10'000);
}

QTEST_APPLESS_MAIN(TestDiskWorker)
#include "tst_diskworker.moc"
