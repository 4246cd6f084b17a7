// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace haulwatch {

/// What a row of the sidebar is, beside its text and icon.
namespace sidebar {

enum class RowKind { Heading, View, Group, Note };

enum Role {
    KindRole = Qt::UserRole, ///< int, a RowKind
    CountRole, ///< quint64
    BadgeRole, ///< bool: the count calls for the user
};

} // namespace sidebar

/// Paints headings, views with icon and count, and groups in a smaller size.
class SidebarDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace haulwatch
