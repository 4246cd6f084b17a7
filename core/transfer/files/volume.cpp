// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/files/volume.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <linux/magic.h>
#include <memory>
#include <sys/stat.h>
#include <sys/statfs.h>

#include "transfer/files/folders.h"

namespace haulwatch {
namespace {

using FileSystemType = __fsword_t;

constexpr FileSystemType kZfs = 0x2FC12FC1; // OpenZFS is no part of Linux
constexpr std::array<FileSystemType, 3> kFsidIsUuid {EXT4_SUPER_MAGIC, BTRFS_SUPER_MAGIC, kZfs};

constexpr FileSystemType kExfat = 0x2011BAB0; // not in every linux/magic.h
constexpr FileSystemType kFuse = 0x65735546;
constexpr FileSystemType kCifs = 0xFF534D42;
constexpr FileSystemType kSmb2 = 0xFE534D42;
constexpr std::array<FileSystemType, 5> kInodesAreMadeUp {MSDOS_SUPER_MAGIC, kExfat, kFuse, kCifs, kSmb2};

std::string realPath(const std::string &path)
{
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? real.get() : std::string();
}

// As df finds it: the highest folder of the same device.
std::string mountPoint(std::string path)
{
    struct stat here { };
    struct stat above { };
    if (::stat(path.c_str(), &here) != 0)
        return {};
    while (path != "/" && ::stat(folderOf(path).c_str(), &above) == 0 && above.st_dev == here.st_dev)
        path = folderOf(path);
    return path;
}

} // namespace

std::string volumeOf(const std::string &folder)
{
    auto path = realPath(folder);
    for (auto above = folder; path.empty() && above != "/" && above.starts_with('/');) {
        above = folderOf(above);
        path = realPath(above);
    }
    struct statfs system { };
    if (path.empty() || ::statfs(path.c_str(), &system) != 0)
        return {};
    if (std::find(kFsidIsUuid.begin(), kFsidIsUuid.end(), system.f_type) == kFsidIsUuid.end())
        return "mount:" + mountPoint(std::move(path));
    std::array<unsigned, 2> id {};
    static_assert(sizeof(id) == sizeof(system.f_fsid));
    std::memcpy(id.data(), &system.f_fsid, sizeof(id));
    std::array<char, 32> text {};
    std::snprintf(text.data(), text.size(), "fsid:%08x%08x", id[0], id[1]);
    return text.data();
}

bool isOnVolume(const std::string &folder, const std::string &volume)
{
    return volume.empty() || volumeOf(folder) == volume;
}

bool keepsInodeNumber(const FileDescriptor &file)
{
    struct statfs system { };
    return ::fstatfs(file.get(), &system) == 0
        && std::find(kInodesAreMadeUp.begin(), kInodesAreMadeUp.end(), system.f_type) == kInodesAreMadeUp.end();
}

} // namespace haulwatch
