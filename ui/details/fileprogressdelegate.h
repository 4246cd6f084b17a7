// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/isolatingdelegate.h"

namespace haulwatch {

/// Paints a file's progress as the job table paints a job's: a bar, its per cent beside it.
class FileProgressDelegate : public IsolatingDelegate {
public:
    using IsolatingDelegate::IsolatingDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace haulwatch
