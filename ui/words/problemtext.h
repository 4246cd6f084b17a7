// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "job/consequences.h"
#include "job/history.h"
#include "job/job.h"
#include "job/joberror.h"
#include "job/result.h"
#include "words/fix.h"

/// The only place with words for causes, codes, refusals and consequences; pane, table, dialogs, tooltips and command
/// line share them. Everything is plain text unless its name says Html.
namespace haulwatch {

/// What a verb would do to several jobs, counted from their rows alone.
struct BulkConsequence {
    std::uint64_t jobs = 0;
    std::uint64_t filesFinished = 0;
    std::uint64_t filesUnfinished = 0;
    Bytes bytesHere = 0;

    void add(const JobStatus &status);
};

} // namespace haulwatch

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
/// A refused call, as a sentence that says what to do.
[[nodiscard]] QString refusal(const CallError &error);
/// What a verb does to the data, as Html with the part that destroys something in bold; and as plain text.
[[nodiscard]] QString consequenceHtml(Verb verb, const Consequence &consequence, const JobRecord &job);
[[nodiscard]] QString consequence(Verb verb, const Consequence &consequence, const JobRecord &job);
/// The same for what mends a job; `lost` is what starting over gives up: "Give up the 84 MB here of x.nc and fetch it
/// again".
[[nodiscard]] QString mendingHtml(Fix fix, const JobRecord &job, Bytes lost);
[[nodiscard]] QString mending(Fix fix, const JobRecord &job, Bytes lost);
/// The same for several jobs: "Delete all of 12 jobs: 34 GB here, 1,204 finished files among it, and close them".
[[nodiscard]] QString consequenceHtml(Verb verb, const BulkConsequence &consequence);
[[nodiscard]] QString consequence(Verb verb, const BulkConsequence &consequence);
/// The small line below it: "9 files were not started"; mostly empty.
[[nodiscard]] QString consequenceNote(Verb verb, const Consequence &consequence);
/// What of the job is here: "2 of 12 files are here (1.1 GB)."
[[nodiscard]] QString standing(const FileTally &tally);
/// Why the verb is disabled now: "Suspend: everything has arrived; the job waits for Complete." Empty exactly when the
/// verb is to be offered: allowed (`code` is transition()'s) and of some effect.
[[nodiscard]] QString whyNot(Verb verb, JobState state, ErrorCode code);
/// "Started as: connection lost → now: no resume support"; empty when the first cause is the last one.
[[nodiscard]] QString beganAs(const JobError &error);
/// "5 s, doubling to 10 min; gives up after 14 days without progress"
[[nodiscard]] QString retryPolicy(const RetryPolicy &policy);
/// What an attempt failed with, in a word: "404", else the cause's short title.
[[nodiscard]] QString shortReason(const JobError &error);
/// One line of the timeline: "404 on file 3"; the state's word stands beside it.
[[nodiscard]] QString historyLine(const HistoryEntry &entry, const JobSpec &spec);

[[nodiscard]] QString jobs(std::size_t n); ///< "1 job", "1,284 jobs"

} // namespace haulwatch::problemtext
