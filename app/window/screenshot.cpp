// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/screenshot.h"

#include <QPixmap>
#include <QSaveFile>

#include <utility>

#include "model/jobfeed.h"
#include "window/mainwindow.h"

namespace haulwatch {

Screenshot::Screenshot(MainWindow &window, JobFeed &feed, QString path, std::optional<JobChoice> choice,
                       Milliseconds after)
    : m_window(window)
    , m_feed(feed)
    , m_path(std::move(path))
    , m_choice(choice)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(after);
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::shoot);
    connect(&feed, &JobFeed::updated, this, &Screenshot::begin);
}

void Screenshot::begin()
{
    // The first batch holds every job; a state may be reached by one only later.
    if (m_choice && !m_isChosen) {
        const auto jobs = m_choice->findIn(m_feed.table());
        if (!jobs.empty())
            m_window.selectJobs(jobs);
        m_isChosen = !jobs.empty();
    }
    if (!std::exchange(m_hasBegun, true))
        m_timer.start();
}

void Screenshot::shoot()
{
    if (m_choice && !m_isChosen) {
        Q_EMIT finished(Outcome::NoSuchJob);
        return;
    }
    QSaveFile file(m_path);
    const bool isSaved = file.open(QIODevice::WriteOnly) && m_window.grab().save(&file, "PNG") && file.commit();
    Q_EMIT finished(isSaved ? Outcome::Saved : Outcome::NotSaved);
}

} // namespace haulwatch
