// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/demoengine.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "demo/demohistory.h"
#include "demo/demojobs.h"
#include "demo/simulatedengine.h"
#include "store/memoryjournal.h"
#include "store/storeopen.h"

namespace haulwatch {
namespace {

// The timelines somebody may look at; more would only make the start slower.
constexpr std::size_t kJobsWithPast = 5'000;

/// Our clocks since `start`, stretched.
std::function<Instant()> stretchedClock(Instant start, double speed)
{
    return [start, speed] {
        const std::chrono::duration<double, std::milli> elapsed = systemNow().monotonic - start.monotonic;
        const auto stretched = std::chrono::floor<Milliseconds>(elapsed * speed);
        return Instant {start.wall + stretched, start.monotonic + stretched};
    };
}

} // namespace

std::unique_ptr<LocalEngine> makeDemoEngine(std::size_t jobs, std::uint64_t seed, double speed)
{
    // An engine takes 0 for "any seed".
    seed = std::max<std::uint64_t>(seed, 1);
    const Instant start = systemNow();
    LocalEngine::Parts parts;
    parts.clock = stretchedClock(start, speed);
    parts.transfers = makeSimulatedEngine(seed, parts.clock);
    parts.journal = makeMemoryJournal();
    parts.jobs = demoJobs(jobs, seed, start);
    parts.journal->submit(demoHistory(parts.jobs, kJobsWithPast), false);
    parts.seed = seed;
    parts.kind = EngineKind::Simulated;
    return std::make_unique<LocalEngine>(std::move(parts));
}

std::unique_ptr<LocalEngine> makeDemoEngine(DemoScenario scenario, double speed)
{
    LocalEngine::Parts parts;
    parts.clock = stretchedClock(systemNow(), speed);
    parts.transfers = makeSimulatedEngine(std::move(scenario.simulation), parts.clock);
    parts.journal = makeMemoryJournal();
    parts.jobs = std::move(scenario.jobs);
    parts.seed = 1;
    parts.kind = EngineKind::Simulated;
    return std::make_unique<LocalEngine>(std::move(parts));
}

} // namespace haulwatch
