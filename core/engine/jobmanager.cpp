// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobmanager.h"

#include <algorithm>
#include <utility>

#include "service/jobdraft.h"
#include "system/volume.h"

namespace haulwatch {
namespace {

bool isRead(const Request &request)
{
    return std::holds_alternative<GetJobs>(request) || std::holds_alternative<GetFiles>(request)
        || std::holds_alternative<GetHistory>(request) || std::holds_alternative<GetFolder>(request);
}

Result<void> setLimits(EngineLimits &limits, const SetLimits &request)
{
    constexpr std::uint32_t kMost = 10'000;
    const auto set = [](std::uint32_t &limit, std::optional<std::uint32_t> wish) {
        limit = wish.value_or(limit);
        return limit >= 1 && limit <= kMost;
    };
    if (!set(limits.activeJobs, request.activeJobs))
        return refuse(Refusal::BadOption, "activeJobs");
    if (!set(limits.transfers, request.transfers))
        return refuse(Refusal::BadOption, "transfers");
    if (!set(limits.transfersPerHost, request.transfersPerHost))
        return refuse(Refusal::BadOption, "transfersPerHost");
    return {};
}

} // namespace

JobManager::JobManager(TransferEngine &transfers, JobJournal &journal, EngineLimits limits, std::uint64_t seed,
                       FormerRun former, Instant now, JobListeners listeners)
    : m_journal(journal)
    , m_limits(limits)
    , m_session(former.record)
    , m_book(journal)
    , m_runner(m_book, transfers, m_session, former.crashed, m_limits, seed)
    , m_verbs(m_book, m_runner, transfers)
    , m_editor(m_book, m_runner, transfers, m_targets)
    , m_notifier(m_book, listeners.callback, listeners.commands)
    , m_sweep(m_book, m_verbs, m_targets, m_session, m_limits, now)
    , m_names(m_targets, transfers)
    , m_random(seed + 1)
{
    m_book.table().reserve(former.jobs.size());
    for (StoredJob &job : former.jobs) {
        const Milliseconds sinceProgress = job.sinceProgress;
        std::string formerFolder = std::move(job.formerFolder);
        m_book.load(std::move(job));
        const Index index = m_book.table().end() - 1;
        const JobSpec &spec = m_book.spec(index);
        m_lastId = std::max(m_lastId, spec.id);
        m_editor.adopt(index, std::move(formerFolder));
        if (isFinal(m_book.state(index)))
            continue;
        m_targets.hold(spec);
        m_runner.adopt(index, sinceProgress, now);
        if (m_book.state(index) == JobState::Transferred)
            m_arrived.push_back({0, index});
    }
}

void JobManager::handle(Requester from, RequestId id, Request request, Instant now)
{
    const bool read = isRead(request);
    m_now = now;
    m_deed = {};
    // A job the store cannot keep must not be accepted.
    Result<Answer> result = refuse(Refusal::StoreFailed);
    if (const auto failure = m_journal.failure(); failure && !read)
        result = refuse(Refusal::StoreFailed, *failure);
    else
        result = std::visit([&](auto &r) { return answer(r, now); }, request);

    Delivery delivery {from, {id, std::move(result)}};
    if (read || !delivery.response.result)
        m_ready.push_back(std::move(delivery));
    else
        m_waiting.push_back({m_book.flush(), std::move(delivery), std::move(m_deed)});
}

void JobManager::step(Instant now, const std::vector<TransferEvent> &events)
{
    m_now = now;
    // A failure stops the files beside it: what arrived in the same turn is counted first.
    const auto isFailure = [](const TransferEvent &event) { return std::holds_alternative<TransferFailed>(event); };
    for (const bool failures : {false, true}) {
        for (const TransferEvent &event : events) {
            if (isFailure(event) == failures)
                m_runner.handle(event, now);
        }
    }
    m_editor.tidy();
    m_runner.advance(now);
    if (const auto arrived = m_runner.takeArrived(); !arrived.empty()) {
        const JournalTicket ticket = m_book.flush();
        for (const Index job : arrived)
            m_arrived.push_back({ticket, job});
    }
    completeArrived(now);
    m_sweep.advance(now);
    m_notifier.advance(now);
    m_book.flush();
}

std::optional<MonotonicTime> JobManager::nextWake() const
{
    const auto work = m_runner.nextWake();
    const auto news = m_notifier.nextWake();
    return work && news ? std::min(work, news) : work ? work : news;
}

std::vector<JobManager::Delivery> JobManager::takeDeliveries()
{
    const JournalTicket durable = m_journal.durable();
    while (!m_waiting.empty() && m_waiting.front().ticket <= durable) {
        for (const Index job : m_waiting.front().deed.forgotten) {
            if (m_book.table().contains(job))
                m_book.drop(job);
        }
        m_ready.push_back(std::move(m_waiting.front().delivery));
        m_waiting.pop_front();
    }
    if (const auto failure = m_waiting.empty() ? std::nullopt : m_journal.failure()) {
        // The last first, so that each finds the jobs as it left them.
        for (auto waiting = m_waiting.rbegin(); waiting != m_waiting.rend(); ++waiting)
            takeBack(std::move(waiting->deed));
        for (Waiting &waiting : m_waiting) {
            waiting.delivery.response.result = refuse(Refusal::StoreFailed, *failure);
            m_ready.push_back(std::move(waiting.delivery));
        }
        m_waiting.clear();
        m_book.flush();
    }
    return std::exchange(m_ready, {});
}

// What was refused must not have been done, nor be done later, when the store takes again what waits for it.
void JobManager::takeBack(Deed deed)
{
    if (deed.added)
        takeBackNew(*deed.added);
    for (auto image = deed.changed.rbegin(); image != deed.changed.rend(); ++image)
        takeBackChange(std::move(*image));
    for (const Index job : deed.forgotten) {
        if (m_book.table().contains(job))
            m_book.takeBack(m_book.image(job), m_now);
    }
}

void JobManager::takeBackNew(Index job)
{
    m_runner.release(job);
    m_targets.release(m_book.spec(job));
    m_book.forget(job);
}

void JobManager::takeBackChange(JobBook::Image image)
{
    const Index job = image.job;
    m_runner.release(job);
    if (!isFinal(m_book.state(job)))
        m_editor.takeBack(job, *image.record.spec);
    else if (!isFinal(image.record.status.state))
        m_targets.hold(*image.record.spec);
    m_book.takeBack(std::move(image), m_now);
    m_runner.adopt(job, {}, m_now);
    if (m_book.state(job) == JobState::Transferred)
        m_arrived.push_back({m_book.flush(), job});
}

void JobManager::shutDown()
{
    for (Index job = 0; job < m_book.table().end(); ++job) {
        if (m_book.table().contains(job) && isActive(m_book.state(job)))
            m_runner.halt(job);
    }
    m_book.makeUrgent();
    m_book.flush();
}

Result<Answer> JobManager::answer(AddJob &request, Instant now)
{
    auto checked = checkDraft(request.draft);
    if (!checked)
        return tl::unexpected(checked.error());
    JobSpec &spec = checked->spec;
    if (unfinishedJobs() >= m_limits.unfinishedJobs)
        return refuse(Refusal::TooManyJobs, std::to_string(m_limits.unfinishedJobs));
    auto volume = m_names.admit(spec, checked->renameExisting);
    if (!volume)
        return tl::unexpected(std::move(volume.error()));

    m_lastId = nextJobId(m_lastId, now.wall, m_random());
    spec.id = m_lastId;
    spec.created = now.wall;
    m_targets.hold(spec);
    const Index job =
        m_book.add(std::make_shared<const JobSpec>(std::move(spec)), std::move(*volume), checked->priority, now);
    if (!checked->suspended) {
        m_book.trigger(job, Trigger::Resume, HistoryEvent::StateChanged, now);
        m_runner.enqueueAfresh(job, now);
    }
    // Until it is sure to stay it fetches nothing and makes no file.
    m_runner.holdUntil(job, m_book.flush(), now);
    m_deed.added = job;
    return m_book.table().at(job);
}

Result<Answer> JobManager::answer(ApplyVerb &request, Instant now)
{
    // Names that are given and data that is deleted cannot be taken back.
    if (request.verb == Verb::Complete || request.verb == Verb::Cancel) {
        if (const auto proved = proveStore(request.jobs); !proved)
            return tl::unexpected(proved.error());
    }
    VerbReport report;
    if (const auto *state = std::get_if<JobState>(&request.jobs)) {
        for (const Index job : jobsIn(*state))
            applyTo(request.verb, job, now, report);
        return report;
    }
    for (const JobId id : std::get<std::vector<JobId>>(request.jobs)) {
        if (const auto job = m_book.table().find(id))
            applyTo(request.verb, *job, now, report);
        else
            report.refused.emplace_back(id, refuse(Refusal::NoSuchJob, toString(id)).value());
    }
    return report;
}

void JobManager::applyTo(Verb verb, Index job, Instant now, VerbReport &report)
{
    const JobId id = m_book.table().idOf(job);
    const bool wasFinal = isFinal(m_book.state(job));
    JobBook::Image before = m_book.image(job);
    const auto result = m_verbs.apply(verb, job, now);
    if (result)
        m_deed.changed.push_back(std::move(before));
    for (std::string &path : m_verbs.takeUndeleted())
        report.undeleted.emplace_back(id, std::move(path));
    if (!wasFinal && isFinal(m_book.state(job)))
        m_targets.release(m_book.spec(job));
    if (!result)
        report.refused.emplace_back(id, result.error());
    else if (*result == code::kOk)
        report.done.push_back(id);
    else
        report.doneWithRemarks.emplace_back(id, *result);
}

// Something of these jobs is written, and so is what came before it; see Arrived. The user waits, so the thread may
// wait for the disk.
Result<void> JobManager::proveStore(const JobSelection &jobs)
{
    const auto *ids = std::get_if<std::vector<JobId>>(&jobs);
    if (const auto job = ids && !ids->empty() ? m_book.table().find(ids->front()) : std::nullopt)
        m_book.storeStatus(*job, {});
    m_book.makeUrgent();
    m_book.flush();
    if (m_journal.settle())
        return {};
    return refuse(Refusal::StoreFailed, m_journal.failure().value_or(std::string()));
}

// A job completes itself unless the user wants to, or must look first: nobody can say whether a body of unknown length
// is whole.
void JobManager::completeArrived(Instant now)
{
    const JournalTicket durable = m_journal.durable();
    while (!m_arrived.empty() && m_arrived.front().ticket <= durable) {
        const Index job = m_arrived.front().job;
        m_arrived.pop_front();
        if (!m_book.table().contains(job) || m_book.state(job) != JobState::Transferred)
            continue;
        const JobStatus &status = m_book.table().at(job).status;
        // Files that were added or begun again since then have not arrived.
        if (m_book.files(job).facts().hasUnfinishedFiles)
            continue;
        if (m_book.spec(job).options->manualComplete || status.has(kLengthUnverified) || status.has(kCompleteRefused))
            continue;
        VerbReport report;
        applyTo(Verb::Complete, job, now, report);
    }
    m_deed = {}; // nobody asked for it
}

Result<Answer> JobManager::answer(EditJobs &request, Instant now)
{
    VerbReport report;
    for (const JobId id : request.ids) {
        const auto job = m_book.table().find(id);
        auto before = job ? std::optional(m_book.image(*job)) : std::nullopt;
        const auto result = job ? m_editor.apply(request.change, *job, now) : refuse(Refusal::NoSuchJob, toString(id));
        if (result)
            m_deed.changed.push_back(std::move(*before));
        if (!result)
            report.refused.emplace_back(id, result.error());
        else if (*result == code::kOk)
            report.done.push_back(id);
        else
            report.doneWithRemarks.emplace_back(id, *result);
    }
    return report;
}

Result<Answer> JobManager::answer(ForgetJobs &request, Instant)
{
    VerbReport report;
    for (const JobId id : request.ids) {
        const auto job = m_book.table().find(id);
        if (!job) {
            report.refused.emplace_back(id, refuse(Refusal::NoSuchJob, toString(id)).value());
        } else if (!isFinal(m_book.state(*job))) {
            report.refused.emplace_back(id,
                                        refuse(Refusal::InvalidState, std::string(name(m_book.state(*job)))).value());
        } else {
            m_book.journalRemoval(*job);
            m_deed.forgotten.push_back(*job);
            report.done.push_back(id);
        }
    }
    return report;
}

Result<Answer> JobManager::answer(GetJobs &request, Instant)
{
    std::vector<JobRecord> records;
    if (const auto *ids = std::get_if<std::vector<JobId>>(&request.which)) {
        for (const JobId id : *ids) {
            const auto job = m_book.table().find(id);
            if (!job)
                return refuse(Refusal::NoSuchJob, toString(id));
            records.push_back(m_book.table().at(*job));
        }
        return records;
    }
    const auto *state = std::get_if<JobState>(&request.which);
    for (Index job = 0; job < m_book.table().end(); ++job) {
        if (m_book.table().contains(job) && (!state || m_book.state(job) == *state))
            records.push_back(m_book.table().at(job));
    }
    return records;
}

Result<Answer> JobManager::answer(GetFiles &request, Instant)
{
    const auto job = m_book.table().find(request.id);
    if (!job)
        return refuse(Refusal::NoSuchJob, toString(request.id));
    const auto files = m_book.files(*job).all();
    return JobFiles {m_book.table().at(*job).spec, {files.begin(), files.end()}, m_book.state(*job)};
}

Result<Answer> JobManager::answer(GetHistory &request, Instant)
{
    if (!m_book.table().find(request.id))
        return refuse(Refusal::NoSuchJob, toString(request.id));
    m_book.flush();
    auto history = m_journal.history(request.id);
    if (!history)
        return tl::unexpected(history.error());
    return std::move(*history);
}

Result<Answer> JobManager::answer(GetFolder &request, Instant)
{
    if (!request.folder.starts_with('/'))
        return refuse(Refusal::FolderNotAbsolute, request.folder);
    return spaceOf(request.folder);
}

Result<Answer> JobManager::answer(SetLimits &request, Instant now)
{
    // An engine that only keeps jobs does not begin to transfer them because of this.
    if (m_limits.activeJobs == 0)
        return refuse(Refusal::Unsupported);
    EngineLimits limits = m_limits;
    if (const auto set = setLimits(limits, request); !set)
        return tl::unexpected(set.error());
    m_limits = limits;
    m_runner.onLimitsChanged(now);
    return VerbReport {};
}

std::size_t JobManager::unfinishedJobs() const
{
    const JobTable &table = m_book.table();
    return table.size() - table.count(JobState::Acknowledged) - table.count(JobState::Cancelled);
}

std::vector<JobManager::Index> JobManager::jobsIn(JobState state) const
{
    std::vector<Index> jobs;
    for (Index job = 0; job < m_book.table().end(); ++job) {
        if (m_book.table().contains(job) && m_book.state(job) == state)
            jobs.push_back(job);
    }
    return jobs;
}

} // namespace haulwatch
