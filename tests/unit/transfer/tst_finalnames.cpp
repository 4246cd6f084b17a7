// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>

#include "job/errorcatalog.h"
#include "support/sandbox.h"
#include "transfer/files/filemark.h"
#include "transfer/files/finalnames.h"

using namespace haulwatch;
using haulwatch::test::Sandbox;

using Rename = int (*)(const std::string &, const std::string &);
Q_DECLARE_METATYPE(Rename)

namespace {

/// As it stands there now.
KeptFile fileIn(const Sandbox &folder, const std::string &name)
{
    KeptFile file {{folder.path(name), folder.path('.' + name + ".part")}};
    const FileDescriptor part(::open(file.location.part.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status { };
    if (part.isOpen() && ::fstat(part.get(), &status) == 0) {
        file.size = static_cast<Bytes>(status.st_size);
        file.mark = markOf(part);
    }
    return file;
}

std::vector<FileSpec> filesNamed(std::initializer_list<const char *> names)
{
    std::vector<FileSpec> files;
    for (const auto *name : names)
        files.push_back({"http://h/", name, {}});
    return files;
}

} // namespace

class TestFinalNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFinishedPartFileGetsItsName();
    void anExistingFileIsNeverReplaced();
    void aFileThatIsNamedAlreadyIsFine();
    void aLinkThatWasNotUnlinkedIsFinished();
    void aPartFileThatWasCutIsNotNamed();
    void aPartFileThatWasWrittenToIsNotNamed();
    void aPartFileOfAnotherSessionIsNamedByItsSize();
    void aPartFileOnAnotherDiskIsKnownByItsTime();
    void aStrangersFileUnderTheTargetIsNotOurs_data();
    void aStrangersFileUnderTheTargetIsNotOurs();
    void aMissingPartFileIsAnError();
    void aDiskThatIsAwayIsNotTakenForAMissingFile();
    void aMissingFolderIsNotTakenForAMissingFile();
    void oneRefusedFileDoesNotHoldUpTheOthers();
    void everyWayToRenameReplacesNothing_data();
    void everyWayToRenameReplacesNothing();
    void missingFoldersAreMade();
    void anExistingTargetIsNotAdmitted();
    void aDanglingLinkIsAnExistingTarget();
    void aFolderMustBeAbsolute();
    void aFolderThatCannotBeWrittenIsRefused_data();
    void aFolderThatCannotBeWrittenIsRefused();
    void aNameThatIsTooLongIsRefused();
    void admittingLeavesNothingBehind();
    void onlyPartFilesAreDeleted();
    void whatCannotBeDeletedIsTold();
    void aFileThatHasItsNameAlreadyIsToldWhenItsPartIsDeleted();
    void whatLiesOnADiskThatIsAwayIsTold();
};

void TestFinalNames::aFinishedPartFileGetsItsName()
{
    const Sandbox folder;
    folder.write(".a.part", "bytes");
    const auto file = fileIn(folder, "a");

    const auto results = giveFinalNames({&file, 1});

    QVERIFY(results.at(0));
    QCOMPARE(folder.names(), std::vector<std::string> {"a"});
    QCOMPARE(*folder.read("a"), std::string("bytes"));
}

void TestFinalNames::anExistingFileIsNeverReplaced()
{
    const Sandbox folder;
    folder.write(".a.part", "new");
    folder.write("a", "old");
    const auto file = fileIn(folder, "a");

    const auto results = giveFinalNames({&file, 1});

    QVERIFY(!results.at(0));
    QCOMPARE(results.at(0).error(), (CallError {Refusal::RenameFailed, code::kFileExists, file.location.target}));
    QCOMPARE(*folder.read("a"), std::string("old"));
    QCOMPARE(*folder.read(".a.part"), std::string("new"));
}

void TestFinalNames::aFileThatIsNamedAlreadyIsFine()
{
    const Sandbox folder;
    folder.write(".a.part", "bytes");
    const auto file = fileIn(folder, "a");
    QVERIFY(giveFinalNames({&file, 1}).at(0));

    QVERIFY(giveFinalNames({&file, 1}).at(0)); // as after a crash before the record of the first was stored

    QCOMPARE(*folder.read("a"), std::string("bytes"));
}

void TestFinalNames::aLinkThatWasNotUnlinkedIsFinished()
{
    const Sandbox folder;
    folder.write(".a.part", "bytes");
    std::filesystem::create_hard_link(folder.path(".a.part"), folder.path("a"));
    const auto file = fileIn(folder, "a");

    QVERIFY(giveFinalNames({&file, 1}).at(0));

    QCOMPARE(folder.names(), std::vector<std::string> {"a"});
}

void TestFinalNames::aPartFileThatWasCutIsNotNamed()
{
    const Sandbox folder;
    folder.write(".a.part", "whole");
    const auto file = fileIn(folder, "a");
    std::filesystem::resize_file(folder.path(".a.part"), 3);

    const auto results = giveFinalNames({&file, 1});

    QVERIFY(!results.at(0));
    QCOMPARE(results.at(0).error(), (CallError {Refusal::RenameFailed, kPartHasChanged, file.location.target}));
    QVERIFY(isLost(results.at(0).error()));
    QVERIFY(!folder.has("a"));
}

void TestFinalNames::aPartFileThatWasWrittenToIsNotNamed()
{
    const Sandbox folder;
    folder.write(".a.part", "bytes");
    const auto file = fileIn(folder, "a");
    folder.write(".a.part", "other");
    const timespec later[2] = {{0, UTIME_OMIT}, {file.mark.modified + 1, 0}};
    QCOMPARE(::utimensat(AT_FDCWD, file.location.part.c_str(), later, 0), 0);

    QCOMPARE(giveFinalNames({&file, 1}).at(0).error().code, kPartHasChanged);
}

// Before marks were kept.
void TestFinalNames::aPartFileOfAnotherSessionIsNamedByItsSize()
{
    const Sandbox folder;
    folder.write(".a.part", "bytes");
    auto file = fileIn(folder, "a");
    file.mark = {};

    QVERIFY(giveFinalNames({&file, 1}).at(0));
}

void TestFinalNames::aPartFileOnAnotherDiskIsKnownByItsTime()
{
    const Sandbox folder;
    folder.write(".a.part", "bytes");
    auto file = fileIn(folder, "a");
    ++file.mark.inode;
    QCOMPARE(giveFinalNames({&file, 1}).at(0).error().code, kPartHasChanged);

    file.location.volume = "fsid:of-the-old-disk"; // everything was copied from there

    QVERIFY(giveFinalNames({&file, 1}).at(0));
}

void TestFinalNames::aStrangersFileUnderTheTargetIsNotOurs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("of another size") << QByteArray("strange");
    QTest::newRow("of the same size") << QByteArray("alien");
}

void TestFinalNames::aStrangersFileUnderTheTargetIsNotOurs()
{
    QFETCH(QByteArray, bytes);
    const Sandbox folder;
    folder.write(".a.part", "bytes");
    const auto file = fileIn(folder, "a");
    std::filesystem::remove(folder.path(".a.part"));
    folder.write("a", bytes.toStdString()); // most likely with the very inode number
    const timespec later[2] = {{0, UTIME_OMIT}, {file.mark.modified + 5, 0}};
    QCOMPARE(::utimensat(AT_FDCWD, file.location.target.c_str(), later, 0), 0);

    const auto results = giveFinalNames({&file, 1});

    QVERIFY(!results.at(0));
    QVERIFY(isLost(results.at(0).error()));
    QCOMPARE(*folder.read("a"), bytes.toStdString());
}

void TestFinalNames::aMissingPartFileIsAnError()
{
    const Sandbox folder;
    const auto file = fileIn(folder, "a");

    const auto results = giveFinalNames({&file, 1});

    QVERIFY(!results.at(0));
    QCOMPARE(results.at(0).error().code.value, 0x80070002U);
    QVERIFY(folder.names().empty());
}

void TestFinalNames::aMissingFolderIsNotTakenForAMissingFile()
{
    const Sandbox folder;
    const KeptFile file {{folder.path("gone/a"), folder.path("gone/.a.part")}};

    const auto results = giveFinalNames({&file, 1});

    QVERIFY(!results.at(0));
    QCOMPARE(results.at(0).error().code.value, 0x80070003U);
}

void TestFinalNames::aDiskThatIsAwayIsNotTakenForAMissingFile()
{
    const Sandbox folder;
    auto file = fileIn(folder, "a");
    file.size = 5;
    file.location.volume = "fsid:away";

    const auto results = giveFinalNames({&file, 1});

    QVERIFY(!results.at(0));
    QVERIFY(!isLost(results.at(0).error()));
    QCOMPARE(classify(results.at(0).error().code).cause, Cause::VolumeGone);
}

void TestFinalNames::oneRefusedFileDoesNotHoldUpTheOthers()
{
    const Sandbox folder;
    std::vector<KeptFile> files;
    for (const std::string name : {"a", "b", "c"}) {
        folder.write('.' + name + ".part", name);
        files.push_back(fileIn(folder, name));
    }
    folder.write("b", "old");

    const auto results = giveFinalNames(files);

    QVERIFY(results.at(0) && !results.at(1) && results.at(2));
    QCOMPARE(folder.names(), (std::vector<std::string> {".b.part", "a", "b", "c"}));
}

void TestFinalNames::everyWayToRenameReplacesNothing_data()
{
    QTest::addColumn<Rename>("rename");
    QTest::newRow("flag") << Rename(&renameByFlag);
    QTest::newRow("link") << Rename(&renameByLink);
    QTest::newRow("placeholder") << Rename(&renameByPlaceholder);
}

void TestFinalNames::everyWayToRenameReplacesNothing()
{
    QFETCH(Rename, rename);
    const Sandbox folder;
    folder.write("from", "new");
    folder.write("taken", "old");

    QCOMPARE(rename(folder.path("from"), folder.path("taken")), EEXIST);
    QCOMPARE(*folder.read("taken"), std::string("old"));
    QCOMPARE(rename(folder.path("missing"), folder.path("free")), ENOENT);
    QVERIFY(!folder.has("free"));
    QCOMPARE(rename(folder.path("from"), folder.path("free")), 0);
    QCOMPARE(*folder.read("free"), std::string("new"));
    QCOMPARE(folder.names(), (std::vector<std::string> {"free", "taken"}));
}

void TestFinalNames::missingFoldersAreMade()
{
    const Sandbox folder;
    const auto files = filesNamed({"a"});

    QVERIFY(admitFiles(folder.path("x/y/z/"), files));

    QVERIFY(std::filesystem::is_directory(folder.path("x/y/z")));
}

void TestFinalNames::anExistingTargetIsNotAdmitted()
{
    const Sandbox folder;
    folder.write("b", "old");
    const auto files = filesNamed({"a", "b"});

    const auto admitted = admitFiles(folder.path(), files);

    QVERIFY(!admitted);
    QCOMPARE(admitted.error(), (CallError {Refusal::TargetExists, code::kFileExists, folder.path("b")}));
}

void TestFinalNames::aDanglingLinkIsAnExistingTarget()
{
    const Sandbox folder;
    std::filesystem::create_symlink(folder.path("nowhere"), folder.path("a"));
    const auto files = filesNamed({"a"});

    QCOMPARE(admitFiles(folder.path(), files).error().refusal, Refusal::TargetExists);
}

void TestFinalNames::aFolderMustBeAbsolute()
{
    const auto files = filesNamed({"a"});

    QCOMPARE(admitFiles("downloads", files).error().refusal, Refusal::FolderNotAbsolute);
    QCOMPARE(admitFiles("", files).error().refusal, Refusal::FolderNotAbsolute);
}

void TestFinalNames::aFolderThatCannotBeWrittenIsRefused_data()
{
    QTest::addColumn<QByteArray>("folder");
    QTest::newRow("below a file") << QByteArray("plain/folder");
    QTest::newRow("a file itself") << QByteArray("plain");
    QTest::newRow("not even for root") << QByteArray("/proc");
    QTest::newRow("a name that is too long") << QByteArray(300, 'x');
}

void TestFinalNames::aFolderThatCannotBeWrittenIsRefused()
{
    QFETCH(QByteArray, folder);
    const Sandbox sandbox;
    sandbox.write("plain", "");
    const auto path = folder.startsWith('/') ? folder.toStdString() : sandbox.path(folder.toStdString());
    const auto files = filesNamed({"a"});

    const auto admitted = admitFiles(path, files);

    QVERIFY(!admitted);
    QCOMPARE(admitted.error().refusal, Refusal::FolderNotWritable);
    QCOMPARE(admitted.error().subject, path);
    QVERIFY(admitted.error().code.failed());
}

void TestFinalNames::aNameThatIsTooLongIsRefused()
{
    const Sandbox folder;
    const auto name = std::string(256, 'x');
    const std::vector<FileSpec> files {{"http://h/", name, {}}};

    const auto admitted = admitFiles(folder.path(), files);

    QVERIFY(!admitted);
    QCOMPARE(admitted.error().refusal, Refusal::BadFileName);
    QCOMPARE(admitted.error().subject, name);
}

void TestFinalNames::admittingLeavesNothingBehind()
{
    const Sandbox folder;
    const auto files = filesNamed({"a"});

    QVERIFY(admitFiles(folder.path(), files));

    QVERIFY(folder.names().empty());
}

void TestFinalNames::onlyPartFilesAreDeleted()
{
    const Sandbox folder;
    folder.write("a", "target");
    folder.write(".a.part", "part");
    const std::vector<KeptFile> files {fileIn(folder, "a"), fileIn(folder, "missing")};

    QVERIFY(deletePartFiles(files).empty());

    QCOMPARE(folder.names(), std::vector<std::string> {"a"});
}

void TestFinalNames::whatCannotBeDeletedIsTold()
{
    const Sandbox folder;
    folder.write(".a.part/inside", "");
    const auto file = fileIn(folder, "a");

    QCOMPARE(deletePartFiles({&file, 1}), std::vector<std::string> {file.location.part});
}

void TestFinalNames::aFileThatHasItsNameAlreadyIsToldWhenItsPartIsDeleted()
{
    const Sandbox folder;
    folder.write(".a.part", "bytes");
    const auto file = fileIn(folder, "a");
    QVERIFY(giveFinalNames({&file, 1}).at(0));

    QCOMPARE(deletePartFiles({&file, 1}), std::vector<std::string> {file.location.target});

    QVERIFY(folder.has("a"));
}

void TestFinalNames::whatLiesOnADiskThatIsAwayIsTold()
{
    const Sandbox folder;
    KeptFile begun {{folder.path("a"), folder.path(".a.part"), "fsid:away"}, 100};
    KeptFile neverBegun {{folder.path("b"), folder.path(".b.part"), "fsid:away"}};

    QCOMPARE(deletePartFiles(std::vector {begun, neverBegun}), std::vector<std::string> {begun.location.part});
}

QTEST_APPLESS_MAIN(TestFinalNames)
#include "tst_finalnames.moc"
