// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/jobbook.h"
#include "engine/jobrunner.h"
#include "job/result.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// The four calls and what they do to a job's files. Each asks the transition table first; a refusal changes nothing.
class JobVerbs {
public:
    using Index = JobBook::Index;

    JobVerbs(JobBook &book, JobRunner &runner, TransferEngine &transfers)
        : m_book(book)
        , m_runner(runner)
        , m_transfers(transfers)
    {
    }

    /// S_OK, BG_S_PARTIAL_COMPLETE or BG_S_UNABLE_TO_DELETE_FILES; refused: InvalidState, NoFiles, or RenameFailed with
    /// the path.
    [[nodiscard]] Result<ErrorCode> apply(Verb verb, Index job, Instant now);

    /// The part files that stayed behind since the last call.
    [[nodiscard]] std::vector<std::string> takeUndeleted() { return std::exchange(m_undeleted, {}); }
    /// Nobody has touched the job for too long (BITS: JobInactivityTimeout).
    void expire(Index job, Instant now);

private:
    ErrorCode resume(Index job, Instant now);
    ErrorCode suspend(Index job, Instant now);
    Result<ErrorCode> complete(Index job, ErrorCode code, Instant now);
    ErrorCode cancel(Index job, Instant now);

    Result<std::uint32_t> nameFinishedFiles(Index job, Instant now);
    bool discardUnnamedFiles(Index job, Instant now);

    JobBook &m_book;
    JobRunner &m_runner;
    TransferEngine &m_transfers;
    std::vector<std::string> m_undeleted;
};

} // namespace haulwatch
