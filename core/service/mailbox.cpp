// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mailbox.h"

namespace haulwatch {

RequestId Mailbox::post(Request request)
{
    const std::lock_guard lock(m_mutex);
    const RequestId id = ++m_lastRequest;
    if (m_open)
        m_requests.emplace_back(id, std::move(request));
    else
        m_responses.push_back({id, refuse(Refusal::Unavailable)});
    return id;
}

std::vector<Response> Mailbox::takeResponses()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_responses, {});
}

std::optional<TableUpdate> Mailbox::takeChanges()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_changes, std::nullopt);
}

void Mailbox::setNotify(std::function<void()> notify)
{
    const std::lock_guard lock(m_mutex);
    m_notify = std::move(notify);
}

std::shared_ptr<const EngineInfo> Mailbox::info() const
{
    const std::lock_guard lock(m_mutex);
    return m_info;
}

bool Mailbox::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return m_open;
}

std::vector<std::pair<RequestId, Request>> Mailbox::takeRequests()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_requests, {});
}

bool Mailbox::hasRoomForChanges() const
{
    const std::lock_guard lock(m_mutex);
    return !m_changes;
}

void Mailbox::putChanges(TableUpdate changes)
{
    const std::lock_guard lock(m_mutex);
    m_changes = std::move(changes);
    notify();
}

void Mailbox::putResponse(Response response)
{
    const std::lock_guard lock(m_mutex);
    m_responses.push_back(std::move(response));
    notify();
}

void Mailbox::setInfo(std::shared_ptr<const EngineInfo> info)
{
    const std::lock_guard lock(m_mutex);
    if (info == m_info)
        return;
    m_info = std::move(info);
    notify();
}

void Mailbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_open = false;
    for (const auto &[id, request] : m_requests)
        m_responses.push_back({id, refuse(Refusal::Unavailable)});
    m_requests.clear();
    notify();
}

// Called with the lock held, so that a reader that has taken its function back is never called again.
void Mailbox::notify()
{
    if (m_notify)
        m_notify();
}

} // namespace haulwatch
