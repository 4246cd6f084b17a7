// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include <QCoreApplication>

#include <cstdio>
#include <type_traits>

#include "commandline.h"
#include "commands/commands.h"
#include "console.h"
#include "datadirectory.h"
#include "exitstatus.h"
#include "monitor.h"

namespace haulwatch {
namespace {

ExitStatus runCommand(const commandline::CommandLine &line)
{
    Console console;
    const commands::Context context {dataDirectory(line.dataDir), line.json, console};
    return std::visit(
        [&](const auto &action) {
            if constexpr (std::is_same_v<std::decay_t<decltype(action)>, commandline::Window>)
                return ExitStatus::Usage; // runApplication() has taken it already
            else
                return commands::run(action, context);
        },
        line.action);
}

/// The window's command line; null for every other.
const commandline::CommandLine *windowOf(const commandline::Parsed &parsed)
{
    const auto *line = std::get_if<commandline::CommandLine>(&parsed);
    return line && std::holds_alternative<commandline::Window>(line->action) ? line : nullptr;
}

ExitStatus runParsed(const commandline::Parsed &parsed)
{
    if (const auto *printout = std::get_if<commandline::Printout>(&parsed)) {
        std::fputs(printout->text.c_str(), stdout);
        return std::fflush(stdout) == 0 ? ExitStatus::Done : ExitStatus::Failed;
    }
    if (const auto *error = std::get_if<commandline::UsageError>(&parsed)) {
        Console().say(QString::fromStdString(error->text));
        return ExitStatus::Usage;
    }
    return runCommand(std::get<commandline::CommandLine>(parsed));
}

} // namespace

int runApplication(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("haulwatch"));
    const commandline::Parsed parsed = commandline::parse(argc, argv);
    if (const auto *line = windowOf(parsed))
        return static_cast<int>(runMonitor(argc, argv, *line));
    const QCoreApplication application(argc, argv);
    return static_cast<int>(runParsed(parsed));
}

} // namespace haulwatch
