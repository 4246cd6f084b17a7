// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/columnsdialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <tuple>

#include "jobs/jobcolumns.h"

namespace haulwatch {

ColumnsDialog::ColumnsDialog(QHeaderView &header, QWidget *parent)
    : QDialog(parent)
    , m_header(header)
    , m_columns(new QListWidget(this))
    , m_up(new QPushButton(tr("Move &up"), this))
    , m_down(new QPushButton(tr("Move &down"), this))
{
    setWindowTitle(tr("Columns"));
    auto *title = new QLabel(tr("&Columns of the table, from left to right:"), this);
    title->setBuddy(m_columns);
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setDragDropMode(QAbstractItemView::InternalMove);
    m_columns->setProperty("choices", true);
    m_columns->setMinimumSize(260, 340);
    for (const auto &[button, key, step] :
         {std::tuple(m_up, Qt::ALT | Qt::Key_Up, -1), std::tuple(m_down, Qt::ALT | Qt::Key_Down, 1)}) {
        button->setAutoDefault(false);
        button->setToolTip(QKeySequence(key).toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, this, [this, by = step] { move(by); });
        // Not the button's own shortcut: that one animates the button and drops what comes meanwhile.
        connect(new QShortcut(key, this), &QShortcut::activated, this, [this, by = step] { move(by); });
    }
    auto *buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);

    connect(m_columns, &QListWidget::currentRowChanged, this, &ColumnsDialog::updateButtons);
    connect(m_columns, &QListWidget::itemChanged, this, &ColumnsDialog::updateButtons);
    connect(m_columns->model(), &QAbstractItemModel::rowsMoved, this, &ColumnsDialog::updateButtons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &ColumnsDialog::fillAsAtFirst);

    auto *side = new QVBoxLayout;
    side->addWidget(m_up);
    side->addWidget(m_down);
    side->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_columns, 1);
    row->addLayout(side);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->addWidget(title);
    layout->addLayout(row, 1);
    layout->addWidget(buttons);
    fill();
    m_columns->setFocus();
}

void ColumnsDialog::fill()
{
    m_columns->clear();
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int section = m_header.logicalIndex(visual);
        addColumn(section, !m_header.isSectionHidden(section));
    }
    m_columns->setCurrentRow(0);
}

void ColumnsDialog::fillAsAtFirst()
{
    m_columns->clear();
    for (const auto &column : jobColumns())
        addColumn(static_cast<int>(column.column), column.shownAtFirst);
    m_columns->setCurrentRow(0);
}

void ColumnsDialog::addColumn(int section, bool shown)
{
    auto *item = new QListWidgetItem(m_header.model()->headerData(section, Qt::Horizontal).toString(), m_columns);
    item->setData(Qt::UserRole, section);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
    item->setCheckState(shown ? Qt::Checked : Qt::Unchecked);
}

void ColumnsDialog::move(int step)
{
    const int row = m_columns->currentRow();
    const int target = row + step;
    if (row < 0 || target < 0 || target >= m_columns->count())
        return;
    auto *item = m_columns->takeItem(row);
    m_columns->insertItem(target, item);
    m_columns->setCurrentItem(item);
}

void ColumnsDialog::updateButtons()
{
    const int row = m_columns->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < m_columns->count() - 1);
    bool anyShown = false;
    for (int i = 0; i < m_columns->count(); ++i)
        anyShown = anyShown || m_columns->item(i)->checkState() == Qt::Checked;
    m_ok->setEnabled(anyShown);
    m_ok->setToolTip(anyShown ? QString() : tr("A table needs at least one column."));
}

void ColumnsDialog::accept()
{
    for (int visual = 0; visual < m_columns->count(); ++visual) {
        const auto *item = m_columns->item(visual);
        const int section = item->data(Qt::UserRole).toInt();
        m_header.moveSection(m_header.visualIndex(section), visual);
        m_header.setSectionHidden(section, item->checkState() != Qt::Checked);
    }
    QDialog::accept();
}

} // namespace haulwatch
