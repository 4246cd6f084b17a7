// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "service/jobservice.h"

namespace haulwatch {

/// An engine without jobs of its own: what it says is told by the test. Everything happens on one thread.
class FakeEngine {
public:
    /// Asked for every request that comes in; nothing: no response yet.
    std::function<std::optional<Result<Answer>>(const Request &)> answer;
    /// Asked whenever a client takes changes.
    std::function<std::optional<TableUpdate>()> changes;
    std::shared_ptr<const EngineInfo> info = std::make_shared<const EngineInfo>();
    std::vector<Request> requests;

    class Connection;
    std::vector<Connection *> connections;

    [[nodiscard]] std::unique_ptr<JobService> attach();
    void notifyAll();
};

class FakeEngine::Connection : public JobService {
public:
    explicit Connection(FakeEngine &engine)
        : m_engine(engine)
    {
        engine.connections.push_back(this);
    }
    ~Connection() override { std::erase(m_engine.connections, this); }

    RequestId post(Request request) override
    {
        const RequestId id = ++m_last;
        m_engine.requests.push_back(request);
        auto result = m_engine.answer ? m_engine.answer(request) : std::nullopt;
        if (result)
            m_responses.push_back({id, std::move(*result)});
        notify();
        return id;
    }
    std::vector<Response> takeResponses() override { return std::exchange(m_responses, {}); }
    std::optional<TableUpdate> takeChanges() override { return m_engine.changes ? m_engine.changes() : std::nullopt; }
    void setNotify(std::function<void()> notify) override { m_notify = std::move(notify); }
    [[nodiscard]] bool isConnected() const override { return true; }
    [[nodiscard]] std::vector<std::shared_ptr<const EngineInfo>> engines() const override { return {m_engine.info}; }

    void notify() const
    {
        if (m_notify)
            m_notify();
    }

private:
    FakeEngine &m_engine;
    std::function<void()> m_notify;
    std::vector<Response> m_responses;
    RequestId m_last = 0;
};

inline std::unique_ptr<JobService> FakeEngine::attach()
{
    return std::make_unique<Connection>(*this);
}

inline void FakeEngine::notifyAll()
{
    for (const Connection *connection : connections)
        connection->notify();
}

} // namespace haulwatch
