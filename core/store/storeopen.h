// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/jobjournal.h"
#include "store/keyring.h"
#include "store/storeerror.h"

namespace haulwatch {

struct OpenStore {
    std::unique_ptr<JobJournal> journal; ///< writes on a thread of its own; its destructor commits everything
    std::vector<StoredJob> jobs; ///< by id
    std::optional<KeyringFailure> keyringFailure; ///< why secrets are kept in clear, or can't be read
    std::size_t lockedJobs = 0; ///< whose secrets are sealed and can't be read
};

/// Whether jobs are kept there, in whatever condition. Makes nothing.
[[nodiscard]] bool hasStore(const std::string &dataDirectory);

/// Opens or creates the store of a data directory (0700, created if missing) and takes its lock: one process owns it.
/// The keyring, asked only by this call, holds the key of the jobs' secrets; null: it is left alone.
[[nodiscard]] tl::expected<OpenStore, StoreError> openStore(const std::string &dataDirectory,
                                                            Keyring *keyring = nullptr);

} // namespace haulwatch
