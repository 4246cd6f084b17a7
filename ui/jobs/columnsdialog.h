// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QHeaderView;
class QListWidget;
class QPushButton;

namespace haulwatch {

/// Which columns a table shows, and in which order; with the keyboard as with the mouse. Changes the header when
/// accepted, nothing before.
class ColumnsDialog : public QDialog {
    Q_OBJECT

public:
    /// `header` must outlive the dialog.
    explicit ColumnsDialog(QHeaderView &header, QWidget *parent = nullptr);

    void accept() override;

private:
    void fill();
    void fillAsAtFirst();
    void addColumn(int section, bool shown);
    void move(int step);
    void updateButtons();

    QHeaderView &m_header;
    QListWidget *m_columns; ///< in the order on the screen; the section is the item's Qt::UserRole
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_ok;
};

} // namespace haulwatch
