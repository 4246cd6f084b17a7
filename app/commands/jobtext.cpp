// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/jobtext.h"

#include <algorithm>

#include "commands/words.h"
#include "job/errorcatalog.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch::jobtext {
namespace {

QString word(std::string_view ascii)
{
    return QString::fromLatin1(ascii.data(), static_cast<qsizetype>(ascii.size()));
}

/// Every column as wide as its widest cell, but for the last.
QStringList aligned(const std::vector<QStringList> &rows)
{
    std::vector<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[static_cast<std::size_t>(i)] = std::max(widths[static_cast<std::size_t>(i)], row[i].size());
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row[i].leftJustified(widths[static_cast<std::size_t>(i)]) + QStringLiteral("  ");
        while (line.endsWith(u' '))
            line.chop(1);
        lines.push_back(line);
    }
    return lines;
}

QString progress(Bytes transferred, Bytes total)
{
    if (total == kUnknownSize)
        return transferred == 0 ? QStringLiteral("-") : format::bytes(transferred);
    return commands::Words::tr("%1 of %2").arg(format::bytes(transferred), format::bytes(total));
}

QString orDash(EpochSeconds seconds)
{
    return seconds == 0 ? QStringLiteral("-") : format::dateTime(toWallTime(seconds));
}

QString share(const JobStatus &status)
{
    const QString percent = format::percent(status.bytesTransferred, status.bytesTotal);
    return percent.isEmpty() ? QStringLiteral("-") : percent;
}

QString filesOf(const JobStatus &status)
{
    return QString::number(status.filesTransferred) + u'/' + QString::number(status.filesTotal);
}

} // namespace

QStringList list(const std::vector<JobRecord> &jobs)
{
    std::vector<QStringList> rows {{commands::Words::tr("ID"), commands::Words::tr("STATE"),
                                    commands::Words::tr("DONE"), commands::Words::tr("FILES"),
                                    commands::Words::tr("SIZE"), commands::Words::tr("NAME"),
                                    commands::Words::tr("PROBLEM")}};
    for (const JobRecord &job : jobs) {
        const JobStatus &status = job.status;
        rows.push_back({word(toString(job.spec->id)), word(name(status.state)), share(status), filesOf(status),
                        status.bytesTotal == kUnknownSize ? QStringLiteral("-") : format::bytes(status.bytesTotal),
                        format::plain(job.spec->name), problemtext::cell(job)});
    }
    return aligned(rows);
}

QStringList job(const JobRecord &record)
{
    const JobSpec &spec = *record.spec;
    const JobStatus &status = record.status;
    std::vector<QStringList> facts {
        {commands::Words::tr("Job"), word(toString(spec.id))},
        {commands::Words::tr("Name"), format::plain(spec.name)},
        {commands::Words::tr("State"), word(name(status.state))},
        {commands::Words::tr("Priority"), word(name(status.priority))},
        {commands::Words::tr("Folder"), format::plain(spec.folder)},
        {commands::Words::tr("Progress"), progress(status.bytesTransferred, status.bytesTotal)},
        {commands::Words::tr("Files"),
         commands::Words::tr("%1 of %2").arg(status.filesTransferred).arg(status.filesTotal)},
        {commands::Words::tr("Errors"), QString::number(status.errorCount)},
        {commands::Words::tr("Created"), format::dateTime(spec.created)},
        {commands::Words::tr("Changed"), orDash(status.modified)},
        {commands::Words::tr("Transferred"), orDash(status.transferred)},
        {commands::Words::tr("Next retry"), orDash(status.nextRetry)},
    };
    if (status.state == JobState::Queued)
        facts.push_back({commands::Words::tr("Waits"), problemtext::finality(record, {})});
    QStringList lines = aligned(facts);
    if (status.has(kLengthUnverified))
        lines.push_back(commands::Words::tr(
            "The server did not say how long a file is, so nobody can tell whether all of it is here. "
            "Check it, then `haulwatch complete` it."));
    if (record.error) {
        lines.push_back({});
        lines += error(*record.error);
    }
    return lines;
}

QStringList error(const JobError &error)
{
    std::vector<QStringList> facts {
        {commands::Words::tr("Code"), word(toHex(error.code)) + QStringLiteral("  ") + word(symbolicName(error.code))},
        {commands::Words::tr("Context"),
         problemtext::context(error.context) + QStringLiteral(": ") + problemtext::contextDescription(error.context)},
        {commands::Words::tr("Protocol"), problemtext::protocol(error)},
    };
    if (error.native.kind != NativeKind::None)
        facts.push_back({commands::Words::tr("Native code"), problemtext::native(error.native)});
    if (!error.detail.empty())
        facts.push_back({commands::Words::tr("Detail"), format::plain(error.detail)});
    if (!error.exchange.address.empty())
        facts.push_back({commands::Words::tr("Connected to"), format::plain(error.exchange.address)});
    if (!error.exchange.tls.empty())
        facts.push_back({commands::Words::tr("TLS"), format::plain(error.exchange.tls)});
    for (const std::string &header : error.exchange.headers)
        facts.push_back({commands::Words::tr("Header"), format::plain(header)});
    if (error.file) {
        facts.push_back({commands::Words::tr("Address"), format::plain(error.file->remote)});
        facts.push_back({commands::Words::tr("File"), format::plain(error.file->local)});
    }
    if (error.first)
        facts.push_back({commands::Words::tr("First cause"),
                         problemtext::title(error.first->cause) + QStringLiteral("  ")
                             + word(symbolicName(error.first->code)) + QStringLiteral("  ")
                             + format::clockTime(error.first->time)});
    facts.push_back({commands::Words::tr("Attempt"), QString::number(error.attempt)});
    facts.push_back({commands::Words::tr("Time"), format::clockTime(error.time)});

    QStringList lines {
        problemtext::title(error.cause), problemtext::description(error), problemtext::remedy(error), {}};
    return lines + aligned(facts);
}

QStringList files(const JobFiles &files)
{
    std::vector<QStringList> rows {{commands::Words::tr("N"), commands::Words::tr("STATE"),
                                    commands::Words::tr("PROGRESS"), commands::Words::tr("NAME"),
                                    commands::Words::tr("ADDRESS")}};
    for (std::size_t i = 0; i < files.spec->files.size() && i < files.files.size(); ++i) {
        const FileSpec &file = files.spec->files[i];
        const FileProgress &state = files.files[i];
        rows.push_back({QString::number(i), word(name(state.state)), progress(state.transferred, state.total),
                        format::plain(file.local), format::plain(file.remote)});
    }
    return aligned(rows);
}

QStringList history(const std::vector<HistoryEntry> &entries, const JobSpec &spec)
{
    std::vector<QStringList> rows;
    for (const HistoryEntry &entry : entries)
        rows.push_back({format::clockTime(entry.time), word(name(entry.state)), problemtext::historyLine(entry, spec)});
    return aligned(rows);
}

QString change(const JobRecord &record, WallTime now)
{
    const JobStatus &status = record.status;
    QStringList parts {format::clockTime(now), word(name(status.state)).leftJustified(15),
                       share(status).leftJustified(5), filesOf(status), format::plain(record.spec->name)};
    if (status.state == JobState::Transferring && status.rate > 0)
        parts.push_back(format::rate(status.rate));
    if (record.error)
        parts.push_back(problemtext::cell(record) + QStringLiteral(" — ") + problemtext::finality(record, now));
    return parts.join(QStringLiteral("  "));
}

} // namespace haulwatch::jobtext
