// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace haulwatch {

/// Tells an engine whether the one before it in the same data directory ended by a fault of its own: an exception that
/// nobody caught, or SIGSEGV, SIGBUS, SIGFPE, SIGILL or SIGABRT that the process brought on itself. An end from outside
/// (kill -9, a lost power supply, a signal that another process sent) leaves no mark. At most one exists at a time.
class CrashMark {
public:
    /// Takes away the mark of the engine before; from now on a fault leaves one. The directory exists.
    explicit CrashMark(const std::string &directory);
    ~CrashMark();
    CrashMark(const CrashMark &) = delete;
    CrashMark &operator=(const CrashMark &) = delete;

    [[nodiscard]] bool wasThere() const { return m_wasThere; }

    /// For a process that is about to end by a fault; async-signal-safe. Does nothing where no engine runs.
    static void leave();

private:
    bool m_wasThere = false;
};

} // namespace haulwatch
