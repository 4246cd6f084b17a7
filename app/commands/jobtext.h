// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

#include "job/history.h"
#include "job/job.h"
#include "service/request.h"

/// Jobs as a terminal shows them to people. Everything from outside has been made safe to print. States have the names
/// the commands take.
namespace haulwatch::jobtext {

/// Aligned columns below a heading.
[[nodiscard]] QStringList list(const std::vector<JobRecord> &jobs);
[[nodiscard]] QStringList job(const JobRecord &record);
[[nodiscard]] QStringList error(const JobError &error);
[[nodiscard]] QStringList files(const JobFiles &files);
[[nodiscard]] QStringList history(const std::vector<HistoryEntry> &entries, const JobSpec &spec);
/// One line of `watch`.
[[nodiscard]] QString change(const JobRecord &record, WallTime now);

} // namespace haulwatch::jobtext
