// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "jobs/gracelist.h"
#include "messagebar.h"

namespace haulwatch {

/// Says what is about to happen and for how long it can still be taken back. Deletes itself when that is over.
class GraceBar : public MessageBar {
    Q_OBJECT

public:
    GraceBar(GraceList &grace, GraceList::Ticket ticket, Verb verb, std::size_t jobs, QWidget *parent = nullptr);

private:
    void refresh();

    GraceList &m_grace;
    GraceList::Ticket m_ticket;
    Verb m_verb;
    int m_jobs;
    QTimer m_second;
};

} // namespace haulwatch
