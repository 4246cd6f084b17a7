// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/fileprogressdelegate.h"

#include <QPainter>

#include "details/filemodel.h"
#include "widgets/progressbar.h"

namespace haulwatch {
namespace {

constexpr int kMargin = 9;
constexpr int kGap = 6;

} // namespace

void FileProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    IsolatingDelegate::paint(painter, option, index); // the ground and the text at the right
    const double progress = index.data(FileModel::ProgressRole).toDouble();
    if (progress < 0)
        return;
    const int textWidth = option.fontMetrics.horizontalAdvance(QStringLiteral("100 %")) + kGap;
    const auto state = static_cast<JobState>(index.data(FileModel::StateRole).toInt());
    const QRect bar = option.rect.adjusted(kMargin, 0, -kMargin - textWidth, 0);
    paintProgressBar(*painter, QStyle::visualRect(option.direction, option.rect, bar), progress, state, option.palette);
}

} // namespace haulwatch
