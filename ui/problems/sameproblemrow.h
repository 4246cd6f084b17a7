// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

#include "job/jobmachine.h"
#include "job/sameproblem.h"
#include "words/fix.h"
#include "words/verbplan.h"

class QLabel;
class QMenu;
class QPushButton;

namespace haulwatch {

/// How widespread the problem is, in one line: how many jobs, since when, until when; a link that shows them and a menu
/// that acts on all of them: mends them in one dialog, or applies a verb of which it says before what it would do.
class SameProblemRow : public QWidget {
    Q_OBJECT

public:
    /// What a verb would do to the jobs shown, by now.
    using Planner = std::function<VerbPlan(Verb)>;

    explicit SameProblemRow(QWidget *parent = nullptr);

    void setPlanner(Planner planner) { m_plan = std::move(planner); }
    void show(const SameProblem &same);
    /// What of a single job's remedies can be done to all of them.
    void setFixes(std::vector<Fix> fixes) { m_fixes = std::move(fixes); }

Q_SIGNALS:
    void showRequested();
    void verbRequested(haulwatch::Verb verb);
    void fixRequested(haulwatch::Fix fix);

private:
    void fillMenu();

    Planner m_plan;
    std::vector<Fix> m_fixes;
    QPushButton *m_show;
    QLabel *m_times;
    QPushButton *m_act;
    QMenu *m_menu;
};

} // namespace haulwatch
