// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haulwatch {

/// While it lives, Qt's abort for want of a display becomes one sentence and exit status 2. For the time a QApplication
/// is being made; only one exists at a time. Make it while the words of the user's language are still there.
class DisplayGuard {
public:
    DisplayGuard();
    ~DisplayGuard();
    DisplayGuard(const DisplayGuard &) = delete;
    DisplayGuard &operator=(const DisplayGuard &) = delete;

    /// Drops what the plugin without a display says about what it cannot do; for the rest of the process.
    static void silencePlugin();

    /// Whether there is a display to try at all; says the sentence if not.
    [[nodiscard]] static bool hasDisplay();
};

} // namespace haulwatch
