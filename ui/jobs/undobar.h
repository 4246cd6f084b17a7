// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "model/undoqueue.h"
#include "widgets/messagebar.h"

namespace haulwatch {

/// Says what is about to happen and for how long it can still be taken back. Deletes itself when that is over.
class UndoBar : public MessageBar {
    Q_OBJECT

public:
    UndoBar(UndoQueue &undoQueue, UndoQueue::Ticket ticket, Verb verb, std::size_t jobs, QWidget *parent = nullptr);

private:
    void refresh();

    UndoQueue &m_undoQueue;
    UndoQueue::Ticket m_ticket;
    Verb m_verb;
    int m_jobs;
    QTimer m_second;
};

} // namespace haulwatch
