// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storedirectory.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace haulwatch {
namespace {

StoreError notWritable(std::string_view path, int error)
{
    return {StoreFault::NotWritable, systemError(path, error), {}};
}

std::optional<StoreError> createDirectory(const std::string &path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const auto parent = fs::path(path).lexically_normal().parent_path();
    if (!parent.empty())
        fs::create_directories(parent, error);
    if (error)
        return notWritable(parent.string(), error.value());
    if (mkdir(path.c_str(), 0700) == 0 || errno == EEXIST)
        return std::nullopt;
    return notWritable(path, errno);
}

// Who may write there may put another store, or the socket that commands trust, in the place of ours. The group of the
// user alone, which a umask of 002 comes with, is the user.
std::optional<StoreError> checkPrivacy(const std::string &path)
{
    struct stat status { };
    if (stat(path.c_str(), &status) != 0 || access(path.c_str(), W_OK) != 0)
        return notWritable(path, errno);
    const auto notPrivate = [&path](const std::string &why) {
        return StoreError {StoreFault::NotPrivate, path + ": " + why, {}};
    };
    if (status.st_uid != geteuid())
        return notPrivate("belongs to user " + std::to_string(status.st_uid));
    const auto others = S_IWOTH | (status.st_gid != getegid() ? S_IWGRP : mode_t {});
    if ((status.st_mode & others) == 0)
        return std::nullopt;
    std::array<char, 8> mode {};
    std::snprintf(mode.data(), mode.size(), "%04o", status.st_mode & 07777U);
    return notPrivate(std::string("its mode is ") + mode.data());
}

// "…/jobs.damaged-20260131-235959.sqlite": keeps its extension, so that SQLite's tools find the log beside it.
std::string nameAside(const std::string &file, int attempt)
{
    const auto now = std::time(nullptr);
    std::tm utc {};
    gmtime_r(&now, &utc);
    std::array<char, 32> stamp {};
    std::strftime(stamp.data(), stamp.size(), "%Y%m%d-%H%M%S", &utc);

    const auto dot = file.rfind('.');
    auto name = file.substr(0, dot) + ".damaged-" + stamp.data();
    if (attempt > 1)
        name.append("-").append(std::to_string(attempt));
    return name + file.substr(dot);
}

bool isFree(const std::string &path)
{
    struct stat status { };
    return lstat(path.c_str(), &status) != 0 && errno == ENOENT;
}

} // namespace

std::string systemError(std::string_view path, int error)
{
    return std::string(path) + ": " + std::generic_category().message(error);
}

tl::expected<StoreDirectory, StoreError> StoreDirectory::acquire(const std::string &path)
{
    if (auto error = createDirectory(path))
        return tl::unexpected(std::move(*error));
    if (auto error = checkPrivacy(path))
        return tl::unexpected(std::move(*error));

    const auto lockPath = path + "/lock";
    FileDescriptor lock(open(lockPath.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!lock.isOpen())
        return tl::unexpected(notWritable(lockPath, errno));
    if (flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        const auto error = errno;
        if (error == EWOULDBLOCK)
            return tl::unexpected(StoreError {StoreFault::Locked, systemError(lockPath, error), {}});
        return tl::unexpected(notWritable(lockPath, error));
    }
    return StoreDirectory(path, std::move(lock));
}

bool StoreDirectory::hasDatabase() const
{
    return !isFree(databasePath());
}

std::optional<StoreError> StoreDirectory::beginNewDatabase() const
{
    const auto path = newDatabasePath();
    for (const auto *left : {"-wal", "-shm", ""})
        unlink((path + left).c_str());
    // SQLite gives the files beside it the mode of the database; its own default would let others read addresses.
    const FileDescriptor file(open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    return file.isOpen() ? std::nullopt : std::optional(notWritable(path, errno));
}

std::optional<StoreError> StoreDirectory::nameNewDatabase() const
{
    if (std::rename(newDatabasePath().c_str(), databasePath().c_str()) != 0)
        return notWritable(databasePath(), errno);
    sync();
    return std::nullopt;
}

void StoreDirectory::requestCheck() const
{
    static_cast<void>(FileDescriptor(open(checkPath().c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)));
}

bool StoreDirectory::isCheckRequested() const
{
    return access(checkPath().c_str(), F_OK) == 0;
}

void StoreDirectory::checkPassed() const
{
    unlink(checkPath().c_str());
}

std::string StoreDirectory::moveAside(const std::string &file) const
{
    std::string aside;
    for (int attempt = 1; aside.empty() || !isFree(aside); ++attempt)
        aside = nameAside(file, attempt);

    // The log goes first: were the database gone and its log still here, SQLite would delete the log.
    for (const auto *beside : {"-wal", "-shm", ""}) {
        if (std::rename((file + beside).c_str(), (aside + beside).c_str()) != 0 && errno != ENOENT)
            return {};
    }
    sync();
    return aside;
}

void StoreDirectory::sync() const
{
    const FileDescriptor directory(open(m_path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.isOpen())
        fsync(directory.get());
}

} // namespace haulwatch
