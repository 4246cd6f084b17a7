// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "hub/requestshares.h"
#include "job/jobrows.h"
#include "service/jobservice.h"

namespace haulwatch {

/// Several engines as one service. Requests go to the engine whose jobs they are about, or to the one they name; what
/// several answer becomes one answer. A batch of one engine is passed on as it is, with the engine's number.
/// The loss of one leaves the others alone: what it is asked is refused at once with Unavailable, what it was asked and
/// did not answer as soon as the loss is seen, and nothing is sent twice. Its jobs stay as they stood last; when it is
/// back, its first batch replaces them.
/// Knows no thread of its own and no socket: an engine that comes back is the business of the service attached.
class Hub : public JobService {
public:
    /// `service` must tell changes: from them the hub knows whose a job is. What no engine has shown is kHomeEngine's,
    /// whose jobs cost nothing here. The others' cost 16 bytes each, see JobRows.
    void attach(EngineId id, std::string name, std::unique_ptr<JobService> service);
    /// Its jobs are gone for the reader.
    void detach(EngineId id);

    RequestId post(Request request) override;
    [[nodiscard]] std::vector<Response> takeResponses() override;
    [[nodiscard]] std::optional<TableUpdate> takeChanges() override;
    void setNotify(std::function<void()> notify) override;
    [[nodiscard]] bool isConnected() const override;
    [[nodiscard]] std::vector<std::shared_ptr<const EngineInfo>> engines() const override;

private:
    /// A share of a request on its way.
    struct Sent {
        RequestId request = 0; ///< the reader's number
        std::vector<JobId> ids;
    };

    struct Engine {
        EngineId id {};
        std::string name;
        std::unique_ptr<JobService> service;
        std::unordered_map<RequestId, Sent> sent; ///< by the service's number
        JobRows jobs; ///< those it has shown
        std::optional<TableUpdate> batch; ///< its jobs are being entered
        std::size_t entered = 0; ///< of batch->added
        bool wasHeard = false;
        WallTime lastHeard {};
    };

    /// A request some shares of which are not answered yet.
    struct Open {
        std::size_t shares = 0;
        std::vector<AnswerShare> answers;
    };

    [[nodiscard]] Engine *find(EngineId id);
    [[nodiscard]] EngineId ownerOf(JobId job) const;
    void answer(RequestId request, AnswerShare share);
    void collect(Engine &engine);
    void refuseSent(Engine &engine);
    [[nodiscard]] bool begin(Engine &engine);
    [[nodiscard]] bool enter(Engine &engine);
    void notify() const;

    std::vector<std::unique_ptr<Engine>> m_engines;
    std::unordered_map<RequestId, Open> m_open;
    std::vector<Response> m_responses;
    std::vector<EngineId> m_detached; ///< the reader has not been told yet
    std::function<void()> m_notify;
    RequestId m_lastRequest = 0;
    std::size_t m_turn = 0; ///< whose batch is looked at first
};

} // namespace haulwatch
