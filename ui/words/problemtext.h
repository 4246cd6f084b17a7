// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "job/job.h"
#include "job/joberror.h"
#include "words/consequencetext.h"
#include "words/historytext.h"
#include "words/refusaltext.h"

/// The only place with words for causes, codes, refusals and consequences; pane, table, dialogs, tooltips and command
/// line share them. Everything is plain text unless its name says Html.
namespace haulwatch::problemtext {

[[nodiscard]] QString title(Cause cause); ///< "File not found on the server"
[[nodiscard]] QString shortTitle(Cause cause); ///< for a table cell or group: "File not found"
/// What happened, as a sentence with its facts: "cdn.example.org answered 404 for era5.nc at 14:02:11."
[[nodiscard]] QString description(const JobError &error);
[[nodiscard]] QString remedy(const JobError &error); ///< what the user can do, one sentence
/// The table's Problem cell: "File not found · era5.nc"; empty without an error.
[[nodiscard]] QString cell(const JobRecord &job);
[[nodiscard]] QString context(ErrorContext context); ///< "Remote file"; None: "Context not reported"
[[nodiscard]] QString contextDescription(ErrorContext context); ///< a sentence about where it happened
[[nodiscard]] QString
protocol(const JobError &error); ///< "HTTP/1.1 over TLS"; empty protocol: "No protocol was involved"
[[nodiscard]] QString native(NativeCode native); ///< "HTTP 404", "errno 28 (No space left on device)", "curl 7 (…)"
/// Who moves next: "will not retry by itself", "retries in 0:42"…, as the chip in the pane shows it.
[[nodiscard]] QString finality(const JobRecord &job, WallTime now);

} // namespace haulwatch::problemtext
