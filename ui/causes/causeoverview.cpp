// SPDX-License-Identifier: GPL-3.0-or-later
#include "causes/causeoverview.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

#include "causes/causedelegate.h"
#include "causes/failuretrend.h"
#include "words/format.h"

namespace haulwatch {
namespace {

/// More have to be scrolled to: the table needs room, too.
constexpr int kMostRows = 8;
constexpr int kLeastRows = 5;
constexpr std::chrono::seconds kTrendInterval {5};

JobView viewOf(Cause cause)
{
    FailedCause failed;
    failed.cause = cause;
    return haulwatch::viewOf(failed);
}

} // namespace

CauseOverview::CauseOverview(const JobCounts &counts, QWidget *parent)
    : QFrame(parent)
    , m_counts(counts)
    , m_sentence(new QLabel(this))
    , m_showAll(new QPushButton(tr("Show all causes"), this))
    , m_causes(new QListView(this))
{
    setProperty("bar", true);
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
    layout->addWidget(makeHeading());
    layout->addWidget(m_causes, 1);
    connect(m_causes, &QAbstractItemView::clicked, this, &CauseOverview::activate);
    connect(m_causes, &QAbstractItemView::activated, this, &CauseOverview::activate);
    connect(&counts, &JobCounts::countsChanged, this, &CauseOverview::refresh);
    m_trendPause.setSingleShot(true);
    m_trendPause.setInterval(kTrendInterval);
    connect(&m_trendPause, &QTimer::timeout, this, [this] {
        if (m_hasNewTrends && isVisible())
            updateTrends();
    });
    hide();
}

QWidget *CauseOverview::makeHeading()
{
    m_sentence->setMinimumWidth(1);
    m_showAll->setProperty("link", true);
    m_showAll->setProperty("inBar", true);
    m_showAll->setCursor(Qt::PointingHandCursor);
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        m_causes->setFocus();
        Q_EMIT viewRequested(standardViews().front());
    });
    auto *heading = new QWidget(this);
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(9, 3, 9, 3);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_showAll);
    // As high with the button as without.
    heading->setFixedHeight(std::max(m_showAll->sizeHint().height(), fontMetrics().height()) + 8);
    return heading;
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
    if (const auto row = m_model.rowOf(m_chosen))
        m_causes->setCurrentIndex(m_model.index(*row));
    else
        m_causes->clearSelection();
}

QString CauseOverview::sentence() const
{
    const JobTable &table = m_counts.table();
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
    updateRows();
    updateTrends();
    m_sentence->setText(sentence());
    // A label of letters and digits alone would stand at the left of a mirrored window.
    m_sentence->setAlignment(Qt::AlignVCenter | Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
    m_causes->setAccessibleDescription(m_sentence->text());
    m_showAll->setVisible(m_chosen != Cause::None);
    fitHeight();
    setShown(m_model.rowCount() > 0);
}

/// The keyboard's place and the selection stay at their cause, wherever its row goes.
void CauseOverview::updateRows()
{
    const QModelIndex current = m_causes->currentIndex();
    const Cause cause = current.isValid() ? m_model.at(current.row()).cause : Cause::None;
    const bool isSelected = m_causes->selectionModel()->hasSelection();
    m_model.update(m_counts.failedCauses(), m_causes->hasFocus() || m_causes->underMouse());
    const auto row = m_model.rowOf(cause);
    if (row && *row != m_causes->currentIndex().row())
        m_causes->selectionModel()->setCurrentIndex(
            m_model.index(*row), isSelected ? QItemSelectionModel::ClearAndSelect : QItemSelectionModel::NoUpdate);
}

/// Looks at every job, so not too often.
void CauseOverview::updateTrends()
{
    m_hasNewTrends = m_trendPause.isActive();
    if (m_hasNewTrends)
        return;
    m_model.setTrends(failureTrends(m_counts.table()));
    m_trendPause.start();
}

void CauseOverview::setShown(bool shown)
{
    if (isHidden() != shown)
        return;
    // The keyboard stays in this part of the window.
    if (!shown && isAncestorOf(QApplication::focusWidget()))
        parentWidget()->setFocus();
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
    const int heading = m_sentence->parentWidget()->height();
    m_causes->setMinimumHeight(std::min(rows, kLeastRows) * row);
    setMaximumHeight(heading + std::min(rows, kMostRows) * row + 2);
    updateGeometry();
}

} // namespace haulwatch
