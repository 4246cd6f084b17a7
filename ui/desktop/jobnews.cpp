// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/jobnews.h"

#include <algorithm>
#include <utility>

#include "desktop/newstext.h"

namespace haulwatch {
namespace {

using Index = JobTable::Index;

const auto kShow = QStringLiteral("default");
const auto kShowButton = QStringLiteral("show");
const auto kResume = QStringLiteral("resume");

QString keyOf(NewsTopic topic)
{
    return QStringLiteral("%1/%2").arg(static_cast<int>(topic.kind)).arg(static_cast<int>(topic.cause));
}

NewsTopic topicOf(const QString &key)
{
    const auto parts = key.split(u'/');
    return {static_cast<NewsKind>(parts.value(0).toInt()), static_cast<Cause>(parts.value(1).toInt())};
}

} // namespace

JobNews::JobNews(JobFeed &feed, const QDBusConnection &bus, Clock clock, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_clock(std::move(clock))
    , m_notifications(bus, this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &JobNews::tell);
    connect(&m_notifications, &DesktopNotifications::actionChosen, this, &JobNews::onAction);
    connect(&m_notifications, &DesktopNotifications::dismissed, this,
            [this](const QString &topic) { m_digest.close(topicOf(topic)); });
    connect(&feed, &JobFeed::added, this, [this](Index first, Index end) {
        for (Index job = first; job < end; ++job)
            see(job, !m_isFirstBatch);
    });
    connect(&feed, &JobFeed::changed, this, [this](const std::vector<Index> &jobs) {
        for (const Index job : jobs)
            see(job, true);
    });
    connect(&feed, &JobFeed::removed, this, [this](const std::vector<Index> &jobs) {
        for (const Index job : jobs)
            m_digest.forget(job);
    });
    connect(&feed, &JobFeed::updated, this, [this] {
        m_isFirstBatch = false;
        schedule();
    });
    for (Index job = 0; job < feed.table().end(); ++job)
        see(job, false);
}

void JobNews::see(Index job, bool isNews)
{
    if (m_feed.table().contains(job))
        m_digest.see(job, m_feed.table().at(job), isNews, m_clock());
}

void JobNews::schedule()
{
    const auto due = m_digest.nextDue();
    if (due)
        m_timer.start(std::max(*due - m_clock(), Milliseconds::zero()));
}

void JobNews::tell()
{
    for (const auto &digest : m_digest.takeDue(m_clock())) {
        const QString topic = keyOf(digest.topic);
        if (digest.jobs.empty()) {
            m_notifications.hide(topic);
            continue;
        }
        DesktopNotifications::Content content;
        content.summary = newstext::summary(digest, m_feed.table());
        content.body = newstext::body(digest, m_feed.table());
        content.actions = {kShow, tr("Show"), kShowButton, tr("Show")};
        if (digest.topic.kind == NewsKind::Failed)
            content.actions << kResume << (digest.jobs.size() == 1 ? tr("Resume") : tr("Resume all"));
        m_notifications.show(topic, content);
    }
    schedule();
}

void JobNews::onAction(const QString &key, const QString &action)
{
    const NewsTopic topic = topicOf(key);
    const auto jobs = m_digest.jobsOf(topic);
    if (action == kResume) {
        std::vector<JobId> ids;
        for (const Index job : jobs)
            ids.push_back(m_feed.table().idOf(job));
        if (!ids.empty())
            Q_EMIT resumeRequested(ids);
    } else if (action == kShow || action == kShowButton) {
        Q_EMIT showRequested(newstext::view(topic, jobs, m_feed.table()));
    }
    m_digest.close(topic);
    m_notifications.hide(key);
}

} // namespace haulwatch
