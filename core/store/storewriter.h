// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "store/jobstore.h"
#include "store/operationqueue.h"
#include "store/secretsfile.h"
#include "store/storedirectory.h"

namespace haulwatch {

/// The journal of a store on disk: commits on a thread of its own, in groups. What a user waits for is committed as
/// soon as the disk is free, the rest together twice a second. What the disk refuses is kept and tried again, until it
/// is taken.
class StoreWriter final : public JobJournal {
public:
    StoreWriter(StoreDirectory directory, JobStore store, SecretsFile secrets);
    /// Commits what waits; a disk that refuses then is not asked again.
    ~StoreWriter() override;
    StoreWriter(const StoreWriter &) = delete;
    StoreWriter &operator=(const StoreWriter &) = delete;

    JournalTicket submit(std::vector<StoreOperation> operations, bool urgent) override;
    [[nodiscard]] JournalTicket durable() const override { return m_durable.load(std::memory_order_acquire); }
    [[nodiscard]] bool settle() override;
    [[nodiscard]] std::optional<std::string> failure() const override;
    void setDurableNotify(std::function<void()> notify) override;
    [[nodiscard]] Result<std::vector<HistoryEntry>> history(JobId id) override;

private:
    using Time = std::chrono::steady_clock::time_point;
    using Lock = std::unique_lock<std::mutex>;

    struct HistoryQuestion {
        JobId id;
        std::promise<Result<std::vector<HistoryEntry>>> answer;
    };

    void run();
    void waitForWork(Lock &lock);
    void answerQuestions();
    void commitNext(Lock &lock);
    [[nodiscard]] std::optional<std::string> keep(const OperationQueue::Batch &batch);
    [[nodiscard]] Result<std::vector<HistoryEntry>> readHistory(JobId id);
    void noteDamage(const SqlError &error);
    void notify();

    StoreDirectory m_directory; // first, so that the lock is given back last
    JobStore m_store; // this and the next: the writer thread's own
    SecretsFile m_secrets;

    mutable std::mutex m_mutex; // guards what follows, up to the next comment
    std::condition_variable m_wake;
    std::condition_variable m_committed; ///< or refused
    OperationQueue m_queue;
    std::vector<HistoryQuestion> m_questions;
    std::optional<std::string> m_failure;
    std::optional<Time> m_due; ///< when the queue is to be committed; nothing: it is empty
    Time m_notBefore {}; ///< after a refusal
    std::chrono::milliseconds m_backOff {};
    JournalTicket m_lastTicket = 0;
    bool m_stopping = false;

    std::atomic<JournalTicket> m_durable = 0;
    std::mutex m_notifyMutex; // guards m_notify, also while it is called
    std::function<void()> m_notify;
    std::thread m_thread; // last: it uses everything above
};

} // namespace haulwatch
