// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

#include "programfixture.h"

using namespace haulwatch;
using test::Outcome;
using test::ProgramFixture;
using test::Reply;

namespace {

constexpr const char *kNobody = "01890a5d-ac96-774b-bcce-b302099a8057";

/// First asks to sign in, then knows nothing of the file.
std::vector<Reply> signInThenNotFound()
{
    Reply signIn;
    signIn.status = 401;
    signIn.headers = {"WWW-Authenticate: Basic realm=\"x\""};
    Reply notFound;
    notFound.status = 404;
    return {signIn, notFound};
}

} // namespace

/// The commands without an engine in another process: they act on the store, or run the engine themselves.
class TestCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = std::make_unique<ProgramFixture>(); }
    void cleanup() { m_program.reset(); }

    void wrongWordsExitWithTwoAndSayWhatToDo_data();
    void wrongWordsExitWithTwoAndSayWhatToDo();
    void badInputIsRefusedBeforeAnythingIsKept_data();
    void badInputIsRefusedBeforeAnythingIsKept();
    void anExistingFileIsRefused();
    void aJobAddedWithoutEngineIsKeptAndTheUserIsTold();
    void theDataFolderIsPrivate();
    void theWordOnTheCommandLineBeatsTheEnvironment();
    void wordsAreInTheUsersLanguageAndJsonIsNot();
    void readsOfAJobThatDoesNotExistExitWithFive();
    void aJobWithoutErrorExitsWithFour();
    void verbsWorkOnTheStore();
    void aVerbOnAFinishedJobExitsWithThree();
    void oneUnknownJobDoesNotKeepTheOthersFromTheVerb();
    void aVerbMayMeanAllJobsInAState();
    void finishedJobsCanBeForgotten();
    void addWaitFetchesTheFileAndExitsWithZero();
    void addWaitOfAMissingFileExitsWithOneAndSaysWhy();
    void aFailedJobIsMendedAndResumed();
    void everythingAboutAJobIsMendedFromTheCommandLine();
    void aPrefixThatNoAddressHasIsTold();
    void aJobThatFailedPartlyIsCompletedWithWhatArrived();
    void whatArrivedWithUnknownLengthIsNotReportedAsDone();
    void manualCompleteWaitsForTheUser();
    void anInputFileMakesAJobALine();
    void theStandardInputMayBeTheInputFile();
    void aWrongInputFileAddsNothing();
    void secretsAreUsedAndNeverShown();
    void watchUntilIdleRunsWhatIsQueued();
    void namesCannotWriteToTheTerminal();
    void anAnswerThatCannotBeWrittenIsAFailure();
    void aDamagedStoreExitsWithSixAndIsKept();
    void aDataFolderThatCannotBeMadeExitsWithSix();

private:
    std::unique_ptr<ProgramFixture> m_program;
};

void TestCli::wrongWordsExitWithTwoAndSayWhatToDo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("unknown command") << QStringList {u"dance"_qs};
    QTest::newRow("unknown option") << QStringList {u"list"_qs, u"--colour"_qs};
    QTest::newRow("no id") << QStringList {u"show"_qs};
    QTest::newRow("nothing to add") << QStringList {u"add"_qs};
    QTest::newRow("no jobs") << QStringList {u"resume"_qs};
    QTest::newRow("unknown state") << QStringList {u"cancel"_qs, u"--all-in-state"_qs, u"BAD"_qs};
    QTest::newRow("one name, two files") << QStringList {u"add"_qs, u"http://h/a"_qs, u"http://h/b"_qs, u"--output"_qs,
                                                         u"c"_qs};
}

void TestCli::wrongWordsExitWithTwoAndSayWhatToDo()
{
    QFETCH(QStringList, words);

    const Outcome outcome = m_program->run(words);

    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("--help"), outcome.err.constData());
    QVERIFY(outcome.out.isEmpty());
}

void TestCli::badInputIsRefusedBeforeAnythingIsKept_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("unknown scheme") << QStringList {u"gopher://h/a"_qs};
    QTest::newRow("no scheme") << QStringList {u"example.org/a"_qs};
    QTest::newRow("empty address") << QStringList {u""_qs};
    QTest::newRow("no file name") << QStringList {u"http://h/"_qs};
    QTest::newRow("name with dots") << QStringList {u"http://h/a"_qs, u"--output"_qs, u"../a"_qs};
    QTest::newRow("only dots") << QStringList {u"http://h/a"_qs, u"--output"_qs, u".."_qs};
    QTest::newRow("dots in the address") << QStringList {u"http://h/%2e%2e%2fa"_qs};
    QTest::newRow("folder below a file") << QStringList {u"http://h/a"_qs, u"--to"_qs, u"/dev/null/x"_qs};
    QTest::newRow("header with a line break") << QStringList {u"http://h/a"_qs, u"--header"_qs, u"A: b\r\nC: d"_qs};
    QTest::newRow("header without colon") << QStringList {u"http://h/a"_qs, u"--header"_qs, u"nonsense"_qs};
    QTest::newRow("two files of one name") << QStringList {u"http://h/a"_qs, u"http://g/a"_qs};
    QTest::newRow("the second is bad") << QStringList {u"http://h/a"_qs, u"nfs://h/b"_qs};
}

void TestCli::badInputIsRefusedBeforeAnythingIsKept()
{
    QFETCH(QStringList, words);

    const Outcome outcome = m_program->run(QStringList {u"add"_qs} + words);

    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.startsWith("haulwatch: "), outcome.err.constData());
    QVERIFY(m_program->ask({u"list"_qs}).empty());
}

void TestCli::anExistingFileIsRefused()
{
    m_program->downloads.write("a.bin", "mine");

    const Outcome outcome = m_program->run({u"add"_qs, m_program->address("/a.bin")});

    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("a.bin") && outcome.err.contains("exists"), outcome.err.constData());
    QVERIFY(m_program->downloads.read("a.bin") == "mine");
}

void TestCli::aJobAddedWithoutEngineIsKeptAndTheUserIsTold()
{
    const Outcome outcome = m_program->run(
        {u"add"_qs, m_program->address("/a.bin"), u"--name"_qs, u"first"_qs, u"--priority"_qs, u"high"_qs});

    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.err.contains("haulwatch serve"), outcome.err.constData());
    const auto jobs = m_program->ask({u"list"_qs});
    QCOMPARE(jobs.size(), std::size_t {1});
    QCOMPARE(QString::fromStdString(jobs[0]["id"]), outcome.line());
    QVERIFY(jobs[0]["state"] == "QUEUED" && jobs[0]["name"] == "first" && jobs[0]["priority"] == "HIGH");
    QVERIFY(jobs[0]["bytesTotal"].is_null() && jobs[0]["error"].is_null());
    QVERIFY(m_program->server.requests("/a.bin").empty());
}

void TestCli::theDataFolderIsPrivate()
{
    QCOMPARE(m_program->run({u"list"_qs}).status, 0);

    const QFileInfo folder(QString::fromStdString(m_program->data.path("data")));
    QVERIFY(!(folder.permissions() & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
}

void TestCli::theWordOnTheCommandLineBeatsTheEnvironment()
{
    const QString other = QString::fromStdString(m_program->data.path("other"));

    QCOMPARE(m_program->run({u"add"_qs, m_program->address("/a"), u"--data-dir"_qs, other}).status, 0);

    QVERIFY(m_program->ask({u"list"_qs}).empty());
    QCOMPARE(m_program->ask({u"--data-dir"_qs, other, u"list"_qs}).size(), std::size_t {1});
}

void TestCli::wordsAreInTheUsersLanguageAndJsonIsNot()
{
    m_program->setEnvironment(u"LC_ALL"_qs, u"fr_FR.UTF-8"_qs);

    QVERIFY(m_program->run({u"explain"_qs, u"404"_qs}).out.contains("Fichier introuvable sur le serveur"));
    QVERIFY(m_program->run({u"--help"_qs}).out.contains("Liste toutes les tâches"));
    const Outcome mistake = m_program->run({u"frobnicate"_qs});
    QCOMPARE(mistake.status, 2);
    QVERIFY2(mistake.err.contains("n’existe pas"), mistake.err.constData());
    QCOMPARE(m_program->run({u"--json"_qs, u"list"_qs}).out, QByteArray("[]\n"));
}

void TestCli::readsOfAJobThatDoesNotExistExitWithFive()
{
    for (const auto &command :
         {u"show"_qs, u"error"_qs, u"files"_qs, u"history"_qs, u"resume"_qs, u"cancel"_qs, u"forget"_qs}) {
        for (const auto &id : {QString::fromLatin1(kNobody), u"nonsense"_qs}) {
            const Outcome outcome = m_program->run({command, id});

            QCOMPARE(outcome.status, 5);
            QVERIFY2(outcome.err.contains(id.toUtf8()), outcome.err.constData());
        }
    }
    QCOMPARE(m_program->run({u"set"_qs, QString::fromLatin1(kNobody), u"--priority"_qs, u"low"_qs}).status, 5);
}

void TestCli::aJobWithoutErrorExitsWithFour()
{
    const QString id = m_program->add(m_program->address("/a"));

    const Outcome outcome = m_program->run({u"error"_qs, id, u"--json"_qs});

    QCOMPARE(outcome.status, 4);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains("0x80D02014"), outcome.err.constData());
}

void TestCli::verbsWorkOnTheStore()
{
    const QString id = m_program->add(m_program->address("/a"));

    QCOMPARE(m_program->run({u"suspend"_qs, id}).status, 0);
    QCOMPARE(m_program->stateOf(id), std::string("SUSPENDED"));
    const Outcome resumed = m_program->run({u"resume"_qs, id});
    QCOMPARE(resumed.status, 0);
    QVERIFY2(resumed.err.contains("haulwatch serve"), resumed.err.constData());
    QCOMPARE(m_program->stateOf(id), std::string("QUEUED"));
    QCOMPARE(m_program->run({u"cancel"_qs, id}).status, 0);
    QCOMPARE(m_program->stateOf(id), std::string("CANCELLED"));

    const auto history = m_program->ask({u"history"_qs, id});
    QVERIFY(history.is_array() && history.size() >= 4);
    QVERIFY(history.front()["event"] == "added" && history.back()["event"] == "cancelled");
}

void TestCli::aVerbOnAFinishedJobExitsWithThree()
{
    const QString id = m_program->add(m_program->address("/a"));
    QCOMPARE(m_program->run({u"cancel"_qs, id}).status, 0);

    for (const auto &verb : {u"resume"_qs, u"suspend"_qs, u"complete"_qs, u"cancel"_qs}) {
        const Outcome outcome = m_program->run({verb, id});
        QCOMPARE(outcome.status, 3);
        QVERIFY2(outcome.err.contains(id.toUtf8()), outcome.err.constData());
    }
}

void TestCli::oneUnknownJobDoesNotKeepTheOthersFromTheVerb()
{
    const QString id = m_program->add(m_program->address("/a"));

    const Outcome outcome = m_program->run({u"suspend"_qs, u"nonsense"_qs, QString::fromLatin1(kNobody), id});

    QCOMPARE(outcome.status, 5);
    QCOMPARE(m_program->stateOf(id), std::string("SUSPENDED"));
}

void TestCli::aVerbMayMeanAllJobsInAState()
{
    const QString first = m_program->add(m_program->address("/a"));
    const QString second = m_program->add(m_program->address("/b"));
    const QString third = m_program->add(m_program->address("/c"), {u"--suspended"_qs});

    const auto report = m_program->ask({u"cancel"_qs, u"--all-in-state"_qs, u"QUEUED"_qs});

    QCOMPARE(report.size(), std::size_t {2});
    QCOMPARE(m_program->stateOf(first), std::string("CANCELLED"));
    QCOMPARE(m_program->stateOf(second), std::string("CANCELLED"));
    QCOMPARE(m_program->stateOf(third), std::string("SUSPENDED"));
    QCOMPARE(m_program->run({u"cancel"_qs, u"--all-in-state"_qs, u"ERROR"_qs}).status, 0);
}

void TestCli::finishedJobsCanBeForgotten()
{
    const QString id = m_program->add(m_program->address("/a"));
    QCOMPARE(m_program->run({u"forget"_qs, id}).status, 3);
    QCOMPARE(m_program->run({u"cancel"_qs, id}).status, 0);

    QCOMPARE(m_program->run({u"forget"_qs, id}).status, 0);

    QCOMPARE(m_program->run({u"show"_qs, id}).status, 5);
}

void TestCli::addWaitFetchesTheFileAndExitsWithZero()
{
    const std::string body = test::patternedBytes(300'000);
    m_program->server.serve("/a.bin", body);

    const Outcome outcome = m_program->run(
        {u"add"_qs, m_program->address("/a.bin"), u"--to"_qs, u"sub"_qs, u"--output"_qs, u"b.bin"_qs, u"--wait"_qs});

    QCOMPARE(outcome.status, 0);
    QVERIFY(m_program->downloads.read("sub/b.bin") == body);
    const auto job = m_program->ask({u"show"_qs, outcome.line()});
    QVERIFY(job["state"] == "ACKNOWLEDGED" && job["bytesTransferred"] == 300'000 && job["bytesTotal"] == 300'000);
    QVERIFY(job["transferred"].is_string());
    const auto files = m_program->ask({u"files"_qs, outcome.line()});
    QVERIFY(files[0]["transferred"] == true && files[0]["complete"] == true);
    QVERIFY(files[0]["local"] == m_program->downloads.path("sub/b.bin"));
    const auto history = m_program->run({u"history"_qs, outcome.line()});
    const QByteArray server = "from " + m_program->address("/").section(u'/', 2, 2).toUtf8();
    QVERIFY2(history.out.contains(server), history.out.constData());
}

void TestCli::addWaitOfAMissingFileExitsWithOneAndSaysWhy()
{
    const Outcome outcome = m_program->run({u"add"_qs, m_program->address("/gone.bin"), u"--wait"_qs, u"--json"_qs});

    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("404") && outcome.err.contains("gone.bin"), outcome.err.constData());
    const auto job = outcome.json();
    QVERIFY(job["state"] == "ERROR" && job["error"]["code"] == "0x80190194");
    const QString id = QString::fromStdString(job["id"]);
    const Outcome error = m_program->run({u"error"_qs, id, u"--json"_qs});
    QCOMPARE(error.status, 0);
    QVERIFY(error.json() == job["error"]);
    QVERIFY(error.json()["context"] == "REMOTE_FILE" && error.json()["file"]["index"] == 0);
}

void TestCli::aFailedJobIsMendedAndResumed()
{
    m_program->server.serve("/here", "content");
    const Outcome failed = m_program->run({u"add"_qs, m_program->address("/gone"), u"--wait"_qs});
    const QString id = failed.line();
    QCOMPARE(failed.status, 1);

    QCOMPARE(m_program->run({u"set"_qs, id, u"--url"_qs, u"0="_qs + m_program->address("/here")}).status, 0);
    QCOMPARE(m_program->stateOf(id), std::string("ERROR"));
    QCOMPARE(m_program->run({u"resume"_qs, id}).status, 0);
    // The seed's rule: the error object lives until data moves again.
    QCOMPARE(m_program->run({u"error"_qs, id}).status, 0);
    QCOMPARE(m_program->run({u"watch"_qs, u"--until-idle"_qs}).status, 0);

    QCOMPARE(m_program->stateOf(id), std::string("ACKNOWLEDGED"));
    QCOMPARE(m_program->run({u"error"_qs, id}).status, 4);
    QVERIFY(m_program->downloads.read("gone") == "content");
    QCOMPARE(m_program->run({u"set"_qs, id, u"--url"_qs, u"0=nfs://h/a"_qs}).status != 0, true);
}

void TestCli::everythingAboutAJobIsMendedFromTheCommandLine()
{
    m_program->server.serve("/mirror/a", "first");
    m_program->server.serve("/mirror/b", "second");
    const QString id = m_program->add(m_program->address("/old/a"), {u"--suspended"_qs});
    const QString other = m_program->folder() + u"/other"_qs;

    const Outcome set =
        m_program->run({u"set"_qs, id, u"--url-prefix"_qs, m_program->address("/old/"), m_program->address("/mirror/"),
                        u"--add-url"_qs, m_program->address("/mirror/b"), u"--to"_qs, other, u"--name"_qs,
                        u"renamed"_qs, u"--retry-delay"_qs, u"growing"_qs, u"--max-retries"_qs, u"none"_qs,
                        u"--credentials"_qs, u"-"_qs, u"--restart"_qs, u"all"_qs},
                       "me:hunter2\n");
    QCOMPARE(set.status, 0);
    QVERIFY(m_program->ask({u"show"_qs, id})["name"] == "renamed");
    for (const auto &words : {QStringList {u"show"_qs, id}, {u"files"_qs, id}, {u"history"_qs, id}})
        QVERIFY(!m_program->run(words).out.contains("hunter2"));
    QCOMPARE(m_program->run({u"resume"_qs, id}).status, 0);
    QCOMPARE(m_program->run({u"watch"_qs, u"--until-idle"_qs}).status, 0);

    QCOMPARE(m_program->stateOf(id), std::string("ACKNOWLEDGED"));
    QVERIFY(m_program->downloads.read("other/a") == "first");
    QVERIFY(m_program->downloads.read("other/b") == "second");
    QCOMPARE(m_program->downloads.names(), std::vector<std::string> {"other"});
}

void TestCli::aPrefixThatNoAddressHasIsTold()
{
    const QString id = m_program->add(m_program->address("/a"), {u"--suspended"_qs});

    const Outcome set = m_program->run({u"set"_qs, id, u"--url-prefix"_qs, u"http://nobody/"_qs, u"http://x/"_qs});

    QCOMPARE(set.status, 0);
    QVERIFY(set.out.contains("no address begins so"));
}

void TestCli::aJobThatFailedPartlyIsCompletedWithWhatArrived()
{
    m_program->server.serve("/a", "first");
    m_program->server.serve("/c", "third");
    const Outcome failed = m_program->run({u"add"_qs, m_program->address("/a"), m_program->address("/gone"),
                                           m_program->address("/c"), u"--parallel-files"_qs, u"1"_qs, u"--wait"_qs});
    QCOMPARE(failed.status, 1);

    const auto report = m_program->ask({u"complete"_qs, failed.line()});

    QVERIFY(report[0]["done"] == true && report[0]["code"] == "0x00200017");
    QVERIFY(m_program->downloads.names() == std::vector<std::string> {"a"});
    QCOMPARE(m_program->stateOf(failed.line()), std::string("ACKNOWLEDGED"));
}

void TestCli::whatArrivedWithUnknownLengthIsNotReportedAsDone()
{
    Reply reply;
    reply.body = "who knows";
    reply.framing = Reply::Framing::UntilClose;
    m_program->server.script("/a", {reply});

    const Outcome outcome = m_program->run({u"add"_qs, m_program->address("/a"), u"--wait"_qs});

    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains(QByteArray("haulwatch complete " + outcome.line().toUtf8())),
             outcome.err.constData());
    QVERIFY(!m_program->downloads.has("a"));
    QCOMPARE(m_program->run({u"complete"_qs, outcome.line()}).status, 0);
    QVERIFY(m_program->downloads.read("a") == "who knows");
}

void TestCli::manualCompleteWaitsForTheUser()
{
    m_program->server.serve("/a", "content");

    const Outcome outcome =
        m_program->run({u"add"_qs, m_program->address("/a"), u"--manual-complete"_qs, u"--wait"_qs});

    QCOMPARE(outcome.status, 0);
    QCOMPARE(m_program->stateOf(outcome.line()), std::string("TRANSFERRED"));
    const auto files = m_program->ask({u"files"_qs, outcome.line()});
    QVERIFY(files[0]["transferred"] == true && files[0]["complete"] == false);
    QVERIFY(!m_program->downloads.has("a"));
    QCOMPARE(m_program->run({u"resume"_qs, outcome.line()}).status, 3);
    QCOMPARE(m_program->run({u"complete"_qs, outcome.line()}).status, 0);
    QVERIFY(m_program->downloads.read("a") == "content");
}

void TestCli::anInputFileMakesAJobALine()
{
    m_program->server.serve("/a", "content");
    m_program->server.serve("/b", "");
    m_program->downloads.write(
        "list",
        m_program->server.address("/a") + "\n  dir=sub\n  out=c\n  header=X-Mine: yes\n  split=4\n# done\n"
            + m_program->server.address("/b") + "\n  checksum=md5=d41d8cd98f00b204e9800998ecf8427e\n");

    const Outcome outcome = m_program->run({u"add"_qs, u"--input"_qs, u"list"_qs, u"--wait"_qs});

    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.line().split(u'\n').size(), 2);
    QVERIFY2(outcome.err.contains("split"), outcome.err.constData());
    QVERIFY(m_program->downloads.read("sub/c") == "content");
    QVERIFY(m_program->downloads.read("b") == "");
    QCOMPARE(m_program->server.requests("/a").at(0).header("X-Mine"), std::string("yes"));
}

void TestCli::theStandardInputMayBeTheInputFile()
{
    const Outcome outcome =
        m_program->run({u"add"_qs, u"--input"_qs, u"-"_qs, u"--json"_qs}, "http://h/a\nhttp://h/b\n");

    QCOMPARE(outcome.status, 0);
    const auto lines = outcome.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(nlohmann::json::parse(lines[1].toStdString())["name"] == "b");
}

void TestCli::aWrongInputFileAddsNothing()
{
    const Outcome outcome = m_program->run({u"add"_qs, u"--input"_qs, u"-"_qs}, "http://h/a\n  checksum=md5=12\n");

    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("Line 2"), outcome.err.constData());
    QVERIFY(m_program->ask({u"list"_qs}).empty());
    QCOMPARE(m_program->run({u"add"_qs, u"--input"_qs, u"/no/such/file"_qs}).status, 2);
}

void TestCli::secretsAreUsedAndNeverShown()
{
    m_program->server.script("/a", signInThenNotFound());
    const QString address = m_program->address("/a").replace(u"http://"_qs, u"http://user:hunter2@"_qs);
    const Outcome added =
        m_program->run({u"add"_qs, address, u"--header"_qs, u"Cookie: hunter2"_qs, u"--wait"_qs, u"--json"_qs});
    QCOMPARE(added.status, 1);
    const QString id = QString::fromStdString(added.json()["id"]);

    QByteArray shown = added.out + added.err;
    for (const auto &command : {u"show"_qs, u"error"_qs, u"files"_qs, u"history"_qs}) {
        for (const QStringList &words : {QStringList {command, id}, QStringList {command, id, u"--json"_qs}}) {
            const Outcome outcome = m_program->run(words);
            shown += outcome.out + outcome.err;
        }
    }

    const auto request = m_program->server.requests("/a").back();
    QCOMPARE(request.header("Cookie"), std::string("hunter2"));
    QCOMPARE(request.header("Authorization"), std::string("Basic dXNlcjpodW50ZXIy"));
    QVERIFY(!shown.contains("hunter2"));
}

void TestCli::watchUntilIdleRunsWhatIsQueued()
{
    m_program->server.serve("/a", "content");
    const QString id = m_program->add(m_program->address("/a"));

    const Outcome outcome = m_program->run({u"watch"_qs, u"--until-idle"_qs, u"--json"_qs});

    QCOMPARE(outcome.status, 0);
    const auto lines = outcome.out.trimmed().split('\n');
    for (const QByteArray &line : lines)
        QVERIFY(nlohmann::json::parse(line.toStdString())["id"] == id.toStdString());
    QVERIFY(nlohmann::json::parse(lines.last().toStdString())["state"] == "ACKNOWLEDGED");
    QVERIFY(m_program->downloads.read("a") == "content");
}

void TestCli::namesCannotWriteToTheTerminal()
{
    QCOMPARE(m_program->run({u"add"_qs, u"http://h/a"_qs, u"--name"_qs, u"\x1b[31mred"_qs}).status, 2);
    const QString id = m_program->add(u"http://h/a"_qs, {u"--name"_qs, u"red\u202e"_qs});

    for (const QStringList &words : {QStringList {u"list"_qs}, QStringList {u"show"_qs, id}}) {
        const QByteArray out = m_program->run(words).out;
        QVERIFY(out.contains("red"));
        QVERIFY(!out.contains("\u202e"));
    }
}

void TestCli::anAnswerThatCannotBeWrittenIsAFailure()
{
    QVERIFY(!m_program->add(m_program->address("/a")).isEmpty());
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_qs);
    process.start(QStringLiteral(HAULWATCH_PROGRAM),
                  {u"list"_qs, u"--data-dir"_qs, QString::fromStdString(m_program->data.path("data"))});

    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("could not be written"));
}

void TestCli::aDamagedStoreExitsWithSixAndIsKept()
{
    QVERIFY(!m_program->add(m_program->address("/a")).isEmpty());
    const std::string damage(20'000, 'x');
    m_program->data.write("data/jobs.sqlite", damage);

    const Outcome outcome = m_program->run({u"list"_qs});

    QCOMPARE(outcome.status, 6);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains("damaged") && outcome.err.contains("kept as"), outcome.err.constData());
    bool isKept = false;
    for (const QFileInfo &file : QDir(QString::fromStdString(m_program->data.path("data"))).entryInfoList(QDir::Files))
        isKept = isKept || (outcome.err.contains(file.filePath().toUtf8()) && file.size() == 20'000);
    QVERIFY2(isKept, outcome.err.constData());
}

void TestCli::aDataFolderThatCannotBeMadeExitsWithSix()
{
    const Outcome outcome = m_program->run({u"list"_qs, u"--data-dir"_qs, u"/dev/null/data"_qs});

    QCOMPARE(outcome.status, 6);
    QVERIFY2(outcome.err.contains("--data-dir"), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
