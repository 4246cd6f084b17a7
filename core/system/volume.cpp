// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/volume.h"

#include <filesystem>
#include <optional>

#include <sys/stat.h>
#include <sys/statvfs.h>

namespace haulwatch {
namespace {

namespace fs = std::filesystem;

std::optional<dev_t> deviceOf(const fs::path &folder)
{
    struct stat about { };
    const bool isFolder = ::stat(folder.c_str(), &about) == 0 && S_ISDIR(about.st_mode);
    return isFolder ? std::optional(about.st_dev) : std::nullopt;
}

/// The uppermost folder of the same file system.
fs::path mountPoint(fs::path folder, dev_t device)
{
    // A symbolic link leads elsewhere than its path says.
    std::error_code ignored;
    if (const fs::path real = fs::canonical(folder, ignored); !real.empty())
        folder = real;
    while (folder.has_relative_path() && deviceOf(folder.parent_path()) == device)
        folder = folder.parent_path();
    return folder;
}

} // namespace

FolderSpace spaceOf(const std::string &folder)
{
    fs::path there(folder);
    auto device = deviceOf(there);
    FolderSpace space;
    space.exists = device.has_value();
    while (!device && there.has_relative_path()) {
        there = there.parent_path();
        device = deviceOf(there);
    }
    struct statvfs volume { };
    if (!device || ::statvfs(there.c_str(), &volume) != 0)
        return space;
    space.volume = mountPoint(there, *device).string();
    space.device = *device;
    space.available = std::uint64_t {volume.f_bavail} * volume.f_frsize;
    space.size = std::uint64_t {volume.f_blocks} * volume.f_frsize;
    return space;
}

} // namespace haulwatch
