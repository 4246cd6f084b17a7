// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/files/finalnames.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <map>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include "job/errorcatalog.h"
#include "system/filedescriptor.h"
#include "transfer/files/filemark.h"
#include "transfer/files/folders.h"
#include "transfer/files/volume.h"

namespace haulwatch {
namespace {

bool isSameFile(const std::string &a, const std::string &b)
{
    struct stat first { };
    struct stat second { };
    return ::lstat(a.c_str(), &first) == 0 && ::lstat(b.c_str(), &second) == 0 && first.st_dev == second.st_dev
        && first.st_ino == second.st_ino;
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
    const int found = lookUp(path);
    if (found == 0)
        return refuse(Refusal::TargetExists, code::kFileExists, path);
    if (found == ENAMETOOLONG)
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

// Without its folder nobody knows: a disk may be back later, with the file on it.
ErrorCode whyMissing(const FileLocation &file)
{
    const auto folder = folderOf(file.part);
    if (!isOnVolume(folder, file.volume))
        return classifyErrno(ENODEV).code;
    return lookUp(folder) == 0 ? kPartIsGone : classifyErrno(ENOENT).code;
}

Result<void> giveFinalName(const KeptFile &file)
{
    const auto &part = file.location.part;
    const auto &target = file.location.target;
    int error = lookUp(part);
    // A crash between the rename and its record, or between the link and the unlink, leaves the file named already.
    if (error == ENOENT && isAsLeft(target, file))
        return {};
    if (error == ENOENT)
        return refuse(Refusal::RenameFailed, whyMissing(file.location), target);
    if (error == 0 && !isAsLeft(part, file))
        return refuse(Refusal::RenameFailed, kPartHasChanged, target);
    if (error == 0)
        error = renameWithoutReplacing(part, target);
    if (error == 0 || (error == EEXIST && isSameFile(part, target) && ::unlink(part.c_str()) == 0))
        return {};
    return refuse(Refusal::RenameFailed, classifyErrno(error).code, target);
}

// The path that stays behind, if one does.
std::optional<std::string> deletePartFile(const KeptFile &file)
{
    const auto &location = file.location;
    if (::unlink(location.part.c_str()) == 0)
        return std::nullopt;
    if (errno != ENOENT && errno != ENOTDIR)
        return location.part;
    if (file.mark != FileMark {} && isAsLeft(location.target, file))
        return location.target;
    if (file.size > 0 && !isOnVolume(folderOf(location.part), location.volume))
        return location.part;
    return std::nullopt;
}

} // namespace

Result<std::string> admitFiles(const std::string &folder, std::span<const FileSpec> files)
{
    if (!folder.starts_with('/'))
        return refuse(Refusal::FolderNotAbsolute, folder);
    const auto bare = folder.substr(0, folder.find_last_not_of('/') + 1);
    const auto path = bare.empty() ? std::string("/") : bare;
    if (const int error = makeFolders(path); error != 0)
        return refuse(Refusal::FolderNotWritable, classifyErrno(error).code, folder);
    for (const auto &file : files) {
        if (const auto admitted = admitName(path, file.local); !admitted)
            return tl::unexpected(admitted.error());
    }
    if (const int error = tryToWriteIn(path); error != 0)
        return refuse(Refusal::FolderNotWritable, classifyErrno(error).code, folder);
    return volumeOf(path);
}

std::vector<Result<void>> giveFinalNames(std::span<const KeptFile> files)
{
    std::vector<Result<void>> results;
    std::map<std::string, int> folders; // with the errno of their sync
    results.reserve(files.size());
    for (const auto &file : files) {
        results.push_back(giveFinalName(file));
        if (results.back())
            folders.try_emplace(folderOf(file.location.target), 0);
    }
    for (auto &[folder, error] : folders)
        error = syncFolder(folder);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto error = results[i] ? folders[folderOf(files[i].location.target)] : 0;
        if (error != 0)
            results[i] = refuse(Refusal::RenameFailed, classifyErrno(error).code, files[i].location.target);
    }
    return results;
}

std::vector<std::string> deletePartFiles(std::span<const KeptFile> files)
{
    std::vector<std::string> kept;
    for (const auto &file : files) {
        if (auto path = deletePartFile(file))
            kept.push_back(std::move(*path));
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
    if (const int error = lookUp(from); error != 0)
        return error;
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
