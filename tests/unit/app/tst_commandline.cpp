// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <clocale>

#include "commandline/commandline.h"
#include "job/joboptions.h"

using namespace haulwatch;
using namespace haulwatch::commandline;
using namespace std::chrono_literals;

namespace {

Parsed parseWords(std::initializer_list<const char *> words)
{
    std::vector<const char *> argv {"haulwatch"};
    argv.insert(argv.end(), words);
    return parse(static_cast<int>(argv.size()), argv.data());
}

/// The command's struct; an empty one where the words are refused, with the complaint as a warning.
template <typename T>
T actionOf(std::initializer_list<const char *> words)
{
    const Parsed parsed = parseWords(words);
    if (const auto *error = std::get_if<UsageError>(&parsed))
        qWarning("%s", error->text.c_str());
    const auto *line = std::get_if<CommandLine>(&parsed);
    const T *action = line ? std::get_if<T>(&line->action) : nullptr;
    [&] { QVERIFY(action != nullptr); }();
    return action ? *action : T {};
}

QString complaintOf(std::initializer_list<const char *> words)
{
    const Parsed parsed = parseWords(words);
    const auto *error = std::get_if<UsageError>(&parsed);
    return error ? QString::fromStdString(error->text) : QString();
}

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noWordsOpenTheWindow();
    void globalOptionsStandBeforeOrBehindTheCommand();
    void aDemoHasANumberOfItsOwnOrTheUsualOne();
    void aScreenshotIsDescribed();
    void anAdditionIsReadWhole();
    void aHeaderDoesNotSwallowTheAddress();
    void anEmptyAddressStaysForTheEngineToRefuse();
    void everyReadTakesOneId();
    void everyVerbTakesIdsOrAState();
    void aSetReadsAddressesByNumber();
    void aSetReadsWhatElseCanBeChanged();
    void addAndSetKnowEveryOption();
    void secondsMayHaveFractionsInEveryLocale();
    void wrongWordsAreRefusedWithASentence_data();
    void wrongWordsAreRefusedWithASentence();
    void helpAndVersionAreNoErrors();
    void helpOfACommandTellsItsOptions();
};

void TestCommandLine::noWordsOpenTheWindow()
{
    const auto window = actionOf<Window>({});

    QVERIFY(!window.demoJobs);
    QVERIFY(window.screenshot.empty());
    QVERIFY(window.after == 800ms);
}

void TestCommandLine::globalOptionsStandBeforeOrBehindTheCommand()
{
    for (const auto &words : {std::initializer_list<const char *> {"--data-dir", "/d", "--json", "list"},
                              std::initializer_list<const char *> {"list", "--json", "--data-dir=/d"}}) {
        const Parsed parsed = parseWords(words);

        const auto *line = std::get_if<CommandLine>(&parsed);
        QVERIFY(line != nullptr);
        QVERIFY(std::holds_alternative<List>(line->action));
        QVERIFY(line->json);
        QCOMPARE(line->dataDir, std::string("/d"));
    }
}

void TestCommandLine::aDemoHasANumberOfItsOwnOrTheUsualOne()
{
    QVERIFY(actionOf<Window>({"--demo"}).demoJobs == 200U);
    QVERIFY(actionOf<Window>({"--demo=1000000"}).demoJobs == 1'000'000U);
    const auto window = actionOf<Window>({"--demo=5", "--seed", "7", "--speed", "2.5"});
    QCOMPARE(window.seed, std::uint64_t {7});
    QCOMPARE(window.speed, 2.5);
}

void TestCommandLine::aScreenshotIsDescribed()
{
    const auto window = actionOf<Window>(
        {"--screenshot", "/tmp/a.png", "--size", "800x600", "--after", "50", "--select", "failed", "--theme", "dark"});

    QCOMPARE(window.screenshot, std::string("/tmp/a.png"));
    QCOMPARE(window.width, 800);
    QCOMPARE(window.height, 600);
    QVERIFY(window.after == 50ms);
    QCOMPARE(window.select, std::string("failed"));
    QCOMPARE(window.theme, std::string("dark"));
}

void TestCommandLine::anAdditionIsReadWhole()
{
    const auto add = actionOf<Add>({"add",
                                    "http://h/a",
                                    "--to",
                                    "/d",
                                    "--output",
                                    "b",
                                    "--name",
                                    "n",
                                    "--checksum",
                                    "md5:00112233445566778899aabbccddeeff",
                                    "--priority",
                                    "foreground",
                                    "--manual-complete",
                                    "--retry-delay",
                                    "0.5",
                                    "--no-progress-timeout",
                                    "60",
                                    "--connect-timeout",
                                    "1",
                                    "--first-byte-timeout",
                                    "2",
                                    "--stall-timeout",
                                    "3",
                                    "--min-rate",
                                    "1000",
                                    "--attempt-timeout",
                                    "3600",
                                    "--range",
                                    "5-9",
                                    "--range",
                                    "100-",
                                    "--max-retries",
                                    "4",
                                    "--parallel-files",
                                    "1",
                                    "--header",
                                    "A: b",
                                    "--header",
                                    "C: d",
                                    "--proxy",
                                    "http://p:1",
                                    "--cacert",
                                    "/ca",
                                    "--wait"});

    QCOMPARE(add.addresses, std::vector<std::string> {"http://h/a"});
    QCOMPARE(add.folder, std::string("/d"));
    QCOMPARE(add.output, std::string("b"));
    QCOMPARE(add.name, std::string("n"));
    QVERIFY(add.checksum == parseChecksum("md5:00112233445566778899aabbccddeeff"));
    QVERIFY(add.priority == Priority::Foreground);
    QVERIFY(add.options.manualComplete && add.wait && !add.suspended);
    QVERIFY(add.options.retry.fixedDelay == 500ms);
    QVERIFY(add.options.retry.noProgressTimeout == 60s);
    QVERIFY(add.options.connectTimeout == 1s);
    QVERIFY(add.options.firstByteTimeout == 2s);
    QVERIFY(add.options.stallTimeout == 3s);
    QVERIFY(add.options.minimumRate == 1000U);
    QVERIFY(add.options.attemptTimeout == 3600s);
    QVERIFY(add.ranges == (std::vector<ByteRange> {{5, 5}, {100, kUnknownSize}}));
    QVERIFY(add.options.retry.maxRetries == 4U);
    QCOMPARE(add.options.parallelFiles, 1U);
    QCOMPARE(add.options.headers, (std::vector<std::string> {"A: b", "C: d"}));
    QCOMPARE(add.options.proxy, std::string("http://p:1"));
    QCOMPARE(add.options.caFile, std::string("/ca"));
}

void TestCommandLine::aHeaderDoesNotSwallowTheAddress()
{
    const auto add = actionOf<Add>({"add", "--header", "A: b", "http://h/a", "http://h/b"});

    QCOMPARE(add.options.headers, std::vector<std::string> {"A: b"});
    QCOMPARE(add.addresses, (std::vector<std::string> {"http://h/a", "http://h/b"}));
}

void TestCommandLine::anEmptyAddressStaysForTheEngineToRefuse()
{
    QCOMPARE(actionOf<Add>({"add", ""}).addresses, std::vector<std::string> {""});
}

void TestCommandLine::everyReadTakesOneId()
{
    QCOMPARE(actionOf<Show>({"show", "x"}).id, std::string("x"));
    QCOMPARE(actionOf<ShowError>({"error", "x"}).id, std::string("x"));
    QCOMPARE(actionOf<ShowFiles>({"files", "x"}).id, std::string("x"));
    QCOMPARE(actionOf<ShowHistory>({"history", "x"}).id, std::string("x"));
    QVERIFY(!complaintOf({"show"}).isEmpty());
    QVERIFY(!complaintOf({"show", "x", "y"}).isEmpty());
}

void TestCommandLine::everyVerbTakesIdsOrAState()
{
    for (const Verb verb : kAllVerbs) {
        const std::string word(name(verb));

        const auto some = actionOf<Apply>({word.c_str(), "x", "y"});
        const auto all = actionOf<Apply>({word.c_str(), "--all-in-state", "transient_error"});

        QVERIFY(some.verb == verb && all.verb == verb);
        QCOMPARE(some.ids, (std::vector<std::string> {"x", "y"}));
        QVERIFY(all.allInState == JobState::TransientError);
        QVERIFY(!complaintOf({word.c_str()}).isEmpty());
        QVERIFY(!complaintOf({word.c_str(), "x", "--all-in-state", "ERROR"}).isEmpty());
    }
}

void TestCommandLine::aSetReadsAddressesByNumber()
{
    const auto set = actionOf<Set>({"set", "x", "--url", "0=http://h/?a=b", "--url", "12=http://h/c", "--priority",
                                    "LOW", "--retry-delay", "1", "--no-progress-timeout", "0", "--header", "A: b"});

    QCOMPARE(set.ids, std::vector<std::string> {"x"});
    QCOMPARE(set.change.addresses.size(), std::size_t {2});
    QVERIFY(set.change.addresses[0] == std::pair(0U, std::string("http://h/?a=b")));
    QVERIFY(set.change.addresses[1] == std::pair(12U, std::string("http://h/c")));
    QVERIFY(set.change.priority == Priority::Low);
    QVERIFY(*set.change.retryDelay == 1s && set.change.noProgressTimeout == 0s);
    QVERIFY(set.change.headers == std::vector<std::string> {"A: b"});
    QVERIFY(!set.change.manualComplete && !set.change.parallelFiles);
}

void TestCommandLine::aSetReadsWhatElseCanBeChanged()
{
    QCOMPARE(actionOf<Set>({"set", "x", "--secret-param", "a", "--secret-param", "b"}).change.secretParameters,
             (std::vector<std::string> {"a", "b"}));
    QVERIFY(actionOf<Set>({"set", "x", "--manual-complete"}).change.manualComplete == true);
    QVERIFY(actionOf<Set>({"set", "x", "--take-packed"}).change.takesPacked == true);
    QVERIFY(actionOf<Set>({"set", "x", "--take-web-pages"}).change.takesWebPages == true);
    QVERIFY(actionOf<Set>({"set", "x", "--resume-by-date"}).change.resumesByDate == true);
    QVERIFY(actionOf<Set>({"set", "x", "--auto-complete"}).change.manualComplete == false);
    QVERIFY(actionOf<Set>({"set", "x", "--parallel-files", "1"}).change.parallelFiles == 1U);
}

void TestCommandLine::addAndSetKnowEveryOption()
{
    const auto helpOf = [](const char *command) { return std::get<Printout>(parseWords({command, "--help"})).text; };
    for (const std::string &help : {helpOf("add"), helpOf("set")}) {
        const JobOptions options;
        const auto isTold = [&](const OptionName &option, const auto &) {
            QVERIFY2(help.find("--" + std::string(option.flag) + ' ') != std::string::npos, option.flag);
        };
        describeOptions(isTold, options);
    }
    QVERIFY(actionOf<Add>({"add", "http://h/a", "--max-retries", "none"}).options == JobOptions {});
    QVERIFY(actionOf<Add>({"add", "http://h/a", "--retry-delay", "growing"}).options == JobOptions {});
}

void TestCommandLine::secondsMayHaveFractionsInEveryLocale()
{
    QVERIFY(parseSeconds("0.25") == 250ms);
    QVERIFY(parseSeconds("600") == 600s);
    for (const char *text : {"", "0,5", "-1", "nan", "inf", "1e300", "5s", " 5"})
        QVERIFY(!parseSeconds(text));
}

void TestCommandLine::wrongWordsAreRefusedWithASentence_data()
{
    using Words = std::vector<QByteArray>;
    QTest::addColumn<std::vector<QByteArray>>("words");
    QTest::addColumn<QString>("about");
    const auto row = [](const char *rowName, Words words, const char *about) {
        QTest::newRow(rowName) << std::move(words) << QString::fromUtf8(about);
    };
    row("unknown command", {"dance"}, "There is no command \"dance\".");
    row("unknown option", {"list", "--fast"}, "\"--fast\" was not expected.");
    row("too many words", {"list", "x"}, "\"x\" was not expected.");
    row("nothing to add", {"add"}, "Give at least one address");
    row("addresses twice", {"add", "http://h/a", "--input", "f"}, "not both");
    row("one name for two files", {"add", "a", "b", "--output", "n"}, "--output names one file");
    row("one checksum for two files", {"add", "a", "b", "--checksum", "md5:00112233445566778899aabbccddeeff"},
        "--checksum is about one file");
    row("short checksum", {"add", "a", "--checksum", "md5:00"}, "--checksum needs an algorithm and all its digits");
    row("bad priority", {"add", "a", "--priority", "urgent"}, "--priority needs foreground, high, normal or low");
    row("bad seconds", {"add", "a", "--retry-delay", "soon"}, "--retry-delay needs a number of seconds");
    row("negative seconds", {"add", "a", "--stall-timeout", "-1"}, "--stall-timeout needs a number of seconds");
    row("a range backwards", {"add", "a", "--range", "9-5"}, "--range needs FIRST-LAST");
    row("a range of two files", {"add", "a", "b", "--range", "5-9"}, "--range is about one file");
    row("no parallel files", {"add", "a", "--parallel-files", "0"}, "at least 1");
    row("endless wait", {"add", "a", "--suspended", "--wait"}, "exclude each other");
    row("unknown state", {"cancel", "--all-in-state", "BROKEN"}, "--all-in-state needs QUEUED");
    row("nothing to set", {"set", "x"}, "There is nothing to change");
    row("addresses of several jobs", {"set", "x", "y", "--url", "0=http://h/a"}, "--url is about the files of one job");
    row("a restart of something", {"set", "x", "--restart", "some"}, "--restart needs a file's number");
    row("a delay in words", {"set", "x", "--retry-delay", "soon"}, "--retry-delay needs");
    row("address without number", {"set", "x", "--url", "http://h/a"}, "--url needs a file's number");
    row("nothing to forget", {"forget"}, "ID");
    row("a missing value", {"add", "a", "--to"}, "--to");
    row("a demo of nothing", {"--demo=0"}, "--demo needs a number of jobs");
    row("a demo of words", {"--demo=many"}, "--demo needs a number of jobs");
    row("a seed without demo", {"--seed", "1"}, "--demo only");
    row("a scenario without demo", {"--scenario", "x.json"}, "--demo only");
    row("a scenario with a seed", {"--demo", "--scenario", "x.json", "--seed", "2"}, "leave --seed out");
    row("no speed", {"--demo", "--speed", "0"}, "--speed needs a number above 0");
    row("half a size", {"--size", "800"}, "--size needs a width and a height");
    row("an empty size", {"--size", "0x0"}, "--size needs a width and a height");
    row("a bright theme", {"--theme", "bright"}, "--theme needs light, dark or contrast");
    row("a window's option with a command", {"list", "--screenshot", "f"}, "is for the window");
}

void TestCommandLine::wrongWordsAreRefusedWithASentence()
{
    QFETCH(std::vector<QByteArray>, words);
    QFETCH(QString, about);
    std::vector<const char *> argv {"haulwatch"};
    for (const QByteArray &word : words)
        argv.push_back(word.constData());

    const Parsed parsed = parse(static_cast<int>(argv.size()), argv.data());

    const auto *error = std::get_if<UsageError>(&parsed);
    QVERIFY(error != nullptr);
    const QString text = QString::fromStdString(error->text);
    QVERIFY2(text.contains(about), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("--help` tells what is possible")), qPrintable(text));
}

void TestCommandLine::helpAndVersionAreNoErrors()
{
    const Parsed help = parseWords({"--help"});
    const Parsed version = parseWords({"--version"});

    QVERIFY(std::holds_alternative<Printout>(help));
    for (const char *command : {"add", "list", "show", "error", "files", "history", "resume", "suspend", "complete",
                                "cancel", "set", "watch", "serve", "forget", "--demo", "--screenshot", "--data-dir"})
        QVERIFY2(std::get<Printout>(help).text.find(command) != std::string::npos, command);
    QVERIFY(std::holds_alternative<Printout>(version));
    QVERIFY(std::get<Printout>(version).text.starts_with("haulwatch "));
}

void TestCommandLine::helpOfACommandTellsItsOptions()
{
    const Parsed help = parseWords({"add", "--help"});

    QVERIFY(std::holds_alternative<Printout>(help));
    QVERIFY(std::get<Printout>(help).text.find("--manual-complete") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
