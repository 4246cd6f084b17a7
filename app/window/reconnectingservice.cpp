// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/reconnectingservice.h"

#include <utility>

namespace haulwatch {
namespace {

/// The window does not answer while somebody is asked who listens and says nothing.
constexpr std::chrono::milliseconds kPatience {250};

} // namespace

ReconnectingService::ReconnectingService(std::unique_ptr<EngineAccess> access, std::string directory)
    : m_access(std::move(access))
    , m_directory(std::move(directory))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &ReconnectingService::renew);
}

void ReconnectingService::setNotify(std::function<void()> notify)
{
    m_notify = std::move(notify);
    m_access->service().setNotify([this] {
        if (m_notify)
            m_notify();
        QMetaObject::invokeMethod(this, &ReconnectingService::check, Qt::QueuedConnection);
    });
}

void ReconnectingService::check()
{
    if (!isConnected() && !m_pause.isActive())
        m_pause.start();
}

void ReconnectingService::renew()
{
    // Opening runs an event loop, in which the end of the former engine may be noticed once more.
    if (std::exchange(m_isRenewing, true))
        return;
    auto access =
        EngineAccess::tryOpen(m_directory, EngineAccess::Work::Transfer, LocalEngine::ChangeFeed::On, kPatience);
    m_isRenewing = false;
    if (!access) {
        m_pause.start();
        return;
    }
    m_access = std::move(*access);
    setNotify(m_notify);
    if (m_notify)
        m_notify();
}

} // namespace haulwatch
