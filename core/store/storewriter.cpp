// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storewriter.h"

#include <algorithm>
#include <utility>

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

// A commit costs one sync of the disk, whatever is in it. Half of the promised second is left for the disk.
constexpr auto kGroupDelay = 500ms;
// Some 50 ms of work: what a user waits for never waits long behind what nobody waits for.
constexpr std::size_t kGroupLimit = 10'000;
constexpr std::chrono::milliseconds kFirstBackOff = 250ms;
constexpr std::chrono::milliseconds kLongestBackOff = 5s;

} // namespace

StoreWriter::StoreWriter(StoreDirectory directory, JobStore store, SecretsFile secrets)
    : m_directory(std::move(directory))
    , m_store(std::move(store))
    , m_secrets(std::move(secrets))
    , m_thread([this] { run(); })
{
}

StoreWriter::~StoreWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

JournalTicket StoreWriter::submit(std::vector<StoreOperation> operations, bool urgent)
{
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(m_mutex);
    m_queue.push({++m_lastTicket, std::move(operations)});
    const auto due = urgent || m_queue.operations() >= kGroupLimit ? now : now + kGroupDelay;
    if (!m_due || due < *m_due) {
        m_due = due;
        m_wake.notify_one();
    }
    return m_lastTicket;
}

bool StoreWriter::settle()
{
    Lock lock(m_mutex);
    const JournalTicket all = m_lastTicket;
    if (durable() < all && m_due) {
        m_due = std::min(*m_due, std::chrono::steady_clock::now());
        m_wake.notify_one();
    }
    m_committed.wait(lock, [&] { return durable() >= all || m_failure; });
    return durable() >= all;
}

std::optional<std::string> StoreWriter::failure() const
{
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

void StoreWriter::setDurableNotify(std::function<void()> notify)
{
    const std::lock_guard lock(m_notifyMutex);
    m_notify = std::move(notify);
}

Result<std::vector<HistoryEntry>> StoreWriter::history(JobId id)
{
    std::promise<Result<std::vector<HistoryEntry>>> promise;
    auto answer = promise.get_future();
    {
        const std::lock_guard lock(m_mutex);
        m_questions.push_back({id, std::move(promise)});
    }
    m_wake.notify_one();
    return answer.get();
}

void StoreWriter::run()
{
    Lock lock(m_mutex);
    while (!m_stopping) {
        waitForWork(lock);
        answerQuestions();
        if (m_due && std::chrono::steady_clock::now() >= std::max(*m_due, m_notBefore))
            commitNext(lock);
    }
    while (!m_queue.empty()) {
        commitNext(lock);
        if (m_failure)
            break;
    }
}

void StoreWriter::waitForWork(Lock &lock)
{
    const auto isWoken = [this] { return m_stopping || !m_questions.empty(); };
    while (!isWoken()) {
        if (!m_due) {
            m_wake.wait(lock);
            continue;
        }
        const auto until = std::max(*m_due, m_notBefore);
        if (std::chrono::steady_clock::now() >= until)
            return;
        m_wake.wait_until(lock, until);
    }
}

void StoreWriter::answerQuestions()
{
    // The lock is held meanwhile: between two commits the tables and the queue together are the whole history.
    for (auto &question : std::exchange(m_questions, {}))
        question.answer.set_value(readHistory(question.id));
}

void StoreWriter::commitNext(Lock &lock)
{
    auto batch = m_queue.take(kGroupLimit);
    if (m_queue.empty())
        m_due.reset();
    lock.unlock();
    auto failure = keep(batch);
    lock.lock();

    if (failure) {
        m_backOff = std::clamp(m_backOff * 2, kFirstBackOff, kLongestBackOff);
        m_notBefore = std::chrono::steady_clock::now() + m_backOff;
        m_due = m_due.value_or(m_notBefore);
        m_queue.putBack(std::move(batch));
    } else {
        m_backOff = {};
        m_notBefore = {};
        m_durable.store(batch.ticket, std::memory_order_release);
    }
    m_failure = std::move(failure);
    m_committed.notify_all();
    lock.unlock();
    notify();
    lock.lock();
}

std::optional<std::string> StoreWriter::keep(const OperationQueue::Batch &batch)
{
    if (auto failure = m_secrets.add(batch.operations))
        return failure;
    if (auto done = m_store.apply(batch.operations); !done) {
        noteDamage(done.error());
        return done.error().message;
    }
    m_secrets.settle(batch.operations);
    return std::nullopt;
}

Result<std::vector<HistoryEntry>> StoreWriter::readHistory(JobId id)
{
    auto history = m_store.history(id);
    if (!history) {
        noteDamage(history.error());
        return refuse(Refusal::StoreFailed, history.error().message);
    }
    m_queue.continueHistory(id, *history);
    return std::move(*history);
}

void StoreWriter::noteDamage(const SqlError &error)
{
    if (error.fault == SqlFault::Corrupt)
        m_directory.requestCheck();
}

void StoreWriter::notify()
{
    const std::lock_guard lock(m_notifyMutex);
    if (m_notify)
        m_notify();
}

} // namespace haulwatch
