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
#include "service/folderspace.h"

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
    std::vector<std::string> secretParameters {}; ///< query parameters whose values are kept as credentials are
    std::vector<std::string> secretHeaders {}; ///< names of harmless headers that are to be kept so, too
    bool renameExisting = false; ///< a name that is taken gets " (2)" instead of a refusal
};

struct AddJob {
    JobDraft draft;
    EngineId engine = kHomeEngine;
};

/// The jobs a verb is meant for: some by id, or all in a state.
using JobSelection = std::variant<std::vector<JobId>, JobState>;

struct ApplyVerb {
    Verb verb {};
    JobSelection jobs;
};

/// What to mend in a living job; what is absent stays. Another address, folder or start acts at once, also on a file in
/// flight; every other option from the next attempt on.
struct JobEdit {
    struct Prefix {
        std::string from; ///< upper and lower case are told apart
        std::string to;
    };

    std::vector<std::pair<std::uint32_t, std::string>> addresses; ///< file index, new address (SetRemoteName)
    std::optional<Prefix> prefix; ///< of all addresses that begin so (ReplaceRemotePrefix); none does: S_FALSE
    std::vector<JobDraft::File> newFiles; ///< behind the others (AddFile); a TRANSFERRED job needs Resume for them
    std::optional<std::vector<std::uint32_t>> restart; ///< files to fetch again from zero; none: all without a name yet
    std::optional<std::string> folder; ///< absolute; what has arrived moves along, within its file system
    std::optional<std::string> name;
    std::optional<Priority> priority;
    std::optional<std::optional<Milliseconds>> retryDelay; ///< empty inside: the growing one
    std::optional<Milliseconds> noProgressTimeout;
    std::optional<std::optional<std::uint32_t>> maxRetries; ///< empty inside: no limit
    std::optional<Milliseconds> connectTimeout;
    std::optional<Milliseconds> firstByteTimeout;
    std::optional<Milliseconds> stallTimeout;
    std::optional<Bytes> minimumRate;
    std::optional<Milliseconds> attemptTimeout;
    std::optional<std::vector<std::string>> headers; ///< replaces all
    std::vector<std::string> secretParameters; ///< of the addresses the job then has; those marked before stay so
    std::vector<std::string> secretHeaders; ///< names of headers the job then has; those marked before stay so
    std::optional<std::string> credentials; ///< "user:password" as typed; empty: none
    std::optional<std::string> proxy; ///< empty: what the environment says
    std::optional<std::string> caFile; ///< absolute; empty: the system's
    std::optional<Milliseconds> maxDownloadTime;
    std::optional<std::uint32_t> parallelFiles; ///< acts at once where more are allowed
    std::optional<bool> manualComplete; ///< for the next time all has arrived
    std::optional<std::uint8_t> notify; ///< NotifyFlag
    std::optional<std::vector<std::string>> notifyCommand; ///< program and arguments; none: no command
    std::optional<bool> takesWebPages;
    std::optional<bool> resumesByDate;
    std::optional<bool> takesPacked;
};

/// Mends jobs, each by itself and all or nothing. Never changes a state.
struct EditJobs {
    std::vector<JobId> ids;
    JobEdit change;
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

/// What the engine's machine has at a folder.
struct GetFolder {
    std::string folder; ///< absolute
    EngineId engine = kHomeEngine;
};

/// What an engine may do at once from now on; what is absent stays. Acts on what is in flight, too.
struct SetLimits {
    std::optional<std::uint32_t> activeJobs;
    std::optional<std::uint32_t> transfers;
    std::optional<std::uint32_t> transfersPerHost;
    EngineId engine = kHomeEngine;
};

using Request =
    std::variant<AddJob, ApplyVerb, EditJobs, ForgetJobs, GetJobs, GetFiles, GetHistory, GetFolder, SetLimits>;

/// What a call on several jobs did. A job that did not follow is told, never thrown.
struct VerbReport {
    std::vector<JobId> done;
    std::vector<std::pair<JobId, ErrorCode>> doneWithRemarks; ///< BG_S_PARTIAL_COMPLETE,
                                                              ///< BG_S_UNABLE_TO_DELETE_FILES, S_FALSE
    std::vector<std::pair<JobId, CallError>> refused;
    std::vector<std::pair<JobId, std::string>> undeleted; ///< part files that stayed, by their path
};

struct JobFiles {
    std::shared_ptr<const JobSpec> spec;
    std::vector<FileProgress> files; ///< one for each of spec->files
    JobState state {};
};

/// AddJob: the job as it is now. ApplyVerb, EditJobs, ForgetJobs: a report; SetLimits: an empty one. GetJobs: records
/// by id. And so on.
using Answer =
    std::variant<JobRecord, VerbReport, std::vector<JobRecord>, JobFiles, std::vector<HistoryEntry>, FolderSpace>;

/// Why nothing, or the first of several jobs, did not follow; nothing when all went as wished.
[[nodiscard]] inline std::optional<CallError> firstRefusal(const Result<Answer> &result)
{
    if (!result)
        return result.error();
    const auto *report = std::get_if<VerbReport>(&*result);
    return report && !report->refused.empty() ? std::optional(report->refused.front().second) : std::nullopt;
}

/// Numbers the requests of one connection, from 1.
using RequestId = std::uint64_t;

struct Response {
    RequestId id = 0;
    Result<Answer> result;
};

} // namespace haulwatch
