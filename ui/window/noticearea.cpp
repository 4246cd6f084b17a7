// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/noticearea.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QVBoxLayout>

#include "jobs/undobar.h"
#include "model/jobcounts.h"
#include "widgets/icons.h"
#include "widgets/messagebar.h"
#include "window/demobar.h"
#include "words/format.h"

namespace haulwatch {

NoticeArea::NoticeArea(JobFeed &feed, JobCounts &counts, UndoQueue &undoQueue, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_layout(new QVBoxLayout(this))
    , m_demo(new DemoBar(this))
    , m_trouble(new MessageBar(MessageBar::Kind::Problem, this))
    , m_problems(new MessageBar(MessageBar::Kind::Problem, this))
    , m_report(new MessageBar(MessageBar::Kind::Notice, this))
    , m_mistake(new MessageBar(MessageBar::Kind::Notice, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_demo);
    m_demo->hide();
    connect(m_demo, &DemoBar::tourRequested, this, &NoticeArea::tourRequested);
    connect(m_demo, &DemoBar::leaveRequested, this, &NoticeArea::leaveDemoRequested);
    for (MessageBar *bar : {m_trouble, m_problems, m_report, m_mistake})
        addBar(bar);
    m_trouble->setClosable(false);
    m_mistake->setClosable(false);
    connect(m_problems->addLink(tr("Show"), Qt::Key_F8), &QAbstractButton::clicked, this,
            &NoticeArea::showProblemsRequested);
    connect(m_problems, &MessageBar::closed, &counts, &JobCounts::markAllSeen);
    connect(m_report, &MessageBar::closed, m_report, &QWidget::hide);
    connect(&counts, &JobCounts::newProblemsChanged, this, &NoticeArea::showNewProblems);
    connect(&feed, &JobFeed::updated, this, &NoticeArea::showTrouble);
    connect(&feed, &JobFeed::connectionChanged, this, &NoticeArea::showTrouble);
    connect(&undoQueue, &UndoQueue::added, this, [this, &undoQueue](quint64 ticket, Verb verb, std::size_t jobs) {
        addBar(new UndoBar(undoQueue, ticket, verb, jobs, this))->show();
    });
    showTrouble();
}

MessageBar *NoticeArea::addBar(MessageBar *bar)
{
    bar->hide();
    m_layout->addWidget(bar);
    return bar;
}

void NoticeArea::setDemo(bool demo)
{
    m_demo->setVisible(demo);
}

void NoticeArea::report(const QString &sentence)
{
    say(m_report, sentence);
}

void NoticeArea::welcome(bool hasTray)
{
    MessageBar *bar = addBar(new MessageBar(MessageBar::Kind::Notice, this));
    say(bar,
        hasTray ? tr("The tray and notifications of jobs that fail or wait for you are on.")
                : tr("Notifications of jobs that fail or wait for you are on."));
    const auto end = [this, bar](bool toChange) {
        bar->hide();
        bar->deleteLater();
        Q_EMIT welcomed(toChange);
    };
    connect(bar->addLink(tr("Change…")), &QAbstractButton::clicked, this, [end] { end(true); });
    connect(bar, &MessageBar::closed, this, [end] { end(false); });
}

void NoticeArea::setFilterMistake(const QString &mistake)
{
    say(m_mistake, mistake);
}

void NoticeArea::showNewProblems(std::size_t count)
{
    if (count == 0)
        say(m_problems, {});
    else
        say(m_problems, count == 1 ? tr("1 new problem") : tr("%1 new problems").arg(format::count(count)));
}

void NoticeArea::showTrouble()
{
    if (!m_feed.isConnected()) {
        say(m_trouble, tr("The engine does not answer; trying again. What you see is how things stood last."));
        return;
    }
    const auto trouble = m_feed.trouble();
    say(m_trouble, trouble ? tr("The engine cannot keep what happens: %1").arg(format::plain(*trouble)) : QString());
}

void NoticeArea::say(MessageBar *bar, const QString &text)
{
    if (!text.isEmpty())
        bar->setText(text);
    bar->setVisible(!text.isEmpty());
}

} // namespace haulwatch
