// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/targetregister.h"
#include "job/job.h"
#include "job/result.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// Sees to it that a new job's files have names that no other job wants and nothing on the disk has. Owned by the core
/// thread.
class FreeNames {
public:
    FreeNames(const TargetRegister &targets, TransferEngine &transfers)
        : m_targets(targets)
        , m_transfers(transfers)
    {
    }

    /// The folder's volume. TargetTaken, or what TransferEngine::admit() refuses; `number`: a name that is taken gets
    /// " (2)" instead.
    [[nodiscard]] Result<std::string> admit(JobSpec &spec, bool number);

private:
    [[nodiscard]] Result<std::string> admitAs(const JobSpec &spec);

    const TargetRegister &m_targets;
    TransferEngine &m_transfers;
};

} // namespace haulwatch
