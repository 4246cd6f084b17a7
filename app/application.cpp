// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include <QApplication>

#include <cstdio>
#include <optional>
#include <type_traits>

#include "commandline/commandline.h"
#include "commandline/console.h"
#include "commandline/exitstatus.h"
#include "commands/commands.h"
#include "preferences/preferences.h"
#include "settings/languages.h"
#include "system/datadirectory.h"
#include "system/settingsfile.h"
#include "system/uncaught.h"
#include "window/displayguard.h"
#include "window/windowmode.h"

namespace haulwatch {
namespace {

/// `parsing` is what the words were taken apart with; a process has one application at a time.
ExitStatus openWindow(const commandline::Window &window, const std::string &directory,
                      std::optional<QCoreApplication> &parsing, int &argc, char **argv)
{
    // A picture needs no display, and must not flash up on one either.
    if (!window.screenshot.empty() && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!DisplayGuard::hasDisplay())
        return ExitStatus::Usage;

    std::optional<DisplayGuard> guard(std::in_place);
    parsing.reset();
    QApplication application(argc, argv);
    guard.reset();
    if (QGuiApplication::platformName() == QStringLiteral("offscreen"))
        DisplayGuard::silencePlugin();
    QGuiApplication::setDesktopFileName(QStringLiteral("org.haulwatch.Haulwatch"));
    return runWindow(window, directory, application);
}

ExitStatus runCommand(const commandline::CommandLine &line)
{
    Console console;
    const commands::Context context {dataDirectory(line.dataDir), line.json, console};
    return std::visit(
        [&](const auto &action) {
            if constexpr (std::is_same_v<std::decay_t<decltype(action)>, commandline::Window>)
                return ExitStatus::Usage; // has an application of its own
            else
                return commands::run(action, context);
        },
        line.action);
}

ExitStatus print(const commandline::Printout &printout)
{
    std::fputs(printout.text.c_str(), stdout);
    return std::fflush(stdout) == 0 ? ExitStatus::Done : ExitStatus::Failed;
}

ExitStatus complain(const commandline::UsageError &error)
{
    Console().say(QString::fromStdString(error.text));
    return ExitStatus::Usage;
}

} // namespace

int runApplication(int argc, char **argv)
{
    endOnUncaughtExceptions();
    QCoreApplication::setApplicationName(QStringLiteral("haulwatch"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HAULWATCH_VERSION));
    // The help and the complaints of the parser are in the user's language, too.
    std::optional<QCoreApplication> application(std::in_place, argc, argv);
    languages::install(*application, Preferences::load(*openSettings(SettingsKind::Kept)).language);
    const auto parsed = commandline::parse(argc, argv);

    if (const auto *line = std::get_if<commandline::CommandLine>(&parsed)) {
        const auto *window = std::get_if<commandline::Window>(&line->action);
        if (window == nullptr)
            return static_cast<int>(runCommand(*line));
        return static_cast<int>(openWindow(*window, dataDirectory(line->dataDir), application, argc, argv));
    }
    const auto *printout = std::get_if<commandline::Printout>(&parsed);
    return static_cast<int>(printout ? print(*printout) : complain(std::get<commandline::UsageError>(parsed)));
}

} // namespace haulwatch
