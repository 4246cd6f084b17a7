// SPDX-License-Identifier: GPL-3.0-or-later
#include <QEventLoop>

#include <cstring>

#include "access/accesstext.h"
#include "access/engineaccess.h"
#include "commands/commands.h"
#include "commands/words.h"
#include "system/stopsignals.h"
#include "words/format.h"

namespace haulwatch::commands {
namespace {

// Who turned the keyring off knows what that means, as long as no job waits for it.
bool mustBeTold(const EngineAccess::KeyringTrouble &trouble)
{
    return trouble.lockedJobs > 0 || trouble.failure.fault != KeyringFault::NotAsked;
}

} // namespace

ExitStatus run(const commandline::Serve &, const Context &context)
{
    // From the first moment on, so that no signal finds the engine half built.
    const StopSignals signals;
    const auto access =
        EngineAccess::open(context.directory, EngineAccess::Work::Transfer, LocalEngine::ChangeFeed::Off);
    if (!access) {
        context.console.say(accessText(access.error(), context.directory));
        return ExitStatus::StoreUnusable;
    }
    if (!(*access)->isOwner()) {
        context.console.say(Words::tr("An engine is running already for %1. Use it, or another folder with --data-dir.")
                                .arg(format::plain(context.directory)));
        return ExitStatus::StoreUnusable;
    }
    if (const auto error = (*access)->serverFailure()) {
        context.console.say(
            Words::tr("Commands could not reach the engine: %1/socket cannot be made (%2). Remove what is in "
                      "the way.")
                .arg(format::plain(context.directory), QString::fromLocal8Bit(std::strerror(*error))));
        return ExitStatus::StoreUnusable;
    }

    if (const auto &trouble = (*access)->keyringTrouble(); trouble && mustBeTold(*trouble))
        context.console.say(keyringText(*trouble, context.directory));
    context.console.print(std::string_view("ready"));
    if (!context.console.flush())
        context.console.say(Words::tr("The standard output is closed; the engine runs nevertheless."));
    QEventLoop loop;
    QObject::connect(&signals, &StopSignals::stopRequested, &loop, &QEventLoop::quit);
    if (!signals.isStopRequested())
        loop.exec();
    return ExitStatus::Done;
}

} // namespace haulwatch::commands
