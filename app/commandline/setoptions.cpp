// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline/setoptions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commandline/commandoptions.h"
#include "commandline/words.h"

namespace haulwatch::commandline {
namespace {

void takeAddresses(const std::vector<std::string> &changes, JobEdit &to)
{
    for (const std::string &change : changes) {
        const auto equals = std::min(change.find('='), change.size());
        const auto index = parseNumber<std::uint32_t>(std::string_view(change).substr(0, equals));
        if (!index || equals == change.size())
            complain(Words::tr(
                         "--url needs a file's number as `files` tells it and an address, such as 0=https://…, not %1.")
                         .arg(inQuotes(change)));
        to.addresses.emplace_back(*index, change.substr(equals + 1));
    }
}

void takeRestarts(const std::vector<std::string> &files, JobEdit &change)
{
    std::vector<std::uint32_t> numbers;
    for (const std::string &file : files) {
        const auto number = parseNumber<std::uint32_t>(file);
        if (!number && (file != "all" || files.size() > 1))
            complain(Words::tr("--restart needs a file's number as `files` tells it, or the word all, not %1.")
                         .arg(inQuotes(file)));
        if (number)
            numbers.push_back(*number);
    }
    change.restart = std::move(numbers);
}

void declareFiles(CLI::App &app, JobEdit &change)
{
    app.add_option_function<std::vector<std::string>>(
           "--url", [&](const std::vector<std::string> &changes) { takeAddresses(changes, change); },
           words(QT_TRANSLATE_NOOP("CommandLine", "Another address for one file, counted from 0; may be repeated")))
        ->allow_extra_args(false)
        ->type_name("N=URL");
    app.add_option_function<std::vector<std::string>>(
           "--url-prefix",
           [&](const std::vector<std::string> &words) {
               change.prefix = JobEdit::Prefix {words[0], words[1]};
           },
           words(QT_TRANSLATE_NOOP("CommandLine", "Another begin for every address that begins with FROM")))
        ->expected(2)
        ->type_name("FROM TO");
    app.add_option_function<std::vector<std::string>>(
           "--add-url",
           [&](const std::vector<std::string> &addresses) {
               for (const std::string &address : addresses)
                   change.newFiles.push_back({address, {}, {}});
           },
           words(QT_TRANSLATE_NOOP("CommandLine", "A further file for the job; may be repeated")))
        ->allow_extra_args(false)
        ->type_name("URL");
    app.add_option_function<std::vector<std::string>>(
           "--restart", [&](const std::vector<std::string> &files) { takeRestarts(files, change); },
           words(QT_TRANSLATE_NOOP("CommandLine", "Fetches a file again from its first byte, or all; may be repeated")))
        ->allow_extra_args(false)
        ->type_name("N|all");
    app.add_option("--to", change.folder,
                   words(QT_TRANSLATE_NOOP("CommandLine", "Another folder; what has arrived moves along")))
        ->type_name("DIR");
}

void declareAccess(CLI::App &app, Set &set)
{
    JobEdit &change = set.change;
    app.add_option_function<std::vector<std::string>>(
           "--header", [&](const std::vector<std::string> &lines) { change.headers = lines; },
           words(QT_TRANSLATE_NOOP("CommandLine", "Replaces all headers; may be repeated")))
        ->allow_extra_args(false)
        ->type_name("LINE");
    app.add_option("--secret-param", change.secretParameters,
                   words(QT_TRANSLATE_NOOP("CommandLine",
                                           "A query parameter of the addresses whose value is kept as credentials are, "
                                           "and shown nowhere; may be repeated")))
        ->allow_extra_args(false)
        ->type_name("NAME");
    app.add_option("--secret-header", change.secretHeaders,
                   words(QT_TRANSLATE_NOOP("CommandLine",
                                           "A header whose value is kept as credentials are, though it is one that any "
                                           "client sends; all others are anyway; may be repeated")))
        ->allow_extra_args(false)
        ->type_name("NAME");
    app.add_option("--credentials", set.credentialsFile,
                   words(QT_TRANSLATE_NOOP("CommandLine",
                                           "A file whose first line is USER:PASSWORD, - for the standard input; an "
                                           "empty line takes them away")))
        ->type_name("FILE");
    app.add_option("--proxy", change.proxy,
                   words(QT_TRANSLATE_NOOP("CommandLine", "The proxy's address; empty: what the environment says")))
        ->type_name("URL");
    app.add_option("--cacert", change.caFile,
                   words(QT_TRANSLATE_NOOP("CommandLine", "Trusted certificates; empty: the system's")))
        ->type_name("FILE");
}

void declareRetries(CLI::App &app, JobEdit &change)
{
    const auto delay = [](const std::string &text) -> std::optional<std::optional<Milliseconds>> {
        if (text == "growing")
            return std::optional<Milliseconds> {};
        if (const auto seconds = parseSeconds(text))
            return seconds;
        return std::nullopt;
    };
    valueOption(app, "--retry-delay",
                QT_TRANSLATE_NOOP("CommandLine", "a number of seconds, such as 30 or 0.5, or the word growing"),
                QT_TRANSLATE_NOOP("CommandLine", "Between attempts; growing: 5, doubling to 600"), delay,
                [&](std::optional<Milliseconds> value) { change.retryDelay = value; })
        ->type_name("S");
    const auto retries = [](const std::string &text) -> std::optional<std::optional<std::uint32_t>> {
        if (text == "none")
            return std::optional<std::uint32_t> {};
        if (const auto count = parseNumber<std::uint32_t>(text))
            return count;
        return std::nullopt;
    };
    valueOption(app, "--max-retries", QT_TRANSLATE_NOOP("CommandLine", "a whole number or the word none"),
                QT_TRANSLATE_NOOP("CommandLine", "Attempts without a new byte, then the job fails; none: no limit"),
                retries, [&](std::optional<std::uint32_t> value) { change.maxRetries = value; })
        ->type_name("N");
}

void declareTimes(CLI::App &app, JobEdit &change)
{
    secondsOption(app, "--no-progress-timeout",
                  QT_TRANSLATE_NOOP("CommandLine", "Without a new byte for so long the job fails; acts at once"),
                  [&](Milliseconds timeout) { change.noProgressTimeout = timeout; });
    secondsOption(app, "--connect-timeout", QT_TRANSLATE_NOOP("CommandLine", "Until a server is connected to"),
                  [&](Milliseconds timeout) { change.connectTimeout = timeout; });
    secondsOption(app, "--first-byte-timeout",
                  QT_TRANSLATE_NOOP("CommandLine", "Connected, but without a byte for so long an attempt ends"),
                  [&](Milliseconds timeout) { change.firstByteTimeout = timeout; });
    secondsOption(app, "--attempt-timeout", QT_TRANSLATE_NOOP("CommandLine", "The whole of an attempt; 0: no limit"),
                  [&](Milliseconds timeout) { change.attemptTimeout = timeout; });
    secondsOption(app, "--stall-timeout",
                  QT_TRANSLATE_NOOP("CommandLine", "Without a byte for so long an attempt ends"),
                  [&](Milliseconds timeout) { change.stallTimeout = timeout; });
    countOption(app, "--min-rate",
                QT_TRANSLATE_NOOP("CommandLine", "Bytes a second; less during the stall time-out ends an attempt"),
                [&](std::uint32_t rate) { change.minimumRate = rate; });
}

} // namespace

void declareSet(CLI::App &app, Set &set)
{
    app.add_option("ID", set.ids, words(QT_TRANSLATE_NOOP("CommandLine", "The jobs")))->required();
    declareFiles(app, set.change);
    declareAccess(app, set);
    declareRetries(app, set.change);
    declareTimes(app, set.change);
    notifyOptions(app, set.change);
    JobEdit &change = set.change;
    countOption(app, "--parallel-files", QT_TRANSLATE_NOOP("CommandLine", "Files of the job at a time"),
                [&](std::uint32_t count) { change.parallelFiles = count; });
    auto *manual = app.add_flag_callback(
        "--manual-complete", [&] { change.manualComplete = true; },
        words(QT_TRANSLATE_NOOP("CommandLine", "The files get their names only by `complete`")));
    app.add_flag_callback(
           "--auto-complete", [&] { change.manualComplete = false; },
           words(QT_TRANSLATE_NOOP("CommandLine", "The files get their names when all have arrived, from now on")))
        ->excludes(manual);
    app.add_option("--name", change.name, words(QT_TRANSLATE_NOOP("CommandLine", "What the job is called")));
    priorityOption(app, [&](Priority priority) { change.priority = priority; });
}

void checkSet(const CLI::App &app, const Set &set)
{
    const auto options =
        app.get_options([](const CLI::Option *option) { return option->count() > 0 && option->nonpositional(); });
    if (options.empty())
        complain(Words::tr("There is nothing to change. `haulwatch set --help` tells what can be."));
    if (set.ids.size() > 1 && !set.change.addresses.empty())
        complain(Words::tr("--url is about the files of one job. Give one id, or --url-prefix for all of them."));
}

} // namespace haulwatch::commandline
