// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "commandline/commandline.h"
#include "commandline/console.h"
#include "commandline/exitstatus.h"

/// What each command of the line does. They need a QCoreApplication and nothing of a display; each returns when it is
/// done.
namespace haulwatch::commands {

struct Context {
    std::string directory; ///< of the data; absolute
    bool json = false;
    Console &console;
};

[[nodiscard]] ExitStatus run(const commandline::Add &add, const Context &context);
[[nodiscard]] ExitStatus run(const commandline::List &list, const Context &context);
[[nodiscard]] ExitStatus run(const commandline::Show &show, const Context &context);
[[nodiscard]] ExitStatus run(const commandline::ShowError &show, const Context &context);
[[nodiscard]] ExitStatus run(const commandline::ShowFiles &show, const Context &context);
[[nodiscard]] ExitStatus run(const commandline::ShowHistory &show, const Context &context);
[[nodiscard]] ExitStatus run(const commandline::Apply &apply, const Context &context);
[[nodiscard]] ExitStatus run(const commandline::Set &set, const Context &context);
[[nodiscard]] ExitStatus run(const commandline::Forget &forget, const Context &context);
[[nodiscard]] ExitStatus run(const commandline::Explain &explain, const Context &context);
[[nodiscard]] ExitStatus run(const commandline::Watch &watch, const Context &context);
[[nodiscard]] ExitStatus run(const commandline::Serve &serve, const Context &context);

} // namespace haulwatch::commands
