// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QStyledItemDelegate>

namespace haulwatch {

/// Paints every cell of the job table: the state's icon beside its word, the bar beside its per cent, text cut at its
/// end. No widget a row, no colour for text.
class JobDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int kMargin = 9; ///< left and right of a cell's content

    explicit JobDelegate(QAbstractItemView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QAbstractItemView *m_view;
};

} // namespace haulwatch
