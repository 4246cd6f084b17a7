// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/memoryjournal.h"

#include <unordered_map>
#include <utility>
#include <variant>

namespace haulwatch {
namespace {

class MemoryJournal final : public JobJournal {
public:
    JournalTicket submit(std::vector<StoreOperation> operations, bool) override
    {
        for (auto &operation : operations) {
            // A demo's jobs never came as PutJob, so a line is taken for any job.
            if (auto *line = std::get_if<PutHistory>(&operation))
                m_histories[line->id].push_back(std::move(line->entry));
            else if (const auto *removed = std::get_if<RemoveJob>(&operation))
                m_histories.erase(removed->id);
        }
        ++m_last;
        if (m_notify)
            m_notify();
        return m_last;
    }

    [[nodiscard]] JournalTicket durable() const override { return m_last; }
    [[nodiscard]] bool settle() override { return true; }
    [[nodiscard]] std::optional<std::string> failure() const override { return std::nullopt; }
    void setDurableNotify(std::function<void()> notify) override { m_notify = std::move(notify); }

    [[nodiscard]] Result<std::vector<HistoryEntry>> history(JobId id) override
    {
        const auto found = m_histories.find(id);
        return found != m_histories.end() ? found->second : std::vector<HistoryEntry> {};
    }

private:
    std::unordered_map<JobId, std::vector<HistoryEntry>> m_histories;
    JournalTicket m_last = 0;
    std::function<void()> m_notify;
};

} // namespace

std::unique_ptr<JobJournal> makeMemoryJournal()
{
    return std::make_unique<MemoryJournal>();
}

} // namespace haulwatch
