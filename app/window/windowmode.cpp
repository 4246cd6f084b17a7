// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowmode.h"

#include <QApplication>
#include <QDBusConnection>
#include <QFile>
#include <QMessageBox>
#include <QProcess>
#include <QSettings>
#include <QSystemTrayIcon>

#include <memory>
#include <optional>

#include "access/accesstext.h"
#include "access/engineaccess.h"
#include "commandline/console.h"
#include "desktop/closingnotice.h"
#include "desktop/foreground.h"
#include "desktop/jobnews.h"
#include "desktop/traypresence.h"
#include "model/jobfeed.h"
#include "preferences/preferences.h"
#include "settings/languages.h"
#include "system/datadirectory.h"
#include "system/settingsfile.h"
#include "system/stopsignals.h"
#include "widgets/theme.h"
#include "window/demoengine.h"
#include "window/jobchoice.h"
#include "window/mainwindow.h"
#include "window/reconnectingservice.h"
#include "window/screenshot.h"
#include "window/words.h"
#include "words/format.h"

namespace haulwatch {
namespace {

/// Where the window's jobs come from. The service ends before its engine does.
struct Source {
    std::unique_ptr<LocalEngine> demo;
    std::unique_ptr<JobService> service;
    bool isUnreachable = false; ///< the engine is here, but commands cannot find it
};

tl::expected<Source, EngineAccess::Failure>
openSource(const commandline::Window &window, std::optional<DemoScenario> scenario, const std::string &directory)
{
    Source source;
    if (window.demoJobs) {
        source.demo = scenario ? makeDemoEngine(*std::move(scenario), window.speed)
                               : makeDemoEngine(*window.demoJobs, window.seed, window.speed);
        source.service = source.demo->attach(LocalEngine::ChangeFeed::On);
        return source;
    }
    // A picture changes nothing, so it must not begin to transfer either.
    const auto work = window.screenshot.empty() ? EngineAccess::Work::Transfer : EngineAccess::Work::Keep;
    auto access = EngineAccess::open(directory, work, LocalEngine::ChangeFeed::On);
    if (!access)
        return tl::unexpected(std::move(access.error()));
    if (const auto &trouble = (*access)->keyringTrouble(); trouble && trouble->lockedJobs > 0)
        Console().say(keyringText(*trouble, directory));
    source.isUnreachable = (*access)->serverFailure().has_value();
    source.service = std::make_unique<ReconnectingService>(std::move(*access), directory);
    return source;
}

tl::expected<std::optional<DemoScenario>, QString> readScenario(const std::string &path)
{
    if (path.empty())
        return std::nullopt;
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            Words::tr("The scenario “%1” cannot be read: %2.").arg(format::plain(path), file.errorString()));
    auto scenario = parseScenario(file.readAll().toStdString(), systemNow());
    if (!scenario)
        return tl::unexpected(
            Words::tr("The scenario “%1” is not understood. %2").arg(format::plain(path), scenario.error()));
    return *std::move(scenario);
}

ExitStatus tellFailure(const QString &sentence, const commandline::Window &window)
{
    Console().say(sentence);
    if (window.screenshot.empty())
        QMessageBox::critical(nullptr, Words::tr("Haulwatch"), sentence);
    return ExitStatus::StoreUnusable;
}

theme::Scheme schemeOf(const commandline::Window &window, const QSettings &settings)
{
    const QString word = window.theme.empty() ? settings.value(QStringLiteral("theme")).toString()
                                              : QString::fromStdString(window.theme);
    return theme::parseScheme(word).value_or(theme::Scheme::System);
}

void tryDemo()
{
    QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--demo")});
}

ExitStatus paint(const commandline::Window &options, std::optional<JobChoice> choice, MainWindow &window, JobFeed &feed,
                 QApplication &application)
{
    const std::string path = absolutePath(options.screenshot);
    Screenshot screenshot(window, feed, QString::fromStdString(path), choice, options.after);
    ExitStatus status = ExitStatus::Failed;
    QObject::connect(&screenshot, &Screenshot::finished, &application, [&](Screenshot::Outcome outcome) {
        switch (outcome) {
        case Screenshot::Outcome::Saved:
            status = ExitStatus::Done;
            break;
        case Screenshot::Outcome::NotSaved:
            Console().say(
                Words::tr("The picture cannot be written to “%1”. Choose another place.").arg(format::plain(path)));
            break;
        case Screenshot::Outcome::NoSuchJob:
            Console().say(Words::tr("There is no job “%1” to select.").arg(format::plain(options.select)));
            status = ExitStatus::NoSuchJob;
            break;
        }
        QCoreApplication::quit();
    });
    feed.pump();
    QApplication::exec();
    return status;
}

ExitStatus show(std::optional<JobChoice> choice, MainWindow &window, JobFeed &feed)
{
    if (choice) {
        QObject::connect(&feed, &JobFeed::updated, &window, [&feed, &window, choice]() mutable {
            const auto jobs = choice ? choice->findIn(feed.table()) : std::vector<JobId>();
            if (jobs.empty())
                return;
            window.selectJobs(jobs);
            choice.reset();
        });
    }
    QApplication::exec();
    return ExitStatus::Done;
}

/// Tells the desktop what happens, for as long as the window lives.
void tellDesktop(JobFeed &feed, MainWindow &window, const QSettings &settings)
{
    auto *news = new JobNews(
        feed, QDBusConnection::sessionBus(), [] { return systemNow().monotonic; }, &window);
    const auto heed = [news, &settings] {
        const auto preferences = Preferences::load(settings);
        news->setWanted(NewsKind::Failed, preferences.tellsFailures);
        news->setWanted(NewsKind::Waiting, preferences.tellsWaiting);
        news->setWanted(NewsKind::Finished, preferences.tellsFinished);
    };
    heed();
    QObject::connect(&window, &MainWindow::settingsChanged, news, heed);
    QObject::connect(news, &JobNews::showRequested, &window, [&window](const JobView &view) {
        window.showView(view);
        bringToFront(window);
    });
    QObject::connect(news, &JobNews::resumeRequested, &window,
                     [&window](const std::vector<JobId> &jobs) { window.jobs().run(Verb::Resume, jobs); });
}

void sayThatCommandsCannotCome(const std::string &directory)
{
    Console().say(
        Words::tr("Commands cannot reach this window: %1/socket cannot be made.").arg(format::plain(directory)));
}

/// What becomes of jobs at work when the window is closed.
void stayReachable(MainWindow &window, QSettings &settings)
{
    if (QSystemTrayIcon::isSystemTrayAvailable())
        new TrayPresence(window, settings, &window);
    else
        new ClosingNotice(window, settings, &window);
}

} // namespace

ExitStatus runWindow(const commandline::Window &options, const std::string &directory, QApplication &application)
{
    const bool isPassing = options.demoJobs.has_value() || !options.screenshot.empty();
    const auto settings = openSettings(isPassing ? SettingsKind::Forgotten : SettingsKind::Kept);
    theme::apply(application, schemeOf(options, *settings));
    languages::install(application, Preferences::load(*settings).language);

    const auto choice = options.select.empty() ? std::nullopt : JobChoice::parse(options.select);
    if (!options.select.empty() && !choice) {
        Console().say(Words::tr("--select needs the id of a job, a state such as ERROR, or all:ERROR; not “%1”.")
                          .arg(format::plain(options.select)));
        return ExitStatus::Usage;
    }
    auto scenario = readScenario(options.scenario);
    if (!scenario) {
        Console().say(scenario.error());
        return ExitStatus::Usage;
    }

    const StopSignals signals;
    QObject::connect(&signals, &StopSignals::stopRequested, &application, &QCoreApplication::quit);
    const auto source = openSource(options, *std::move(scenario), directory);
    if (!source)
        return tellFailure(accessText(source.error(), directory), options);
    if (source->isUnreachable)
        sayThatCommandsCannotCome(directory);
    JobFeed feed(*source->service);
    MainWindow window(feed, *settings);
    window.setDemo(options.demoJobs.has_value());
    window.setTryDemo(tryDemo);
    QObject::connect(&window, &MainWindow::settingsChanged, &application,
                     [&application, &options, &settings] { theme::apply(application, schemeOf(options, *settings)); });
    if (!isPassing)
        tellDesktop(feed, window, *settings);
    if (!isPassing)
        stayReachable(window, *settings);
    if (!isPassing && QDBusConnection::sessionBus().isConnected())
        window.welcome(QSystemTrayIcon::isSystemTrayAvailable());
    if (options.hasSize || !options.screenshot.empty())
        window.resize(options.width, options.height);
    window.show();
    return options.screenshot.empty() ? show(choice, window, feed) : paint(options, choice, window, feed, application);
}

} // namespace haulwatch
