// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/nextmove.h"

#include <QCoreApplication>

#include <algorithm>

#include "words/format.h"

namespace haulwatch {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NextMove)
};

std::optional<std::uint64_t> secondsLeft(const JobStatus &status)
{
    if (status.rate == 0 || status.bytesTotal == kUnknownSize || status.bytesTotal < status.bytesTransferred)
        return std::nullopt;
    return (status.bytesTotal - status.bytesTransferred) / status.rate;
}

QString whichTry(std::uint32_t n)
{
    if (n == 2)
        return Words::tr("2nd try");
    if (n == 3)
        return Words::tr("3rd try");
    return n <= 20 ? Words::tr("%1th try").arg(n) : Words::tr("try %1").arg(n);
}

QString retry(const JobRecord &job, WallTime now)
{
    if (job.status.nextRetry == 0)
        return Words::tr("waits");
    const auto left = std::max(Milliseconds {0}, toWallTime(job.status.nextRetry) - now);
    const auto countdown = format::countdown(left);
    return job.error ? Words::tr("%1 · %2", "time until, which try").arg(countdown, whichTry(job.error->attempt + 1))
                     : countdown;
}

QString transfer(const JobStatus &status)
{
    if (const auto seconds = secondsLeft(status))
        return Words::tr("%1 left").arg(format::duration(std::chrono::seconds {std::max<std::uint64_t>(1, *seconds)}));
    return status.rate == 0 ? Words::tr("no data yet") : Words::tr("end unknown");
}

QString inLine(const JobStatus &status, WallTime now)
{
    if (!status.has(kWaitsForServer))
        return Words::tr("in line");
    if (status.nextRetry == 0)
        return Words::tr("server is busy");
    const auto left = std::max(Milliseconds {0}, toWallTime(status.nextRetry) - now);
    return Words::tr("server asks: %1", "time to wait").arg(format::countdown(left));
}

} // namespace

NextMove nextMove(const JobRecord &job, WallTime now)
{
    switch (job.status.state) {
    case JobState::Error:
    case JobState::Suspended:
        return {Words::tr("you"), true};
    case JobState::Transferred:
        return {Words::tr("Complete"), true};
    case JobState::TransientError:
        return {retry(job, now), false};
    case JobState::Transferring:
        return {transfer(job.status), false};
    case JobState::Connecting:
        return {format::duration(std::max(Milliseconds {0}, now - toWallTime(job.status.modified))), false};
    case JobState::Queued:
        return {inLine(job.status, now), false};
    case JobState::Acknowledged:
    case JobState::Cancelled:
        return {};
    }
    Q_UNREACHABLE();
}

std::uint64_t nextMoveRank(const JobRecord &job)
{
    const auto rank = [](std::uint64_t kind, std::uint64_t value) {
        return (kind << 56) | std::min(value, (std::uint64_t {1} << 56) - 1);
    };
    switch (job.status.state) {
    case JobState::Error:
        return rank(0, 0);
    case JobState::Transferred:
        return rank(1, 0);
    case JobState::Suspended:
        return rank(2, 0);
    case JobState::TransientError:
        return rank(3, job.status.nextRetry == 0 ? ~std::uint64_t {0} : job.status.nextRetry);
    case JobState::Connecting:
        return rank(4, 0);
    case JobState::Transferring:
        return rank(5, secondsLeft(job.status).value_or(~std::uint64_t {0}));
    case JobState::Queued:
        return rank(6, 0);
    case JobState::Acknowledged:
    case JobState::Cancelled:
        return rank(7, 0);
    }
    Q_UNREACHABLE();
}

} // namespace haulwatch
