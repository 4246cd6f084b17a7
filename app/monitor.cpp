// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>
#include <optional>

#include "accesstext.h"
#include "console.h"
#include "datadirectory.h"
#include "demoengine.h"
#include "engineaccess.h"
#include "format.h"
#include "jobs/jobfeed.h"
#include "mainwindow.h"
#include "screenshot.h"
#include "stopsignals.h"
#include "theme.h"

namespace haulwatch {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Monitor", text);
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// "failed" is what the window calls ERROR.
std::optional<JobState> stateOf(const std::string &word)
{
    return word == "failed" ? JobState::Error : parseJobState(word);
}

/// The job --select names: by its id, or the first of a state.
std::optional<JobId> find(const JobTable &table, const std::string &wanted)
{
    if (const auto id = parseJobId(wanted))
        return id;
    const auto state = stateOf(wanted);
    for (JobTable::Index job = 0; state && job < table.end(); ++job) {
        if (table.contains(job) && table.at(job).status.state == *state)
            return table.idOf(job);
    }
    return std::nullopt;
}

std::unique_ptr<QSettings> openSettings(const QString &folder)
{
    return std::make_unique<QSettings>(folder + QStringLiteral("/haulwatch.ini"), QSettings::IniFormat);
}

/// The engine behind the window, wherever it runs.
struct Engine {
    std::unique_ptr<LocalEngine> demo;
    std::unique_ptr<EngineAccess> access;
    std::unique_ptr<JobService> demoService;

    [[nodiscard]] JobService &service() { return access ? access->service() : *demoService; }
};

std::optional<Engine> openEngine(const commandline::CommandLine &line, const commandline::Window &wish,
                                 Console &console)
{
    Engine engine;
    if (wish.demoJobs) {
        engine.demo = makeDemoEngine(*wish.demoJobs, wish.seed, wish.speed);
        engine.demoService = engine.demo->attach(LocalEngine::ChangeFeed::On);
        return engine;
    }
    const std::string directory = dataDirectory(line.dataDir);
    auto access = EngineAccess::open(directory, EngineAccess::Work::Transfer, LocalEngine::ChangeFeed::On);
    if (!access) {
        console.say(accessText(access.error(), directory));
        return std::nullopt;
    }
    engine.access = std::move(*access);
    return engine;
}

void selectWhenThere(JobFeed &feed, MainWindow &window, const std::string &wanted)
{
    if (wanted.empty())
        return;
    QObject::connect(&feed, &JobFeed::updated, &window, [&feed, &window, wanted, done = false]() mutable {
        const auto job = done ? std::nullopt : find(feed.table(), wanted);
        if (!job)
            return;
        done = true;
        window.selectJob(*job);
    });
}

/// Takes the picture once the first jobs are there; then the program ends.
void photograph(JobFeed &feed, MainWindow &window, const commandline::Window &wish, Console &console)
{
    auto *screenshot = new Screenshot(window, QString::fromStdString(wish.screenshot), &window);
    QObject::connect(screenshot, &Screenshot::taken, &window, [&console, file = wish.screenshot](bool isWritten) {
        if (!isWritten)
            console.say(tr("The picture could not be written to %1. Choose another folder.").arg(format::plain(file)));
        QCoreApplication::exit(static_cast<int>(isWritten ? ExitStatus::Done : ExitStatus::Failed));
    });
    QObject::connect(&feed, &JobFeed::updated, screenshot, [screenshot, delay = wish.after, begun = false]() mutable {
        if (!std::exchange(begun, true))
            screenshot->takeAfter(delay);
    });
}

ExitStatus show(QApplication &application, const commandline::CommandLine &line, const commandline::Window &wish)
{
    Console console;
    theme::apply(application, theme::parseScheme(QString::fromStdString(wish.theme)).value_or(theme::Scheme::System));
    auto engine = openEngine(line, wish, console);
    if (!engine)
        return ExitStatus::StoreUnusable;

    // A demo or a picture neither uses nor changes how the user arranged the window.
    const bool isPassing = wish.demoJobs || !wish.screenshot.empty();
    const QTemporaryDir passing;
    const auto settings =
        openSettings(isPassing ? passing.path()
                               : QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                             + QStringLiteral("/haulwatch"));
    JobFeed feed(engine->service());
    MainWindow window(feed, *settings);
    window.setDemo(wish.demoJobs.has_value());
    if (!wish.demoJobs)
        window.setTryDemo(
            [] { QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--demo")}); });
    if (wish.hasSize || isPassing)
        window.resize(wish.width, wish.height);
    selectWhenThere(feed, window, wish.select);
    if (!wish.screenshot.empty())
        photograph(feed, window, wish, console);

    const StopSignals signals;
    QObject::connect(&signals, &StopSignals::stopRequested, &application, &QCoreApplication::quit);
    window.show();
    feed.pump();
    return static_cast<ExitStatus>(QApplication::exec());
}

} // namespace

ExitStatus runMonitor(int argc, char **argv, const commandline::CommandLine &line)
{
    const auto &wish = std::get<commandline::Window>(line.action);
    if (!wish.screenshot.empty() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!hasDisplay()) {
        Console().say(
            tr("There is no display for a window. Start it on a desktop, use 'haulwatch serve' for an engine without "
               "a window, or 'haulwatch --screenshot FILE.png' for a picture of it."));
        return ExitStatus::Usage;
    }
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("org.haulwatch.Haulwatch"));
    return show(application, line, wish);
}

} // namespace haulwatch
