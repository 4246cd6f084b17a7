// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "service/engineinfo.h"
#include "service/request.h"
#include "service/tableupdate.h"

namespace haulwatch {

/// One connection to an engine, in this process or behind a socket, or to several of them: wishes go in as requests,
/// what happened comes back as changes. Used by one thread; only the notify function is called from another.
class JobService {
public:
    virtual ~JobService() = default;

    /// Never blocks. The response comes through takeResponses(); for a request that changes something, once it is
    /// durable.
    virtual RequestId post(Request request) = 0;

    /// All responses since the last call, in the order the engine gave them.
    [[nodiscard]] virtual std::vector<Response> takeResponses() = 0;

    /// The next batch, if one is waiting. Taking it makes room for the following one: at most one waits, and what
    /// happens meanwhile is merged, so a slow reader costs the engine nothing.
    [[nodiscard]] virtual std::optional<TableUpdate> takeChanges() = 0;

    /// `notify` is called, from any thread, when a batch or a response has become ready. It must only wake somebody.
    virtual void setNotify(std::function<void()> notify) = 0;

    /// Whether the engine answers, of several at least one. False after a lost socket or a dead engine thread.
    [[nodiscard]] virtual bool isConnected() const = 0;

    /// What the engines behind this service said of themselves last. A change is notified, as a batch is; an engine
    /// that has said nothing yet may be missing.
    [[nodiscard]] virtual std::vector<std::shared_ptr<const EngineInfo>> engines() const = 0;
};

} // namespace haulwatch
