// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace haulwatch {

/// What a remedy does. The last four are the verbs; the others mend what the job is to do, or only show something.
enum class Fix : std::uint8_t {
    ChangeAddress,
    Credentials,
    Proxy,
    ShowCertificate,
    ChangeFolder,
    RecheckDisk,
    Restart,
    EditRetry,
    OpenInBrowser,
    Resume,
    Suspend,
    Complete,
    Cancel
};

/// Whom a remedy is for.
enum class MendScope : std::uint8_t {
    ThisJob,
    SameProblem, ///< and all that fail alike
};

} // namespace haulwatch
