// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <string>

#include "access/engineaccess.h"
#include "service/jobservice.h"

namespace haulwatch {

/// A window's way to the jobs of a data directory, renewed when the process that ran the engine ends: with the engine
/// that follows it, or by running one here. Each renewal begins with a batch that holds every job, as any connection
/// does. Belongs to the window's thread.
class ReconnectingService : public QObject, public JobService {
    Q_OBJECT

public:
    /// Long enough for a service manager to bring the engine back before the window runs its own.
    static constexpr std::chrono::milliseconds kPause {2'000};

    ReconnectingService(std::unique_ptr<EngineAccess> access, std::string directory);

    RequestId post(Request request) override { return m_access->service().post(std::move(request)); }
    [[nodiscard]] std::vector<Response> takeResponses() override { return m_access->service().takeResponses(); }
    [[nodiscard]] std::optional<TableUpdate> takeChanges() override { return m_access->service().takeChanges(); }
    void setNotify(std::function<void()> notify) override;
    [[nodiscard]] bool isConnected() const override { return m_access->service().isConnected(); }
    [[nodiscard]] std::vector<std::shared_ptr<const EngineInfo>> engines() const override
    {
        return m_access->service().engines();
    }

private:
    void check();
    void renew();

    std::unique_ptr<EngineAccess> m_access;
    std::string m_directory;
    std::function<void()> m_notify;
    QTimer m_pause;
    bool m_isRenewing = false;
};

} // namespace haulwatch
