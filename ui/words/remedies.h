// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

#include "job/consequences.h"
#include "job/job.h"
#include "job/jobtable.h"
#include "words/fix.h"

namespace haulwatch {

[[nodiscard]] std::optional<Verb> verbOf(Fix fix); ///< nothing for what is no verb
/// Whether it can be done to all jobs that fail alike in one go, as no verb but by a dialog.
[[nodiscard]] bool isMending(Fix fix);
/// "Change address…"
[[nodiscard]] QString labelOf(Fix fix, JobState state);

/// One way on for a job: a button and what it will do to the data.
struct Remedy {
    Fix fix {};
    QString label;
    QString html; ///< the consequence, with what is destroyed in bold
    QString spoken; ///< the same as plain text, for tooltip and screen reader
    QString note; ///< a small second line; may be empty
    QString address; ///< the address it would change
    QString whyDisabled; ///< empty: the button works
    bool isDefault = false;
};

/// What mends all of these jobs in one go, the first one the default where it is the safest way on; nothing unless they
/// fail alike. Looks at no more than 10,000.
[[nodiscard]] std::vector<Remedy> commonRemedies(const JobTable &table, const std::vector<JobTable::Index> &jobs);

/// The ways on for a job in its present state: the safest useful one first and the default, Cancel last and never the
/// default. A job on its way has no default. A pure function of what is known; `sameAnswers` as in attempts.h,
/// `failedFileBytes` what is here of the file the error names.
[[nodiscard]] std::vector<Remedy> remediesFor(const JobRecord &job, const FileTally &tally, std::uint32_t sameAnswers,
                                              Bytes failedFileBytes = 0);

} // namespace haulwatch
