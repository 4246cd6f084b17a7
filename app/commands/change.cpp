// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>

#include <cstdio>
#include <optional>

#include "commands/jobjson.h"
#include "commands/session.h"
#include "commands/words.h"
#include "system/datadirectory.h"
#include "words/format.h"
#include "words/problemtext.h"

/// The four verbs, set and forget: each is one request; what it did is told job by job.
namespace haulwatch::commands {
namespace {

/// The jobs that were written, and a refusal for each that is none.
struct Ids {
    std::vector<JobId> jobs;
    std::vector<CallError> unknown;
};

Ids parseIds(const std::vector<std::string> &texts)
{
    Ids ids;
    for (const std::string &text : texts) {
        if (const auto id = jobId(text))
            ids.jobs.push_back(*id);
        else
            ids.unknown.push_back(id.error());
    }
    return ids;
}

QString remarkText(ErrorCode remark)
{
    if (remark == code::kPartialComplete)
        return Words::tr("what had not arrived was dropped");
    if (remark == code::kFalse)
        return Words::tr("nothing, for no address begins so");
    if (remark == code::kUnableToDeleteFiles)
        return Words::tr("a partial file could not be deleted");
    return QString::fromStdString(toHex(remark));
}

void print(const VerbReport &report, const QString &word, const Context &context)
{
    if (context.json) {
        context.console.print(jobjson::indented(jobjson::report(report)));
        return;
    }
    for (const JobId id : report.done)
        context.console.print(QString::fromStdString(toString(id)) + QStringLiteral("  ") + word);
    for (const auto &[id, remark] : report.doneWithRemarks)
        context.console.print(QString::fromStdString(toString(id)) + QStringLiteral("  ") + word + QStringLiteral("; ")
                              + remarkText(remark));
}

ExitStatus tell(const VerbReport &report, const Ids &ids, const QString &word, const Context &context)
{
    print(report, word, context);
    // The first thing that went wrong decides; a script that wants more reads the JSON.
    ExitStatus status = ExitStatus::Done;
    const auto note = [&status](ExitStatus other) {
        if (status == ExitStatus::Done)
            status = other;
    };
    for (const CallError &error : ids.unknown)
        note(refuse(error, context));
    for (const auto &[id, path] : report.undeleted)
        context.console.say(QString::fromStdString(toString(id)) + QStringLiteral(": ")
                            + problemtext::refusal({Refusal::NotDeleted, code::kUnableToDeleteFiles, path}));
    for (const auto &[id, error] : report.refused) {
        context.console.say(QString::fromStdString(toString(id)) + QStringLiteral(": ") + problemtext::refusal(error));
        note(exitStatusOf(error));
    }
    return finish(status, context);
}

/// Without its line break; nothing if it cannot be read. Never from the command line itself, which others can see.
std::optional<std::string> firstLineOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    const bool isOpen = path == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return std::nullopt;
    QByteArray line = file.readLine();
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line.toStdString();
}

QString doneWord(Verb verb)
{
    switch (verb) {
    case Verb::Resume:
        return Words::tr("resumed");
    case Verb::Suspend:
        return Words::tr("suspended");
    case Verb::Complete:
        return Words::tr("completed");
    case Verb::Cancel:
        return Words::tr("cancelled");
    }
    return {};
}

} // namespace

ExitStatus run(const commandline::Apply &apply, const Context &context)
{
    const Ids ids = parseIds(apply.ids);
    const JobSelection jobs = apply.allInState ? JobSelection(*apply.allInState) : JobSelection(ids.jobs);
    auto session = Session::open(context, EngineAccess::Work::Keep);
    if (!session)
        return ExitStatus::StoreUnusable;
    const auto report = session->caller().ask<VerbReport>(ApplyVerb {apply.verb, jobs});
    const bool isOwner = session->access().isOwner();
    session.reset();

    if (!report)
        return refuse(report.error(), context);
    if (isOwner && apply.verb == Verb::Resume && !report->done.empty())
        tellThatNothingRuns(context);
    return tell(*report, ids, doneWord(apply.verb), context);
}

ExitStatus run(const commandline::Forget &forget, const Context &context)
{
    const Ids ids = parseIds(forget.ids);
    auto session = Session::open(context, EngineAccess::Work::Keep);
    if (!session)
        return ExitStatus::StoreUnusable;
    const auto report = session->caller().ask<VerbReport>(ForgetJobs {ids.jobs});
    session.reset();

    if (!report)
        return refuse(report.error(), context);
    return tell(*report, ids, Words::tr("forgotten"), context);
}

ExitStatus run(const commandline::Set &set, const Context &context)
{
    JobEdit change = set.change;
    for (auto *path : {&change.folder, &change.caFile}) {
        if (*path && !(*path)->empty())
            *path = absolutePath(**path);
    }
    if (!set.credentialsFile.empty()) {
        change.credentials = firstLineOf(set.credentialsFile);
        if (!change.credentials) {
            context.console.say(Words::tr("“%1” could not be read.").arg(format::plain(set.credentialsFile)));
            return ExitStatus::Usage;
        }
    }
    const Ids ids = parseIds(set.ids);
    auto session = Session::open(context, EngineAccess::Work::KeepCredentials);
    if (!session)
        return ExitStatus::StoreUnusable;
    const auto report = session->caller().ask<VerbReport>(EditJobs {ids.jobs, std::move(change)});
    session.reset();

    if (!report)
        return refuse(report.error(), context);
    return tell(*report, ids, Words::tr("changed"), context);
}

} // namespace haulwatch::commands
