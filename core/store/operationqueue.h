// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <vector>

#include "store/jobjournal.h"

namespace haulwatch {

/// Batches of operations that wait for the disk, in order. A batch is never torn apart, but several may become one.
/// When they wait for long, what a later operation makes void is dropped, so that the queue grows with the jobs and not
/// with the time. Not thread-safe.
class OperationQueue {
public:
    struct Batch {
        JournalTicket ticket = 0; ///< of the last batch in it
        std::vector<StoreOperation> operations;
    };

    /// `condenseAt`: operations from which on it is worth looking for void ones.
    explicit OperationQueue(std::size_t condenseAt = 100'000)
        : m_least(condenseAt)
        , m_condenseAt(condenseAt)
    {
    }

    void push(Batch batch);
    /// The oldest batches as one, as many as stay within `limit` operations together, but one at least.
    [[nodiscard]] Batch take(std::size_t limit);
    /// What was taken, but could not be kept.
    void putBack(Batch batch);

    [[nodiscard]] bool empty() const { return m_batches.empty(); }
    [[nodiscard]] std::size_t operations() const { return m_operations; }

    /// Adds what waits for this job to what the store holds of it.
    void continueHistory(JobId id, std::vector<HistoryEntry> &history) const;

private:
    void condenseIfLong();

    std::deque<Batch> m_batches;
    std::size_t m_operations = 0;
    std::size_t m_least;
    std::size_t m_condenseAt;
};

} // namespace haulwatch
