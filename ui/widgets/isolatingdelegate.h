// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "widgets/bidi.h"

namespace haulwatch {

/// A cell's text keeps its own direction in a mirrored table.
class IsolatingDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QString displayText(const QVariant &value, const QLocale &locale) const override
    {
        return bidi::isolated(QStyledItemDelegate::displayText(value, locale));
    }
};

} // namespace haulwatch
