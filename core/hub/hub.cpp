// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/hub.h"

#include <algorithm>
#include <cassert>

namespace haulwatch {
namespace {

/// Jobs entered at a call, so that an engine with a million of them does not hold up the reader: about a millisecond.
constexpr std::size_t kSlice = 20'000;

} // namespace

void Hub::attach(EngineId id, std::string name, std::unique_ptr<JobService> service)
{
    assert(find(id) == nullptr);
    auto engine = std::make_unique<Engine>();
    engine->id = id;
    engine->name = std::move(name);
    engine->service = std::move(service);
    engine->service->setNotify(m_notify);
    m_engines.push_back(std::move(engine));
    // What was ready before wakes nobody.
    notify();
}

void Hub::detach(EngineId id)
{
    Engine *engine = find(id);
    if (engine == nullptr)
        return;
    engine->service->setNotify({});
    collect(*engine);
    refuseSent(*engine);
    std::erase_if(m_engines, [engine](const auto &e) { return e.get() == engine; });
    m_detached.push_back(id);
    notify();
}

RequestId Hub::post(Request request)
{
    const RequestId id = ++m_lastRequest;
    std::vector<EngineId> all;
    for (const auto &engine : m_engines)
        all.push_back(engine->id);
    auto shares = sharesOf(
        std::move(request), [this](JobId job) { return ownerOf(job); }, all);
    m_open.emplace(id, Open {std::max<std::size_t>(shares.size(), 1), {}});
    if (shares.empty())
        answer(id, {kHomeEngine, {}, refuse(Refusal::Unavailable)});
    for (RequestShare &share : shares) {
        Engine *engine = find(share.engine);
        if (engine != nullptr && engine->service->isConnected()) {
            const RequestId number = engine->service->post(std::move(share.request));
            engine->sent.emplace(number, Sent {id, std::move(share.ids)});
        } else {
            answer(id,
                   {share.engine, std::move(share.ids),
                    refuse(Refusal::Unavailable, engine != nullptr ? engine->name : std::string())});
        }
    }
    return id;
}

std::vector<Response> Hub::takeResponses()
{
    for (const auto &engine : m_engines)
        collect(*engine);
    return std::exchange(m_responses, {});
}

void Hub::collect(Engine &engine)
{
    for (Response &response : engine.service->takeResponses()) {
        const auto it = engine.sent.find(response.id);
        if (it == engine.sent.end())
            continue;
        const Sent sent = std::move(it->second);
        engine.sent.erase(it);
        answer(sent.request, {engine.id, sent.ids, std::move(response.result)});
    }
    if (!engine.service->isConnected())
        refuseSent(engine);
}

void Hub::refuseSent(Engine &engine)
{
    for (auto &[number, sent] : std::exchange(engine.sent, {}))
        answer(sent.request, {engine.id, std::move(sent.ids), refuse(Refusal::Unavailable, engine.name)});
}

void Hub::answer(RequestId request, AnswerShare share)
{
    const auto it = m_open.find(request);
    it->second.answers.push_back(std::move(share));
    if (it->second.answers.size() < it->second.shares)
        return;
    m_responses.push_back({request, joined(std::move(it->second.answers))});
    m_open.erase(it);
    notify();
}

std::optional<TableUpdate> Hub::takeChanges()
{
    if (!m_detached.empty()) {
        // A first batch without a job: whatever was there is gone.
        TableUpdate none;
        none.isFirst = true;
        none.engine = m_detached.back();
        m_detached.pop_back();
        notify();
        return none;
    }
    for (std::size_t i = 0; i < m_engines.size(); ++i) {
        Engine &engine = *m_engines[(m_turn + i) % m_engines.size()];
        if (!engine.batch && !begin(engine))
            continue;
        const bool isReady = enter(engine);
        // The rest of it, or what another engine has ready and has notified already.
        if (!isReady || m_engines.size() > 1)
            notify();
        if (!isReady)
            return std::nullopt;
        m_turn += i + 1;
        return std::exchange(engine.batch, std::nullopt);
    }
    return std::nullopt;
}

/// Takes the engine's next batch; false if there is none.
bool Hub::begin(Engine &engine)
{
    engine.batch = engine.service->takeChanges();
    if (!engine.batch)
        return false;
    engine.entered = 0;
    engine.wasHeard = true;
    engine.lastHeard = engine.batch->time;
    engine.batch->engine = engine.id;
    if (engine.batch->isFirst) {
        engine.jobs = {};
        engine.jobs.reserve(engine.id == kHomeEngine ? 0 : engine.batch->added.size());
    }
    return true;
}

/// Enters the jobs of the engine's batch, and gives them its number; true once that is done.
bool Hub::enter(Engine &engine)
{
    if (engine.id == kHomeEngine)
        return true;
    TableUpdate &batch = *engine.batch;
    const std::size_t end = std::min(batch.added.size(), engine.entered + kSlice);
    for (; engine.entered < end; ++engine.entered) {
        JobRecord &record = batch.added[engine.entered];
        record.engine = engine.id;
        engine.jobs.add(record.spec->id);
    }
    if (engine.entered < batch.added.size())
        return false;
    for (JobRecord &record : batch.changed)
        record.engine = engine.id;
    for (const JobId id : batch.removed) {
        if (const auto row = engine.jobs.find(id))
            engine.jobs.remove(*row);
    }
    return true;
}

EngineId Hub::ownerOf(JobId job) const
{
    for (const auto &engine : m_engines) {
        if (engine->jobs.find(job))
            return engine->id;
    }
    return kHomeEngine;
}

Hub::Engine *Hub::find(EngineId id)
{
    const auto it = std::find_if(m_engines.begin(), m_engines.end(), [id](const auto &e) { return e->id == id; });
    return it == m_engines.end() ? nullptr : it->get();
}

// Each engine calls the reader itself, from its own thread: there is nothing here that could be called meanwhile.
void Hub::setNotify(std::function<void()> notify)
{
    m_notify = std::move(notify);
    for (const auto &engine : m_engines)
        engine->service->setNotify(m_notify);
}

void Hub::notify() const
{
    if (m_notify)
        m_notify();
}

bool Hub::isConnected() const
{
    return std::any_of(m_engines.begin(), m_engines.end(), [](const auto &e) { return e->service->isConnected(); });
}

std::vector<std::shared_ptr<const EngineInfo>> Hub::engines() const
{
    std::vector<std::shared_ptr<const EngineInfo>> all;
    for (const auto &engine : m_engines) {
        const auto said = engine->service->engines();
        EngineInfo info = said.empty() ? EngineInfo {} : *said.front();
        info.id = engine->id;
        info.name = engine->name;
        info.lastHeard = engine->lastHeard;
        if (!engine->service->isConnected())
            info.link = EngineInfo::Link::Away;
        else
            info.link = engine->wasHeard ? EngineInfo::Link::Connected : EngineInfo::Link::Connecting;
        all.push_back(std::make_shared<const EngineInfo>(std::move(info)));
    }
    return all;
}

} // namespace haulwatch
