// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/engineaccess.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <utility>

#include "preferences/preferences.h"
#include "store/sessionfile.h"
#include "system/crashmark.h"
#include "system/netlinkmonitor.h"
#include "system/processrunner.h"
#include "system/settingsfile.h"
#include "system/systemkeyring.h"
#include "transfer/curl/curlengine.h"
#include "transfer/transferengine.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 10s;
constexpr auto kPause = 20ms;

void pause()
{
    QEventLoop loop;
    QTimer::singleShot(kPause, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Nobody is there, or somebody who is just leaving or arriving: worth another try.
bool mayPass(SocketService::Failure failure)
{
    return failure == SocketService::Failure::NobodyListens || failure == SocketService::Failure::NoAnswer;
}

bool isLocked(const EngineAccess::Failure &failure)
{
    const auto *store = std::get_if<StoreError>(&failure);
    return store && store->fault == StoreFault::Locked;
}

} // namespace

EngineAccess::EngineAccess() = default;

tl::expected<std::unique_ptr<EngineAccess>, EngineAccess::Failure>
EngineAccess::open(const std::string &directory, Work work, LocalEngine::ChangeFeed feed)
{
    const QDeadlineTimer deadline(kPatience);
    while (true) {
        auto access = tryOpen(directory, work, feed, std::chrono::milliseconds(deadline.remainingTime()));
        if (access || !isLocked(access.error()) || deadline.hasExpired())
            return access;
        pause();
    }
}

tl::expected<std::unique_ptr<EngineAccess>, EngineAccess::Failure>
EngineAccess::tryOpen(const std::string &directory, Work work, LocalEngine::ChangeFeed feed,
                      std::chrono::milliseconds patience)
{
    std::unique_ptr<EngineAccess> access(new EngineAccess);
    auto service = SocketService::connectTo(directory, feed == LocalEngine::ChangeFeed::On, patience);
    if (service) {
        access->m_service = std::move(*service);
        return access;
    }
    if (!mayPass(service.error()))
        return tl::unexpected(Failure(service.error()));
    // An engine of this directory makes its store before its socket.
    if (unixsocket::existsIn(directory) && !hasStore(directory))
        return tl::unexpected(Failure(LinkDown {}));

    const auto keyring = work == Work::Keep ? nullptr : makeSystemKeyring();
    auto store = openStore(directory, keyring.get());
    if (!store)
        return tl::unexpected(Failure(std::move(store.error())));
    access->own(std::move(*store), directory, work, feed);
    return access;
}

void EngineAccess::own(OpenStore store, const std::string &directory, Work work, LocalEngine::ChangeFeed feed)
{
    if (store.keyringFailure)
        m_keyringTrouble = KeyringTrouble {std::move(*store.keyringFailure), store.lockedJobs};
    LocalEngine::Parts parts;
    parts.transfers = makeCurlEngine();
    parts.journal = std::move(store.journal);
    parts.jobs = std::move(store.jobs);
    parts.clock = systemNow;
    parts.version = HAULWATCH_VERSION;
    if (work != Work::Transfer) {
        parts.limits.activeJobs = 0;
    } else {
        m_crashMark = std::make_unique<CrashMark>(directory);
        parts.previousEndWasCrash = m_crashMark->wasThere();
        parts.limits.activeJobs = Preferences::load(*openSettings(SettingsKind::Kept)).activeJobs;
        parts.session = std::make_unique<SessionFile>(directory);
        parts.network = makeNetlinkMonitor();
        parts.commands = makeProcessRunner();
    }
    m_engine = std::make_unique<LocalEngine>(std::move(parts));
    m_service = m_engine->attach(feed);
    if (work != Work::Transfer)
        return;

    auto server = ServerThread::start(directory, [engine = m_engine.get()](bool changes) {
        return engine->attach(changes ? LocalEngine::ChangeFeed::On : LocalEngine::ChangeFeed::Off);
    });
    if (server)
        m_server = std::move(*server);
    else
        m_serverFailure = server.error();
}

EngineAccess::~EngineAccess()
{
    m_service.reset();
    m_server.reset();
    m_engine.reset();
}

} // namespace haulwatch
