// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "job/job.h"
#include "job/result.h"

namespace haulwatch {

/// Which paths the files of unfinished jobs want, so that no two jobs want the same one. Owned by the core thread.
class TargetRegister {
public:
    /// TargetTaken if any of the job's files from `first` on wants a path that is held.
    [[nodiscard]] Result<void> check(const JobSpec &spec, std::uint32_t first = 0) const;
    void hold(const JobSpec &spec, std::uint32_t first = 0);
    void release(const JobSpec &spec);

private:
    std::unordered_map<std::uint64_t, std::uint32_t> m_held; // hash of a path → files that want it
};

} // namespace haulwatch
