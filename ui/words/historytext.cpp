// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/historytext.h"

#include "job/errorcatalog.h"
#include "words/causewords.h"
#include "words/format.h"
#include "words/wording.h"

namespace haulwatch::problemtext {
namespace {

QString reason(const HistoryEntry &entry)
{
    return entry.error ? shortReason(*entry.error) : Words::tr("Error not reported");
}

QString failure(const HistoryEntry &entry, bool namesFile)
{
    QString text = reason(entry);
    if (namesFile)
        text = Words::tr("%1 on file %2", "404 on file 3").arg(text).arg(*entry.file + 1);
    if (entry.event == HistoryEvent::AttemptFailed && entry.value > 0)
        text = Words::tr("%1, %2 of it here", "404 on file 3, 212 MB of it here").arg(text, format::bytes(entry.value));
    return text;
}

QString ofTheFile(const HistoryEntry &entry, bool namesFile)
{
    return namesFile ? Words::tr("file %1").arg(*entry.file + 1) : Words::tr("the file");
}

QString restart(const HistoryEntry &entry, const QString &file)
{
    return entry.value == 0 ? Words::tr("%1 begins again from zero").arg(file)
                            : Words::tr("%1 begins again from zero, %2 given up").arg(file, format::bytes(entry.value));
}

QString arrival(const HistoryEntry &entry, const QString &file)
{
    const auto size = format::bytes(entry.value);
    if (!entry.exchange || entry.exchange->address.empty())
        return Words::tr("%1 arrived, %2", "file, size").arg(file, size);
    const auto server = format::plain(entry.exchange->address);
    return entry.exchange->tls.empty()
        ? Words::tr("%1 arrived, %2, from %3", "file, size, address").arg(file, size, server)
        : Words::tr("%1 arrived, %2, from %3 over %4", "file, size, address, TLS")
              .arg(file, size, server, format::plain(entry.exchange->tls));
}

} // namespace

QString shortReason(const JobError &error)
{
    const auto status = httpStatus(error.code);
    return status ? QString::number(*status) : translated(wordsFor(error.cause).shortTitle);
}

QString beganAs(const JobError &error)
{
    if (!error.first || error.first->cause == error.cause)
        return {};
    return Words::tr("Started as: %1 → now: %2", "two causes")
        .arg(translated(wordsFor(error.first->cause).shortTitle), translated(wordsFor(error.cause).shortTitle));
}

QString retryPolicy(const RetryPolicy &policy)
{
    if (policy.noProgressTimeout == Milliseconds {0})
        return Words::tr("not tried again");
    const QString pace = policy.fixedDelay
        ? Words::tr("every %1").arg(format::duration(*policy.fixedDelay))
        : Words::tr("%1, doubling to %2", "5 s, doubling to 10 min")
              .arg(format::duration(RetryPolicy::kFirstDelay), format::duration(RetryPolicy::kLongestDelay));
    const QString deadline = format::duration(policy.noProgressTimeout);
    if (!policy.maxRetries)
        return Words::tr("%1; gives up after %2 without progress").arg(pace, deadline);
    return Words::tr("%1; gives up after %Ln attempts in a row or %2 without progress", nullptr,
                     forPlural(*policy.maxRetries))
        .arg(pace, deadline);
}

QString historyLine(const HistoryEntry &entry, const JobSpec &spec)
{
    const bool namesFile = entry.file && spec.files.size() > 1;
    const QString file = ofTheFile(entry, namesFile);
    switch (entry.event) {
    case HistoryEvent::Added:
        return Words::tr("added with %1").arg(files(static_cast<std::uint32_t>(spec.files.size())));
    case HistoryEvent::StateChanged:
        return entry.error ? failure(entry, namesFile) : namesFile ? file : QString();
    case HistoryEvent::Resumed:
        return Words::tr("resumed by you");
    case HistoryEvent::Suspended:
        return Words::tr("suspended by you");
    case HistoryEvent::Completed:
        return Words::tr("completed, %1 kept").arg(files(static_cast<std::uint32_t>(entry.value)));
    case HistoryEvent::Cancelled:
        return Words::tr("cancelled by you");
    case HistoryEvent::Changed:
        return entry.file ? Words::tr("address of %1 changed").arg(file) : Words::tr("settings changed");
    case HistoryEvent::FileTransferred:
        return arrival(entry, file);
    case HistoryEvent::AttemptFailed:
        return failure(entry, namesFile);
    case HistoryEvent::Restarted:
        return restart(entry, file);
    case HistoryEvent::CompleteRefused:
        return Words::tr("%1 could not be given its name: %2").arg(file, reason(entry));
    case HistoryEvent::NotDeleted:
        return Words::tr("the partial data of %1 could not be deleted: %2").arg(file, reason(entry));
    case HistoryEvent::Expired:
        return Words::tr("cancelled, for nobody had touched it for too long");
    case HistoryEvent::NotifyFailed:
        return Words::tr("its notify command failed with %1", "an exit status").arg(entry.value);
    case HistoryEvent::TakenBack:
        return Words::tr("the store could not keep the last change: it was taken back");
    }
    Q_UNREACHABLE();
}

} // namespace haulwatch::problemtext
