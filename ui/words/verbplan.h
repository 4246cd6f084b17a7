// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

#include "job/jobmachine.h"
#include "job/jobtable.h"
#include "words/problemtext.h"

namespace haulwatch {

/// What a verb would do to some jobs, counted before anything is done. Changes nothing.
struct VerbPlan {
    /// Jobs the verb would do nothing good to, for the same reason.
    struct Objection {
        QString why;
        std::size_t jobs = 0;
    };

    Verb verb {};
    std::vector<JobId> able;
    BulkConsequence effect; ///< on those
    std::size_t losing = 0; ///< of those: jobs that lose data, or files still to be fetched
    Bytes finishedJobBytes = 0; ///< of those that lose data: what is here of jobs with finished files
    std::vector<Objection> objections; ///< the most frequent first

    [[nodiscard]] std::size_t unable() const;
    /// So much is lost that it is asked about once, with these numbers.
    [[nodiscard]] bool mustBeConfirmed() const;
    /// "2 jobs: the job is finished", one for each reason.
    [[nodiscard]] QStringList objectionLines() const;
};

/// More jobs than that, or more finished data, is not lost without a question.
inline constexpr std::size_t kMostJobsUnasked = 50;
inline constexpr Bytes kMostBytesUnasked = 10'000'000'000;

/// Jobs that are not in the table are left out.
[[nodiscard]] VerbPlan planOf(Verb verb, const JobTable &table, const std::vector<JobId> &jobs);

/// Why the verb would do nothing good to the job; empty when it would.
[[nodiscard]] QString objectionTo(Verb verb, const JobStatus &status);

/// Everything objectionTo() depends on, as a small number: equal numbers, equal objections.
[[nodiscard]] std::size_t objectionKey(const JobStatus &status);
inline constexpr std::size_t kObjectionKeys = kJobStateCount * 8;

} // namespace haulwatch
