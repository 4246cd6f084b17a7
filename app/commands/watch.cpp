// SPDX-License-Identifier: GPL-3.0-or-later

#include <string>
#include <unordered_map>

#include "commands/arrival.h"
#include "commands/jobjson.h"
#include "commands/jobtext.h"
#include "commands/session.h"
#include "commands/words.h"
#include "system/stopsignals.h"
#include "words/format.h"

namespace haulwatch::commands {
namespace {

using namespace std::chrono_literals;

// People read no faster; a script gets every change.
constexpr Milliseconds kBetweenLines = 1s;

bool isBusy(const JobRecord &job)
{
    const JobState state = job.status.state;
    const bool completesItself = state == JobState::Transferred && arrivalOf(job) == Arrival::Pending;
    return state == JobState::Queued || isActive(state) || state == JobState::TransientError || completesItself;
}

/// Prints what changed, and counts the jobs that may still change by themselves.
class Watcher {
public:
    explicit Watcher(const Context &context)
        : m_context(context)
    {
    }

    void apply(const TableUpdate &changes)
    {
        for (const auto *records : {&changes.added, &changes.changed}) {
            for (const JobRecord &record : *records)
                take(record, changes.time);
        }
        for (const JobId id : changes.removed)
            remove(id, changes.time);
    }

    [[nodiscard]] bool isIdle() const { return m_busy == 0; }

private:
    struct Seen {
        JobStatus status;
        bool isBusy = false;
        WallTime printed {};
        std::size_t line = 0; ///< a hash of the JSON that was printed last
    };

    void take(const JobRecord &record, WallTime now)
    {
        const auto [it, isNew] = m_seen.try_emplace(record.spec->id);
        Seen &seen = it->second;
        m_busy -= seen.isBusy ? 1U : 0U;
        seen.isBusy = isBusy(record);
        m_busy += seen.isBusy ? 1U : 0U;
        if (m_context.json)
            printJson(record, seen);
        else if (isNew || isWorthALine(record.status, seen, now))
            printText(record, seen, now);
        seen.status = record.status;
    }

    [[nodiscard]] static bool isWorthALine(const JobStatus &status, const Seen &seen, WallTime now)
    {
        return status.state != seen.status.state || status.filesTransferred != seen.status.filesTransferred
            || status.errorCount != seen.status.errorCount || status.priority != seen.status.priority
            || now - seen.printed >= kBetweenLines;
    }

    void printJson(const JobRecord &record, Seen &seen)
    {
        const std::string line = jobjson::compact(jobjson::job(record));
        // The rate is no part of it, so a change of the rate alone is none here.
        const std::size_t hash = std::hash<std::string> {}(line);
        if (hash != seen.line)
            m_context.console.print(line);
        seen.line = hash;
    }

    void printText(const JobRecord &record, Seen &seen, WallTime now)
    {
        m_context.console.print(jobtext::change(record, now));
        seen.printed = now;
    }

    void remove(JobId id, WallTime now)
    {
        const auto it = m_seen.find(id);
        if (it == m_seen.end())
            return;
        m_busy -= it->second.isBusy ? 1U : 0U;
        m_seen.erase(it);
        if (!m_context.json)
            m_context.console.print(format::clockTime(now) + QStringLiteral("  ")
                                    + Words::tr("%1 was forgotten").arg(QString::fromStdString(toString(id))));
    }

    const Context &m_context;
    std::unordered_map<JobId, Seen> m_seen;
    std::size_t m_busy = 0;
};

} // namespace

ExitStatus run(const commandline::Watch &watch, const Context &context)
{
    const StopSignals signals;
    const auto session = Session::open(context, EngineAccess::Work::Transfer, LocalEngine::ChangeFeed::On);
    if (!session)
        return ExitStatus::StoreUnusable;
    if (session->access().isOwner())
        context.console.say(Words::tr("No engine was running; this command runs it until it ends."));

    RequestCaller &caller = session->caller();
    QObject::connect(&signals, &StopSignals::stopRequested, &caller, &RequestCaller::stop);
    if (signals.isStopRequested())
        caller.stop();
    Watcher watcher(context);
    while (const auto changes = caller.waitForChanges()) {
        watcher.apply(*changes);
        if (!context.console.flush())
            return finish(ExitStatus::Failed, context);
        if (watch.untilIdle && watcher.isIdle())
            return ExitStatus::Done;
    }
    if (caller.isStopped())
        return watch.untilIdle ? ExitStatus::Failed : ExitStatus::Done;
    context.console.say(Words::tr("The engine stopped."));
    return ExitStatus::Failed;
}

} // namespace haulwatch::commands
