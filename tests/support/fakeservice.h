// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/jobservice.h"

namespace haulwatch::test {

/// A service without an engine: keeps what it is asked, and hands out what a test gives it. One thread.
class FakeService : public JobService {
public:
    RequestId post(Request request) override
    {
        requests.push_back(std::move(request));
        return requests.size();
    }

    std::vector<Response> takeResponses() override { return std::exchange(m_responses, {}); }

    std::optional<TableUpdate> takeChanges() override
    {
        if (m_batches.empty())
            return std::nullopt;
        auto batch = std::move(m_batches.front());
        m_batches.pop_front();
        return batch;
    }

    void setNotify(std::function<void()> notify) override { m_notify = std::move(notify); }
    bool isConnected() const override { return connected; }
    std::vector<std::shared_ptr<const EngineInfo>> engines() const override
    {
        return {std::make_shared<const EngineInfo>(info)};
    }

    /// Answers the request with that number, counted from 1.
    void answer(RequestId id, Result<Answer> result)
    {
        m_responses.push_back({id, std::move(result)});
        notify();
    }

    /// A batch is handed over at once when the feed is pumped.
    void push(TableUpdate changes)
    {
        m_batches.push_back(std::move(changes));
        notify();
    }

    void notify() const
    {
        if (m_notify)
            m_notify();
    }

    template <typename T>
    [[nodiscard]] std::vector<T> requestsOf() const
    {
        std::vector<T> found;
        for (const Request &request : requests) {
            if (const auto *wanted = std::get_if<T>(&request))
                found.push_back(*wanted);
        }
        return found;
    }

    std::vector<Request> requests;
    bool connected = true;
    EngineInfo info;

private:
    std::vector<Response> m_responses;
    std::deque<TableUpdate> m_batches;
    std::function<void()> m_notify;
};

} // namespace haulwatch::test
