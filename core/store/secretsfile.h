// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "store/jobjournal.h"

namespace haulwatch {

/// The credentials of unfinished jobs, in a file of their own that only the user may read, so that a copy of the
/// database gives none away. Used by one thread at a time.
class SecretsFile {
public:
    using Secrets = std::map<JobId, std::shared_ptr<const JobSecrets>>;

    /// An error: what is wrong with the file. A missing one is empty.
    [[nodiscard]] static tl::expected<SecretsFile, std::string> read(std::string path);

    [[nodiscard]] const Secrets &all() const { return m_secrets; }

    /// Before the operations are committed: a job never exists without its secrets. What went wrong, or nothing.
    [[nodiscard]] std::optional<std::string> add(std::span<const StoreOperation> operations);
    /// After they were committed: drops what no unfinished job needs any more. A failure is made good by a later call.
    void settle(std::span<const StoreOperation> operations);
    /// Drops the secrets of all jobs but the unfinished ones among these, which are sorted by id.
    void keepOnly(std::span<const StoredJob> jobs);

private:
    explicit SecretsFile(std::string path)
        : m_path(std::move(path))
    {
    }

    void put(JobId id, const std::shared_ptr<const JobSecrets> &secrets);
    void drop(JobId id);
    [[nodiscard]] std::optional<std::string> write();

    std::string m_path;
    Secrets m_secrets;
    bool m_written = true; ///< the file holds m_secrets
};

} // namespace haulwatch
