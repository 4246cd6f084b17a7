// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "job/instant.h"
#include "service/enginelimits.h"
#include "service/jobcallback.h"
#include "service/jobservice.h"
#include "store/jobjournal.h"
#include "store/sessionrecord.h"
#include "system/commandrunner.h"
#include "system/networkmonitor.h"

namespace haulwatch {

class TransferEngine;

/// An engine in this process: owns the core thread, on which the manager, the transfers and their rules live.
/// Destroying it stops the transfers, keeps what arrived, and waits until everything is in the store.
class LocalEngine {
public:
    enum class ChangeFeed { Off, On };

    /// The parts are handed over to the core thread. `clock` is asked on that thread.
    struct Parts {
        std::unique_ptr<TransferEngine> transfers;
        std::unique_ptr<JobJournal> journal;
        std::vector<StoredJob> jobs;
        std::function<Instant()> clock;
        std::unique_ptr<NetworkMonitor> network {}; ///< null: there is always a network
        std::unique_ptr<JobCallback> callback {}; ///< may be null
        std::unique_ptr<CommandRunner> commands {}; ///< null: no notify command is run
        EngineKind kind = EngineKind::Haulwatch;
        std::string version {}; ///< of this program
        EngineLimits limits;
        std::unique_ptr<SessionRecord> session {}; ///< null: nothing is remembered of this engine but the jobs
        bool previousEndWasCrash = false; ///< the engine before this one ended by a fault of its own
        std::uint64_t seed = 0; ///< of ids and jitter; 0: from the system
    };

    explicit LocalEngine(Parts parts);
    ~LocalEngine();
    LocalEngine(const LocalEngine &) = delete;
    LocalEngine &operator=(const LocalEngine &) = delete;

    /// A new connection, independent of all others; may outlive neither the engine nor be used after it.
    /// Without the feed, takeChanges() never returns anything and nothing is collected for it.
    [[nodiscard]] std::unique_ptr<JobService> attach(ChangeFeed feed);

private:
    class Core;
    std::unique_ptr<Core> m_core;
};

/// The clocks of the system.
[[nodiscard]] Instant systemNow();

} // namespace haulwatch
