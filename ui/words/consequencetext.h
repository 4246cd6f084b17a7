// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>

#include "job/consequences.h"
#include "job/job.h"
#include "job/jobmachine.h"
#include "words/fix.h"

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
[[nodiscard]] QString jobs(std::size_t n); ///< "1 job", "1,284 jobs"

} // namespace haulwatch::problemtext
