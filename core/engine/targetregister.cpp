// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/targetregister.h"

#include <functional>

#include "transfer/transferengine.h"

namespace haulwatch {
namespace {

std::uint64_t keyOf(const JobSpec &spec, std::uint32_t file)
{
    return std::hash<std::string> {}(locate(spec, file).target);
}

} // namespace

Result<void> TargetRegister::check(const JobSpec &spec, std::uint32_t first) const
{
    for (std::uint32_t file = first; file < spec.files.size(); ++file) {
        if (m_held.contains(keyOf(spec, file)))
            return refuse(Refusal::TargetTaken, locate(spec, file).target);
    }
    return {};
}

void TargetRegister::hold(const JobSpec &spec, std::uint32_t first)
{
    for (std::uint32_t file = first; file < spec.files.size(); ++file)
        ++m_held[keyOf(spec, file)];
}

void TargetRegister::release(const JobSpec &spec)
{
    for (std::uint32_t file = 0; file < spec.files.size(); ++file) {
        const auto it = m_held.find(keyOf(spec, file));
        if (it != m_held.end() && --it->second == 0)
            m_held.erase(it);
    }
}

} // namespace haulwatch
