// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace haulwatch {

/// Paints a cause in one line: icon and name, a bar, the number of jobs, when they failed as a row of small bars, the
/// place, the times. In a narrow list the
/// last ones are left out; the tooltip has all.
class CauseDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace haulwatch
