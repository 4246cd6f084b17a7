// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

#include "job/instant.h"
#include "window/jobchoice.h"

namespace haulwatch {

class JobFeed;
class MainWindow;

/// Paints a window into a PNG file: once the jobs are there, selects one if asked to, waits for what that sets in
/// motion, and saves. Uses the window; owns nothing.
class Screenshot : public QObject {
    Q_OBJECT

public:
    enum class Outcome { Saved, NotSaved, NoSuchJob };

    Screenshot(MainWindow &window, JobFeed &feed, QString path, std::optional<JobChoice> choice, Milliseconds after);

Q_SIGNALS:
    void finished(haulwatch::Screenshot::Outcome outcome);

private:
    void begin();
    void shoot();

    MainWindow &m_window;
    JobFeed &m_feed;
    QString m_path;
    std::optional<JobChoice> m_choice;
    bool m_isChosen = false;
    bool m_hasBegun = false;
    QTimer m_timer;
};

} // namespace haulwatch
