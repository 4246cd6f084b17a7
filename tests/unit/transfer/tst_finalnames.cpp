// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cerrno>
#include <filesystem>
#include <sys/stat.h>

#include "support/sandbox.h"
#include "transfer/files/finalnames.h"

using namespace haulwatch;
using haulwatch::test::Sandbox;

using Rename = int (*)(const std::string &, const std::string &);
Q_DECLARE_METATYPE(Rename)

namespace {

FileLocation locationIn(const Sandbox &folder, const std::string &name)
{
    return {folder.path(name), folder.path('.' + name + ".part")};
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
    void aMissingPartFileIsAnError();
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
};

void TestFinalNames::aFinishedPartFileGetsItsName()
{
    const Sandbox folder;
    folder.write(".a.part", "bytes");
    const auto file = locationIn(folder, "a");

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
    const auto file = locationIn(folder, "a");

    const auto results = giveFinalNames({&file, 1});

    QVERIFY(!results.at(0));
    QCOMPARE(results.at(0).error(), (CallError {Refusal::RenameFailed, code::kFileExists, file.target}));
    QCOMPARE(*folder.read("a"), std::string("old"));
    QCOMPARE(*folder.read(".a.part"), std::string("new"));
}

void TestFinalNames::aFileThatIsNamedAlreadyIsFine()
{
    const Sandbox folder;
    folder.write(".a.part", "bytes");
    const auto file = locationIn(folder, "a");
    QVERIFY(giveFinalNames({&file, 1}).at(0));

    QVERIFY(giveFinalNames({&file, 1}).at(0)); // as after a crash before the record of the first was stored

    QCOMPARE(*folder.read("a"), std::string("bytes"));
}

void TestFinalNames::aLinkThatWasNotUnlinkedIsFinished()
{
    const Sandbox folder;
    folder.write(".a.part", "bytes");
    std::filesystem::create_hard_link(folder.path(".a.part"), folder.path("a"));
    const auto file = locationIn(folder, "a");

    QVERIFY(giveFinalNames({&file, 1}).at(0));

    QCOMPARE(folder.names(), std::vector<std::string> {"a"});
}

void TestFinalNames::aMissingPartFileIsAnError()
{
    const Sandbox folder;
    const auto file = locationIn(folder, "a");

    const auto results = giveFinalNames({&file, 1});

    QVERIFY(!results.at(0));
    QCOMPARE(results.at(0).error().code.value, 0x80070002U);
    QVERIFY(folder.names().empty());
}

void TestFinalNames::aMissingFolderIsNotTakenForAMissingFile()
{
    const Sandbox folder;
    const FileLocation file {folder.path("gone/a"), folder.path("gone/.a.part")};

    const auto results = giveFinalNames({&file, 1});

    QVERIFY(!results.at(0));
    QCOMPARE(results.at(0).error().code.value, 0x80070003U);
}

void TestFinalNames::oneRefusedFileDoesNotHoldUpTheOthers()
{
    const Sandbox folder;
    std::vector<FileLocation> files;
    for (const std::string name : {"a", "b", "c"}) {
        folder.write('.' + name + ".part", name);
        files.push_back(locationIn(folder, name));
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
    const std::vector<FileLocation> files {locationIn(folder, "a"), locationIn(folder, "missing")};

    QVERIFY(deletePartFiles(files).empty());

    QCOMPARE(folder.names(), std::vector<std::string> {"a"});
}

void TestFinalNames::whatCannotBeDeletedIsTold()
{
    const Sandbox folder;
    folder.write(".a.part/inside", "");
    const auto file = locationIn(folder, "a");

    QCOMPARE(deletePartFiles({&file, 1}), std::vector<std::string> {file.part});
}

QTEST_APPLESS_MAIN(TestFinalNames)
#include "tst_finalnames.moc"
