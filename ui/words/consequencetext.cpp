// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/consequencetext.h"

#include <algorithm>

#include "words/format.h"
#include "words/wording.h"

namespace haulwatch::problemtext {
namespace {

QString theFinishedFiles(std::uint32_t n)
{
    return n == 1 ? Words::tr("the finished file") : Words::tr("the %Ln finished files", nullptr, forPlural(n));
}

QString partialFiles(std::uint32_t n)
{
    return n == 1 ? Words::tr("1 partial") : Words::tr("%Ln partial", "files", forPlural(n));
}

// In these sentences "<b>…</b>" marks what is destroyed.

QString resumeSentence(const Consequence &c, const JobRecord &job)
{
    const bool triesAgain = job.error && job.error->file;
    const bool isLengthKnown = c.bytesLeft != kUnknownSize;
    if (c.bytesKept > 0) {
        if (triesAgain)
            return Words::tr("Try {file} again; keeps the {kept} already here");
        return isLengthKnown ? Words::tr("Continue with {leftFiles}, {left} left; keeps the {kept} already here")
                             : Words::tr("Continue with {leftFiles}; keeps the {kept} already here");
    }
    if (triesAgain)
        return Words::tr("Try {file} again");
    return isLengthKnown ? Words::tr("Fetch {leftFiles}, {left}") : Words::tr("Fetch {leftFiles}");
}

QString suspendSentence(const Consequence &c)
{
    return c.bytesKept > 0 ? Words::tr("Stop now, keep the {kept} already here; stays so until you resume")
                           : Words::tr("Stop now; stays so until you resume");
}

QString completeSentence(const Consequence &c)
{
    if (c.filesDeleted == 0 && c.filesDropped == 0)
        return Words::tr("Hand over {keptFiles} ({kept}) to {folder} and close the job");
    if (c.filesKept == 0)
        return c.filesDeleted == 0
            ? Words::tr("Close the job; nothing of it is here yet")
            : Words::tr("<b>Delete {partial}</b> ({deleted}) and close the job; no file is finished");
    return c.filesDeleted == 0 ? Words::tr("Keep {finished}, close the job")
                               : Words::tr("Keep {finished}, <b>delete {partial}</b> ({deleted}), close the job");
}

QString cancelSentence(const Consequence &c, std::uint32_t finishedDeleted)
{
    if (c.filesDeleted == 0)
        return c.filesKept == 0 ? Words::tr("Close the job; nothing of it is here yet")
                                : Words::tr("Close the job; {keptFiles} handed over already will stay");
    if (c.filesKept > 0)
        return Words::tr(
            "<b>Delete {deletedFiles}</b> ({deleted}) and close the job; {keptFiles} handed over already will stay");
    return finishedDeleted == 0
        ? Words::tr("<b>Delete all of it</b>: {deleted} here, and close the job")
        : Words::tr("<b>Delete all of it</b>: {deleted} here, {finishedDeleted} of it finished, and close the job");
}

std::uint32_t finishedAmongDeleted(const Consequence &c, const JobRecord &job)
{
    return job.status.filesTransferred > c.filesKept ? job.status.filesTransferred - c.filesKept : 0;
}

QString sentence(Verb verb, const Consequence &c, const JobRecord &job)
{
    switch (verb) {
    case Verb::Resume:
        return resumeSentence(c, job);
    case Verb::Suspend:
        return suspendSentence(c);
    case Verb::Complete:
        return completeSentence(c);
    case Verb::Cancel:
        return cancelSentence(c, finishedAmongDeleted(c, job));
    }
    Q_UNREACHABLE();
}

QString bulkSentence(Verb verb, const BulkConsequence &c)
{
    switch (verb) {
    case Verb::Resume:
        return c.bytesHere > 0 ? Words::tr("Go on with {jobs}; keeps the {here} already here")
                               : Words::tr("Go on with {jobs}");
    case Verb::Suspend:
        return c.bytesHere > 0 ? Words::tr("Stop {jobs} now, keep the {here} already here; stays so until you resume")
                               : Words::tr("Stop {jobs} now; stays so until you resume");
    case Verb::Complete:
        return c.filesUnfinished == 0
            ? Words::tr("Hand over {finished} ({here}) of {jobs}, and close the jobs")
            : Words::tr("Keep {finished} of {jobs}, <b>delete what is here of {unfinished}</b>, close the jobs");
    case Verb::Cancel:
        return c.filesFinished == 0
            ? Words::tr("<b>Delete all of {jobs}</b>: {here} here, and close the jobs")
            : Words::tr("<b>Delete all of {jobs}</b>: {here} here, {finished} among it, and close the jobs");
    }
    Q_UNREACHABLE();
}

QString mendingSentence(Fix fix, const JobRecord &job)
{
    switch (fix) {
    case Fix::ChangeAddress:
        return Words::tr("Fetch it from another address; keeps what still fits");
    case Fix::Credentials:
        return Words::tr("Give {host} a user name and a password, then resume; keeps what is here");
    case Fix::Proxy:
        return Words::tr("Fetch through another proxy, or give it a sign-in, then resume; keeps what is here");
    case Fix::ShowCertificate:
        return Words::tr("Look at the certificate of {host}; trust it if it is the right one, then resume");
    case Fix::ChangeFolder:
        return Words::tr("Put the files into another folder, then resume; what has arrived moves along");
    case Fix::RecheckDisk:
        return Words::tr("See what {folder} has free and what is still to come, then resume; keeps what is here");
    case Fix::Restart:
        return job.error && job.error->file
            ? Words::tr("<b>Give up the {deleted}</b> here of {file} and fetch it again")
            : Words::tr("<b>Give up the {deleted}</b> here and fetch all of it again");
    case Fix::EditRetry:
        return Words::tr("How often it is tried again, and when it gives up");
    case Fix::OpenInBrowser:
        return Words::tr("Look at the address in your browser; changes nothing here");
    case Fix::TakePage:
        return Words::tr("Take what the server sends as the file, web pages too, then resume");
    case Fix::TakePacked:
        return Words::tr("Keep what the server sends as it comes, packed, as the file, then resume");
    case Fix::GoByDate:
        return Words::tr(
            "Let size and date tell versions apart, whatever the tag says, then resume; keeps what is here");
    case Fix::Resume:
    case Fix::Suspend:
    case Fix::Complete:
    case Fix::Cancel:
        break;
    }
    Q_UNREACHABLE();
}

QString finishedFiles(std::uint64_t n)
{
    return n == 1 ? Words::tr("1 finished file") : Words::tr("%1 finished files").arg(format::count(n));
}

QString unfinishedFiles(std::uint64_t n)
{
    return n == 1 ? Words::tr("1 unfinished file") : Words::tr("%1 unfinished files").arg(format::count(n));
}

/// `shown` is what happens to text from outside before it is put in.
template <typename Shown>
QString fill(const QString &text, const Consequence &c, const JobRecord &job, Shown shown)
{
    const QString file = job.error && job.error->file ? fileName(job.error->file->local) : QString();
    const QString host =
        job.error && !job.error->host.empty() ? format::plain(job.error->host) : Words::tr("the server");
    const QString folder = job.spec ? format::plain(job.spec->folder) : QString();
    return filled(text,
                  {{QLatin1String("file"), shown(file)},
                   {QLatin1String("folder"), shown(folder)},
                   {QLatin1String("host"), shown(host)},
                   {QLatin1String("kept"), format::bytes(c.bytesKept)},
                   {QLatin1String("deleted"), format::bytes(c.bytesDeleted)},
                   {QLatin1String("left"), format::bytes(c.bytesLeft)},
                   {QLatin1String("leftFiles"), files(c.filesLeft)},
                   {QLatin1String("keptFiles"), files(c.filesKept)},
                   {QLatin1String("deletedFiles"), files(c.filesDeleted)},
                   {QLatin1String("finished"), theFinishedFiles(c.filesKept)},
                   {QLatin1String("partial"), partialFiles(c.filesDeleted)},
                   {QLatin1String("finishedDeleted"), files(finishedAmongDeleted(c, job))}});
}

QString reason(Verb verb, JobState state, ErrorCode code)
{
    if (state == JobState::Acknowledged)
        return Words::tr("the job is finished");
    if (state == JobState::Cancelled)
        return Words::tr("the job was cancelled");
    if (code == code::kEmpty)
        return state == JobState::Transferred ? Words::tr("everything has arrived; complete the job")
                                              : Words::tr("the job has no files");
    if (code.failed())
        return Words::tr("not possible while the job is “%1”").arg(format::stateName(state));
    if (verb == Verb::Resume && state == JobState::Queued)
        return Words::tr("the job waits for its turn already");
    if (verb == Verb::Resume && isActive(state))
        return Words::tr("the job is on its way already");
    if (verb == Verb::Suspend && (state == JobState::Suspended || state == JobState::Error))
        return Words::tr("the job stands still already");
    if (verb == Verb::Suspend && state == JobState::Transferred)
        return Words::tr("everything has arrived; the job waits for Complete");
    return {};
}

} // namespace

QString consequenceHtml(Verb verb, const Consequence &consequence, const JobRecord &job)
{
    return fill(sentence(verb, consequence, job), consequence, job, [](const QString &s) { return s.toHtmlEscaped(); });
}

QString consequence(Verb verb, const Consequence &consequence, const JobRecord &job)
{
    QString text = sentence(verb, consequence, job);
    text.remove(QLatin1String("<b>")).remove(QLatin1String("</b>"));
    return fill(text, consequence, job, [](const QString &s) { return s; });
}

QString mendingHtml(Fix fix, const JobRecord &job, Bytes lost)
{
    Consequence what;
    what.bytesDeleted = lost;
    return fill(mendingSentence(fix, job), what, job, [](const QString &s) { return s.toHtmlEscaped(); });
}

QString mending(Fix fix, const JobRecord &job, Bytes lost)
{
    Consequence what;
    what.bytesDeleted = lost;
    QString text = mendingSentence(fix, job);
    text.remove(QLatin1String("<b>")).remove(QLatin1String("</b>"));
    return fill(text, what, job, [](const QString &s) { return s; });
}

QString consequenceHtml(Verb verb, const BulkConsequence &consequence)
{
    return filled(bulkSentence(verb, consequence),
                  {{QLatin1String("jobs"), jobs(consequence.jobs)},
                   {QLatin1String("here"), format::bytes(consequence.bytesHere)},
                   {QLatin1String("finished"), finishedFiles(consequence.filesFinished)},
                   {QLatin1String("unfinished"), unfinishedFiles(consequence.filesUnfinished)}});
}

QString consequence(Verb verb, const BulkConsequence &consequence)
{
    return consequenceHtml(verb, consequence).remove(QLatin1String("<b>")).remove(QLatin1String("</b>"));
}

QString jobs(std::size_t n)
{
    return n == 1 ? Words::tr("1 job") : Words::tr("%1 jobs").arg(format::count(n));
}

QString consequenceNote(Verb verb, const Consequence &consequence)
{
    if (verb != Verb::Complete || consequence.filesDropped == 0)
        return {};
    return consequence.filesDropped == 1
        ? Words::tr("1 file was not started")
        : Words::tr("%Ln files were not started", nullptr, forPlural(consequence.filesDropped));
}

QString standing(const FileTally &tally)
{
    const std::uint32_t all = tally.finished + tally.partial + tally.untouched;
    const Bytes here = tally.finishedBytes + tally.partialBytes;
    if (all > 1 && tally.finished == all)
        return filled(Words::tr("All {all} files are here ({bytes})."),
                      {{QLatin1String("all"), format::count(all)}, {QLatin1String("bytes"), format::bytes(here)}});
    if (tally.finished == 0 && here == 0)
        return Words::tr("Nothing of it is here yet.");
    if (all == 1)
        return filled(tally.finished == 1 ? Words::tr("All of it is here ({bytes}).")
                                          : Words::tr("{bytes} of it are here."),
                      {{QLatin1String("bytes"), format::bytes(here)}});
    if (tally.finished == 0)
        return filled(Words::tr("None of {all} files is finished; {bytes} are here."),
                      {{QLatin1String("all"), format::count(all)}, {QLatin1String("bytes"), format::bytes(here)}});
    return filled(Words::tr("{finished} of {all} files are here ({bytes})."),
                  {{QLatin1String("finished"), format::count(tally.finished)},
                   {QLatin1String("all"), format::count(all)},
                   {QLatin1String("bytes"), format::bytes(tally.finishedBytes)}});
}

QString whyNot(Verb verb, JobState state, ErrorCode code)
{
    const QString why = reason(verb, state, code);
    return why.isEmpty() ? why : Words::tr("%1: %2.", "verb: why it is not possible").arg(format::verbName(verb), why);
}

} // namespace haulwatch::problemtext

namespace haulwatch {

void BulkConsequence::add(const JobStatus &status)
{
    ++jobs;
    filesFinished += status.filesTransferred;
    filesUnfinished += status.filesTotal - std::min(status.filesTotal, status.filesTransferred);
    bytesHere += status.bytesTransferred;
}

} // namespace haulwatch
