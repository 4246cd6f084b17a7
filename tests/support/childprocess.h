// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <sys/resource.h>
#include <sys/types.h>

namespace haulwatch::test {

/// Another program, run quietly; it is ended and waited for with the object, and by the system should the test die.
class ChildProcess {
public:
    /// `command.front()` is a path, or a name that is looked for in PATH, /usr/sbin and /sbin.
    explicit ChildProcess(const std::vector<std::string> &command);
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// Waits for its own end; -1 if a signal ended it.
    [[nodiscard]] int exitStatus();
    /// What it used of processor and memory, once it has ended.
    [[nodiscard]] const rusage &usage() const { return m_usage; }

private:
    pid_t m_pid = -1;
    rusage m_usage {};
};

/// Whether such a program is installed.
[[nodiscard]] bool isInstalled(const std::string &program);

} // namespace haulwatch::test
