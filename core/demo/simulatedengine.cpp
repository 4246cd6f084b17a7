// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedengine.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>

namespace haulwatch {
namespace {

constexpr Milliseconds kTick {20}; // how often, in real time, data moves while somebody waits

class SimulatedEngine final : public TransferEngine {
public:
    SimulatedEngine(Simulation simulation, std::function<Instant()> clock)
        : m_simulation(std::move(simulation))
        , m_clock(std::move(clock))
    {
    }

    void start(TransferRequest request) override
    {
        const auto slash = request.location.target.rfind('/');
        Transfer transfer;
        transfer.outcome = m_simulation(request.file, std::string_view(request.location.target).substr(0, slash));
        transfer.offset = std::min(request.resumeFrom.offset, transfer.outcome.size);
        transfer.answersAt = m_clock().monotonic + transfer.outcome.latency;
        transfer.request = std::move(request);
        m_transfers.insert_or_assign(transfer.request.key, std::move(transfer));
    }

    Checkpoint stop(TransferKey key) override
    {
        const auto it = m_transfers.find(key);
        if (it == m_transfers.end())
            return {};
        const Checkpoint checkpoint = it->second.checkpoint(it->second.arrived(m_clock().monotonic));
        m_transfers.erase(it);
        return checkpoint;
    }

    bool isWhole(TransferKey key) const override
    {
        const auto it = m_transfers.find(key);
        return it != m_transfers.end() && it->second.answered
            && it->second.arrived(m_clock().monotonic) == it->second.outcome.size;
    }

    void run(Milliseconds maxWait, std::vector<TransferEvent> &events) override
    {
        wait(maxWait);
        const Instant now = m_clock();
        for (auto it = m_transfers.begin(); it != m_transfers.end();)
            it = advance(it->second, now, events) ? m_transfers.erase(it) : std::next(it);
    }

    void wake() override
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
        m_wakeUp.notify_one();
    }

    Result<std::string> admit(const std::string &, std::span<const FileSpec>) override { return {}; }

    std::vector<Result<void>> commit(std::span<const KeptFile> files) override
    {
        return std::vector<Result<void>>(files.size());
    }

    Result<void> relocate(std::span<const PartMove>) override { return {}; }

    std::vector<std::string> discard(std::span<const KeptFile>) override { return {}; }

private:
    struct Transfer {
        TransferRequest request;
        SimulatedOutcome outcome;
        Bytes offset = 0;
        MonotonicTime answersAt {};
        bool answered = false;

        [[nodiscard]] Bytes end() const
        {
            return outcome.fails(request.attempt)
                ? static_cast<Bytes>(static_cast<double>(outcome.size) * outcome.failsAt)
                : outcome.size;
        }

        [[nodiscard]] Bytes arrived(MonotonicTime now) const
        {
            if (now <= answersAt)
                return offset;
            const auto ms = static_cast<Bytes>((now - answersAt).count());
            return std::max(offset, std::min(end(), offset + ms * outcome.bytesPerSecond / 1000));
        }

        [[nodiscard]] Checkpoint checkpoint(Bytes at) const { return {at, outcome.size, "\"simulated\"", {}}; }
    };

    void wait(Milliseconds maxWait)
    {
        std::unique_lock lock(m_mutex);
        const auto limit = m_transfers.empty() ? maxWait : std::min(maxWait, kTick);
        m_wakeUp.wait_for(lock, limit, [this] { return m_woken; });
        m_woken = false;
    }

    // True: it has ended.
    static bool advance(Transfer &t, Instant now, std::vector<TransferEvent> &events)
    {
        if (now.monotonic < t.answersAt)
            return false;
        const TransferKey key = t.request.key;
        const bool fails = t.outcome.fails(t.request.attempt);
        // A fault of the answer itself comes before any data.
        if (fails && t.outcome.failsAt <= 0) {
            events.emplace_back(TransferFailed {key, failure(t, now), t.checkpoint(t.offset)});
            return true;
        }
        if (!std::exchange(t.answered, true))
            events.emplace_back(TransferStarted {key, t.offset, t.outcome.size, "https/1.1"});
        const Bytes arrived = t.arrived(now.monotonic);
        events.emplace_back(TransferProgress {key, arrived});
        if (arrived < t.end())
            return false;
        if (fails)
            events.emplace_back(TransferFailed {key, failure(t, now), t.checkpoint(arrived)});
        else
            events.emplace_back(TransferFinished {key, t.outcome.size, false});
        return true;
    }

    static JobError failure(const Transfer &t, Instant now)
    {
        JobError error = *t.outcome.failure;
        error.file = ErrorFile {t.request.key.file, t.request.file.remote, t.request.location.target};
        error.time = now.wall;
        error.attempt = t.request.attempt;
        return error;
    }

    const Simulation m_simulation;
    const std::function<Instant()> m_clock;
    std::map<TransferKey, Transfer> m_transfers;
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    bool m_woken = false;
};

} // namespace

std::unique_ptr<TransferEngine> makeSimulatedEngine(Simulation simulation, std::function<Instant()> clock)
{
    return std::make_unique<SimulatedEngine>(std::move(simulation), std::move(clock));
}

std::unique_ptr<TransferEngine> makeSimulatedEngine(std::uint64_t seed, std::function<Instant()> clock)
{
    return makeSimulatedEngine(
        [seed](const FileSpec &file, std::string_view folder) { return simulate(seed, file, folder); },
        std::move(clock));
}

} // namespace haulwatch
