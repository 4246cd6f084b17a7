// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <filesystem>
#include <sys/stat.h>

#include "support/sandbox.h"
#include "transfer/files/partmoves.h"

using namespace haulwatch;
using namespace haulwatch::test;

/// Real part files on a real disk.
class TestPartMoves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMovedPartFileIsThereUnderBothNames();
    void aMissingPartFileIsFine();
    void oneThatCannotMoveLeavesAllWhereTheyWere();
    void anotherFileSystemIsRefused();
};

void TestPartMoves::aMovedPartFileIsThereUnderBothNames()
{
    Sandbox box;
    box.write("a.part", "half");
    std::filesystem::create_directory(box.path("new"));

    const std::vector<PartMove> moves {{box.path("a.part"), box.path("new/a.part")}};
    QVERIFY(movePartFiles(moves));

    QVERIFY(std::filesystem::equivalent(box.path("a.part"), box.path("new/a.part")));
}

void TestPartMoves::aMissingPartFileIsFine()
{
    Sandbox box;

    QVERIFY(movePartFiles(std::vector<PartMove> {{box.path("none"), box.path("nowhere")}}));

    QVERIFY(!box.has("nowhere"));
}

void TestPartMoves::oneThatCannotMoveLeavesAllWhereTheyWere()
{
    Sandbox box;
    box.write("a.part", "half");
    box.write("b.part", "half");
    box.write("b2.part", "somebody else's");
    const std::vector<PartMove> moves {{box.path("a.part"), box.path("a2.part")},
                                       {box.path("b.part"), box.path("b2.part")}};

    const auto moved = movePartFiles(moves);

    QVERIFY(!moved);
    QCOMPARE(moved.error().refusal, Refusal::FolderNotWritable);
    QVERIFY(box.has("a.part") && box.has("b.part") && !box.has("a2.part"));
    QCOMPARE(std::filesystem::file_size(box.path("b2.part")), std::uintmax_t {15});
}

void TestPartMoves::anotherFileSystemIsRefused()
{
    Sandbox box;
    box.write("a.part", "half");
    struct stat here { };
    struct stat there { };
    if (::stat(box.path("a.part").c_str(), &here) != 0 || ::stat("/dev/shm", &there) != 0
        || here.st_dev == there.st_dev)
        QSKIP("there is no second file system to write to");

    const auto moved = movePartFiles(std::vector<PartMove> {{box.path("a.part"), "/dev/shm/haulwatch-test.part"}});

    QVERIFY(!moved);
    QCOMPARE(moved.error().refusal, Refusal::OtherFileSystem);
    QVERIFY(box.has("a.part"));
}

QTEST_APPLESS_MAIN(TestPartMoves)
#include "tst_partmoves.moc"
