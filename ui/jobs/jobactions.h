// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>
#include <QTimer>

#include <array>
#include <vector>

#include "model/jobfeed.h"
#include "model/undoqueue.h"
#include "words/verbplan.h"

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
    [[nodiscard]] UndoQueue &undoQueue() { return m_undoQueue; }

    void setSelection(std::vector<JobTable::Index> jobs);
    /// As if the action had been chosen for these jobs.
    void run(Verb verb, std::vector<JobId> jobs);
    /// Does what was asked about; see confirmationNeeded().
    void proceed(const VerbPlan &plan);

Q_SIGNALS:
    /// Something did not go as asked; the sentence says what and why.
    void reported(const QString &sentence);
    /// So much would be lost that nothing is done before proceed().
    void confirmationNeeded(const haulwatch::VerbPlan &plan);
    /// Some of the selected jobs did not follow, and the selection is still what the verb was meant for.
    void refusedAmongSelected(const std::vector<haulwatch::JobId> &jobs);

private:
    void runOnSelection(Verb verb);
    void forgetSelection();
    void send(Verb verb, const std::vector<JobId> &jobs);
    void report(Verb verb, const std::vector<JobId> &jobs, const Result<Answer> &result);
    [[nodiscard]] QString remarks(Verb verb, const VerbReport &report) const;
    [[nodiscard]] QStringList reasons(const VerbReport &report) const;
    [[nodiscard]] std::vector<JobId> selectedIds() const;
    void refresh();
    void refresh(Verb verb, const std::vector<JobStatus> &kinds);
    void refreshForget(const std::vector<JobStatus> &kinds);

    JobFeed &m_feed;
    UndoQueue m_undoQueue;
    std::array<QAction *, kAllVerbs.size()> m_actions {};
    QAction *m_undo;
    QAction *m_forget;
    std::vector<JobTable::Index> m_selection;
    QTimer m_refresh;
};

} // namespace haulwatch
