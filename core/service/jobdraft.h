// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "job/job.h"
#include "job/result.h"
#include "service/request.h"

namespace haulwatch {

inline constexpr std::uint32_t kMostParallelFiles = 256; ///< of one job

/// A draft that may become a job: every address, name, header and number checked, secrets taken out of what is shown
/// and stored. `spec` still lacks its id and time.
struct CheckedDraft {
    JobSpec spec;
    Priority priority = Priority::Normal;
    bool suspended = false;
    bool renameExisting = false;
};

/// Pure: asks neither disk nor network. Equal names are left to the admission if the draft wants them numbered. Refuses
/// with the rule and the offending part.
[[nodiscard]] Result<CheckedDraft> checkDraft(const JobDraft &draft);

/// Whether `name` may be a file of ours: one path segment, no control character, not ".", "..", and at most 255 bytes.
[[nodiscard]] bool isPlainFileName(std::string_view name);

/// The folder without "..", doubled and closing slashes.
[[nodiscard]] std::string plainFolder(const std::string &folder);

/// A file of a draft as a job holds it; its address' user info goes to `userInfo`, of which a job has one.
[[nodiscard]] Result<FileSpec> checkFile(const JobDraft::File &file, std::string &userInfo);

/// Takes the values of these query parameters out of the files' addresses. NoSuchParameter; SecretMissing for a place
/// without its value.
[[nodiscard]] Result<void> takeSecretParameters(std::vector<FileSpec> &files, const std::vector<std::string> &names,
                                                std::vector<SecretValue> &values);

/// TooManyFiles or DuplicateFileName.
[[nodiscard]] Result<void> checkTogether(const std::vector<FileSpec> &files);

/// BadOption for a number out of its range.
[[nodiscard]] Result<void> checkOptions(const JobOptions &options);

/// Makes a proxy as given ("host:port" will do) one to use, its user info set aside. BadProxy.
[[nodiscard]] Result<void> takeProxy(JobOptions &options, std::string &userInfo);

/// Whether people can see what they called a job, at most 256 bytes (BITS: SetDisplayName).
[[nodiscard]] Result<void> checkJobName(std::string_view name);

/// Replaces a job's headers, secret ones apart: BadHeader, or the options and secrets to use from now on.
struct SplitHeaders {
    std::vector<std::string> open;
    std::vector<std::string> secret;
};
[[nodiscard]] Result<SplitHeaders> splitHeaders(const std::vector<std::string> &lines);

} // namespace haulwatch
