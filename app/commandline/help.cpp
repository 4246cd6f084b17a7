// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline/help.h"

#include <utility>

#include "commandline/commandoptions.h"

namespace haulwatch::commandline {

Help::Help()
{
    column_width(34);
    label("Usage", words(QT_TRANSLATE_NOOP("CommandLine", "Usage")));
    label("OPTIONS", words(QT_TRANSLATE_NOOP("CommandLine", "OPTIONS")));
    label("SUBCOMMAND", words(QT_TRANSLATE_NOOP("CommandLine", "COMMAND")));
    label("Positionals", words(QT_TRANSLATE_NOOP("CommandLine", "What it is about")));
    label("REQUIRED", words(QT_TRANSLATE_NOOP("CommandLine", "(required)")));
    label("Excludes", words(QT_TRANSLATE_NOOP("CommandLine", "Excludes")));
    label("TEXT", words(QT_TRANSLATE_NOOP("CommandLine", "TEXT")));
}

std::string Help::make_group(std::string group, bool isPositional, std::vector<const CLI::Option *> options) const
{
    if (group == "Options")
        group = words(QT_TRANSLATE_NOOP("CommandLine", "Options"));
    return Formatter::make_group(std::move(group), isPositional, std::move(options));
}

} // namespace haulwatch::commandline
