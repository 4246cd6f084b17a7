// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

#include "job/history.h"
#include "job/job.h"

namespace haulwatch {

/// Everything known of a job, to be pasted into a report: Markdown for people, then the same as JSON.
/// User info and query values of addresses, values of headers that may be keys, and the home directory are left out;
/// the text says how often. `files` may be empty when unknown.
[[nodiscard]] QString diagnostics(const JobRecord &job, std::span<const FileProgress> files,
                                  std::span<const HistoryEntry> history, const QString &home);

} // namespace haulwatch
