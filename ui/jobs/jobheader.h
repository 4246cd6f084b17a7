// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace haulwatch {

/// The header of the job table: quiet titles, the mark of the sort beside the title it belongs to.
class JobHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit JobHeader(QWidget *parent = nullptr);

Q_SIGNALS:
    /// By the menu of the header.
    void columnsRequested();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateFont();
};

} // namespace haulwatch
