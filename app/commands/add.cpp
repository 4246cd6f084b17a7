// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "commands/arrival.h"
#include "commands/drafts.h"
#include "commands/jobjson.h"
#include "commands/session.h"
#include "commands/words.h"
#include "words/problemtext.h"

namespace haulwatch::commands {
namespace {

// So many additions are on their way at a time: enough to share one commit, few enough to tell early what was kept.
constexpr std::size_t kAtATime = 256;

struct Added {
    std::vector<JobRecord> jobs;
    ExitStatus status = ExitStatus::Done;
};

void printJob(const JobRecord &job, const Context &context)
{
    context.console.print(context.json ? jobjson::compact(jobjson::job(job)) : toString(job.spec->id));
}

void tellRefusal(const CallError &error, const Drafts &drafts, std::size_t draft, const Context &context)
{
    const QString place =
        drafts.lines.empty() ? QString() : Words::tr("Line %1 of the input file: ").arg(drafts.lines[draft]);
    context.console.say(place + problemtext::refusal(error));
}

Added addAll(Drafts &drafts, Session &session, const Context &context, bool printAtOnce)
{
    Added added;
    for (std::size_t begin = 0; begin < drafts.jobs.size(); begin += kAtATime) {
        std::vector<Request> requests;
        for (std::size_t i = begin; i < std::min(begin + kAtATime, drafts.jobs.size()); ++i)
            requests.push_back(AddJob {std::move(drafts.jobs[i])});
        const auto results = session.caller().callAll(std::move(requests));
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (!results[i]) {
                tellRefusal(results[i].error(), drafts, begin + i, context);
                if (added.status == ExitStatus::Done)
                    added.status = exitStatusOf(results[i].error());
                continue;
            }
            added.jobs.push_back(std::get<JobRecord>(*results[i]));
            if (printAtOnce)
                printJob(added.jobs.back(), context);
        }
    }
    return added;
}

// Whether the keyring is worth asking. A guess on the safe side: what looks so and is not costs a question.
bool maySignIn(const Drafts &drafts)
{
    return std::any_of(drafts.jobs.begin(), drafts.jobs.end(), [](const JobDraft &job) {
        return !job.options.headers.empty() || !job.secretParameters.empty()
            || job.options.proxy.find('@') != std::string::npos
            || std::any_of(job.files.begin(), job.files.end(),
                           [](const JobDraft::File &file) { return file.remote.find('@') != std::string::npos; });
    });
}

EngineAccess::Work workOf(const commandline::Add &add, const Drafts &drafts)
{
    if (add.wait)
        return EngineAccess::Work::Transfer;
    return maySignIn(drafts) ? EngineAccess::Work::KeepCredentials : EngineAccess::Work::Keep;
}

} // namespace

ExitStatus run(const commandline::Add &add, const Context &context)
{
    auto drafts = makeDrafts(add);
    if (!drafts) {
        context.console.say(drafts.error());
        return ExitStatus::Usage;
    }
    for (const QString &warning : drafts->warnings)
        context.console.say(warning);

    auto session = Session::open(context, workOf(add, *drafts),
                                 add.wait ? LocalEngine::ChangeFeed::On : LocalEngine::ChangeFeed::Off);
    if (!session)
        return ExitStatus::StoreUnusable;
    // With --wait the JSON tells how each job ended; an id is good to know as soon as there is one.
    const bool printAtOnce = !(add.wait && context.json);
    Added added = addAll(*drafts, *session, context, printAtOnce);
    const ExitStatus printed = finish(added.status, context);
    if (!add.wait) {
        const bool isOwner = session->access().isOwner();
        session.reset();
        if (isOwner && !add.suspended && !added.jobs.empty())
            tellThatNothingRuns(context);
        return printed;
    }

    const ExitStatus waited = waitForArrival(added.jobs, *session, context);
    session.reset();
    for (const JobRecord &job : added.jobs) {
        if (!printAtOnce)
            printJob(job, context);
    }
    return finish(printed == ExitStatus::Done ? waited : printed, context);
}

} // namespace haulwatch::commands
