// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobnotifier.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "job/errorcatalog.h"

namespace haulwatch {
namespace {

constexpr Milliseconds kCommandPoll {200}; // how often a running command is looked at

bool mayBeTold(const JobRecord &job)
{
    const auto flags = job.spec->options->notify;
    return (flags & kNotifyModification) != 0 && (flags & kNotifyDisable) == 0 && job.status.state != JobState::Error
        && job.status.state != JobState::Transferred;
}

} // namespace

void JobNotifier::advance(Instant now)
{
    m_now = now.monotonic;
    collect();
    for (auto it = m_debts.begin(); it != m_debts.end();)
        it = pay(it->first, it->second, now) ? std::next(it) : m_debts.erase(it);
    tellModifications(now);
}

void JobNotifier::collect()
{
    for (const auto &[job, file] : m_book.takeArrivedFiles()) {
        if (m_callback)
            m_debts[job].files.push_back(file);
    }
    for (const Index job : m_book.takeOwing()) {
        const bool hasCommand =
            m_book.table().contains(job) && m_commands && !m_book.spec(job).options->notifyCommand.empty();
        if (m_callback || hasCommand)
            m_debts[job];
    }
}

bool JobNotifier::pay(Index job, Debt &debt, Instant now)
{
    if (debt.command) {
        const auto status = m_commands->takeExit(*debt.command);
        if (!status)
            return true;
        endCommand(job, debt, *status, now);
    }
    if (!m_book.table().contains(job))
        return false;
    if (now.monotonic < debt.notBefore)
        return true;
    if (!tellFiles(job, debt)) {
        debt.notBefore = now.monotonic + kAgain;
        return true;
    }
    for (const JobFlag what : {kOwesError, kOwesTransferred}) {
        const JobRecord &record = m_book.table().at(job);
        if (!record.status.has(what))
            continue;
        if (m_callback && tell(record, what)) {
            settle(job, what);
            continue;
        }
        if (m_commands && !record.spec->options->notifyCommand.empty())
            return runCommand(job, debt, what, now);
        debt.notBefore = now.monotonic + kAgain;
        return m_callback != nullptr;
    }
    return false;
}

// BITS: all files of a job before the job. False: one was not taken.
bool JobNotifier::tellFiles(Index job, Debt &debt)
{
    while (!debt.files.empty()) {
        if (!m_callback->fileTransferred(m_book.table().at(job), debt.files.front()))
            return false;
        debt.files.pop_front();
    }
    return true;
}

bool JobNotifier::tell(const JobRecord &job, JobFlag what) const
{
    return what == kOwesError ? m_callback->jobError(job) : m_callback->jobTransferred(job);
}

bool JobNotifier::runCommand(Index job, Debt &debt, JobFlag what, Instant now)
{
    if (m_running >= kMostCommands)
        return true;
    const JobRecord &record = m_book.table().at(job);
    const std::string id = toString(record.spec->id);
    const std::string event(name(what == kOwesError ? JobState::Error : JobState::Transferred));
    auto words = record.spec->options->notifyCommand;
    words.push_back(id);
    words.push_back(event);
    debt.commandFor = what;
    debt.command = m_commands->start(words,
                                     {"HAULWATCH_JOB_ID=" + id, "HAULWATCH_EVENT=" + event,
                                      "HAULWATCH_JOB_STATE=" + std::string(name(record.status.state))});
    if (debt.command)
        ++m_running;
    else
        endCommand(job, debt, 127, now); // as a shell says "not found"
    return true;
}

// BITS: a command that fails is run again after the retry delay, as long as the job has neither been completed nor
// cancelled.
void JobNotifier::endCommand(Index job, Debt &debt, int status, Instant now)
{
    if (std::exchange(debt.command, std::nullopt))
        --m_running;
    if (!m_book.table().contains(job))
        return;
    if (status != 0) {
        JobError error = errorFrom(classify(code::kFail));
        error.context = ErrorContext::QueueManagerNotification;
        error.time = now.wall;
        m_book.note(job,
                    {now.wall,
                     m_book.state(job),
                     HistoryEvent::NotifyFailed,
                     {},
                     static_cast<std::uint64_t>(status),
                     std::move(error)});
    }
    if (status == 0 || isFinal(m_book.state(job))) {
        settle(job, debt.commandFor);
        return;
    }
    debt.notBefore = now.monotonic + m_book.spec(job).options->retry.fixedDelay.value_or(kAgain);
}

void JobNotifier::settle(Index job, JobFlag what)
{
    m_book.setFlag(job, what, false);
    m_book.storeStatus(job, {});
}

void JobNotifier::noteModified(std::span<const Index> jobs)
{
    for (const Index job : jobs) {
        if (m_callback && m_book.table().contains(job) && mayBeTold(m_book.table().at(job)))
            m_modified.emplace(job, m_now);
    }
}

void JobNotifier::tellModifications(Instant now)
{
    for (auto it = m_modified.begin(); it != m_modified.end();) {
        if (now.monotonic - it->second < kModificationInterval) {
            ++it;
            continue;
        }
        if (m_book.table().contains(it->first) && mayBeTold(m_book.table().at(it->first)))
            m_callback->jobModification(m_book.table().at(it->first));
        it = m_modified.erase(it);
    }
}

std::optional<MonotonicTime> JobNotifier::nextWake() const
{
    std::optional<MonotonicTime> at;
    const auto consider = [&at](MonotonicTime t) { at = std::min(at.value_or(t), t); };
    for (const auto &[job, debt] : m_debts)
        consider(debt.command ? m_now + kCommandPoll : std::max(debt.notBefore, m_now + kCommandPoll));
    for (const auto &[job, since] : m_modified)
        consider(since + kModificationInterval);
    return at;
}

} // namespace haulwatch
