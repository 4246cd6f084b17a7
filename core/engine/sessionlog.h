// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include "job/instant.h"
#include "store/sessionrecord.h"

namespace haulwatch {

/// The session as this engine sees it, kept where the next one finds it. Owned by the core thread.
class SessionLog {
public:
    /// `record` may be null: then nothing is left to the next one.
    explicit SessionLog(SessionRecord *record);

    [[nodiscard]] const Session &session() const { return m_session; }
    void setAtWork(std::vector<JobId> jobs) { m_session.atWork = std::move(jobs); }
    void setSuspects(std::vector<JobId> jobs) { m_session.suspects = std::move(jobs); }
    /// An engine ran on all the days from the one to the other.
    void addDays(WallTime from, WallTime to);
    /// On how many days after that of `time` an engine ran.
    [[nodiscard]] std::chrono::days daysSince(WallTime time) const;

    /// What has changed since goes to the record.
    void flush();

private:
    SessionRecord *const m_record;
    Session m_session;
    Session m_written;
};

} // namespace haulwatch
