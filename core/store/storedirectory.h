// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "store/storeerror.h"
#include "system/filedescriptor.h"

namespace haulwatch {

/// Why a call to the system failed: "path: No such file or directory".
[[nodiscard]] std::string systemError(std::string_view path, int error);

/// The data directory and the exclusive right to it, as long as this object lives. POSIX.
class StoreDirectory {
public:
    /// Creates the directory (0700) and its parents where they are missing, and takes the lock: Locked, NotWritable,
    /// NotPrivate.
    [[nodiscard]] static tl::expected<StoreDirectory, StoreError> acquire(const std::string &path);

    [[nodiscard]] static std::string databasePathIn(const std::string &path) { return path + "/jobs.sqlite"; }
    [[nodiscard]] std::string databasePath() const { return databasePathIn(m_path); }
    [[nodiscard]] std::string secretsPath() const { return m_path + "/secrets.json"; }
    [[nodiscard]] std::string sealedSecretsPath() const { return m_path + "/secrets.sealed"; }

    /// Where a new database is made until it is whole. Only then it gets its name, so that a short or empty file under
    /// that name is a damaged store and never one that was just begun.
    [[nodiscard]] std::string newDatabasePath() const { return m_path + "/jobs.new.sqlite"; }
    [[nodiscard]] bool hasDatabase() const;
    /// An empty file that nobody else can read. What went wrong, or nothing.
    [[nodiscard]] std::optional<StoreError> beginNewDatabase() const;
    [[nodiscard]] std::optional<StoreError> nameNewDatabase() const;

    /// Damage that was seen while the store was in use makes the next session examine it.
    void requestCheck() const;
    [[nodiscard]] bool isCheckRequested() const;
    void checkPassed() const;

    /// Gives a file, and what SQLite keeps beside it, a name that no file has. Empty when that failed.
    [[nodiscard]] std::string moveAside(const std::string &file) const;

private:
    StoreDirectory(std::string path, FileDescriptor lock)
        : m_path(std::move(path))
        , m_lock(std::move(lock))
    {
    }

    void sync() const;
    [[nodiscard]] std::string checkPath() const { return m_path + "/check"; }

    std::string m_path;
    FileDescriptor m_lock;
};

} // namespace haulwatch
