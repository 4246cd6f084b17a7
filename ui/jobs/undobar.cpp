// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/undobar.h"

#include <QAbstractButton>
#include <QKeySequence>

#include <chrono>

#include "widgets/icons.h"

namespace haulwatch {

using namespace std::chrono_literals;

UndoBar::UndoBar(UndoQueue &undoQueue, UndoQueue::Ticket ticket, Verb verb, std::size_t jobs, QWidget *parent)
    : MessageBar(Kind::Notice, parent)
    , m_undoQueue(undoQueue)
    , m_ticket(ticket)
    , m_verb(verb)
    , m_jobs(static_cast<int>(jobs))
{
    setClosable(false);
    setIcon(icons::of(verb == Verb::Cancel ? icons::Shape::Cancel : icons::Shape::Complete));
    connect(addLink(tr("Undo"), QKeySequence::Undo), &QAbstractButton::clicked, this,
            [this] { m_undoQueue.undo(m_ticket); });
    connect(addLink(tr("Now")), &QAbstractButton::clicked, this, [this] { m_undoQueue.sendNow(m_ticket); });
    connect(&undoQueue, &UndoQueue::ended, this, [this](quint64 ended) {
        if (ended == m_ticket)
            deleteLater();
    });
    m_second.setInterval(250ms);
    connect(&m_second, &QTimer::timeout, this, &UndoBar::refresh);
    m_second.start();
    refresh();
}

void UndoBar::refresh()
{
    const auto seconds = (m_undoQueue.left(m_ticket).count() + 999) / 1000;
    if (m_verb == Verb::Cancel) {
        setText(m_jobs == 1 ? tr("1 job and all its files will be deleted in %1 s").arg(seconds)
                            : tr("%Ln jobs and all their files will be deleted in %1 s", nullptr, m_jobs).arg(seconds));
    } else {
        setText(m_jobs == 1 ? tr("1 job will be completed without its unfinished files in %1 s").arg(seconds)
                            : tr("%Ln jobs will be completed without their unfinished files in %1 s", nullptr, m_jobs)
                                  .arg(seconds));
    }
}

} // namespace haulwatch
