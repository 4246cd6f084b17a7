// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>
#include <QTimer>

#include <array>
#include <vector>

#include "jobs/gracelist.h"
#include "jobs/jobfeed.h"

namespace haulwatch {

/// The four verbs as actions on the selected jobs: enabled when they would do something to any of them, saying why when
/// not. What they did comes back as a report; a verb that deletes data waits for its grace first.
class JobActions : public QObject {
    Q_OBJECT

public:
    explicit JobActions(JobFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] QAction *action(Verb verb) const { return m_actions[static_cast<std::size_t>(verb)]; }
    /// Takes back the newest verb that still waits; enabled while there is one.
    [[nodiscard]] QAction *undoAction() const { return m_undo; }
    /// Drops finished and cancelled jobs from the list; their files stay.
    [[nodiscard]] QAction *forgetAction() const { return m_forget; }
    [[nodiscard]] GraceList &grace() { return m_grace; }

    void setSelection(std::vector<JobTable::Index> jobs);
    /// As if the action had been chosen for these jobs.
    void run(Verb verb, std::vector<JobId> jobs);

Q_SIGNALS:
    /// Something did not go as asked; the sentence says what and why.
    void reported(const QString &sentence);

private:
    void runOnSelection(Verb verb);
    void forgetSelection();
    void send(Verb verb, const std::vector<JobId> &jobs);
    void report(Verb verb, const Result<Answer> &result);
    void refresh();
    void refresh(Verb verb);
    void refreshForget();
    [[nodiscard]] bool deletesData(Verb verb, const std::vector<JobId> &jobs) const;

    JobFeed &m_feed;
    GraceList m_grace;
    std::array<QAction *, kAllVerbs.size()> m_actions {};
    QAction *m_undo;
    QAction *m_forget;
    std::vector<JobTable::Index> m_selection;
    QTimer m_refresh;
};

} // namespace haulwatch
