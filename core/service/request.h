// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "job/consequences.h"
#include "job/history.h"
#include "job/job.h"
#include "job/jobmachine.h"
#include "job/result.h"

namespace haulwatch {

/// What a user asks for when adding: addresses may carry user info and headers may carry credentials; the engine takes
/// them apart.
struct JobDraft {
    struct File {
        std::string remote;
        std::string name; ///< empty: from the address's path
        std::optional<Checksum> checksum;
        std::vector<ByteRange> ranges {}; ///< as FileSpec::ranges
    };
    std::vector<File> files;
    std::string folder; ///< absolute
    std::string name; ///< empty: the first file's name
    JobOptions options; ///< headers and proxy still with their secrets
    Priority priority = Priority::Normal;
    bool suspended = false;
    bool renameExisting = false; ///< a name that is taken gets " (2)" instead of a refusal
};

struct AddJob {
    JobDraft draft;
};

/// The jobs a verb is meant for: some by id, or all in a state.
using JobSelection = std::variant<std::vector<JobId>, JobState>;

struct ApplyVerb {
    Verb verb {};
    JobSelection jobs;
};

/// Mends a job; what is absent stays. Never changes the state. All or nothing.
struct ChangeJob {
    JobId id;
    std::vector<std::pair<std::uint32_t, std::string>> addresses; ///< file index, new address (SetRemoteName)
    std::optional<Priority> priority;
    std::optional<Milliseconds> retryDelay;
    std::optional<Milliseconds> noProgressTimeout;
    std::optional<std::vector<std::string>> headers; ///< replaces all
};

/// Drops finished or cancelled jobs from the record.
struct ForgetJobs {
    std::vector<JobId> ids;
};

struct GetJobs {
    std::variant<std::monostate, std::vector<JobId>, JobState> which; ///< monostate: all
};
struct GetFiles {
    JobId id;
};
struct GetHistory {
    JobId id;
};

using Request = std::variant<AddJob, ApplyVerb, ChangeJob, ForgetJobs, GetJobs, GetFiles, GetHistory>;

/// What a call on several jobs did. A job that did not follow is told, never thrown.
struct VerbReport {
    std::vector<JobId> done;
    std::vector<std::pair<JobId, ErrorCode>> doneWithRemarks; ///< BG_S_PARTIAL_COMPLETE, BG_S_UNABLE_TO_DELETE_FILES
    std::vector<std::pair<JobId, CallError>> refused;
};

struct JobFiles {
    std::shared_ptr<const JobSpec> spec;
    std::vector<FileProgress> files; ///< one for each of spec->files
    JobState state {};
};

/// AddJob, ChangeJob: the job as it is now. ApplyVerb, ForgetJobs: a report. GetJobs: records by id. And so on.
using Answer = std::variant<JobRecord, VerbReport, std::vector<JobRecord>, JobFiles, std::vector<HistoryEntry>>;

/// Numbers the requests of one connection, from 1.
using RequestId = std::uint64_t;

struct Response {
    RequestId id = 0;
    Result<Answer> result;
};

} // namespace haulwatch
