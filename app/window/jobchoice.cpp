// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/jobchoice.h"

#include <QString>

#include "format.h"

namespace haulwatch {

std::optional<JobChoice> JobChoice::parse(const std::string &text)
{
    if (const auto id = parseJobId(text))
        return JobChoice(*id);
    if (const auto state = parseJobState(text))
        return JobChoice(*state);
    const QString word = QString::fromStdString(text);
    for (const JobState state : kAllJobStates) {
        if (format::stateName(state).compare(word, Qt::CaseInsensitive) == 0)
            return JobChoice(state);
    }
    return std::nullopt;
}

std::optional<JobId> JobChoice::findIn(const JobTable &table) const
{
    if (const auto *id = std::get_if<JobId>(&m_choice))
        return table.find(*id) ? std::optional(*id) : std::nullopt;
    for (JobTable::Index job = 0; job < table.end(); ++job) {
        if (table.contains(job) && table.at(job).status.state == std::get<JobState>(m_choice))
            return table.idOf(job);
    }
    return std::nullopt;
}

} // namespace haulwatch
