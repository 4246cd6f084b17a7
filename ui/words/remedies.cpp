// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/remedies.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "job/sameproblem.h"
#include "words/causewords.h"
#include "words/format.h"
#include "words/problemtext.h"
#include "words/wording.h"

namespace haulwatch {
namespace {

using problemtext::Words;

using enum Fix;

constexpr std::array kUnderway {Suspend, Complete, Cancel};
constexpr std::array kArrived {Complete, Cancel};

std::span<const Fix> fixesFor(Cause cause)
{
    return problemtext::wordsFor(cause).fixes;
}

std::span<const Fix> fixesFor(const JobRecord &job)
{
    switch (job.status.state) {
    case JobState::Queued:
    case JobState::Connecting:
    case JobState::Transferring:
        return kUnderway;
    case JobState::Transferred:
        return kArrived;
    case JobState::Suspended:
    case JobState::Error:
    case JobState::TransientError:
        return fixesFor(job.error ? job.error->cause : Cause::None);
    case JobState::Acknowledged:
    case JobState::Cancelled:
        return {};
    }
    Q_UNREACHABLE();
}

QString noteOf(Fix fix, const JobRecord &job, const Consequence &consequence, std::uint32_t sameAnswers)
{
    if (fix == Cancel)
        return consequence.filesDeleted == 0 ? QString() : Words::tr("10 seconds to undo");
    if (fix != Resume)
        return problemtext::consequenceNote(*verbOf(fix), consequence);
    if (sameAnswers >= 2)
        return Words::tr("likely to fail again: same answer %Ln times", nullptr, problemtext::forPlural(sameAnswers));
    // Advice stands once, at what it advises.
    return job.error && fixesFor(job.error->cause).front() == Resume ? problemtext::remedy(*job.error) : QString();
}

/// What starting over gives up: of the file that failed, else of all without a final name.
Bytes bytesToRestart(const JobRecord &job, const FileTally &tally, Bytes failedFileBytes)
{
    return job.error && job.error->file ? failedFileBytes
                                        : tally.partialBytes + tally.finishedBytes - tally.completedBytes;
}

/// Why the fix is not possible; empty: it is.
QString objectionTo(Fix fix, const JobRecord &job, const FileTally &tally)
{
    // The engine's rule: one folder a job.
    if (fix == ChangeFolder && tally.completed > 0)
        return Words::tr("Change folder: a file stands under its final name already.");
    const bool needsFile = fix == ChangeAddress || fix == OpenInBrowser;
    if (needsFile && !job.error->file)
        return Words::tr("%1: the error names no file.", "a button's text")
            .arg(labelOf(fix, job.status.state).remove(u'…'));
    return {};
}

Remedy mendingRemedy(Fix fix, const JobRecord &job, const FileTally &tally, Bytes failedFileBytes)
{
    Remedy r;
    r.fix = fix;
    r.label = labelOf(fix, job.status.state);
    const Bytes lost = bytesToRestart(job, tally, failedFileBytes);
    r.html = problemtext::mendingHtml(fix, job, lost);
    r.spoken = problemtext::mending(fix, job, lost);
    r.whyDisabled = objectionTo(fix, job, tally);
    const bool saysItAll = fix == Proxy || fix == Restart || job.error->cause == Cause::SignInNeeded;
    if (fixesFor(job.error->cause).front() == fix && !saysItAll)
        r.note = problemtext::remedy(*job.error);
    if (fix == ChangeAddress && job.error->file)
        r.address = format::plain(job.error->file->remote);
    return r;
}

Remedy verbRemedy(Fix fix, const JobRecord &job, const FileTally &tally, std::uint32_t sameAnswers)
{
    const Verb verb = *verbOf(fix);
    const Consequence what = consequence(job.status.state, verb, tally);
    Remedy r;
    r.fix = fix;
    r.label = labelOf(fix, job.status.state);
    r.whyDisabled = problemtext::whyNot(verb, job.status.state, what.code);
    r.html = problemtext::consequenceHtml(verb, what, job);
    r.spoken = problemtext::consequence(verb, what, job);
    r.note = noteOf(fix, job, what, sameAnswers);
    return r;
}

constexpr std::size_t kMostCompared = 10'000;

bool failAlike(const JobTable &table, const std::vector<JobTable::Index> &jobs)
{
    if (jobs.empty() || jobs.size() > kMostCompared || !table.contains(jobs.front()))
        return false;
    const auto key = problemKeyOf(table.at(jobs.front()));
    return key && std::all_of(jobs.begin(), jobs.end(), [&](JobTable::Index job) {
               return table.contains(job) && problemKeyOf(table.at(job)) == key;
           });
}

} // namespace

std::optional<Verb> verbOf(Fix fix)
{
    switch (fix) {
    case ChangeAddress:
    case Credentials:
    case Proxy:
    case ShowCertificate:
    case ChangeFolder:
    case RecheckDisk:
    case Restart:
    case EditRetry:
    case OpenInBrowser:
    case TakePage:
    case TakePacked:
    case GoByDate:
        return std::nullopt;
    case Resume:
        return Verb::Resume;
    case Suspend:
        return Verb::Suspend;
    case Complete:
        return Verb::Complete;
    case Cancel:
        return Verb::Cancel;
    }
    Q_UNREACHABLE();
}

bool isMending(Fix fix)
{
    return !verbOf(fix) && fix != OpenInBrowser;
}

QString labelOf(Fix fix, JobState state)
{
    switch (fix) {
    case ChangeAddress:
        return Words::tr("Change address…");
    case Credentials:
        return Words::tr("Credentials…");
    case Proxy:
        return Words::tr("Proxy…");
    case ShowCertificate:
        return Words::tr("Show certificate…");
    case ChangeFolder:
        return Words::tr("Change folder…");
    case RecheckDisk:
        return Words::tr("Re-check disk…");
    case Restart:
        return Words::tr("Restart from zero…");
    case EditRetry:
        return Words::tr("Edit retry…");
    case OpenInBrowser:
        return Words::tr("Open in browser");
    case TakePage:
    case TakePacked:
        return Words::tr("Take it all the same…");
    case GoByDate:
        return Words::tr("Go by size and date…");
    case Resume:
        return state == JobState::TransientError ? Words::tr("Retry now") : format::verbName(Verb::Resume);
    case Suspend:
    case Complete:
    case Cancel:
        return format::verbName(*verbOf(fix));
    }
    Q_UNREACHABLE();
}

std::vector<Remedy> remediesFor(const JobRecord &job, const FileTally &tally, std::uint32_t sameAnswers,
                                Bytes failedFileBytes)
{
    std::vector<Remedy> remedies;
    for (const Fix fix : fixesFor(job)) {
        // With nothing finished, Complete would do what Cancel does.
        if (fix == Complete && tally.finished == 0)
            continue;
        // With nothing here, Resume begins at zero anyway.
        if (fix == Restart && bytesToRestart(job, tally, failedFileBytes) == 0)
            continue;
        remedies.push_back(verbOf(fix) ? verbRemedy(fix, job, tally, sameAnswers)
                                       : mendingRemedy(fix, job, tally, failedFileBytes));
    }
    // A job on its way needs nothing, so nothing is urged.
    if (job.status.state == JobState::Queued || isActive(job.status.state))
        return remedies;
    const auto safest = std::find_if(remedies.begin(), remedies.end(),
                                     [](const Remedy &r) { return r.whyDisabled.isEmpty() && r.fix != Cancel; });
    if (safest != remedies.end())
        safest->isDefault = true;
    return remedies;
}

std::vector<Remedy> commonRemedies(const JobTable &table, const std::vector<JobTable::Index> &jobs)
{
    std::vector<Remedy> remedies;
    if (!failAlike(table, jobs))
        return remedies;
    const JobRecord &first = table.at(jobs.front());
    const auto fixes = fixesFor(first);
    for (const Fix fix : fixes) {
        if (!isMending(fix))
            continue;
        Remedy r;
        r.fix = fix;
        r.label = labelOf(fix, first.status.state);
        // What starting over gives up differs from job to job; its dialog counts it.
        r.html = fix == Restart ? Words::tr("Fetch the files that fail from their first byte")
                                : problemtext::mendingHtml(fix, first, 0);
        r.spoken = fix == Restart ? r.html : problemtext::mending(fix, first, 0);
        r.note = Words::tr("all %1 jobs; they fail alike").arg(format::count(jobs.size()));
        r.isDefault = fix == fixes.front();
        remedies.push_back(std::move(r));
    }
    return remedies;
}

} // namespace haulwatch
