// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <csignal>
#include <filesystem>
#include <sys/resource.h>
#include <sys/stat.h>

#include "support/faultserver.h"
#include "support/sandbox.h"
#include "transfer/files/partfile.h"

using namespace haulwatch;
using haulwatch::test::Sandbox;

class TestPartFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gathersPiecesAndWritesThemInOrder();
    void goesOnBehindWhatIsTrusted();
    void isNotReopenedWhereTooLittleIsThere();
    void beginsAnewOverAnOldAttempt();
    void neverFollowsALink();
    void refusesWhatIsNoFileOfItsOwn();
    void tellsWhyItCannotBeMade();
    void nobodyKnowsWhatAMissingFolderHolds();
    void nothingIsWrittenWhereAnotherDiskIs();
    void countsOnlyWhatCouldBeWritten();
};

void TestPartFile::gathersPiecesAndWritesThemInOrder()
{
    const Sandbox folder;
    PartFile file({{}, folder.path("part")});
    const auto bytes = test::patternedBytes(3 * PartFile::kGathered + 17);
    QCOMPARE(file.begin(), 0);

    for (std::size_t i = 0; i < bytes.size(); i += 16'384)
        QCOMPARE(file.append({bytes.data() + i, std::min<std::size_t>(16'384, bytes.size() - i)}), 0);

    QCOMPARE(file.size(), Bytes {bytes.size()});
    QCOMPARE(file.written(), Bytes {3 * PartFile::kGathered});
    QCOMPARE(file.flush(), 0);
    QCOMPARE(file.written(), Bytes {bytes.size()});
    QVERIFY(folder.read("part") == bytes);
}

void TestPartFile::goesOnBehindWhatIsTrusted()
{
    const Sandbox folder;
    folder.write("part", "0123456789");
    PartFile file({{}, folder.path("part")});

    QVERIFY(file.reopen(4).value());
    QCOMPARE(folder.read("part")->size(), 10u); // untouched until the answer is good
    QCOMPARE(file.cutTo(4), 0);
    QCOMPARE(file.append(std::string_view("abc")), 0);
    QCOMPARE(file.flush(), 0);

    QCOMPARE(*folder.read("part"), std::string("0123abc"));
}

void TestPartFile::isNotReopenedWhereTooLittleIsThere()
{
    const Sandbox folder;
    folder.write("part", "0123");

    QVERIFY(!PartFile({{}, folder.path("part")}).reopen(5).value());
    QVERIFY(!PartFile({{}, folder.path("missing")}).reopen(1).value());
    QVERIFY(!folder.has("missing"));
}

void TestPartFile::beginsAnewOverAnOldAttempt()
{
    const Sandbox folder;
    folder.write("part", "0123456789");
    PartFile file({{}, folder.path("part")});

    QCOMPARE(file.begin(), 0);
    QCOMPARE(file.append(std::string_view("ab")), 0);
    QCOMPARE(file.begin(), 0); // what was gathered goes too

    QCOMPARE(file.size(), Bytes {0});
    QCOMPARE(*folder.read("part"), std::string());
}

void TestPartFile::neverFollowsALink()
{
    const Sandbox folder;
    folder.write("precious", "precious");
    std::filesystem::create_symlink(folder.path("precious"), folder.path("part"));
    std::filesystem::create_symlink(folder.path("nowhere"), folder.path("dangling"));

    QCOMPARE(PartFile({{}, folder.path("part")}).begin(), ELOOP);
    QVERIFY(!PartFile({{}, folder.path("part")}).reopen(1));
    QCOMPARE(PartFile({{}, folder.path("dangling")}).begin(), ELOOP);

    QCOMPARE(*folder.read("precious"), std::string("precious"));
    QVERIFY(!folder.has("nowhere"));
}

void TestPartFile::refusesWhatIsNoFileOfItsOwn()
{
    const Sandbox folder;
    folder.write("precious", "precious");
    std::filesystem::create_hard_link(folder.path("precious"), folder.path("linked"));
    QCOMPARE(::mkfifo(folder.path("pipe").c_str(), 0600), 0);

    QCOMPARE(PartFile({{}, folder.path("linked")}).begin(), EEXIST);
    QCOMPARE(PartFile({{}, folder.path("pipe")}).begin(), EEXIST);

    QCOMPARE(*folder.read("precious"), std::string("precious"));
}

void TestPartFile::tellsWhyItCannotBeMade()
{
    const Sandbox folder;

    QCOMPARE(PartFile({{}, folder.path("missing/part")}).begin(), ENOENT);
    QCOMPARE(PartFile({{}, folder.path(std::string(300, 'x'))}).begin(), ENAMETOOLONG);
}

void TestPartFile::nobodyKnowsWhatAMissingFolderHolds()
{
    const Sandbox folder;

    QCOMPARE(PartFile({{}, folder.path("gone/part")}).reopen(5).error(), ENOENT);
}

void TestPartFile::nothingIsWrittenWhereAnotherDiskIs()
{
    const Sandbox folder;
    PartFile file({{}, folder.path("part"), "fsid:away"});

    QCOMPARE(file.reopen(5).error(), ENODEV);
    QCOMPARE(file.begin(), ENODEV);

    QVERIFY(folder.names().empty());
    folder.write("part", "bytes"); // it came along to where the folder is now
    QVERIFY(file.reopen(5).value());
}

void TestPartFile::countsOnlyWhatCouldBeWritten()
{
    const Sandbox folder;
    PartFile file({{}, folder.path("part")});
    QCOMPARE(file.begin(), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old {};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const rlimit small {1'000, old.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);

    const auto appended = file.append(std::string(5'000, 'x'));
    const auto flushed = file.flush();

    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, oldHandler);
    QCOMPARE(appended, 0);
    QCOMPARE(flushed, EFBIG);
    QCOMPARE(file.written(), Bytes {1'000});
    QCOMPARE(file.size(), Bytes {1'000});
}

QTEST_APPLESS_MAIN(TestPartFile)
#include "tst_partfile.moc"
