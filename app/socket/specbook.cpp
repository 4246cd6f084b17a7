// SPDX-License-Identifier: GPL-3.0-or-later
#include "socket/specbook.h"

#include <algorithm>

namespace haulwatch {
namespace {

constexpr std::size_t kMostKinds = 16;

} // namespace

bool SpecBook::complete(wire::ChangedJob &job)
{
    if (job.record.spec) {
        job.record.spec = share(job.record.spec);
        m_specs[job.id] = job.record.spec;
        return true;
    }
    const auto it = m_specs.find(job.id);
    if (it == m_specs.end())
        return false;
    job.record.spec = it->second;
    return true;
}

std::shared_ptr<const JobSpec> SpecBook::share(const std::shared_ptr<const JobSpec> &spec)
{
    const auto same = [&spec](const auto &options) { return *options == *spec->options; };
    const auto it = std::find_if(m_options.begin(), m_options.end(), same);
    if (it == m_options.end()) {
        if (m_options.size() == kMostKinds)
            m_options.erase(m_options.begin());
        m_options.push_back(spec->options);
        return spec;
    }
    auto shared = std::make_shared<JobSpec>(*spec);
    shared->options = *it;
    return shared;
}

} // namespace haulwatch
