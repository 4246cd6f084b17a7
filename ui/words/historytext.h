// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "job/history.h"
#include "job/job.h"
#include "job/joberror.h"

namespace haulwatch::problemtext {

/// "Started as: connection lost → now: no resume support"; empty when the first cause is the last one.
[[nodiscard]] QString beganAs(const JobError &error);
/// "5 s, doubling to 10 min; gives up after 14 days without progress"
[[nodiscard]] QString retryPolicy(const RetryPolicy &policy);
/// What an attempt failed with, in a word: "404", else the cause's short title.
[[nodiscard]] QString shortReason(const JobError &error);
/// One line of the timeline: "404 on file 3"; the state's word stands beside it.
[[nodiscard]] QString historyLine(const HistoryEntry &entry, const JobSpec &spec);

} // namespace haulwatch::problemtext
