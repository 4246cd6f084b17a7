// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "job/instant.h"
#include "job/job.h"
#include "job/jobmachine.h"

/// Numbers and times as people read them, in the language of the session.
namespace haulwatch::format {

[[nodiscard]] QString bytes(Bytes count); ///< "3.4 GB" (powers of 1000); kUnknownSize: "unknown"
[[nodiscard]] QString rate(std::uint64_t bytesPerSecond); ///< "61.2 MB/s"; empty for 0
[[nodiscard]] QString count(std::uint64_t n); ///< "1,284"
[[nodiscard]] QString duration(Milliseconds d); ///< "18 s", "43 min", "2 h 5 min", "14 days"
[[nodiscard]] QString countdown(Milliseconds d); ///< "0:42", "12:05", "1:02:03"
[[nodiscard]] QString clockTime(WallTime t); ///< local "14:02:11"; with the date when it is another day than today
[[nodiscard]] QString dateTime(WallTime t); ///< local, in the locale's short format
[[nodiscard]] QString percent(Bytes part,
                              Bytes whole); ///< "38 %", rounded down, so 100 % means all; empty when whole is unknown
[[nodiscard]] QString stateName(JobState state); ///< "Failed", "Ready to complete"
[[nodiscard]] QString fileStateName(FileState state); ///< "Arrived"
[[nodiscard]] QString verbName(Verb verb); ///< "Resume"
[[nodiscard]] QString priorityName(Priority priority);
/// Text from outside (a server, a path) made safe to show: one line, control and bidirectional characters made visible,
/// never markup.
[[nodiscard]] QString plain(std::string_view utf8);

} // namespace haulwatch::format
