// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/session.h"

#include <utility>

#include "access/accesstext.h"
#include "commands/words.h"
#include "words/problemtext.h"

namespace haulwatch::commands {
namespace {

} // namespace

std::unique_ptr<Session> Session::open(const Context &context, EngineAccess::Work work, LocalEngine::ChangeFeed feed)
{
    auto access = EngineAccess::open(context.directory, work, feed);
    if (!access) {
        context.console.say(accessText(access.error(), context.directory));
        return nullptr;
    }
    return std::unique_ptr<Session>(new Session(std::move(*access)));
}

Session::Session(std::unique_ptr<EngineAccess> access)
    : m_access(std::move(access))
    , m_caller(m_access->service())
{
}

ExitStatus refuse(const CallError &error, const Context &context)
{
    context.console.say(problemtext::refusal(error));
    return exitStatusOf(error);
}

Result<JobId> jobId(const std::string &text)
{
    const auto id = parseJobId(text);
    if (!id)
        return haulwatch::refuse(Refusal::NoSuchJob, text);
    return *id;
}

Result<JobRecord> findJob(const std::string &text, RequestCaller &caller)
{
    const auto id = jobId(text);
    if (!id)
        return tl::unexpected(id.error());
    auto jobs = caller.ask<std::vector<JobRecord>>(GetJobs {std::vector {*id}});
    if (!jobs)
        return tl::unexpected(jobs.error());
    if (jobs->empty())
        return haulwatch::refuse(Refusal::NoSuchJob, text);
    return std::move(jobs->front());
}

void tellThatNothingRuns(const Context &context)
{
    context.console.say(
        Words::tr("No engine is running, so nothing moves yet. Start one with `haulwatch serve`, or open the "
                  "window with `haulwatch`."));
}

ExitStatus finish(ExitStatus status, const Context &context)
{
    if (context.console.flush())
        return status;
    context.console.say(Words::tr("The answer could not be written."));
    return status == ExitStatus::Done ? ExitStatus::Failed : status;
}

} // namespace haulwatch::commands
