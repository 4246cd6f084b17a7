// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

#include <optional>
#include <string>
#include <vector>

#include "job/filterparser.h"
#include "job/jobfilter.h"
#include "job/jobstate.h"
#include "model/jobcounts.h"

namespace haulwatch {

/// A named choice of jobs in the sidebar: a title, and a line of the filter grammar.
struct JobView {
    QString key; ///< for settings; empty for groups of problems, which come and go
    QString title;
    QIcon icon;
    std::string filter;
    std::optional<JobState> state; ///< all it shows, if that is one state

    [[nodiscard]] JobFilter jobs() const { return parseFilter(filter).value_or(JobFilter()); }
};

/// Those that are always there, in their fixed places.
[[nodiscard]] std::vector<JobView> standardViews();
[[nodiscard]] JobView viewOf(const ProblemGroup &group);
[[nodiscard]] JobView viewOf(const FailedCause &cause);
/// How many jobs a standard view shows.
[[nodiscard]] std::size_t countOf(const JobView &view, const JobCounts &counts);

namespace views {
inline constexpr auto kAttention = "attention";
inline constexpr auto kAll = "all";
inline constexpr auto kActive = "active";
} // namespace views

} // namespace haulwatch
