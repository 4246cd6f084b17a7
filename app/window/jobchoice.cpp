// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/jobchoice.h"

#include <QString>

#include "words/format.h"

namespace haulwatch {
namespace {

constexpr std::string_view kAll = "all:";

std::optional<JobState> stateOf(const std::string &text)
{
    if (const auto state = parseJobState(text))
        return state;
    const QString word = QString::fromStdString(text);
    for (const JobState state : kAllJobStates) {
        if (format::stateName(state).compare(word, Qt::CaseInsensitive) == 0)
            return state;
    }
    return std::nullopt;
}

} // namespace

std::optional<JobChoice> JobChoice::parse(const std::string &text)
{
    if (const auto id = parseJobId(text))
        return JobChoice(*id);
    const bool isAll = text.starts_with(kAll);
    const auto state = stateOf(isAll ? text.substr(kAll.size()) : text);
    return state ? std::optional(JobChoice(*state, isAll)) : std::nullopt;
}

std::vector<JobId> JobChoice::findIn(const JobTable &table) const
{
    std::vector<JobId> found;
    if (const auto *id = std::get_if<JobId>(&m_choice)) {
        if (table.find(*id))
            found.push_back(*id);
        return found;
    }
    for (JobTable::Index job = 0; job < table.end() && (m_isAll || found.empty()); ++job) {
        if (table.contains(job) && table.at(job).status.state == std::get<JobState>(m_choice))
            found.push_back(table.idOf(job));
    }
    return found;
}

} // namespace haulwatch
