// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into the program: remembers what a power cut would leave. A file's bytes survive as they were at its last
// fsync or fdatasync, and so does the name it had then, as ext4, XFS and Btrfs keep it (POSIX alone does not promise
// the name). A folder's names survive as they were at the folder's last fsync. Nothing else does: no rename, no
// deletion. PowerLoss (powerloss.h) puts that state back.
//
// Into the folder HAULWATCH_POWERLOSS go "data-INODE", a copy of the bytes, and "names-INODE", lines of "INODE NAME".
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <system_error>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

std::string temporary(const std::string &path)
{
    return path + '~' + std::to_string(::gettid());
}

void keepBytes(int file, const std::string &path)
{
    const int copy = ::open(temporary(path).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    char block[64 * 1024];
    off_t at = 0;
    for (ssize_t count = 0; (count = ::pread(file, block, sizeof block, at)) > 0; at += count) {
        if (::write(copy, block, static_cast<std::size_t>(count)) != count)
            std::abort();
    }
    ::close(copy);
    std::rename(temporary(path).c_str(), path.c_str());
}

void keepNames(int folder, const std::string &path)
{
    std::ofstream names(temporary(path));
    const auto self = "/proc/self/fd/" + std::to_string(folder);
    if (DIR *entries = ::opendir(self.c_str())) {
        while (const dirent *entry = ::readdir(entries)) {
            if (entry->d_type == DT_REG)
                names << entry->d_ino << ' ' << entry->d_name << '\n';
        }
        ::closedir(entries);
    }
    names.close();
    std::rename(temporary(path).c_str(), path.c_str());
}

// The name under which the file was synced, beside those that its folder had at its own last sync.
void keepName(int file, ino_t inode, const std::string &kept)
{
    std::error_code none;
    const auto path = std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(file), none);
    struct stat folder { };
    struct stat named { };
    if (none || ::stat(path.parent_path().c_str(), &folder) != 0 || ::stat(path.c_str(), &named) != 0
        || named.st_ino != inode)
        return;
    const auto names = kept + "/names-" + std::to_string(folder.st_ino);
    const auto own = path.filename().string();
    std::ifstream before(names);
    std::ofstream after(temporary(names));
    for (std::string line; std::getline(before, line);) {
        if (line.substr(line.find(' ') + 1) != own)
            after << line << '\n';
    }
    after << inode << ' ' << own << '\n';
    after.close();
    std::rename(temporary(names).c_str(), names.c_str());
}

int keep(int descriptor)
{
    static std::mutex oneAtATime;
    const std::lock_guard lock(oneAtATime);
    const char *kept = std::getenv("HAULWATCH_POWERLOSS");
    struct stat status { };
    if (::fstat(descriptor, &status) != 0)
        return -1;
    if (kept == nullptr)
        return 0;
    const auto path =
        std::string(kept) + (S_ISDIR(status.st_mode) ? "/names-" : "/data-") + std::to_string(status.st_ino);
    if (S_ISDIR(status.st_mode))
        keepNames(descriptor, path);
    else {
        keepBytes(descriptor, path);
        keepName(descriptor, status.st_ino, kept);
    }
    return 0;
}

} // namespace

extern "C" {

int fsync(int descriptor)
{
    return keep(descriptor);
}

int fdatasync(int descriptor)
{
    return keep(descriptor);
}
}
