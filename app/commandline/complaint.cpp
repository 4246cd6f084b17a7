// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline/complaint.h"

#include <sstream>
#include <string>
#include <vector>

#include "commandline/commandoptions.h"
#include "commandline/words.h"

namespace haulwatch::commandline {
namespace {

const CLI::Option *optionNamed(const CLI::App &app, const std::string &name)
{
    if (const auto *option = app.get_option_no_throw(name))
        return option;
    return app.get_parent() ? app.get_parent()->get_option_no_throw(name) : nullptr;
}

/// The options that a complaint is about. CLI11 names them in its text and nowhere else.
std::vector<const CLI::Option *> optionsIn(const CLI::App &app, const CLI::Error &error)
{
    std::vector<const CLI::Option *> options;
    std::istringstream text(error.what());
    for (std::string word; text >> word;) {
        if (word.ends_with(':'))
            word.pop_back();
        if (const auto *option = optionNamed(app, word))
            options.push_back(option);
    }
    return options;
}

QString nameOf(const CLI::Option &option)
{
    return QString::fromStdString(option.get_name());
}

QString unexpected(const CLI::App &app, const CLI::ExtrasError &error)
{
    // What a command does not know falls through to the program.
    const auto unknown = (app.get_parent() ? app.get_parent() : &app)->remaining(true);
    const std::string first = unknown.empty() ? error.what() : unknown.front();
    const bool isCommand = app.get_parent() == nullptr && !first.starts_with('-');
    return (isCommand ? Words::tr("There is no command %1.") : Words::tr("%1 was not expected.")).arg(inQuotes(first));
}

QString wrongNumber(const CLI::Option &option)
{
    if (static_cast<int>(option.count()) > option.get_items_expected_max())
        return Words::tr("%1 was given more than once.").arg(nameOf(option));
    return Words::tr("%1 needs %2 behind it.").arg(nameOf(option), QString::fromStdString(option.get_type_name()));
}

} // namespace

QString complaintOf(const CLI::App &app, const CLI::Error &error)
{
    if (const auto *extras = dynamic_cast<const CLI::ExtrasError *>(&error))
        return unexpected(app, *extras);
    const bool isOurs = dynamic_cast<const CLI::ValidationError *>(&error) != nullptr;
    const auto options = isOurs ? std::vector<const CLI::Option *> {} : optionsIn(app, error);
    if (options.empty())
        return QString::fromStdString(error.what());
    if (dynamic_cast<const CLI::RequiredError *>(&error))
        return Words::tr("%1 is missing.").arg(nameOf(*options.front()));
    if (dynamic_cast<const CLI::ArgumentMismatch *>(&error))
        return wrongNumber(*options.front());
    if (dynamic_cast<const CLI::ConversionError *>(&error))
        return Words::tr("%1 takes no value.").arg(nameOf(*options.front()));
    if (dynamic_cast<const CLI::ExcludesError *>(&error))
        return Words::tr("%1 and %2 exclude each other.").arg(nameOf(*options.front()), nameOf(*options.back()));
    return QString::fromStdString(error.what());
}

} // namespace haulwatch::commandline
