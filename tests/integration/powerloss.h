// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "support/sandbox.h"

namespace haulwatch::test {

/// The power cut to programs that ran with the shim (powerlossshim.cpp): brings folders back to what was synced.
class PowerLoss {
public:
    /// For the environment of the program: HAULWATCH_POWERLOSS.
    [[nodiscard]] const std::string &path() const { return m_kept.path(); }
    /// All that these folders hold is replaced by what was synced of them. Nobody may run in them.
    void strike(const std::vector<std::string> &folders) const;

private:
    Sandbox m_kept;
};

} // namespace haulwatch::test
