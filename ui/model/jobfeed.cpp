// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/jobfeed.h"

#include <QMetaObject>

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace haulwatch {
namespace {

/// Jobs added in one turn of the event loop: a few milliseconds, with all that follows them.
constexpr std::size_t kSlice = 10'000;

} // namespace

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
    if (!m_backlog) {
        if (auto changes = m_service.takeChanges())
            begin(std::move(*changes));
    }
    if (m_backlog)
        applySlice();
    if (const bool connected = m_service.isConnected(); connected != m_connected) {
        m_connected = connected;
        if (!connected) {
            m_isRenewed = true;
            refusePending();
        }
        Q_EMIT connectionChanged(connected);
    }
}

void JobFeed::begin(TableUpdate changes)
{
    m_lastUpdate = changes.time;
    m_sinceUpdate.start();
    if (std::exchange(m_isRenewed, false))
        reconcile(changes);
    if (!changes.added.empty())
        m_table.reserve(m_table.end() + changes.added.size());
    m_backlog.emplace(Backlog {std::move(changes), 0});
}

/// A connection's first batch holds every job: those that are here already only changed, and what it lacks is gone.
void JobFeed::reconcile(TableUpdate &changes) const
{
    std::unordered_set<JobId> present;
    for (const JobRecord &record : changes.added)
        present.insert(record.spec->id);
    for (JobTable::Index job = 0; job < m_table.end(); ++job) {
        if (m_table.contains(job) && !present.contains(m_table.idOf(job)))
            changes.removed.push_back(m_table.idOf(job));
    }
    const auto known =
        std::stable_partition(changes.added.begin(), changes.added.end(),
                              [this](const JobRecord &record) { return !m_table.find(record.spec->id).has_value(); });
    changes.changed.assign(std::make_move_iterator(known), std::make_move_iterator(changes.added.end()));
    changes.added.erase(known, changes.added.end());
}

void JobFeed::applySlice()
{
    auto &added = m_backlog->changes.added;
    const auto end = std::min(added.size(), m_backlog->nextAdded + kSlice);
    const auto first = m_table.end();
    for (; m_backlog->nextAdded < end; ++m_backlog->nextAdded)
        m_table.add(std::move(added[m_backlog->nextAdded]));
    if (m_table.end() > first)
        Q_EMIT this->added(first, m_table.end());
    const bool isSliced = added.size() > kSlice;
    if (end == added.size()) {
        const TableUpdate rest = std::exchange(m_backlog, std::nullopt)->changes;
        change(rest.changed);
        remove(rest.removed);
        Q_EMIT updated();
    }
    // The table's own list of changes is for an engine that publishes; here the batch is the list.
    static_cast<void>(m_table.takeDirty());
    // The rest, or a batch that became ready meanwhile and whose call was for nothing.
    if (isSliced)
        wake();
}

void JobFeed::change(const std::vector<JobRecord> &records)
{
    std::vector<JobTable::Index> jobs;
    jobs.reserve(records.size());
    for (const JobRecord &record : records) {
        const auto job = m_table.find(record.spec->id);
        if (!job)
            continue;
        m_table.setStatus(*job, record.status);
        if (m_table.at(*job).spec != record.spec)
            m_table.setSpec(*job, record.spec);
        if (m_table.at(*job).error != record.error)
            m_table.setError(*job, record.error);
        jobs.push_back(*job);
    }
    if (!jobs.empty())
        Q_EMIT changed(jobs);
}

void JobFeed::remove(const std::vector<JobId> &ids)
{
    std::vector<JobTable::Index> jobs;
    for (const JobId id : ids) {
        if (const auto job = m_table.find(id)) {
            m_table.remove(*job);
            jobs.push_back(*job);
        }
    }
    if (!jobs.empty())
        Q_EMIT removed(jobs);
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
