// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/newsdigest.h"

#include <algorithm>
#include <utility>

namespace haulwatch {
namespace {

std::optional<NewsTopic> topicOf(const JobRecord &job)
{
    switch (job.status.state) {
    case JobState::Error:
        return NewsTopic {NewsKind::Failed, job.status.cause};
    case JobState::Transferred:
        // The engine completes all others at once.
        if (job.spec->options->manualComplete || job.status.has(kCompleteRefused))
            return NewsTopic {NewsKind::Waiting, Cause::None};
        return std::nullopt;
    case JobState::Acknowledged:
        return NewsTopic {NewsKind::Finished, Cause::None};
    default:
        return std::nullopt;
    }
}

} // namespace

void NewsDigest::see(Index job, const JobRecord &record, bool isNews, MonotonicTime now)
{
    if (job >= m_entries.size())
        m_entries.resize(std::size_t {job} + 1);
    Entry &entry = m_entries[job];
    const auto topic = topicOf(record);
    if (topic == entry.topic)
        return;
    takeOut(entry);
    entry.topic = topic;
    if (topic && isNews && m_wanted[static_cast<std::size_t>(topic->kind)])
        count(entry, now);
}

void NewsDigest::forget(Index job)
{
    if (job >= m_entries.size())
        return;
    takeOut(m_entries[job]);
    m_entries[job] = {};
}

void NewsDigest::count(Entry &entry, MonotonicTime now)
{
    Notification &notification = m_notifications[*entry.topic];
    entry.isCounted = true;
    ++notification.jobs;
    if (!notification.due)
        notification.due =
            notification.lastTold ? std::max(now + kGathering, *notification.lastTold + kPace) : now + kGathering;
}

void NewsDigest::takeOut(Entry &entry)
{
    if (!entry.isCounted)
        return;
    entry.isCounted = false;
    --m_notifications[*entry.topic].jobs;
}

std::vector<NewsDigest::Digest> NewsDigest::takeDue(MonotonicTime now)
{
    std::vector<Digest> digests;
    for (auto &[topic, notification] : m_notifications) {
        if (notification.jobs == 0) {
            notification.due.reset();
            if (std::exchange(notification.isShown, false))
                digests.push_back({topic, {}});
        } else if (notification.due && *notification.due <= now) {
            notification.due.reset();
            notification.lastTold = now;
            notification.isShown = true;
            digests.push_back({topic, jobsOf(topic)});
        }
    }
    return digests;
}

std::optional<MonotonicTime> NewsDigest::nextDue() const
{
    std::optional<MonotonicTime> next;
    for (const auto &[topic, notification] : m_notifications) {
        // What has no jobs left goes at once.
        const auto due = notification.jobs == 0 && notification.isShown ? notification.lastTold : notification.due;
        if (due && (!next || *due < *next))
            next = due;
    }
    return next;
}

std::vector<NewsDigest::Index> NewsDigest::jobsOf(NewsTopic topic) const
{
    std::vector<Index> jobs;
    for (Index job = 0; job < m_entries.size(); ++job) {
        if (m_entries[job].isCounted && m_entries[job].topic == topic)
            jobs.push_back(job);
    }
    return jobs;
}

void NewsDigest::close(NewsTopic topic)
{
    const auto found = m_notifications.find(topic);
    if (found == m_notifications.end())
        return;
    for (const Index job : jobsOf(topic))
        m_entries[job].isCounted = false;
    found->second.jobs = 0;
    found->second.due.reset();
    found->second.isShown = false;
}

} // namespace haulwatch
