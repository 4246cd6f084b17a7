// SPDX-License-Identifier: GPL-3.0-or-later
#include "causes/causeoverview.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

#include "causes/causedelegate.h"
#include "format.h"

namespace haulwatch {
namespace {

/// More have to be scrolled to: the table needs room, too.
constexpr int kMostRows = 8;
constexpr int kLeastRows = 5;

JobView viewOf(Cause cause)
{
    FailedCause failed;
    failed.cause = cause;
    return haulwatch::viewOf(failed);
}

} // namespace

CauseOverview::CauseOverview(const JobCensus &census, QWidget *parent)
    : QFrame(parent)
    , m_census(census)
    , m_sentence(new QLabel(this))
    , m_causes(new QListView(this))
{
    setProperty("bar", true);
    m_sentence->setContentsMargins(9, 7, 9, 5);
    m_sentence->setMinimumWidth(1);
    m_causes->setModel(&m_model);
    m_causes->setItemDelegate(new CauseDelegate(m_causes));
    m_causes->setUniformItemSizes(true);
    m_causes->setMouseTracking(true);
    m_causes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_causes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_causes->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_causes->setTabKeyNavigation(false);
    m_causes->setAccessibleName(tr("Failed jobs by cause"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sentence);
    layout->addWidget(m_causes, 1);
    connect(m_causes, &QAbstractItemView::clicked, this, &CauseOverview::activate);
    connect(m_causes, &QAbstractItemView::activated, this, &CauseOverview::activate);
    connect(&census, &JobCensus::countsChanged, this, &CauseOverview::refresh);
    hide();
}

void CauseOverview::setWanted(bool wanted)
{
    m_isWanted = wanted;
    refresh();
}

void CauseOverview::setView(const JobView &view)
{
    const bool isOfChosen = m_chosen != Cause::None && view.filter == viewOf(m_chosen).filter;
    if (!isOfChosen)
        m_chosen = Cause::None;
    m_isForView = isOfChosen || view.key == QLatin1StringView(views::kAttention);
    refresh();
}

QString CauseOverview::sentence() const
{
    const JobTable &table = m_census.table();
    const std::size_t failed = table.count(JobState::Error);
    const std::size_t retrying = table.count(JobState::TransientError);
    const int causes = m_model.rowCount();
    QStringList parts;
    parts += table.size() == 1 ? tr("1 job") : tr("%1 jobs").arg(format::count(table.size()));
    parts += tr("%1 fine", "jobs").arg(format::count(table.size() - failed - retrying));
    if (retrying > 0)
        parts += tr("%1 retrying", "jobs").arg(format::count(retrying));
    parts += causes == 1 ? tr("%1 failed for 1 cause", "jobs").arg(format::count(failed))
                         : tr("%1 failed for %Ln causes", "jobs", causes).arg(format::count(failed));
    return parts.join(QStringLiteral(" · "));
}

QSize CauseOverview::sizeHint() const
{
    return {300, maximumHeight()};
}

void CauseOverview::refresh()
{
    if (!m_isWanted || !m_isForView) {
        setShown(false);
        return;
    }
    m_model.update(m_census.failedCauses(), m_causes->hasFocus() || m_causes->underMouse());
    m_sentence->setText(sentence());
    m_causes->setAccessibleDescription(m_sentence->text());
    const auto row = m_model.rowOf(m_chosen);
    if (row)
        m_causes->setCurrentIndex(m_model.index(*row));
    else if (!m_causes->hasFocus())
        m_causes->clearSelection();
    fitHeight();
    setShown(m_model.rowCount() > 0);
}

void CauseOverview::setShown(bool shown)
{
    if (isHidden() != shown)
        return;
    setVisible(shown);
    Q_EMIT shownChanged();
}

void CauseOverview::activate(const QModelIndex &index)
{
    m_chosen = m_model.at(index.row()).cause;
    Q_EMIT viewRequested(viewOf(m_chosen));
}

void CauseOverview::fitHeight()
{
    const int rows = m_model.rowCount();
    const int row = std::max(m_causes->sizeHintForRow(0), 1);
    const int sentence = m_sentence->sizeHint().height();
    m_causes->setMinimumHeight(std::min(rows, kLeastRows) * row);
    setMaximumHeight(sentence + std::min(rows, kMostRows) * row + 2);
    updateGeometry();
}

} // namespace haulwatch
