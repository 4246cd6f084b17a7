// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "support/sandbox.h"
#include "transfer/transferengine.h"

namespace haulwatch::test {

/// All that an engine told of one transfer.
struct Outcome {
    std::vector<TransferStarted> starts;
    std::vector<TransferProgress> progress;
    std::vector<TransferCheckpoint> checkpoints;
    std::optional<TransferFinished> finished;
    std::optional<TransferFailed> failed;

    [[nodiscard]] bool isOver() const { return finished || failed; }
};

/// The real engine with a folder to write to, cranked by hand.
class TransferFixture {
public:
    TransferFixture();

    /// A request for "NAME" in the folder; change it as the test needs.
    [[nodiscard]] TransferRequest request(const std::string &address, const std::string &name = "file.bin") const;
    /// Starts it and runs the engine to its end, or for 20 s.
    [[nodiscard]] Outcome fetch(const TransferRequest &request);
    /// Runs the engine until `isEnough` says so of what was told of `key`, or for 20 s.
    template <typename Enough>
    [[nodiscard]] Outcome runUntil(const TransferKey &key, Enough isEnough);

    /// Of what was fetched.
    [[nodiscard]] Result<void> giveName(const TransferRequest &request, const Outcome &outcome);

    TransferEngine &engine() { return *m_engine; }
    void restartEngine(); ///< as a new process would
    [[nodiscard]] const Sandbox &folder() const { return m_folder; }
    [[nodiscard]] std::optional<std::string> part(const TransferRequest &request) const; ///< bytes of the part file

private:
    void run(const TransferKey &key, Outcome &outcome);

    Sandbox m_folder;
    std::unique_ptr<TransferEngine> m_engine;
};

/// Changes the options of a request, which are shared and constant.
template <typename Change>
void withOptions(TransferRequest &request, Change change)
{
    auto options = std::make_shared<JobOptions>(*request.options);
    change(*options);
    request.options = std::move(options);
}

template <typename Enough>
Outcome TransferFixture::runUntil(const TransferKey &key, Enough isEnough)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    Outcome outcome;
    while (!isEnough(outcome) && std::chrono::steady_clock::now() < deadline)
        run(key, outcome);
    return outcome;
}

} // namespace haulwatch::test
