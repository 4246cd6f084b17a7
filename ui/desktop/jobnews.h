// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

#include "desktop/desktopnotifications.h"
#include "desktop/newsdigest.h"
#include "model/jobfeed.h"
#include "model/jobview.h"

namespace haulwatch {

/// Tells the desktop what the user would want to know while looking elsewhere: jobs that failed, jobs that wait for
/// him. Brings the digest, its words and the notifications together. GUI thread.
class JobNews : public QObject {
    Q_OBJECT

public:
    using Clock = std::function<MonotonicTime()>;

    /// `feed` must outlive it.
    JobNews(JobFeed &feed, const QDBusConnection &bus, Clock clock, QObject *parent = nullptr);

    void setWanted(NewsKind kind, bool wanted) { m_digest.setWanted(kind, wanted); }
    /// Tells what is due. Called by itself in time; tests may call it.
    void tell();

Q_SIGNALS:
    void showRequested(const haulwatch::JobView &view);
    void resumeRequested(const std::vector<haulwatch::JobId> &jobs);

private:
    void see(JobTable::Index job, bool isNews);
    void schedule();
    void onAction(const QString &topic, const QString &action);

    JobFeed &m_feed;
    Clock m_clock;
    DesktopNotifications m_notifications;
    NewsDigest m_digest;
    QTimer m_timer;
    bool m_isFirstBatch = true;
};

} // namespace haulwatch
