// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/accesstext.h"

#include <QCoreApplication>

#include "words/format.h"

namespace haulwatch {
namespace {

/// The sentences of this library, in one context for lupdate and for the running program.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Access)
};

QString textOf(const StoreError &error, const QString &directory)
{
    const QString detail = format::plain(error.detail);
    switch (error.fault) {
    case StoreFault::Damaged:
        if (error.keptAside.empty())
            return Words::tr(
                       "The store of jobs in %1 is damaged (%2). It was left as it is; restore it from a copy, or move "
                       "it away to begin anew.")
                .arg(directory, detail);
        return Words::tr(
                   "The store of jobs in %1 is damaged (%2). It was kept as %3; restore it from a copy, or run the "
                   "command again to begin with an empty one.")
            .arg(directory, detail, format::plain(error.keptAside));
    case StoreFault::Newer:
        return Words::tr(
                   "The store of jobs in %1 was written by a newer Haulwatch (%2). It was left untouched; use that "
                   "version, or another folder with --data-dir.")
            .arg(directory, detail);
    case StoreFault::Locked:
        return Words::tr(
                   "Another process uses the jobs in %1 and does not answer (%2). Stop it, or use another folder with "
                   "--data-dir.")
            .arg(directory, detail);
    case StoreFault::NotWritable:
        return Words::tr(
                   "Jobs cannot be kept in %1 (%2). Give yourself the right to write there, or use another folder with "
                   "--data-dir.")
            .arg(directory, detail);
    case StoreFault::Unreadable:
        return Words::
            tr("The store of jobs in %1 cannot be read (%2). Nothing was touched; put right what is in the way, or use "
               "another folder with --data-dir.")
                .arg(directory, detail);
    case StoreFault::NotPrivate:
        return Words::
            tr("Jobs are not kept in %1, where others could change them (%2). Run `chmod go-w` on it if it is yours, "
               "or use a folder of your own with --data-dir.")
                .arg(directory, detail);
    }
    return {};
}

QString textOf(SocketService::Failure failure, const QString &directory)
{
    switch (failure) {
    case SocketService::Failure::OtherVersion:
        return Words::tr("The engine that runs for %1 is another version of Haulwatch. Stop it, then try again.")
            .arg(directory);
    case SocketService::Failure::OtherUser:
        return Words::tr(
                   "The engine that runs for %1 belongs to another user. Use a folder of your own with --data-dir.")
            .arg(directory);
    case SocketService::Failure::TooManyClients:
        return Words::tr("The engine that runs for %1 serves as many clients as it can. Close some, then try again.")
            .arg(directory);
    case SocketService::Failure::NobodyListens:
    case SocketService::Failure::NoAnswer:
        break;
    }
    return Words::tr("The engine that runs for %1 does not answer. Stop it, then try again.").arg(directory);
}

QString textOf(EngineAccess::LinkDown, const QString &directory)
{
    return Words::tr(
               "The engine behind %1/socket cannot be reached, and no jobs are kept there: the socket leads to another "
               "machine or folder. Bring the link back, or remove the socket to keep jobs here.")
        .arg(directory);
}

} // namespace

QString keyringText(const EngineAccess::KeyringTrouble &trouble, const std::string &directory)
{
    const auto reason = [&trouble] {
        switch (trouble.failure.fault) {
        case KeyringFault::NotAsked:
            return Words::tr("HAULWATCH_KEYRING is “off”");
        case KeyringFault::Silent:
            return Words::tr("the keyring does not answer");
        case KeyringFault::NoKey:
            return Words::tr("the keyring is locked or no longer has the key");
        case KeyringFault::Unavailable:
            break;
        }
        return trouble.failure.detail.empty()
            ? Words::tr("there is no keyring")
            : Words::tr("there is no keyring: %1").arg(format::plain(trouble.failure.detail));
    }();
    const QString folder = format::plain(directory);
    if (trouble.lockedJobs == 0)
        return Words::tr(
                   "Credentials of new jobs are kept unencrypted in %1/secrets.json, which only you may read (%2).")
            .arg(folder, reason);
    return Words::
        tr("The credentials of %1 cannot be read (%2), so what needs them waits. Unlock the keyring, then start "
           "Haulwatch again; %3/secrets.sealed is left untouched. To do without it, give the jobs their credentials "
           "anew with `haulwatch set --credentials`.")
            .arg(trouble.lockedJobs == 1 ? Words::tr("one job") : Words::tr("%1 jobs").arg(trouble.lockedJobs), reason,
                 folder);
}

QString accessText(const EngineAccess::Failure &failure, const std::string &directory)
{
    return std::visit([&](const auto &f) { return textOf(f, format::plain(directory)); }, failure);
}

} // namespace haulwatch
