// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sessionlog.h"

#include <algorithm>

namespace haulwatch {
namespace {

std::int32_t dayOf(WallTime time)
{
    return static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(time).time_since_epoch().count());
}

} // namespace

SessionLog::SessionLog(SessionRecord *record)
    : m_record(record)
    , m_session(record != nullptr ? record->read() : Session {})
    , m_written(m_session)
{
    std::sort(m_session.days.begin(), m_session.days.end());
}

void SessionLog::addDays(WallTime from, WallTime to)
{
    auto &days = m_session.days;
    for (std::int32_t day = dayOf(from); day <= dayOf(to); ++day) {
        const auto at = std::lower_bound(days.begin(), days.end(), day);
        if (at == days.end() || *at != day)
            days.insert(at, day);
    }
}

std::chrono::days SessionLog::daysSince(WallTime time) const
{
    const auto &days = m_session.days;
    return std::chrono::days(days.end() - std::upper_bound(days.begin(), days.end(), dayOf(time)));
}

void SessionLog::flush()
{
    if (m_session == m_written)
        return;
    m_written = m_session;
    if (m_record != nullptr)
        m_record->write(m_session);
}

} // namespace haulwatch
