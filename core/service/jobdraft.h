// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "address/origins.h"
#include "job/job.h"
#include "job/joboptions.h"
#include "job/result.h"
#include "service/request.h"

namespace haulwatch {

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

/// A file of a draft as a job holds it, the user info of its address set aside.
struct CheckedFile {
    FileSpec spec;
    std::string userInfo; ///< as JobSecrets has it; empty: none
};
[[nodiscard]] Result<CheckedFile> checkFile(const JobDraft::File &file);

/// The user info that came with addresses. A job has one pair, as in BITS, and one that stands in an address is for its
/// server alone: addresses of a job that name different ones, or some of which are of other servers, belong into
/// different jobs.
class GivenSignIn {
public:
    /// An address and the user info in it. BadOption "user info": the job has another one.
    [[nodiscard]] Result<void> take(std::string_view address, const std::string &userInfo);
    /// BadOption "user info": a file's address is of a server that what was taken is not for.
    [[nodiscard]] Result<void> checkFor(const std::vector<FileSpec> &files) const;
    [[nodiscard]] const std::string &userInfo() const { return m_userInfo; } ///< empty: no address had any

private:
    std::string m_userInfo;
    Origins m_servers;
};

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

/// Header lines taken apart: all but the harmless ones are secret, and those of the names in `marked`.
struct SplitHeaders {
    std::vector<std::string> open;
    std::vector<std::string> secret;
};
/// BadHeader.
[[nodiscard]] Result<SplitHeaders> splitHeaders(const std::vector<std::string> &lines,
                                                const std::vector<std::string> &marked);

/// NoSuchHeader for one of the names that no header has: misspelt, it would leave a secret in the store.
[[nodiscard]] Result<void> checkMarkedHeaders(const std::vector<std::string> &marked, const SplitHeaders &headers);

} // namespace haulwatch
