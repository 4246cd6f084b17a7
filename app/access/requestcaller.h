// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QObject>

#include <deque>
#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "service/jobservice.h"

namespace haulwatch {

/// Calls an engine and waits for what it answers: for commands, never for a window. Takes over the service's
/// notification. Runs an event loop while it waits, which the socket needs.
class RequestCaller : public QObject {
    Q_OBJECT

public:
    explicit RequestCaller(JobService &service);
    ~RequestCaller() override;

    [[nodiscard]] Result<Answer> call(Request request);
    /// All at once; the results in the order of the requests.
    [[nodiscard]] std::vector<Result<Answer>> callAll(std::vector<Request> requests);

    /// call() for a request of which the kind of answer is known.
    template <typename T>
    [[nodiscard]] Result<T> ask(Request request)
    {
        auto result = call(std::move(request));
        if (!result)
            return tl::unexpected(result.error());
        if (auto *answer = std::get_if<T>(&*result))
            return std::move(*answer);
        return refuse(Refusal::Unavailable);
    }

    /// Waits for changes; nothing once the engine is gone or stop() was called.
    [[nodiscard]] std::optional<TableUpdate> waitForChanges();

    /// Ends waitForChanges().
    void stop();
    [[nodiscard]] bool isStopped() const { return m_isStopped; }

private:
    void collect();

    JobService &m_service;
    QEventLoop m_loop;
    std::map<RequestId, Result<Answer>> m_results;
    std::deque<TableUpdate> m_changes; ///< that came while a response was waited for
    bool m_isStopped = false;
};

} // namespace haulwatch
