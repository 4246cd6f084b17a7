// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobcolumns.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

#include "job/errorcatalog.h"
#include "words/format.h"
#include "words/nextmove.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JobColumns)
};

std::string_view hostOfJob(const JobRecord &job)
{
    if (job.error && !job.error->host.empty())
        return job.error->host;
    return job.spec->files.empty() ? std::string_view() : hostOf(job.spec->files.front().remote);
}

/// What needs the user comes first, what is over last.
SortKey stateKey(const JobRecord &job)
{
    constexpr std::array<std::uint8_t, kJobStateCount> ranks {6, 4, 3, 5, 0, 1, 2, 7, 8};
    return {ranks[static_cast<std::size_t>(job.status.state)], {}};
}

SortKey textKey(std::string_view text)
{
    return {0, text};
}

/// In millionths. A job whose size nobody knows stands with those that have not begun.
SortKey progressKey(const JobRecord &job)
{
    const auto &status = job.status;
    if (status.bytesTotal == kUnknownSize || status.bytesTotal == 0)
        return {status.state == JobState::Acknowledged ? 1'000'000U : 0U, {}};
    return {static_cast<std::uint64_t>(static_cast<double>(status.bytesTransferred)
                                       / static_cast<double>(status.bytesTotal) * 1e6),
            {}};
}

SortKey problemKey(const JobRecord &job)
{
    if (!job.error)
        return {~std::uint64_t {0}, {}};
    // Fatal before transient, equal causes together, and within them equal hosts.
    const auto fatal = std::uint64_t {job.error->transient} << 8;
    return {fatal | static_cast<std::uint64_t>(job.error->cause), job.error->host};
}

QString filesText(const JobRecord &job, WallTime)
{
    return Words::tr("%1 / %2", "files here / files of the job")
        .arg(format::count(job.status.filesTransferred), format::count(job.status.filesTotal));
}

QString progressText(const JobRecord &job, WallTime)
{
    const auto &status = job.status;
    const auto percent = format::percent(status.bytesTransferred, status.bytesTotal);
    return percent.isEmpty() ? format::bytes(status.bytesTransferred) : percent;
}

QString codeText(const JobRecord &job, WallTime)
{
    return job.error ? QString::fromStdString(symbolicName(job.error->code)) : QString();
}

QString contextText(const JobRecord &job, WallTime)
{
    return job.error ? problemtext::context(job.error->context) : QString();
}

constexpr Qt::Alignment kLeft = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment kRight = Qt::AlignRight | Qt::AlignVCenter;
constexpr auto kUp = Qt::AscendingOrder;
constexpr auto kDown = Qt::DescendingOrder;

using Job = const JobRecord &;

// clang-format off
constexpr std::array kColumns{
    JobColumnSpec{JobColumn::State, QT_TRANSLATE_NOOP("JobColumns", "State"), kLeft, 162, true, kUp, stateKey,
                  [](Job job, WallTime) { return format::stateName(job.status.state); }},
    JobColumnSpec{JobColumn::Name, QT_TRANSLATE_NOOP("JobColumns", "Name"), kLeft, 198, true, kUp,
                  [](Job job) { return textKey(job.spec->name); }, [](Job job, WallTime) { return format::plain(job.spec->name); }},
    JobColumnSpec{JobColumn::Progress, QT_TRANSLATE_NOOP("JobColumns", "Progress"), kLeft, 150, true, kDown, progressKey, progressText},
    JobColumnSpec{JobColumn::Size, QT_TRANSLATE_NOOP("JobColumns", "Size"), kRight, 80, true, kDown,
                  [](Job job) { return SortKey{job.status.bytesTotal, {}}; }, [](Job job, WallTime) { return format::bytes(job.status.bytesTotal); }},
    JobColumnSpec{JobColumn::Speed, QT_TRANSLATE_NOOP("JobColumns", "Speed"), kRight, 88, true, kDown,
                  [](Job job) { return SortKey{job.status.rate, {}}; }, [](Job job, WallTime) { return format::rate(job.status.rate); }},
    JobColumnSpec{JobColumn::Next, QT_TRANSLATE_NOOP("JobColumns", "Next"), kLeft, 112, true, kUp,
                  [](Job job) { return SortKey{nextMoveRank(job), {}}; }, [](Job job, WallTime now) { return nextMove(job, now).text; }},
    JobColumnSpec{JobColumn::Files, QT_TRANSLATE_NOOP("JobColumns", "Files"), kRight, 96, true, kDown,
                  [](Job job) { return SortKey{job.status.filesTotal, {}}; }, filesText},
    JobColumnSpec{JobColumn::Problem, QT_TRANSLATE_NOOP("JobColumns", "Problem"), kLeft, 160, true, kUp, problemKey,
                  [](Job job, WallTime) { return problemtext::cell(job); }},
    JobColumnSpec{JobColumn::Host, QT_TRANSLATE_NOOP("JobColumns", "Host"), kLeft, 140, false, kUp,
                  [](Job job) { return textKey(hostOfJob(job)); }, [](Job job, WallTime) { return format::plain(hostOfJob(job)); }},
    JobColumnSpec{JobColumn::Priority, QT_TRANSLATE_NOOP("JobColumns", "Priority"), kLeft, 90, false, kUp,
                  [](Job job) { return SortKey{static_cast<std::uint64_t>(job.status.priority), {}}; },
                  [](Job job, WallTime) { return format::priorityName(job.status.priority); }},
    JobColumnSpec{JobColumn::Errors, QT_TRANSLATE_NOOP("JobColumns", "Errors"), kRight, 70, false, kDown,
                  [](Job job) { return SortKey{job.status.errorCount, {}}; }, [](Job job, WallTime) { return format::count(job.status.errorCount); }},
    JobColumnSpec{JobColumn::Code, QT_TRANSLATE_NOOP("JobColumns", "Code"), kLeft, 170, false, kUp,
                  [](Job job) { return SortKey{job.error ? job.error->code.value : ~std::uint64_t{0}, {}}; }, codeText},
    JobColumnSpec{JobColumn::Added, QT_TRANSLATE_NOOP("JobColumns", "Added"), kLeft, 140, false, kDown,
                  [](Job job) { return SortKey{toEpochSeconds(job.spec->created), {}}; }, [](Job job, WallTime) { return format::dateTime(job.spec->created); }},
    JobColumnSpec{JobColumn::Changed, QT_TRANSLATE_NOOP("JobColumns", "Changed"), kLeft, 140, false, kDown,
                  [](Job job) { return SortKey{job.status.modified, {}}; },
                  [](Job job, WallTime) { return format::dateTime(toWallTime(job.status.modified)); }},
    JobColumnSpec{JobColumn::Received, QT_TRANSLATE_NOOP("JobColumns", "Received"), kRight, 88, false, kDown,
                  [](Job job) { return SortKey{job.status.bytesTransferred, {}}; },
                  [](Job job, WallTime) { return format::bytes(job.status.bytesTransferred); }},
    JobColumnSpec{JobColumn::Context, QT_TRANSLATE_NOOP("JobColumns", "Context"), kLeft, 140, false, kUp,
                  [](Job job) { return SortKey{job.error ? static_cast<std::uint64_t>(job.error->context) : ~std::uint64_t{0}, {}}; }, contextText},
    JobColumnSpec{JobColumn::Retry, QT_TRANSLATE_NOOP("JobColumns", "Retry"), kLeft, 260, false, kUp,
                  [](Job job) { return SortKey{static_cast<std::uint64_t>(job.spec->options->retry.noProgressTimeout.count()), {}}; },
                  [](Job job, WallTime) { return problemtext::retryPolicy(job.spec->options->retry); }},
    JobColumnSpec{JobColumn::Folder, QT_TRANSLATE_NOOP("JobColumns", "Folder"), kLeft, 200, false, kUp,
                  [](Job job) { return textKey(job.spec->folder); }, [](Job job, WallTime) { return format::plain(job.spec->folder); }},
    JobColumnSpec{JobColumn::Id, QT_TRANSLATE_NOOP("JobColumns", "Id"), kLeft, 270, false, kUp,
                  [](Job) { return SortKey{}; }, [](Job job, WallTime) { return QString::fromStdString(toString(job.spec->id)); }},
};
// clang-format on

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        if (static_cast<std::size_t>(kColumns[i].column) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder());

} // namespace

std::span<const JobColumnSpec> jobColumns()
{
    return kColumns;
}

const JobColumnSpec &specOf(JobColumn column)
{
    return kColumns[static_cast<std::size_t>(column)];
}

QString titleOf(const JobColumnSpec &column)
{
    return QCoreApplication::translate("JobColumns", column.title);
}

QString rowSentence(const JobRecord &job, WallTime now)
{
    const auto &status = job.status;
    QStringList parts {format::plain(job.spec->name), format::stateName(status.state)};
    if (const auto problem = problemtext::cell(job); !problem.isEmpty())
        parts << problem;
    if (const auto percent = format::percent(status.bytesTransferred, status.bytesTotal);
        !percent.isEmpty() && !isFinal(status.state))
        parts << percent;
    parts << (status.filesTotal == 1
                  ? Words::tr("%1 of 1 file").arg(status.filesTransferred)
                  : Words::tr("%1 of %2 files")
                        .arg(format::count(status.filesTransferred), format::count(status.filesTotal)));
    if (status.rate > 0)
        parts << format::rate(status.rate);
    if (isFailing(status.state) || status.state == JobState::Transferred)
        parts << problemtext::finality(job, now);
    return parts.join(QStringLiteral(", "));
}

} // namespace haulwatch
