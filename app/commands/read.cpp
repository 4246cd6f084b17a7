// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/jobjson.h"
#include "commands/jobtext.h"
#include "commands/session.h"
#include "commands/words.h"
#include "words/format.h"

/// list, show, error, files, history: they ask, let go of the store, and print.
namespace haulwatch::commands {
namespace {

ExitStatus print(const jobjson::Json &json, const Context &context)
{
    context.console.print(jobjson::indented(json));
    return finish(ExitStatus::Done, context);
}

ExitStatus print(const QStringList &lines, const Context &context)
{
    for (const QString &line : lines)
        context.console.print(line);
    return finish(ExitStatus::Done, context);
}

/// What `ask` makes of a session that lives only as long as it asks.
template <typename T, typename Ask>
tl::expected<T, ExitStatus> read(const Context &context, Ask ask)
{
    const auto session = Session::open(context, EngineAccess::Work::Keep);
    if (!session)
        return tl::unexpected(ExitStatus::StoreUnusable);
    Result<T> result = ask(session->caller());
    if (!result)
        return tl::unexpected(refuse(result.error(), context));
    return std::move(*result);
}

tl::expected<JobRecord, ExitStatus> readJob(const std::string &id, const Context &context)
{
    return read<JobRecord>(context, [&](RequestCaller &caller) { return findJob(id, caller); });
}

} // namespace

ExitStatus run(const commandline::List &, const Context &context)
{
    const auto jobs = read<std::vector<JobRecord>>(
        context, [](RequestCaller &caller) { return caller.ask<std::vector<JobRecord>>(GetJobs {}); });
    if (!jobs)
        return jobs.error();
    if (!context.json)
        return print(jobtext::list(*jobs), context);

    auto list = jobjson::Json::array();
    for (const JobRecord &job : *jobs)
        list.push_back(jobjson::job(job));
    return print(list, context);
}

ExitStatus run(const commandline::Show &show, const Context &context)
{
    const auto job = readJob(show.id, context);
    if (!job)
        return job.error();
    return context.json ? print(jobjson::jobWithOptions(*job), context) : print(jobtext::job(*job), context);
}

ExitStatus run(const commandline::ShowError &show, const Context &context)
{
    const auto job = readJob(show.id, context);
    if (!job)
        return job.error();
    if (!job->error) {
        // IBackgroundCopyJob::GetError: no error yet, or data flows again.
        context.console.say(
            Words::tr("There is no error information for “%1” (%2, %3): it has not failed, data has moved again "
                      "since, or the job is over. `haulwatch history` keeps what happened.")
                .arg(format::plain(job->spec->name), format::stateName(job->status.state),
                     QString::fromStdString(toHex(code::kErrorInformationUnavailable))));
        return ExitStatus::NoErrorObject;
    }
    return context.json ? print(jobjson::error(*job->error), context) : print(jobtext::error(*job->error), context);
}

ExitStatus run(const commandline::ShowFiles &show, const Context &context)
{
    const auto files = read<JobFiles>(context, [&](RequestCaller &caller) -> Result<JobFiles> {
        const auto id = jobId(show.id);
        return id ? caller.ask<JobFiles>(GetFiles {*id}) : tl::unexpected(id.error());
    });
    if (!files)
        return files.error();
    return context.json ? print(jobjson::files(*files), context) : print(jobtext::files(*files), context);
}

ExitStatus run(const commandline::ShowHistory &show, const Context &context)
{
    using History = std::pair<JobRecord, std::vector<HistoryEntry>>;
    const auto history = read<History>(context, [&](RequestCaller &caller) -> Result<History> {
        auto job = findJob(show.id, caller);
        if (!job)
            return tl::unexpected(job.error());
        auto entries = caller.ask<std::vector<HistoryEntry>>(GetHistory {job->spec->id});
        if (!entries)
            return tl::unexpected(entries.error());
        return History {std::move(*job), std::move(*entries)};
    });
    if (!history)
        return history.error();
    const auto &[job, entries] = *history;
    return context.json ? print(jobjson::history(entries), context)
                        : print(jobtext::history(entries, *job.spec), context);
}

} // namespace haulwatch::commands
