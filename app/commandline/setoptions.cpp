// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline/setoptions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commandline/commandoptions.h"
#include "commandline/joboptionflags.h"
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
}

} // namespace

void declareSet(CLI::App &app, Set &set)
{
    app.add_option("ID", set.ids, words(QT_TRANSLATE_NOOP("CommandLine", "The jobs")))->required();
    declareFiles(app, set.change);
    declareAccess(app, set);
    declareOptions(app, set.change);
    JobEdit &change = set.change;
    app.add_flag_callback(
           "--auto-complete", [&] { change.manualComplete = false; },
           words(QT_TRANSLATE_NOOP("CommandLine", "The files get their names when all have arrived, from now on")))
        ->excludes(app.get_option("--manual-complete"));
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
