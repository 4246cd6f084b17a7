// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include <tl/expected.hpp>

#include "engine/localengine.h"
#include "socket/serverthread.h"
#include "socket/socketservice.h"
#include "store/storeopen.h"

namespace haulwatch {

class CrashMark;

/// The way of this process to the jobs of a data directory: through the socket of the process that owns the store, or
/// by owning the store and running the engine itself, for as long as this object lives.
class EngineAccess {
public:
    enum class Work {
        Keep, ///< reads and changes jobs; nothing is transferred, and no keyring is asked
        KeepCredentials, ///< the same, but credentials may be among what is kept
        Transfer, ///< runs an engine if there is none, and lets others reach it
    };

    /// The directory holds a socket but no store: its engine is elsewhere (`ssh -L`, a shared folder) and not there
    /// now. To make a store would answer for that engine, with an empty list.
    struct LinkDown { };

    /// What stands in the way: the store itself, the process that owns it, or the way to it.
    using Failure = std::variant<StoreError, SocketService::Failure, LinkDown>;

    /// While another process holds the store but does not listen (it begins, ends, or runs a short command), waits for
    /// it for a few seconds. Runs an event loop meanwhile.
    [[nodiscard]] static tl::expected<std::unique_ptr<EngineAccess>, Failure>
    open(const std::string &directory, Work work, LocalEngine::ChangeFeed feed);

    /// One try: waits only for the greeting of somebody who listens, at most `patience`.
    [[nodiscard]] static tl::expected<std::unique_ptr<EngineAccess>, Failure>
    tryOpen(const std::string &directory, Work work, LocalEngine::ChangeFeed feed, std::chrono::milliseconds patience);

    ~EngineAccess();

    [[nodiscard]] JobService &service() { return *m_service; }

    /// Whether the engine is in this process.
    [[nodiscard]] bool isOwner() const { return m_engine != nullptr; }

    /// Why credentials are not sealed or not readable, and how many jobs that keeps from running; nothing when they are
    /// sealed, or when another process has the engine.
    struct KeyringTrouble {
        KeyringFailure failure;
        std::size_t lockedJobs = 0;
    };
    [[nodiscard]] const std::optional<KeyringTrouble> &keyringTrouble() const { return m_keyringTrouble; }

    /// The errno, when this process runs the engine but others cannot reach it.
    [[nodiscard]] std::optional<int> serverFailure() const { return m_serverFailure; }

private:
    EngineAccess();

    void own(OpenStore store, const std::string &directory, Work work, LocalEngine::ChangeFeed feed);

    std::unique_ptr<CrashMark> m_crashMark; ///< with an engine that transfers
    std::unique_ptr<LocalEngine> m_engine;
    std::unique_ptr<ServerThread> m_server;
    std::unique_ptr<JobService> m_service;
    std::optional<int> m_serverFailure;
    std::optional<KeyringTrouble> m_keyringTrouble;
};

} // namespace haulwatch
