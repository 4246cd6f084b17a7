// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/detailssplit.h"

#include <QSettings>

#include <array>

namespace haulwatch {
namespace {

const std::array<std::pair<Qt::Orientation, QString>, 2> kKeys {{
    {Qt::Vertical, QStringLiteral("window/detailsSplit")},
    {Qt::Horizontal, QStringLiteral("window/detailsRightSplit")},
}};

} // namespace

DetailsSplit::DetailsSplit(QWidget *table, QWidget *details, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
{
    addWidget(table);
    addWidget(details);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    setStretchFactor(0, 1);
    setSizes({375, 408});
}

void DetailsSplit::setSideBySideWhenWide(bool wanted)
{
    m_isSideBySideWanted = wanted;
    arrange();
}

void DetailsSplit::restore(const QSettings &settings)
{
    for (const auto &[way, key] : kKeys) {
        if (const auto division = settings.value(key).toByteArray(); !division.isEmpty())
            m_divisions[way] = division;
    }
    if (const auto known = m_divisions.find(orientation()); known != m_divisions.end())
        restoreState(known->second);
}

void DetailsSplit::save(QSettings &settings)
{
    m_divisions[orientation()] = saveState();
    for (const auto &[way, key] : kKeys) {
        if (const auto known = m_divisions.find(way); known != m_divisions.end())
            settings.setValue(key, known->second);
    }
}

void DetailsSplit::arrange()
{
    const bool isWide = window()->width() >= kSideBySideFrom;
    const auto wanted = m_isSideBySideWanted && isWide ? Qt::Horizontal : Qt::Vertical;
    if (orientation() == wanted)
        return;
    m_divisions[orientation()] = saveState();
    setOrientation(wanted);
    if (const auto known = m_divisions.find(wanted); known != m_divisions.end())
        restoreState(known->second);
    else
        setSizes({width() * 3 / 5, width() * 2 / 5});
}

void DetailsSplit::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    arrange();
}

} // namespace haulwatch
