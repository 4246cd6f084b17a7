// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "access/engineaccess.h"
#include "access/requestcaller.h"
#include "commands/commands.h"

namespace haulwatch::commands {

/// One command's access to the jobs. Commands let go of it before they print: an owner that waits for whoever reads its
/// output would keep everybody else out.
class Session {
public:
    /// Nothing, after a sentence on the console: the caller ends with StoreUnusable.
    [[nodiscard]] static std::unique_ptr<Session> open(const Context &context, EngineAccess::Work work,
                                                       LocalEngine::ChangeFeed feed = LocalEngine::ChangeFeed::Off);

    [[nodiscard]] RequestCaller &caller() { return m_caller; }
    [[nodiscard]] EngineAccess &access() { return *m_access; }

private:
    explicit Session(std::unique_ptr<EngineAccess> access);

    std::unique_ptr<EngineAccess> m_access;
    RequestCaller m_caller;
};

/// Says on the console what was refused.
[[nodiscard]] ExitStatus refuse(const CallError &error, const Context &context);

/// The id that was written; for text that is none, the refusal of a job that does not exist.
[[nodiscard]] Result<JobId> jobId(const std::string &text);

/// The job of an id as written, or why there is none.
[[nodiscard]] Result<JobRecord> findJob(const std::string &text, RequestCaller &caller);

/// Says that kept jobs stand still as long as nobody runs an engine.
void tellThatNothingRuns(const Context &context);

/// Hands over what was printed.
[[nodiscard]] ExitStatus finish(ExitStatus status, const Context &context);

} // namespace haulwatch::commands
