// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/sameproblemrow.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include "widgets/textlabels.h"
#include "words/format.h"
#include "words/remedies.h"

namespace haulwatch {
namespace {

QPushButton *link(QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setProperty("link", true);
    button->setProperty("inText", true);
    button->setCursor(Qt::PointingHandCursor);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// Without seconds: a row of the facts is narrow, and to the minute is near enough.
QString shortTime(WallTime time)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    return local.date() == QDate::currentDate() ? local.toString(QStringLiteral("HH:mm"))
                                                : QLocale().toString(local.date(), QLocale::ShortFormat);
}

QString timesOf(const SameProblem &same)
{
    if (same.jobs.size() <= 1)
        return SameProblemRow::tr("no other job");
    const auto first = shortTime(same.first);
    const auto last = shortTime(same.last);
    return first == last ? u"· "_qs + first
                         : SameProblemRow::tr("· first %1 · last %2", "times of errors").arg(first, last);
}

} // namespace

SameProblemRow::SameProblemRow(QWidget *parent)
    : QWidget(parent)
    , m_show(link(this))
    , m_times(new QLabel(this))
    , m_act(link(this))
    , m_menu(new QMenu(this))
{
    m_times->setTextFormat(Qt::PlainText);
    m_show->setToolTip(tr("Show these jobs alone"));
    m_act->setText(tr("Act on all ▾"));
    m_act->setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3);
    row->addWidget(m_show);
    row->addWidget(m_times);
    row->addWidget(m_act);
    row->addStretch();
    connect(m_show, &QPushButton::clicked, this, &SameProblemRow::showRequested);
    connect(m_menu, &QMenu::aboutToShow, this, &SameProblemRow::fillMenu);
}

void SameProblemRow::show(const SameProblem &same)
{
    const bool isShared = same.jobs.size() > 1;
    m_show->setVisible(isShared);
    m_act->setVisible(isShared);
    m_show->setText(problemtext::jobs(same.jobs.size()));
    m_show->setAccessibleName(tr("Show %1 with the same problem", "number of jobs").arg(m_show->text()));
    m_times->setText(timesOf(same));
    m_times->setToolTip(
        isShared ? tr("First %1, last %2").arg(format::dateTime(same.first), format::dateTime(same.last)) : QString());
}

void SameProblemRow::fillMenu()
{
    m_menu->clear();
    for (const Fix fix : m_fixes)
        connect(m_menu->addAction(labelOf(fix, JobState::Error)), &QAction::triggered, this,
                [this, fix] { Q_EMIT fixRequested(fix); });
    m_menu->addSeparator();
    for (const Verb verb : kAllVerbs) {
        const VerbPlan plan = m_plan(verb);
        if (plan.able.empty())
            continue;
        const QString sentence = problemtext::consequence(verb, plan.effect);
        auto *action = m_menu->addAction(
            tr("%1 %2", "verb, 3 jobs").arg(format::verbName(verb), problemtext::jobs(plan.able.size())));
        action->setToolTip(asToolTip(sentence));
        action->setStatusTip(sentence);
        connect(action, &QAction::triggered, this, [this, verb] { Q_EMIT verbRequested(verb); });
    }
}

} // namespace haulwatch
