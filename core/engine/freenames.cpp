// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/freenames.h"

#include <string>
#include <string_view>
#include <unordered_set>

#include "service/jobdraft.h"

namespace haulwatch {
namespace {

/// "a.tar.gz" → "a (2).tar.gz": the number goes before what tells the kind of file.
std::string numbered(const std::string &name, int number)
{
    auto dot = name.find('.', 1);
    if (dot == std::string::npos || name.size() - dot > 12)
        dot = name.rfind('.');
    if (dot == std::string::npos || dot == 0)
        dot = name.size();
    return name.substr(0, dot) + " (" + std::to_string(number) + ')' + name.substr(dot);
}

} // namespace

Result<std::string> FreeNames::admitAs(const JobSpec &spec)
{
    if (const auto free = m_targets.check(spec); !free)
        return tl::unexpected(free.error());
    return m_transfers.admit(spec.folder, spec.files);
}

Result<std::string> FreeNames::admit(JobSpec &spec, bool number)
{
    spec.folder = plainFolder(spec.folder);
    if (!number)
        return admitAs(spec);
    constexpr int kMostNumbers = 1000;
    std::unordered_set<std::string_view> names; // of the files before
    Result<std::string> volume;
    for (FileSpec &file : spec.files) {
        JobSpec single;
        single.folder = spec.folder;
        single.files = {file};
        for (int next = 2;; ++next) {
            const std::string &name = single.files.front().local;
            volume = names.contains(name) ? refuse(Refusal::TargetTaken, name) : admitAs(single);
            if (volume)
                break;
            const bool taken =
                volume.error().refusal == Refusal::TargetExists || volume.error().refusal == Refusal::TargetTaken;
            if (!taken || next > kMostNumbers)
                return volume;
            single.files.front().local = numbered(file.local, next);
        }
        file.local = single.files.front().local;
        names.insert(file.local);
    }
    return volume;
}

} // namespace haulwatch
