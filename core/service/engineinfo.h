// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "job/engineid.h"
#include "job/instant.h"
#include "job/jobmachine.h"
#include "service/enginelimits.h"

namespace haulwatch {

enum class EngineKind : std::uint8_t { Haulwatch, Simulated };

[[nodiscard]] constexpr std::string_view name(EngineKind kind) ///< "haulwatch", "simulated"
{
    return kind == EngineKind::Haulwatch ? "haulwatch" : "simulated";
}

/// What an engine can do besides telling of its jobs.
struct EngineCapabilities {
    std::vector<Verb> verbs {kAllVerbs.begin(), kAllVerbs.end()};
    bool add = true;
    bool edits = true; ///< of a job that exists, its priority apart
    bool priorities = true;
    bool files = true; ///< GetFiles
    bool history = true; ///< GetHistory
    bool limits = true; ///< SetLimits

    bool operator==(const EngineCapabilities &) const = default;
    [[nodiscard]] bool can(Verb verb) const { return std::find(verbs.begin(), verbs.end(), verb) != verbs.end(); }
};

/// What an engine says of itself, and what a reader knows of it.
struct EngineInfo {
    enum class Link : std::uint8_t {
        Connecting, ///< nothing was heard of it yet
        Connected,
        Away, ///< what its jobs show is how things stood at `lastHeard`
    };

    EngineKind kind = EngineKind::Haulwatch;
    std::string version; ///< of the program that runs it; empty: not known
    EngineCapabilities capabilities;
    EngineLimits limits; ///< as they are now
    /// What the user must know about it as a whole, e.g. that the store cannot be written; nothing while all is well.
    std::optional<std::string> trouble;

    // The reader's: an engine says none of this.
    EngineId id = kHomeEngine;
    std::string name; ///< the user's
    Link link = Link::Connected;
    WallTime lastHeard {}; ///< by the engine's clock, when it is away

    bool operator==(const EngineInfo &) const = default;
};

} // namespace haulwatch
