// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/engineinfo.h"
#include "service/request.h"
#include "service/tableupdate.h"

namespace haulwatch {

/// Everything that crosses between the core thread and one reader, by value. Requests and responses queue; of changes
/// there is one slot, so a reader that does not read holds nothing up and collects nothing.
class Mailbox {
public:
    // The reader's side.
    RequestId post(Request request);
    [[nodiscard]] std::vector<Response> takeResponses();
    [[nodiscard]] std::optional<TableUpdate> takeChanges();
    void setNotify(std::function<void()> notify);
    [[nodiscard]] std::shared_ptr<const EngineInfo> info() const; ///< null before the engine has said anything
    [[nodiscard]] bool isOpen() const;

    // The core thread's side.
    [[nodiscard]] std::vector<std::pair<RequestId, Request>> takeRequests();
    [[nodiscard]] bool hasRoomForChanges() const;
    void putChanges(TableUpdate changes);
    void putResponse(Response response);
    void setInfo(std::shared_ptr<const EngineInfo> info);
    /// No further answer will come: the engine has ended, or the reader is gone.
    void close();

private:
    void notify();

    mutable std::mutex m_mutex;
    std::vector<std::pair<RequestId, Request>> m_requests;
    std::vector<Response> m_responses;
    std::optional<TableUpdate> m_changes;
    std::shared_ptr<const EngineInfo> m_info;
    std::function<void()> m_notify;
    RequestId m_lastRequest = 0;
    bool m_open = true;
};

} // namespace haulwatch
