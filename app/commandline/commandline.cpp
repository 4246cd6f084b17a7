// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline/commandline.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>

#include "commandline/commandoptions.h"
#include "commandline/complaint.h"
#include "commandline/help.h"
#include "commandline/joboptionflags.h"
#include "commandline/setoptions.h"
#include "commandline/words.h"

namespace haulwatch::commandline {
namespace {

constexpr std::size_t kMostDemoJobs = 2'000'000;
constexpr std::size_t kFewDemoJobs = 200;
constexpr int kLargestSide = 16'384;

constexpr const char *kChecksumWords =
    QT_TRANSLATE_NOOP("CommandLine", "an algorithm and all its digits, such as sha256:HEX");
constexpr const char *kStateWords = QT_TRANSLATE_NOOP(
    "CommandLine", "QUEUED, CONNECTING, TRANSFERRING, SUSPENDED, ERROR, TRANSIENT_ERROR or TRANSFERRED");

/// Everything that is being filled while CLI11 parses; the chosen command's struct becomes the action.
class Parser {
public:
    Parser();

    [[nodiscard]] Parsed parse(int argc, const char *const *argv);

private:
    void declareGlobals();
    void declareWindow();
    void declareAdd();
    void declareReads();
    void declareVerbs();
    void takeRanges(const std::vector<std::string> &texts);
    void declareRest();

    /// A command whose struct is `action`.
    template <typename T>
    CLI::App &command(const char *commandName, const char *help, T &action);
    /// Checks that need the whole line; they throw.
    void check() const;
    void checkWindow();
    void checkAdd() const;
    [[nodiscard]] std::string sentence(const CLI::Error &error) const;

    CLI::App m_app;
    CommandLine m_line;
    Window m_window;
    Serve m_serve;
    Add m_add;
    List m_list;
    Show m_show;
    ShowError m_error;
    ShowFiles m_files;
    ShowHistory m_history;
    std::array<Apply, kAllVerbs.size()> m_verbs;
    Set m_set;
    Watch m_watch;
    Forget m_forget;
    Explain m_explain;
    std::string m_demo;
    std::vector<CLI::Option *> m_windowOptions;
};

Parser::Parser()
    : m_app(words(QT_TRANSLATE_NOOP("CommandLine",
                                    "Moves files in the background and shows why a transfer fails. "
                                    "Without a command it opens the monitor window.")),
            "haulwatch")
{
    m_app.require_subcommand(0, 1);
    // Global options may stand behind the command, too.
    m_app.fallthrough();
    m_app.formatter(std::make_shared<Help>());
    declareGlobals();
    declareAdd();
    declareReads();
    declareVerbs();
    declareSet(command("set", QT_TRANSLATE_NOOP("CommandLine", "Mends jobs before `resume`"), m_set), m_set);
    declareRest();
    declareWindow();
}

template <typename T>
CLI::App &Parser::command(const char *commandName, const char *help, T &action)
{
    CLI::App *app = m_app.add_subcommand(commandName, words(help));
    app->group(words(QT_TRANSLATE_NOOP("CommandLine", "Commands")));
    app->callback([this, &action] { m_line.action = action; });
    return *app;
}

void Parser::declareGlobals()
{
    m_app.set_help_flag("-h,--help", words(QT_TRANSLATE_NOOP("CommandLine", "Prints this help and exits")));
    m_app.set_version_flag("--version", "haulwatch " HAULWATCH_VERSION,
                           words(QT_TRANSLATE_NOOP("CommandLine", "Prints the version and exits")));
    m_app
        .add_option("--data-dir", m_line.dataDir,
                    words(QT_TRANSLATE_NOOP("CommandLine",
                                            "The folder of the jobs; else HAULWATCH_DATA_DIR, else the "
                                            "user's data folder")))
        ->type_name("DIR");
    m_app.add_flag("--json", m_line.json, words(QT_TRANSLATE_NOOP("CommandLine", "Answers in JSON")));
}

void Parser::declareWindow()
{
    const auto remember = [this](CLI::Option *option) {
        m_windowOptions.push_back(option->group(words(QT_TRANSLATE_NOOP("CommandLine", "The window"))));
        return option;
    };
    const std::string demo = "--demo{" + std::to_string(kFewDemoJobs) + "}";
    remember(m_app.add_flag(
        demo, m_demo,
        words(QT_TRANSLATE_NOOP("CommandLine", "Simulated jobs; nothing is transferred, no disk is touched"))));
    remember(valueOption(m_app, "--seed", kCountWords, QT_TRANSLATE_NOOP("CommandLine", "Another seed, another demo"),
                         parseNumber<std::uint64_t>, [this](std::uint64_t seed) { m_window.seed = seed; }));
    const auto speed = [](const std::string &text) {
        const auto value = parseNumber<double>(text);
        return value && *value > 0 && *value <= 100'000 ? value : std::nullopt;
    };
    remember(valueOption(m_app, "--speed", QT_TRANSLATE_NOOP("CommandLine", "a number above 0, such as 10"),
                         QT_TRANSLATE_NOOP("CommandLine", "How much faster the demo's time runs"), speed,
                         [this](double value) { m_window.speed = value; }));
    remember(m_app.add_option("--scenario", m_window.scenario,
                              words(QT_TRANSLATE_NOOP("CommandLine", "A demo of the jobs in a JSON file"))))
        ->type_name("FILE");
    remember(m_app.add_option("--screenshot", m_window.screenshot,
                              words(QT_TRANSLATE_NOOP("CommandLine",
                                                      "Paints the window into a PNG file and exits; "
                                                      "needs no display"))))
        ->type_name("FILE");
    const auto size = [](const std::string &text) -> std::optional<std::pair<int, int>> {
        const auto cross = text.find('x');
        if (cross == std::string::npos)
            return std::nullopt;
        const auto width = parseNumber<int>(std::string_view(text).substr(0, cross));
        const auto height = parseNumber<int>(std::string_view(text).substr(cross + 1));
        if (!width || !height || *width < 1 || *height < 1 || *width > kLargestSide || *height > kLargestSide)
            return std::nullopt;
        return std::pair(*width, *height);
    };
    remember(valueOption(m_app, "--size", QT_TRANSLATE_NOOP("CommandLine", "a width and a height, such as 1360x860"),
                         QT_TRANSLATE_NOOP("CommandLine", "The window's size in pixels"), size,
                         [this](std::pair<int, int> value) {
                             std::tie(m_window.width, m_window.height) = value;
                             m_window.hasSize = true;
                         }))
        ->type_name("WxH");
    remember(countOption(m_app, "--after", QT_TRANSLATE_NOOP("CommandLine", "Milliseconds before the picture (800)"),
                         [this](std::uint32_t ms) { m_window.after = Milliseconds {ms}; }))
        ->type_name("MS");
    remember(m_app.add_option("--select", m_window.select,
                              words(QT_TRANSLATE_NOOP("CommandLine",
                                                      "Selects a job by its id, the first in a state, or "
                                                      "all in it (all:STATE)"))))
        ->type_name("ID");
    const auto theme = [](const std::string &text) {
        return text == "light" || text == "dark" || text == "contrast" ? std::optional(text) : std::nullopt;
    };
    remember(valueOption(m_app, "--theme", QT_TRANSLATE_NOOP("CommandLine", "light, dark or contrast"),
                         QT_TRANSLATE_NOOP("CommandLine", "light, dark or contrast; else as the desktop"), theme,
                         [this](std::string value) { m_window.theme = std::move(value); }));
}

void Parser::declareAdd()
{
    CLI::App &app = command("add", QT_TRANSLATE_NOOP("CommandLine", "Makes one job of all the addresses given"), m_add);
    app.add_option("URL", m_add.addresses, words(QT_TRANSLATE_NOOP("CommandLine", "What to fetch: http or https")));
    app.add_option("--to", m_add.folder, words(QT_TRANSLATE_NOOP("CommandLine", "The folder for the files (this one)")))
        ->type_name("DIR");
    app.add_option("--output", m_add.output,
                   words(QT_TRANSLATE_NOOP("CommandLine", "The file's name; with one address only")))
        ->type_name("NAME");
    app.add_option("--name", m_add.name, words(QT_TRANSLATE_NOOP("CommandLine", "What the job is called")));
    app.add_option("--input", m_add.input,
                   words(QT_TRANSLATE_NOOP("CommandLine",
                                           "A file with an address a line, - for the standard input; one job a line. "
                                           "Indented lines may say dir=, out=, checksum= and header=")))
        ->type_name("FILE");
    valueOption(app, "--checksum", kChecksumWords,
                QT_TRANSLATE_NOOP("CommandLine", "What the file must hash to; with one address only"), parseChecksum,
                [this](Checksum checksum) { m_add.checksum = std::move(checksum); })
        ->type_name("ALGO:HEX");
    app.add_option_function<std::vector<std::string>>(
           "--range", [this](const std::vector<std::string> &texts) { takeRanges(texts); },
           words(QT_TRANSLATE_NOOP("CommandLine",
                                   "Only these bytes, one range behind the other; may be repeated; with one address "
                                   "only")))
        ->allow_extra_args(false)
        ->type_name("FIRST-LAST");
    priorityOption(app, [this](Priority priority) { m_add.priority = priority; });
    app.add_flag("--suspended", m_add.suspended, words(QT_TRANSLATE_NOOP("CommandLine", "The job waits for `resume`")));
    app.add_flag("--wait", m_add.wait,
                 words(QT_TRANSLATE_NOOP("CommandLine", "Waits for the end; the exit status tells it")));
    app.add_option("--secret-param", m_add.secretParameters,
                   words(QT_TRANSLATE_NOOP("CommandLine",
                                           "A query parameter of the addresses whose value is kept as credentials are, "
                                           "and shown nowhere; may be repeated. With --input - it stays out of the "
                                           "list of processes, too")))
        ->allow_extra_args(false)
        ->type_name("NAME");
    app.add_option("--secret-header", m_add.secretHeaders,
                   words(QT_TRANSLATE_NOOP("CommandLine",
                                           "A header whose value is kept as credentials are, though it is one that any "
                                           "client sends; all others are anyway; may be repeated")))
        ->allow_extra_args(false)
        ->type_name("NAME");
    declareOptions(app, m_add.options);
}

void Parser::takeRanges(const std::vector<std::string> &texts)
{
    for (const std::string &text : texts) {
        const auto range = parseRange(text);
        if (!range)
            complain(Words::tr("--range needs FIRST-LAST or FIRST-, not %1.").arg(inQuotes(text)));
        m_add.ranges.push_back(*range);
    }
}

void Parser::declareReads()
{
    const auto takesId = [](CLI::App &app, std::string &id) { app.add_option("ID", id)->required(); };
    command("list", QT_TRANSLATE_NOOP("CommandLine", "Lists all jobs"), m_list);
    takesId(command("show", QT_TRANSLATE_NOOP("CommandLine", "Shows one job"), m_show), m_show.id);
    takesId(command("error", QT_TRANSLATE_NOOP("CommandLine", "Says why a job fails"), m_error), m_error.id);
    takesId(command("files", QT_TRANSLATE_NOOP("CommandLine", "Lists a job's files"), m_files), m_files.id);
    takesId(command("history", QT_TRANSLATE_NOOP("CommandLine", "Tells what happened to a job"), m_history),
            m_history.id);
}

void Parser::declareVerbs()
{
    const std::array<const char *, kAllVerbs.size()> help {
        QT_TRANSLATE_NOOP("CommandLine", "Lets jobs go on; tries failed ones again"),
        QT_TRANSLATE_NOOP("CommandLine", "Stops jobs and keeps what arrived"),
        QT_TRANSLATE_NOOP("CommandLine", "Gives finished files their names, drops the others, ends the jobs"),
        QT_TRANSLATE_NOOP("CommandLine", "Ends jobs and deletes what they fetched"),
    };
    for (std::size_t i = 0; i < kAllVerbs.size(); ++i) {
        Apply &apply = m_verbs[i];
        apply.verb = kAllVerbs[i];
        CLI::App &app = command(std::string(name(apply.verb)).c_str(), help[i], apply);
        app.add_option("ID", apply.ids, words(QT_TRANSLATE_NOOP("CommandLine", "The jobs")));
        valueOption(app, "--all-in-state", kStateWords,
                    QT_TRANSLATE_NOOP("CommandLine", "Instead of ids: all jobs in this state"), parseJobState,
                    [&apply](JobState state) { apply.allInState = state; })
            ->type_name("STATE");
    }
}

void Parser::declareRest()
{
    CLI::App &watch = command("watch", QT_TRANSLATE_NOOP("CommandLine", "Prints a line for every change"), m_watch);
    watch.add_flag("--until-idle", m_watch.untilIdle,
                   words(QT_TRANSLATE_NOOP("CommandLine", "Ends when nothing is queued, active or retrying")));
    command("serve", QT_TRANSLATE_NOOP("CommandLine", "Runs the engine without a window until it is stopped"), m_serve);
    CLI::App &forget = command(
        "forget", QT_TRANSLATE_NOOP("CommandLine", "Drops finished and cancelled jobs from the record"), m_forget);
    forget.add_option("ID", m_forget.ids, words(QT_TRANSLATE_NOOP("CommandLine", "The jobs")))->required();
    command("explain", QT_TRANSLATE_NOOP("CommandLine", "Tells what a code means: 0x80190194, 404, curl 28"), m_explain)
        .add_option("CODE", m_explain.words)
        ->required();
}

void Parser::checkAdd() const
{
    if (m_add.addresses.empty() && m_add.input.empty())
        complain(Words::tr("There is nothing to add. Give at least one address, or a file of addresses with --input."));
    if (!m_add.addresses.empty() && !m_add.input.empty())
        complain(Words::tr("Give the addresses either in the command or in the --input file, not both."));
    const bool isOneFile = m_add.addresses.size() == 1;
    if (!m_add.output.empty() && !isOneFile)
        complain(
            Words::tr("--output names one file. Give it with exactly one address; an --input file has out= for that."));
    if (m_add.checksum && !isOneFile)
        complain(Words::tr(
            "--checksum is about one file. Give it with exactly one address; an --input file has checksum= for "
            "that."));
    if (!m_add.ranges.empty() && !isOneFile)
        complain(Words::tr("--range is about one file. Give it with exactly one address."));
    if (m_add.suspended && m_add.wait)
        complain(Words::tr("--suspended and --wait exclude each other: the wait would never end."));
    if (m_add.options.parallelFiles < 1)
        complain(Words::tr("--parallel-files needs at least 1."));
}

void Parser::check() const
{
    if (std::holds_alternative<Add>(m_line.action))
        checkAdd();
    if (const auto *apply = std::get_if<Apply>(&m_line.action)) {
        if (apply->ids.empty() != apply->allInState.has_value())
            complain(Words::tr("Give either the ids of jobs or --all-in-state STATE."));
    }
    if (std::holds_alternative<Set>(m_line.action))
        checkSet(*m_app.get_subcommands().front(), m_set);
    if (std::holds_alternative<Window>(m_line.action))
        return;
    for (const CLI::Option *option : m_windowOptions) {
        if (option->count() > 0)
            complain(Words::tr("%1 is for the window; leave the command out, or the option.")
                         .arg(QString::fromStdString(option->get_name())));
    }
}

void Parser::checkWindow()
{
    if (!m_demo.empty()) {
        m_window.demoJobs = parseNumber<std::size_t>(m_demo);
        if (!m_window.demoJobs || *m_window.demoJobs < 1 || *m_window.demoJobs > kMostDemoJobs)
            complain(Words::tr("--demo needs a number of jobs from 1 to %1, not %2.")
                         .arg(kMostDemoJobs)
                         .arg(inQuotes(m_demo)));
    }
    if (!m_window.demoJobs
        && (m_app.count("--seed") > 0 || m_app.count("--speed") > 0 || m_app.count("--scenario") > 0))
        complain(Words::tr("--seed, --speed and --scenario are for --demo only."));
    if (m_app.count("--scenario") > 0 && m_app.count("--seed") > 0)
        complain(Words::tr("A scenario says all about its jobs; leave --seed out."));
}

std::string Parser::sentence(const CLI::Error &error) const
{
    const auto chosen = m_app.get_subcommands();
    const QString command = chosen.empty() ? QString() : QString::fromStdString(chosen.front()->get_name()) + u' ';
    const QString hint = Words::tr("`haulwatch %1--help` tells what is possible.").arg(command);
    return QString(complaintOf(chosen.empty() ? m_app : *chosen.front(), error) + u'\n' + hint).toStdString();
}

Parsed Parser::parse(int argc, const char *const *argv)
{
    try {
        m_line.action = Window {};
        m_app.parse(argc, argv);
        check();
        if (std::holds_alternative<Window>(m_line.action)) {
            checkWindow();
            m_line.action = m_window;
        }
    } catch (const CLI::CallForHelp &) {
        return Printout {m_app.help()};
    } catch (const CLI::CallForVersion &) {
        return Printout {m_app.version() + "\n"};
    } catch (const CLI::Error &error) {
        return UsageError {sentence(error)};
    }
    return m_line;
}

} // namespace

Parsed parse(int argc, const char *const *argv)
{
    return Parser().parse(argc, argv);
}

} // namespace haulwatch::commandline
