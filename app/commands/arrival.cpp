// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/arrival.h"

#include <algorithm>
#include <unordered_map>

#include "commands/jobtext.h"
#include "commands/words.h"
#include "system/stopsignals.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch::commands {
namespace {

void tellEnd(const JobRecord &job, const Context &context)
{
    const QString name = format::plain(job.spec->name);
    const QString id = QString::fromStdString(toString(job.spec->id));
    switch (arrivalOf(job)) {
    case Arrival::Pending:
    case Arrival::Arrived:
        return;
    case Arrival::Unfinished:
        context.console.say(
            job.status.has(kCompleteRefused)
                ? Words::tr("“%1” arrived, but a file could not be given its name. `haulwatch history %2` says "
                            "which; then `haulwatch complete %2`.")
                      .arg(name, id)
                : Words::tr("“%1” arrived, but the server did not say how long it is. Check it, then "
                            "`haulwatch complete %2`.")
                      .arg(name, id));
        return;
    case Arrival::Failed:
        if (!job.error) {
            context.console.say(Words::tr("“%1” was cancelled.").arg(name));
            return;
        }
        context.console.say(Words::tr("“%1” failed: %2. %3 %4")
                                .arg(name, problemtext::title(job.error->cause), problemtext::description(*job.error),
                                     problemtext::remedy(*job.error)));
    }
}

/// Puts the newest records into `jobs`; says which of them have come to an end now.
class ArrivalBoard {
public:
    explicit ArrivalBoard(std::vector<JobRecord> &jobs)
        : m_jobs(jobs)
    {
        for (std::size_t i = 0; i < jobs.size(); ++i)
            m_places.emplace(jobs[i].spec->id, i);
    }

    [[nodiscard]] bool isPending() const { return !m_places.empty(); }

    void apply(const TableUpdate &changes, const Context &context)
    {
        for (const auto *records : {&changes.added, &changes.changed}) {
            for (const JobRecord &record : *records)
                take(record, context);
        }
        for (const JobId id : changes.removed)
            m_places.erase(id);
    }

private:
    void take(const JobRecord &record, const Context &context)
    {
        const auto it = m_places.find(record.spec->id);
        if (it == m_places.end())
            return;
        m_jobs[it->second] = record;
        context.console.progress(jobtext::change(record, systemNow().wall));
        if (arrivalOf(record) == Arrival::Pending)
            return;
        m_places.erase(it);
        context.console.progress({});
        tellEnd(record, context);
    }

    std::vector<JobRecord> &m_jobs;
    std::unordered_map<JobId, std::size_t> m_places; ///< of those that are pending
};

} // namespace

Arrival arrivalOf(const JobRecord &job)
{
    switch (job.status.state) {
    case JobState::Acknowledged:
        return Arrival::Arrived;
    case JobState::Error:
    case JobState::Cancelled:
        return Arrival::Failed;
    case JobState::Transferred:
        if (job.status.has(kCompleteRefused))
            return Arrival::Unfinished;
        if (job.spec->options->manualComplete)
            return Arrival::Arrived;
        // Otherwise the job completes itself in a moment.
        return job.status.has(kLengthUnverified) ? Arrival::Unfinished : Arrival::Pending;
    default:
        return Arrival::Pending;
    }
}

ExitStatus waitForArrival(std::vector<JobRecord> &jobs, Session &session, const Context &context)
{
    const StopSignals signals;
    QObject::connect(&signals, &StopSignals::stopRequested, &session.caller(), &RequestCaller::stop);
    ArrivalBoard board(jobs);
    while (board.isPending()) {
        const auto changes = session.caller().waitForChanges();
        if (!changes) {
            context.console.progress({});
            context.console.say(
                session.caller().isStopped()
                    ? Words::tr("Interrupted. The job is kept; `haulwatch serve` goes on with it.")
                    : Words::tr("The engine stopped. The job is kept; `haulwatch serve` goes on with it."));
            return ExitStatus::Failed;
        }
        board.apply(*changes, context);
    }
    const auto hasArrived = [](const JobRecord &job) { return arrivalOf(job) == Arrival::Arrived; };
    return std::all_of(jobs.begin(), jobs.end(), hasArrived) ? ExitStatus::Done : ExitStatus::Failed;
}

} // namespace haulwatch::commands
