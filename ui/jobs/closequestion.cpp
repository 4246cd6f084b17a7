// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/closequestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include "model/undoqueue.h"
#include "words/format.h"

namespace haulwatch {
namespace {

class CloseQuestion {
    Q_DECLARE_TR_FUNCTIONS(CloseQuestion)
};

} // namespace

bool settleGraceTime(UndoQueue &undoQueue, QWidget *window)
{
    if (undoQueue.isEmpty())
        return true;
    QMessageBox question(QMessageBox::Question, CloseQuestion::tr("Haulwatch"),
                         CloseQuestion::tr("%1 jobs are about to be cancelled or completed. Do it before closing?")
                             .arg(format::count(undoQueue.jobCount())),
                         QMessageBox::NoButton, window);
    const QAbstractButton *doIt = question.addButton(CloseQuestion::tr("Do it and close"), QMessageBox::AcceptRole);
    const QAbstractButton *dropIt =
        question.addButton(CloseQuestion::tr("Keep the jobs and close"), QMessageBox::DestructiveRole);
    auto *stay = question.addButton(QMessageBox::Cancel);
    question.setDefaultButton(stay);
    question.exec();
    if (question.clickedButton() == doIt)
        undoQueue.sendAll();
    while (question.clickedButton() == dropIt && !undoQueue.isEmpty())
        undoQueue.undoNewest();
    return undoQueue.isEmpty();
}

} // namespace haulwatch
