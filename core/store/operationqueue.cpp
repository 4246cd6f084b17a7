// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/operationqueue.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>
#include <utility>
#include <variant>

namespace haulwatch {
namespace {

void append(std::vector<StoreOperation> &to, std::vector<StoreOperation> &&from)
{
    if (to.empty())
        to = std::move(from);
    else
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// Walks from the last operation to the first, and tells of each whether a later one makes it void.
class LaterOperations {
public:
    // Never void: it may be what makes the job that a following history entry belongs to.
    bool makeVoid(const PutJob &operation)
    {
        const auto id = operation.job.spec->id;
        if (m_removed.contains(id))
            return true;
        m_replaced.insert(id);
        return false;
    }
    bool makeVoid(const PutStatus &operation) { return isGone(operation.id) || !m_status.insert(operation.id).second; }
    bool makeVoid(const PutFile &operation)
    {
        return isGone(operation.id) || !m_files.emplace(operation.id, operation.index).second;
    }
    bool makeVoid(const PutError &operation) { return isGone(operation.id) || !m_errors.insert(operation.id).second; }
    bool makeVoid(const PutFormerFolder &operation)
    {
        return m_removed.contains(operation.id) || !m_formerFolders.insert(operation.id).second;
    }
    bool makeVoid(const PutHistory &operation) { return m_removed.contains(operation.id); }
    bool makeVoid(const RemoveJob &operation) { return !m_removed.insert(operation.id).second; }

private:
    [[nodiscard]] bool isGone(JobId id) const { return m_removed.contains(id) || m_replaced.contains(id); }

    std::unordered_set<JobId> m_removed;
    std::unordered_set<JobId> m_replaced;
    std::unordered_set<JobId> m_status;
    std::unordered_set<JobId> m_errors;
    std::unordered_set<JobId> m_formerFolders;
    std::set<std::pair<JobId, std::uint32_t>> m_files;
};

void condense(std::vector<StoreOperation> &operations)
{
    LaterOperations later;
    const auto isVoid = [&](const StoreOperation &operation) {
        return std::visit([&](const auto &o) { return later.makeVoid(o); }, operation);
    };
    // The kept ones gather, in order, at the end.
    auto kept = operations.end();
    for (auto it = operations.end(); it != operations.begin();) {
        if (isVoid(*--it))
            continue;
        if (--kept != it)
            *kept = std::move(*it);
    }
    operations.erase(operations.begin(), kept);
}

} // namespace

void OperationQueue::push(Batch batch)
{
    m_operations += batch.operations.size();
    m_batches.push_back(std::move(batch));
    condenseIfLong();
}

OperationQueue::Batch OperationQueue::take(std::size_t limit)
{
    Batch taken;
    while (!m_batches.empty()) {
        auto &next = m_batches.front();
        if (taken.ticket != 0 && taken.operations.size() + next.operations.size() > limit)
            break;
        taken.ticket = next.ticket;
        m_operations -= next.operations.size();
        append(taken.operations, std::move(next.operations));
        m_batches.pop_front();
    }
    return taken;
}

void OperationQueue::putBack(Batch batch)
{
    m_operations += batch.operations.size();
    m_batches.push_front(std::move(batch));
    condenseIfLong();
}

void OperationQueue::continueHistory(JobId id, std::vector<HistoryEntry> &history) const
{
    for (const auto &batch : m_batches) {
        for (const auto &operation : batch.operations) {
            if (const auto *put = std::get_if<PutHistory>(&operation); put != nullptr && put->id == id)
                history.push_back(put->entry);
            else if (const auto *removed = std::get_if<RemoveJob>(&operation); removed != nullptr && removed->id == id)
                history.clear();
        }
    }
}

void OperationQueue::condenseIfLong()
{
    if (m_operations < m_condenseAt)
        return;
    Batch all;
    for (auto &batch : m_batches) {
        all.ticket = batch.ticket;
        append(all.operations, std::move(batch.operations));
    }
    condense(all.operations);
    m_operations = all.operations.size();
    m_condenseAt = std::max(m_least, 2 * m_operations);
    m_batches.clear();
    m_batches.push_back(std::move(all));
}

} // namespace haulwatch
