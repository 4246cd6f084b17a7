// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/jobjournal.h"

namespace haulwatch::test {

/// A journal whose durability the test decides. Keeps what a restart would find.
class RecordingJournal final : public JobJournal {
public:
    JournalTicket submit(std::vector<StoreOperation> operations, bool urgent) override
    {
        for (StoreOperation &operation : operations)
            std::visit([this](auto &o) { keep(o); }, operation);
        lastWasUrgent = urgent;
        return ++m_last;
    }

    JournalTicket durable() const override { return holdBack ? m_durable : m_last; }
    bool settle() override
    {
        if (fault || refusesToSettle)
            return false;
        m_durable = m_last;
        return true;
    }
    std::optional<std::string> failure() const override { return fault; }
    void setDurableNotify(std::function<void()>) override { }
    Result<std::vector<HistoryEntry>> history(JobId id) override { return histories[id]; }

    bool holdBack = false; ///< nothing becomes durable
    bool refusesToSettle = false; ///< it fails at the next write, and not before
    bool lastWasUrgent = false;
    std::optional<std::string> fault;
    std::map<JobId, StoredJob> stored;
    std::map<JobId, std::vector<HistoryEntry>> histories;

private:
    void keep(PutJob &o)
    {
        StoredJob &job = stored[o.job.spec->id];
        std::string formerFolder = std::move(job.formerFolder);
        job = o.job;
        job.formerFolder = std::move(formerFolder);
    }
    void keep(PutStatus &o)
    {
        stored[o.id].status = o.status;
        stored[o.id].sinceProgress = o.sinceProgress;
    }
    void keep(PutFile &o)
    {
        stored[o.id].files.at(o.index) = o.progress;
        stored[o.id].marks.erase(o.index);
        if (o.mark != FileMark {})
            stored[o.id].marks.emplace(o.index, o.mark);
    }
    void keep(PutError &o) { stored[o.id].error = o.error; }
    void keep(PutHistory &o) { histories[o.id].push_back(o.entry); }
    void keep(PutFormerFolder &o) { stored[o.id].formerFolder = o.folder; }
    void keep(RemoveJob &o)
    {
        stored.erase(o.id);
        histories.erase(o.id);
    }

    JournalTicket m_last = 0;
    JournalTicket m_durable = 0;
};

} // namespace haulwatch::test
