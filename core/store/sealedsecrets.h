// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "job/job.h"
#include "store/keyring.h"
#include "store/storeerror.h"

namespace haulwatch {

/// The secrets of unfinished jobs as they lie on the disk when a keyring holds the key. Three lines that anybody may
/// read, each ending in "\n", and the sealed text behind them:
///
///     Haulwatch sealed secrets 1
///     the name of the key in the keyring: 32 hexadecimal digits
///     the ids of the jobs whose secrets are sealed, separated by spaces; may be empty
///     nonce (12 bytes) · ciphertext · tag (16 bytes)
///
/// AES-256-GCM (NIST SP 800-38D) with a random nonce for each writing; the three lines are authenticated with it. The
/// names of jobs in clear let a session without the key tell which of them it must not run.
struct SealedSecrets {
    std::string keyName;
    std::vector<JobId> jobs;

    /// An error: Newer or Damaged, and what is wrong.
    [[nodiscard]] static tl::expected<SealedSecrets, StoreError> parse(const std::string &bytes);

    /// The text inside; nothing if it is not what was sealed, or was sealed with another key.
    [[nodiscard]] std::optional<std::string> open(const SealKey &key) const;

    /// The bytes of a file; nothing if the system has no randomness to give.
    [[nodiscard]] static std::optional<std::string> seal(const std::string &keyName, const SealKey &key,
                                                         const std::vector<JobId> &jobs, std::string_view text);

    /// A name no other key has; nothing as above.
    [[nodiscard]] static std::optional<std::string> newKeyName();

private:
    std::string m_head;
    std::string m_box;
};

/// Overwrites what must not stay in memory.
void wipe(std::string &text);

} // namespace haulwatch
