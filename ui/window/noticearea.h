// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "model/undoqueue.h"

class QVBoxLayout;

namespace haulwatch {

class DemoBar;
class JobCounts;
class JobFeed;
class MessageBar;

/// The bars above the table, one below the other: each is there only while it has something to say. No dialog ever
/// comes up by itself.
class NoticeArea : public QWidget {
    Q_OBJECT

public:
    NoticeArea(JobFeed &feed, JobCounts &counts, UndoQueue &undoQueue, QWidget *parent = nullptr);

    void setDemo(bool demo);
    /// What a call could not do; stays until it is closed or the next one comes.
    void report(const QString &sentence);
    /// At the first start: what the program does unasked. Stays until it is closed or something is to be changed.
    void welcome(bool hasTray);
    /// Empty: there is none any more.
    void setFilterMistake(const QString &mistake);

Q_SIGNALS:
    void showProblemsRequested();
    void tourRequested();
    void leaveDemoRequested();
    void welcomed(bool toChange); ///< read, and perhaps something is to be changed

private:
    void showNewProblems(std::size_t count);
    void showTrouble();
    /// Shown while `text` is not empty.
    void say(MessageBar *bar, const QString &text);
    MessageBar *addBar(MessageBar *bar);

    JobFeed &m_feed;
    QVBoxLayout *m_layout;
    DemoBar *m_demo;
    MessageBar *m_trouble;
    MessageBar *m_problems;
    MessageBar *m_report;
    MessageBar *m_mistake;
};

} // namespace haulwatch
