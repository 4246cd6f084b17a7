// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <Qt>

#include <span>

#include "job/roworder.h"

namespace haulwatch {

/// The columns of the job table, in their order when nobody moved them.
enum class JobColumn {
    State,
    Name,
    Progress,
    Size,
    Speed,
    Next,
    Files,
    Problem,
    Host,
    Priority,
    Errors,
    Code,
    Added,
    Changed,
    Received,
    Context,
    Retry,
    Folder,
    Id
};

/// Everything one column is.
struct JobColumnSpec {
    JobColumn column;
    const char *title; ///< to be translated
    Qt::Alignment alignment;
    int width; ///< in pixels of a 13 px font
    bool shownAtFirst;
    Qt::SortOrder firstOrder; ///< of the first click: what one looks for on top
    SortRule::Key sortKey;
    QString (*text)(const JobRecord &job, WallTime now);
};

[[nodiscard]] std::span<const JobColumnSpec> jobColumns();
[[nodiscard]] const JobColumnSpec &specOf(JobColumn column);
[[nodiscard]] QString titleOf(const JobColumnSpec &column);

/// A row as one sentence, for screen readers.
[[nodiscard]] QString rowSentence(const JobRecord &job, WallTime now);

} // namespace haulwatch
