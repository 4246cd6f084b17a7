// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/keysheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace haulwatch {

KeySheet::KeySheet(const std::vector<const QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(5);
    for (const QAction *action : actions) {
        const int row = grid->rowCount();
        auto *key = new QLabel(action->shortcut().toString(QKeySequence::NativeText), this);
        key->setProperty("muted", true);
        grid->addWidget(new QLabel(QString(action->text()).remove(u'&'), this), row, 0);
        grid->addWidget(key, row, 1);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addWidget(buttons);
}

} // namespace haulwatch
