// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>

#include "service/engineinfo.h"
#include "service/request.h"
#include "service/tableupdate.h"
#include "socket/wire.h"

namespace haulwatch {

/// What one client is still to be told, cut into lines of moderate length as the socket has room for them: a list of a
/// million jobs never exists as one text. Remembers which specs the client has, so that a job that only moves costs few
/// bytes.
class Outbox {
public:
    void push(Response response) { m_items.emplace_back(std::move(response)); }
    void push(TableUpdate changes) { m_items.emplace_back(std::move(changes)); }
    void push(std::shared_ptr<const EngineInfo> info) { m_items.emplace_back(std::move(info)); }

    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }

    /// The next line, with its line feed.
    [[nodiscard]] std::optional<std::string> next();

private:
    [[nodiscard]] std::string nextOf(Response &response);
    [[nodiscard]] std::string nextOf(const TableUpdate &changes);
    [[nodiscard]] std::string nextOf(const std::shared_ptr<const EngineInfo> &info);
    [[nodiscard]] wire::ChangedJob changedJob(const JobRecord &record);
    void finishFront();

    std::deque<std::variant<Response, TableUpdate, std::shared_ptr<const EngineInfo>>> m_items;
    std::size_t m_done = 0; ///< elements of the first item that were cut off already
    std::unordered_map<JobId, std::shared_ptr<const JobSpec>> m_known;
};

} // namespace haulwatch
