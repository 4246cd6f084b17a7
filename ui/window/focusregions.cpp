// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/focusregions.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace haulwatch {
namespace {

QWidget *firstForTab(QWidget *region)
{
    const auto takesTab = [](const QWidget *w) {
        return (w->focusPolicy() & Qt::TabFocus) != 0 && w->isVisible() && w->isEnabled();
    };
    if (takesTab(region))
        return region;
    const auto parts = region->findChildren<QWidget *>();
    const auto it = std::find_if(parts.begin(), parts.end(), takesTab);
    return it == parts.end() ? region : *it;
}

} // namespace

void goToRegion(std::span<const Region> regions, int direction)
{
    const auto here = std::find_if(regions.begin(), regions.end(), [](const Region &region) {
        return region.widget == QApplication::focusWidget() || region.widget->isAncestorOf(QApplication::focusWidget());
    });
    const auto count = static_cast<int>(regions.size());
    auto place = here == regions.end() ? 1 : static_cast<int>(here - regions.begin());
    for (int step = 0; step < count; ++step) {
        place = (place + direction + count) % count;
        const Region &region = regions[static_cast<std::size_t>(place)];
        if (!region.widget->isVisible())
            continue;
        (region.first ? region.first : firstForTab(region.widget))->setFocus(Qt::TabFocusReason);
        return;
    }
}

} // namespace haulwatch
