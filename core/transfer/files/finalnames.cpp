// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/files/finalnames.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <map>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

#include "job/errorcatalog.h"
#include "system/filedescriptor.h"

namespace haulwatch {
namespace {

constexpr ErrorCode kFileNotFound = fromWin32(2);

std::string folderOf(const std::string &path)
{
    const auto slash = path.rfind('/');
    return slash == 0 ? "/" : path.substr(0, slash);
}

bool exists(const std::string &path)
{
    struct stat status { };
    return ::lstat(path.c_str(), &status) == 0;
}

bool isSameFile(const std::string &a, const std::string &b)
{
    struct stat first { };
    struct stat second { };
    return ::lstat(a.c_str(), &first) == 0 && ::lstat(b.c_str(), &second) == 0 && first.st_dev == second.st_dev
        && first.st_ino == second.st_ino;
}

int syncFolder(const std::string &folder)
{
    const FileDescriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle.isOpen())
        return errno;
    // EINVAL: a file system that can't sync folders; it has no better promise to give.
    return ::fsync(handle.get()) == 0 || errno == EINVAL ? 0 : errno;
}

int makeFolders(const std::string &folder)
{
    if (::mkdir(folder.c_str(), 0777) == 0)
        return syncFolder(folderOf(folder));
    if (errno == EEXIST)
        return 0;
    if (errno != ENOENT || folder == "/")
        return errno;
    if (const int error = makeFolders(folderOf(folder)); error != 0)
        return error;
    return ::mkdir(folder.c_str(), 0777) == 0 || errno == EEXIST ? syncFolder(folderOf(folder)) : errno;
}

// By really making a file: access(2) says yes to root on a read-only volume, and knows nothing of quotas.
int tryToWriteIn(const std::string &folder)
{
    auto probe = folder + "/.haulwatch-XXXXXX";
    const FileDescriptor file(::mkostemp(probe.data(), O_CLOEXEC));
    if (!file.isOpen())
        return errno;
    return ::unlink(probe.c_str()) == 0 ? 0 : errno;
}

Result<void> admitName(const std::string &folder, const std::string &name)
{
    const auto path = folder == "/" ? folder + name : folder + '/' + name;
    if (exists(path))
        return refuse(Refusal::TargetExists, code::kFileExists, path);
    if (errno == ENAMETOOLONG)
        return refuse(Refusal::BadFileName, classifyErrno(ENAMETOOLONG).code, name);
    return {};
}

int renameWithoutReplacing(const std::string &from, const std::string &to)
{
    int error = renameByFlag(from, to);
    if (error != EINVAL && error != ENOSYS)
        return error;
    error = renameByLink(from, to);
    if (error != EPERM && error != ENOSYS && error != EOPNOTSUPP && error != EMLINK)
        return error;
    return renameByPlaceholder(from, to);
}

Result<void> giveFinalName(const FileLocation &file)
{
    const int error = renameWithoutReplacing(file.part, file.target);
    if (error == 0)
        return {};
    // A crash between the rename and its record, or between the link and the unlink, leaves the file named already.
    if (error == ENOENT && exists(file.target))
        return {};
    if (error == EEXIST && isSameFile(file.part, file.target) && ::unlink(file.part.c_str()) == 0)
        return {};
    // Without its folder nobody knows: a volume may be back later, with the file on it.
    const bool isGone = error == ENOENT && exists(folderOf(file.part));
    const auto why = isGone ? kFileNotFound : classifyErrno(error).code;
    return refuse(Refusal::RenameFailed, why, file.target);
}

} // namespace

Result<void> admitFiles(const std::string &folder, std::span<const FileSpec> files)
{
    if (!folder.starts_with('/'))
        return refuse(Refusal::FolderNotAbsolute, folder);
    const auto bare = folder.substr(0, folder.find_last_not_of('/') + 1);
    const auto path = bare.empty() ? std::string("/") : bare;
    if (const int error = makeFolders(path); error != 0)
        return refuse(Refusal::FolderNotWritable, classifyErrno(error).code, folder);
    for (const auto &file : files) {
        if (auto admitted = admitName(path, file.local); !admitted)
            return admitted;
    }
    if (const int error = tryToWriteIn(path); error != 0)
        return refuse(Refusal::FolderNotWritable, classifyErrno(error).code, folder);
    return {};
}

std::vector<Result<void>> giveFinalNames(std::span<const FileLocation> files)
{
    std::vector<Result<void>> results;
    std::map<std::string, int> folders; // with the errno of their sync
    results.reserve(files.size());
    for (const auto &file : files) {
        results.push_back(giveFinalName(file));
        if (results.back())
            folders.try_emplace(folderOf(file.target), 0);
    }
    for (auto &[folder, error] : folders)
        error = syncFolder(folder);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto error = results[i] ? folders[folderOf(files[i].target)] : 0;
        if (error != 0)
            results[i] = refuse(Refusal::RenameFailed, classifyErrno(error).code, files[i].target);
    }
    return results;
}

std::vector<std::string> deletePartFiles(std::span<const FileLocation> files)
{
    std::vector<std::string> kept;
    for (const auto &file : files) {
        if (::unlink(file.part.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR)
            kept.push_back(file.part);
    }
    return kept;
}

int renameByFlag(const std::string &from, const std::string &to)
{
    return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int renameByLink(const std::string &from, const std::string &to)
{
    if (::link(from.c_str(), to.c_str()) != 0)
        return errno;
    return ::unlink(from.c_str()) == 0 ? 0 : errno;
}

int renameByPlaceholder(const std::string &from, const std::string &to)
{
    if (!exists(from))
        return ENOENT;
    // O_EXCL makes the name ours, so that the rename replaces nothing but our own empty file.
    const FileDescriptor placeholder(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!placeholder.isOpen())
        return errno;
    if (::rename(from.c_str(), to.c_str()) == 0)
        return 0;
    const int error = errno;
    ::unlink(to.c_str());
    return error;
}

} // namespace haulwatch
