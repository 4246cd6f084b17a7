// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/filelocation.h"

#include <cstddef>
#include <string_view>
#include <utility>

namespace haulwatch {
namespace {

constexpr std::size_t kLongestName = 255; // NAME_MAX of every usual file system, in bytes

// Cuts at a character's first byte, so that the name stays valid UTF-8.
std::string_view clip(std::string_view name, std::size_t bytes)
{
    if (name.size() <= bytes)
        return name;
    while (bytes > 0 && (static_cast<unsigned char>(name[bytes]) & 0xC0) == 0x80)
        --bytes;
    return name.substr(0, bytes);
}

} // namespace

FileLocation locate(const JobSpec &spec, std::uint32_t file, std::string volume)
{
    // The random tail of the id and the index make the name unique, also for two jobs that want the same target.
    const auto id = toString(spec.id);
    const auto suffix = '.' + id.substr(id.size() - 12) + '-' + std::to_string(file) + ".part";
    const auto &name = spec.files[file].local;
    const auto folder = spec.folder.ends_with('/') ? spec.folder : spec.folder + '/';
    return {folder + name, folder + '.' + std::string(clip(name, kLongestName - 1 - suffix.size())) + suffix,
            std::move(volume)};
}

bool isLost(const CallError &refusal)
{
    return refusal.code == kPartIsGone || refusal.code == kPartHasChanged;
}

} // namespace haulwatch
