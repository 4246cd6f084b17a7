// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/jobcounts.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>

#include "job/attention.h"
#include "job/sameproblem.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;
using Index = JobTable::Index;

} // namespace

JobCounts::JobCounts(JobFeed &feed, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
{
    m_announce.setSingleShot(true);
    m_announce.setInterval(250ms);
    connect(&m_announce, &QTimer::timeout, this, &JobCounts::announce);
    m_clock.setInterval(5s);
    connect(&m_clock, &QTimer::timeout, this, &JobCounts::visitDue);
    m_clock.start();

    connect(&feed, &JobFeed::added, this, [this](Index first, Index end) {
        for (Index job = first; job < end; ++job)
            count(job, !m_firstBatch);
    });
    connect(&feed, &JobFeed::changed, this, [this](const std::vector<Index> &jobs) {
        for (const Index job : jobs)
            count(job, true);
    });
    connect(&feed, &JobFeed::removed, this, [this](const std::vector<Index> &jobs) {
        for (const Index job : jobs)
            forget(job);
    });
    connect(&feed, &JobFeed::updated, this, [this] {
        m_firstBatch = false;
        if (!m_announce.isActive())
            m_announce.start();
    });
    for (Index job = 0; job < feed.table().end(); ++job) {
        if (feed.table().contains(job))
            count(job, false);
    }
}

void JobCounts::count(Index job, bool isNews)
{
    if (job >= m_entries.size())
        m_entries.resize(std::size_t {job} + 1);
    Entry &entry = m_entries[job];
    const bool hadFailed = entry.failed;
    recount(entry, job);
    if (!entry.failed) {
        setUnseen(entry, false);
    } else if (isNews && !hadFailed) {
        setUnseen(entry, true);
        m_unseen.insert(job);
    }
    if (!entry.attention) {
        if (const auto due = attentionDue(table().at(job)))
            m_due.emplace(*due, job);
    }
}

void JobCounts::recount(Entry &entry, Index job)
{
    const JobRecord &record = table().at(job);
    const Entry before = entry;
    entry.group = record.error && isFailing(record.status.state) ? groupOf(record) : kNoGroup;
    entry.failed = record.status.state == JobState::Error;
    entry.attention = needsAttention(record, m_feed.now(record.engine));
    if (entry.group != kNoGroup)
        noteTime(m_groups[entry.group], record.error->time);
    takeOut(before);
    putIn(entry);
}

/// Before the job is put in: a group without jobs begins anew.
void JobCounts::noteTime(ProblemGroup &group, WallTime time)
{
    group.first = group.jobs == 0 ? time : std::min(group.first, time);
    group.last = group.jobs == 0 ? time : std::max(group.last, time);
}

void JobCounts::putIn(const Entry &entry)
{
    m_attention += entry.attention ? 1 : 0;
    if (entry.group == kNoGroup)
        return;
    ++m_groups[entry.group].jobs;
    m_groups[entry.group].failed += entry.failed ? 1 : 0;
}

void JobCounts::takeOut(const Entry &entry)
{
    m_attention -= entry.attention ? 1 : 0;
    if (entry.group == kNoGroup)
        return;
    --m_groups[entry.group].jobs;
    m_groups[entry.group].failed -= entry.failed ? 1 : 0;
}

void JobCounts::forget(Index job)
{
    Entry &entry = m_entries[job];
    takeOut(entry);
    setUnseen(entry, false);
    entry = {};
}

void JobCounts::setUnseen(Entry &entry, bool unseen)
{
    if (entry.unseen == unseen)
        return;
    entry.unseen = unseen;
    if (unseen)
        ++m_unseenCount;
    else
        --m_unseenCount;
    if (m_unseenCount == 0)
        m_unseen.clear();
}

JobCounts::GroupNumber JobCounts::groupOf(const JobRecord &job)
{
    auto problem = *problemKeyOf(job);
    GroupKey key {problem.cause, std::move(problem.place)};
    if (const auto it = m_numbers.find(key); it != m_numbers.end())
        return it->second;
    // So many causes and places are no overview any more; what comes after them is counted together.
    if (m_groups.size() > std::numeric_limits<GroupNumber>::max() / 2)
        key.second.clear();
    const auto [it, isNew] = m_numbers.try_emplace(std::move(key), static_cast<GroupNumber>(m_groups.size()));
    if (isNew)
        m_groups.push_back({it->first.first, it->first.second, problem.isPlaceLocal});
    return it->second;
}

std::vector<ProblemGroup> JobCounts::groups() const
{
    std::vector<ProblemGroup> result;
    std::copy_if(m_groups.begin() + 1, m_groups.end(), std::back_inserter(result),
                 [](const ProblemGroup &group) { return group.jobs > 0; });
    return result;
}

std::vector<FailedCause> JobCounts::failedCauses() const
{
    std::array<FailedCause, kCauseCount> byCause;
    std::array<const ProblemGroup *, kCauseCount> greatest {};
    for (const ProblemGroup &group : m_groups) {
        if (group.failed == 0)
            continue;
        FailedCause &cause = byCause[static_cast<std::size_t>(group.cause)];
        cause.first = cause.places == 0 ? group.first : std::min(cause.first, group.first);
        cause.last = cause.places == 0 ? group.last : std::max(cause.last, group.last);
        cause.cause = group.cause;
        cause.jobs += group.failed;
        ++cause.places;
        const ProblemGroup *&most = greatest[static_cast<std::size_t>(group.cause)];
        if (!most || group.failed > most->failed)
            most = &group;
    }
    std::vector<FailedCause> causes;
    for (std::size_t i = 0; i < byCause.size(); ++i) {
        if (!greatest[i])
            continue;
        byCause[i].place = greatest[i]->place;
        causes.push_back(std::move(byCause[i]));
    }
    std::stable_sort(causes.begin(), causes.end(),
                     [](const FailedCause &a, const FailedCause &b) { return a.jobs > b.jobs; });
    return causes;
}

std::vector<Index> JobCounts::newProblems() const
{
    std::vector<Index> jobs;
    std::copy_if(m_unseen.jobs().begin(), m_unseen.jobs().end(), std::back_inserter(jobs),
                 [this](Index job) { return m_entries[job].unseen; });
    return jobs;
}

std::size_t JobCounts::matching(const JobFilter &filter) const
{
    const auto &table = m_feed.table();
    const auto now = m_feed.now();
    std::size_t count = 0;
    for (JobTable::Index job = 0; job < table.end(); ++job)
        count += table.contains(job) && filter.matches(table.at(job), now);
    return count;
}

void JobCounts::markSeen(Index job)
{
    if (job >= m_entries.size() || !m_entries[job].unseen)
        return;
    setUnseen(m_entries[job], false);
    announce();
}

void JobCounts::markAllSeen()
{
    for (const Index job : newProblems())
        setUnseen(m_entries[job], false);
    announce();
}

void JobCounts::visitDue()
{
    const auto now = m_feed.now();
    const auto before = m_attention;
    while (!m_due.empty() && m_due.top().first <= now) {
        const Index job = m_due.top().second;
        m_due.pop();
        if (table().contains(job))
            recount(m_entries[job], job);
    }
    if (m_attention != before)
        announce();
}

void JobCounts::announce()
{
    Q_EMIT countsChanged();
    if (m_announcedUnseen == m_unseenCount)
        return;
    m_announcedUnseen = m_unseenCount;
    Q_EMIT newProblemsChanged(m_unseenCount);
}

} // namespace haulwatch
