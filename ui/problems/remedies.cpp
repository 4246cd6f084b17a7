// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/remedies.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "format.h"
#include "problems/problemtext.h"
#include "problems/wording.h"

namespace haulwatch {
namespace {

using problemtext::Words;

using enum Fix;

// Most causes are mended elsewhere (the server, the disk, the network) or by another address.
constexpr std::array kByAddress {ChangeAddress, Resume, Complete, Cancel};
constexpr std::array kByTryingOrAddress {Resume, ChangeAddress, Complete, Cancel};
constexpr std::array kByTrying {Resume, Complete, Cancel};
constexpr std::array kUnderway {Suspend, Complete, Cancel};
constexpr std::array kArrived {Complete, Cancel};

std::span<const Fix> fixesFor(Cause cause)
{
    switch (cause) {
    case Cause::NotFound:
    case Cause::SignInNeeded:
    case Cause::AccessRefused:
    case Cause::RequestRejected:
    case Cause::TlsFailure:
    case Cause::NoLength:
    case Cause::InvalidResponse:
    case Cause::WebPageInstead:
    case Cause::RedirectLoop:
    case Cause::RedirectRefused:
    case Cause::FtpRefused:
    case Cause::BadAddress:
        return kByAddress;
    case Cause::TooManyRequests:
    case Cause::ServerBusy:
    case Cause::NameNotResolved:
    case Cause::CannotConnect:
    case Cause::TimedOut:
    case Cause::ConnectionLost:
    case Cause::EndedEarly:
    case Cause::Certificate:
    case Cause::NoResumeSupport:
    case Cause::FileChanged:
    case Cause::ChecksumMismatch:
    case Cause::GaveUp:
    case Cause::HostKey:
        return kByTryingOrAddress;
    case Cause::None:
    case Cause::ProxySignIn:
    case Cause::DiskFull:
    case Cause::CannotWrite:
    case Cause::FolderMissing:
    case Cause::TargetExists:
    case Cause::NameRefused:
    case Cause::VolumeGone:
    case Cause::Policy:
    case Cause::NetworkOff:
    case Cause::LimitReached:
    case Cause::ProxyFailure:
    case Cause::EngineUnreachable:
    case Cause::Internal:
        return kByTrying;
    }
    Q_UNREACHABLE();
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

QString labelOf(Fix fix, JobState state)
{
    if (fix == ChangeAddress)
        return Words::tr("Change address…");
    if (fix == Resume && state == JobState::TransientError)
        return Words::tr("Retry now");
    return format::verbName(*verbOf(fix));
}

QString noteOf(Fix fix, const JobRecord &job, const Consequence &consequence, std::uint32_t sameAnswers)
{
    if (fix == Cancel)
        return consequence.filesDeleted == 0 ? QString() : Words::tr("10 seconds to undo");
    if (fix != Resume)
        return problemtext::consequenceNote(*verbOf(fix), consequence);
    if (sameAnswers >= 2)
        return Words::tr("likely to fail again: same answer %Ln times", nullptr, problemtext::forPlural(sameAnswers));
    return job.error ? problemtext::remedy(*job.error) : QString();
}

Remedy changeAddress(const JobRecord &job)
{
    Remedy r;
    r.fix = ChangeAddress;
    r.label = labelOf(ChangeAddress, job.status.state);
    const bool isTheRemedy = fixesFor(job.error->cause).front() == ChangeAddress;
    r.spoken = isTheRemedy ? problemtext::remedy(*job.error) : Words::tr("Fetch the file from another address");
    r.html = r.spoken.toHtmlEscaped();
    if (job.error->file)
        r.address = format::plain(job.error->file->remote);
    else
        r.whyDisabled = Words::tr("Change address: the error names no file.");
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

} // namespace

std::optional<Verb> verbOf(Fix fix)
{
    switch (fix) {
    case ChangeAddress:
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

std::vector<Remedy> remediesFor(const JobRecord &job, const FileTally &tally, std::uint32_t sameAnswers)
{
    std::vector<Remedy> remedies;
    for (const Fix fix : fixesFor(job)) {
        // With nothing finished, Complete would do what Cancel does.
        if (fix == Complete && tally.finished == 0)
            continue;
        remedies.push_back(fix == ChangeAddress ? changeAddress(job) : verbRemedy(fix, job, tally, sameAnswers));
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

} // namespace haulwatch
