// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobfeed.h"

#include <QMetaObject>

#include <utility>

namespace haulwatch {

JobFeed::JobFeed(JobService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_connected(service.isConnected())
{
    m_service.setNotify([this] { wake(); });
    // What was ready before we listened wakes nobody.
    wake();
}

JobFeed::~JobFeed()
{
    m_service.setNotify({});
}

void JobFeed::wake()
{
    // One event in the queue is enough, however often the engine calls before the GUI comes to it.
    if (!m_awake.exchange(true))
        QMetaObject::invokeMethod(this, &JobFeed::pump, Qt::QueuedConnection);
}

void JobFeed::post(Request request, QObject *context, Callback callback)
{
    const RequestId id = m_service.post(std::move(request));
    m_pending.emplace(id, Pending {context, std::move(callback)});
}

void JobFeed::pump()
{
    m_awake = false;
    // Responses first: a job that was just added is known by its id before its row appears.
    deliver(m_service.takeResponses());
    if (auto changes = m_service.takeChanges()) {
        apply(std::move(*changes));
        Q_EMIT updated();
    }
    if (const bool connected = m_service.isConnected(); connected != m_connected) {
        m_connected = connected;
        if (!connected)
            refusePending();
        Q_EMIT connectionChanged(connected);
    }
}

void JobFeed::apply(JobChanges changes)
{
    m_lastUpdate = changes.time;
    m_sinceUpdate.start();
    addAll(std::move(changes.added));

    std::vector<JobTable::Index> changed;
    changed.reserve(changes.changed.size());
    for (JobRecord &record : changes.changed) {
        const auto job = m_table.find(record.spec->id);
        if (!job)
            continue;
        m_table.setStatus(*job, record.status);
        if (m_table.at(*job).spec != record.spec)
            m_table.setSpec(*job, std::move(record.spec));
        m_table.setError(*job, std::move(record.error));
        changed.push_back(*job);
    }
    if (!changed.empty())
        Q_EMIT this->changed(changed);

    std::vector<JobTable::Index> removed;
    for (const JobId id : changes.removed) {
        if (const auto job = m_table.find(id)) {
            m_table.remove(*job);
            removed.push_back(*job);
        }
    }
    if (!removed.empty())
        Q_EMIT this->removed(removed);
    // The table's own list of changes is for an engine that publishes; here the batch is the list.
    static_cast<void>(m_table.takeDirty());
}

void JobFeed::addAll(std::vector<JobRecord> records)
{
    if (records.empty())
        return;
    const auto first = m_table.end();
    m_table.reserve(first + records.size());
    for (JobRecord &record : records)
        m_table.add(std::move(record));
    if (m_table.end() > first)
        Q_EMIT added(first, m_table.end());
}

WallTime JobFeed::now() const
{
    return m_sinceUpdate.isValid() ? m_lastUpdate + Milliseconds(m_sinceUpdate.elapsed()) : m_lastUpdate;
}

void JobFeed::refusePending()
{
    for (const auto &[id, pending] : std::exchange(m_pending, {})) {
        if (pending.context && pending.callback)
            pending.callback(refuse(Refusal::Unavailable));
    }
}

void JobFeed::deliver(std::vector<Response> responses)
{
    for (const Response &response : responses) {
        const auto it = m_pending.find(response.id);
        if (it == m_pending.end())
            continue;
        const Pending pending = std::move(it->second);
        m_pending.erase(it);
        if (pending.context && pending.callback)
            pending.callback(response.result);
    }
}

} // namespace haulwatch
