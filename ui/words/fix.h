// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "job/jobid.h"

namespace haulwatch {

/// What a remedy does. The last four are the verbs; the others mend what the job is to do, or only show something.
enum class Fix : std::uint8_t {
    ChangeAddress,
    Credentials,
    Proxy,
    ShowCertificate,
    ChangeFolder,
    RecheckDisk,
    Restart,
    EditRetry,
    OpenInBrowser,
    TakePage,
    TakePacked,
    GoByDate,
    Resume,
    Suspend,
    Complete,
    Cancel
};

/// Whom a remedy is for: a job alone, with all that fail alike, or with some of these.
class MendScope {
public:
    enum Kind : std::uint8_t { ThisJob, SameProblem };

    MendScope(Kind kind) // NOLINT(google-explicit-constructor): the usual two need no more words
        : m_hasOthers(kind == SameProblem)
    {
    }
    /// Jobs that fail alike; the one the remedy begins with may be among them.
    explicit MendScope(std::vector<JobId> jobs)
        : m_hasOthers(true)
        , m_jobs(std::move(jobs))
    {
    }

    bool operator==(const MendScope &) const = default;
    [[nodiscard]] bool hasOthers() const { return m_hasOthers; }
    [[nodiscard]] const std::vector<JobId> &jobs() const { return m_jobs; } ///< none: all that fail alike

private:
    bool m_hasOthers;
    std::vector<JobId> m_jobs;
};

} // namespace haulwatch
