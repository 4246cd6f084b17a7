// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "store/jobjournal.h"
#include "store/keyring.h"
#include "store/secretstext.h"
#include "store/storeerror.h"

namespace haulwatch {

/// The credentials of unfinished jobs, in a file of their own that only the user may read, so that a copy of the
/// database gives none away: sealed with a key of the keyring, or, without a keyring, in clear. While the key of a
/// sealed file can't be had, that file stays as it is, the jobs in it have locked secrets, and what is new goes beside
/// it in clear until a session has the key. Used by one thread at a time.
class SecretsFile {
public:
    struct Paths {
        std::string open; ///< in clear
        std::string sealed; ///< see SealedSecrets
    };

    /// Asks the keyring, which may be null, for the key of a sealed file; makes one where there is none.
    /// An error: what is wrong, and in keptAside with which of the two files. A missing one is empty.
    [[nodiscard]] static tl::expected<SecretsFile, StoreError> read(Paths paths, Keyring *keyring);

    [[nodiscard]] const SecretsByJob &all() const { return m_secrets; }

    /// Why the secrets are not sealed, or not readable; nothing when a keyring holds the key.
    [[nodiscard]] const std::optional<KeyringFailure> &keyringFailure() const { return m_keyringFailure; }
    /// How many jobs have secrets that can't be read in this session.
    [[nodiscard]] std::size_t lockedJobs() const;

    /// Before the operations are committed: a job never exists without its secrets. What went wrong, or nothing.
    [[nodiscard]] std::optional<std::string> add(std::span<const StoreOperation> operations);
    /// After they were committed: drops what no unfinished job needs any more. A failure is made good by a later call.
    void settle(std::span<const StoreOperation> operations);
    /// Drops the secrets of all jobs but the unfinished ones among these, which are sorted by id.
    void keepOnly(std::span<const StoredJob> jobs);

private:
    struct Seal {
        std::string keyName;
        SealKey key;
    };

    explicit SecretsFile(Paths paths)
        : m_paths(std::move(paths))
    {
    }

    [[nodiscard]] std::optional<StoreError> readOpen();
    [[nodiscard]] std::optional<StoreError> readSealed(const std::string &bytes, Keyring *keyring);
    void lock(const std::vector<JobId> &jobs);
    void beginSealing(Keyring &keyring);
    void useSeal(Seal seal);

    void put(JobId id, const std::shared_ptr<const JobSecrets> &secrets);
    void forget(const StoredJob &job);
    [[nodiscard]] std::shared_ptr<const JobSecrets> withValuesOf(const StoredJob &job) const;
    void drop(JobId id);
    [[nodiscard]] std::optional<std::string> write();
    [[nodiscard]] std::optional<std::string> writeOpen();
    [[nodiscard]] std::optional<std::string> writeSealed();

    Paths m_paths;
    SecretsByJob m_secrets;
    std::set<JobId> m_sealedJobs; ///< in a sealed file that can't be read
    std::optional<Seal> m_seal; ///< nothing: the secrets are kept in clear
    std::optional<KeyringFailure> m_keyringFailure;
    bool m_hasOpenFile = false; ///< there may be a file in clear
    bool m_written = true; ///< the file holds m_secrets
};

} // namespace haulwatch
