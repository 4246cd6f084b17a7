// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "job/instant.h"

namespace haulwatch {

/// How many transfers each server (host[:port]) is asked for at once. One that says it is too busy gets half as many,
/// then one more after every while in which it answers; one that says when to come back is left alone until then. Pure;
/// owned by the core thread.
class HostGate {
public:
    /// How long a server must answer before it is asked for one more.
    static constexpr Milliseconds kSuccessWindow {30'000};

    explicit HostGate(std::uint32_t most)
        : m_most(most)
    {
    }

    void setMost(std::uint32_t most) { m_most = most; }
    /// What is in flight beyond what any server may be asked for; a server that refused is not asked to take less.
    [[nodiscard]] bool isBeyondMost(const std::string &host) const;

    [[nodiscard]] bool admits(const std::string &host, MonotonicTime now) const;
    /// Until when the server is left alone; nothing if it is not.
    [[nodiscard]] std::optional<MonotonicTime> heldUntil(const std::string &host, MonotonicTime now) const;
    /// When the first of the servers that are left alone may be asked again.
    [[nodiscard]] std::optional<MonotonicTime> nextRelease(MonotonicTime now) const;
    [[nodiscard]] std::uint32_t limit(const std::string &host) const;

    void begin(const std::string &host);
    void end(const std::string &host);
    /// The server answered 429 or 503 to a transfer that began at `began`. Those that were in flight together count as
    /// one refusal.
    void refused(const std::string &host, MonotonicTime began, MonotonicTime now,
                 std::optional<Milliseconds> retryAfter);
    void answered(const std::string &host, MonotonicTime now);
    /// A former session was told so.
    void hold(const std::string &host, MonotonicTime until);
    /// The user wants to know it now.
    void lift(const std::string &host);

private:
    struct Host {
        std::uint32_t running = 0;
        std::uint32_t limit = 0; // 0: never refused
        MonotonicTime changed {};
        std::optional<MonotonicTime> held;
    };

    void dropIfPlain(const std::string &host);

    std::uint32_t m_most;
    std::unordered_map<std::string, Host> m_hosts; // those with a transfer, a lowered limit or a hold
};

} // namespace haulwatch
