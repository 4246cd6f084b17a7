// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/requestcaller.h"

#include <algorithm>

namespace haulwatch {

RequestCaller::RequestCaller(JobService &service)
    : m_service(service)
    , m_loop(this)
{
    service.setNotify([this] { QMetaObject::invokeMethod(&m_loop, &QEventLoop::quit, Qt::QueuedConnection); });
}

RequestCaller::~RequestCaller()
{
    m_service.setNotify({});
}

void RequestCaller::collect()
{
    for (Response &response : m_service.takeResponses())
        m_results.emplace(response.id, std::move(response.result));
    // Behind a socket, what nobody takes holds up the responses that follow it.
    while (auto changes = m_service.takeChanges())
        m_changes.push_back(std::move(*changes));
}

Result<Answer> RequestCaller::call(Request request)
{
    std::vector<Request> one;
    one.push_back(std::move(request));
    return std::move(callAll(std::move(one)).front());
}

std::vector<Result<Answer>> RequestCaller::callAll(std::vector<Request> requests)
{
    std::vector<RequestId> ids;
    for (Request &request : requests)
        ids.push_back(m_service.post(std::move(request)));

    const auto isMissing = [this](RequestId id) { return !m_results.contains(id); };
    collect();
    while (m_service.isConnected() && std::any_of(ids.begin(), ids.end(), isMissing)) {
        m_loop.exec();
        collect();
    }

    std::vector<Result<Answer>> results;
    for (const RequestId id : ids) {
        const auto it = m_results.find(id);
        results.push_back(it == m_results.end() ? Result<Answer>(refuse(Refusal::Unavailable)) : std::move(it->second));
        m_results.erase(id);
    }
    return results;
}

std::optional<TableUpdate> RequestCaller::waitForChanges()
{
    collect();
    while (m_changes.empty() && m_service.isConnected() && !m_isStopped) {
        m_loop.exec();
        collect();
    }
    if (m_changes.empty() || m_isStopped)
        return std::nullopt;
    TableUpdate first = std::move(m_changes.front());
    m_changes.pop_front();
    return first;
}

void RequestCaller::stop()
{
    m_isStopped = true;
    QMetaObject::invokeMethod(&m_loop, &QEventLoop::quit, Qt::QueuedConnection);
}

} // namespace haulwatch
