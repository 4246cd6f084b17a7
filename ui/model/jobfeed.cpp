// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/jobfeed.h"

#include <QMetaObject>

#include <algorithm>
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
        if (!connected)
            refusePending();
        Q_EMIT connectionChanged(connected);
    }
}

void JobFeed::begin(TableUpdate changes)
{
    const auto engine = static_cast<std::size_t>(changes.engine);
    if (engine >= m_clocks.size())
        m_clocks.resize(engine + 1);
    m_clocks[engine].set(changes.time);
    if (!changes.added.empty())
        m_table.reserve(m_table.end() + changes.added.size());
    m_backlog.emplace(Backlog {std::move(changes)});
    if (m_backlog->changes.isFirst)
        m_backlog->seen.resize(m_table.end());
}

void JobFeed::applySlice()
{
    auto &added = m_backlog->changes.added;
    const auto first = m_backlog->nextAdded;
    m_backlog->nextAdded = std::min(added.size(), first + kSlice);
    take(std::span(added).subspan(first, m_backlog->nextAdded - first));
    const bool isSliced = added.size() > kSlice;
    if (m_backlog->nextAdded == added.size()) {
        applyRest(std::move(m_backlog->changes));
        m_backlog.reset();
        Q_EMIT updated();
    }
    // The table's own list of changes is for an engine that publishes; here the batch is the list.
    static_cast<void>(m_table.takeDirty());
    // The rest, or a batch that became ready meanwhile and whose call was for nothing.
    if (isSliced)
        wake();
}

void JobFeed::applyRest(TableUpdate rest)
{
    take(rest.changed);
    std::vector<JobTable::Index> gone = unseen();
    for (const JobId id : rest.removed) {
        if (const auto job = m_table.find(id); job && m_table.at(*job).engine == rest.engine)
            gone.push_back(*job);
    }
    remove(std::move(gone));
}

/// What a connection begins with may be here already, from the one before.
void JobFeed::take(std::span<JobRecord> records)
{
    const auto first = m_table.end();
    std::vector<JobTable::Index> jobs;
    for (JobRecord &record : records) {
        if (const auto job = m_table.find(record.spec->id)) {
            update(*job, std::move(record));
            jobs.push_back(*job);
        } else {
            m_table.add(std::move(record));
        }
    }
    if (m_table.end() > first)
        Q_EMIT added(first, m_table.end());
    if (!jobs.empty())
        Q_EMIT changed(jobs);
}

void JobFeed::update(JobTable::Index job, JobRecord record)
{
    m_table.setEngine(job, record.engine);
    m_table.setStatus(job, record.status);
    if (m_table.at(job).spec != record.spec)
        m_table.setSpec(job, std::move(record.spec));
    if (m_table.at(job).error != record.error)
        m_table.setError(job, std::move(record.error));
    if (m_backlog->seen.size() > job)
        m_backlog->seen[job] = true;
}

/// The engine's jobs that are here and that its first batch does not name.
std::vector<JobTable::Index> JobFeed::unseen() const
{
    const EngineId engine = m_backlog->changes.engine;
    std::vector<JobTable::Index> jobs;
    for (JobTable::Index job = 0; job < m_backlog->seen.size(); ++job) {
        if (!m_backlog->seen[job] && m_table.contains(job) && m_table.at(job).engine == engine)
            jobs.push_back(job);
    }
    return jobs;
}

void JobFeed::remove(std::vector<JobTable::Index> jobs)
{
    std::erase_if(jobs, [this](JobTable::Index job) {
        const bool isGone = !m_table.contains(job); // named twice
        if (!isGone)
            m_table.remove(job);
        return isGone;
    });
    if (!jobs.empty())
        Q_EMIT removed(jobs);
}

void JobFeed::Clock::set(WallTime time)
{
    lastUpdate = time;
    since.start();
}

WallTime JobFeed::Clock::now() const
{
    return since.isValid() ? lastUpdate + Milliseconds(since.elapsed()) : lastUpdate;
}

const JobFeed::Clock &JobFeed::clockOf(EngineId engine) const
{
    static const Clock none;
    const auto number = static_cast<std::size_t>(engine);
    return number < m_clocks.size() ? m_clocks[number] : none;
}

std::optional<std::string> JobFeed::trouble() const
{
    for (const auto &engine : m_service.engines()) {
        if (engine->trouble)
            return engine->trouble;
    }
    return std::nullopt;
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
