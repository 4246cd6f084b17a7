// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoengine.h"

#include <functional>
#include <utility>

#include "service/demojobs.h"
#include "store/storeopen.h"
#include "transfer/simulatedengine.h"

namespace haulwatch {
namespace {

constexpr std::size_t kJobsWithHistory = 5'000;

std::function<Instant()> clockOfSpeed(double speed)
{
    return [start = systemNow(), speed] {
        const auto passed = static_cast<double>((systemNow().monotonic - start.monotonic).count());
        const Milliseconds elapsed {static_cast<Milliseconds::rep>(passed * speed)};
        return Instant {start.wall + elapsed, start.monotonic + elapsed};
    };
}

} // namespace

std::unique_ptr<LocalEngine> makeDemoEngine(std::size_t jobs, std::uint64_t seed, double speed)
{
    const auto clock = clockOfSpeed(speed);
    LocalEngine::Parts parts;
    parts.jobs = demoJobs(jobs, seed, clock());
    parts.transfers = makeSimulatedEngine(seed, clock);
    parts.journal = makeMemoryJournal();
    (void)parts.journal->submit(demoHistory(parts.jobs, kJobsWithHistory), false);
    parts.clock = clock;
    parts.seed = seed;
    return std::make_unique<LocalEngine>(std::move(parts));
}

} // namespace haulwatch
