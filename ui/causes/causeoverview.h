// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <string>

#include "causes/causemodel.h"
#include "model/jobview.h"

class QLabel;
class QListView;
class QPushButton;

namespace haulwatch {

/// How many jobs failed for what, above the table: a sentence, and a bar for each cause. Activating a bar asks for the
/// view of its jobs. There only while it is wanted, something failed, and the view is of what needs attention or of one
/// of the causes. Its order stays while somebody is at it.
class CauseOverview : public QFrame {
    Q_OBJECT

public:
    /// `counts` must outlive it.
    explicit CauseOverview(const JobCounts &counts, QWidget *parent = nullptr);

    void setWanted(bool wanted);
    /// The one the table shows.
    void setView(const JobView &view);

    /// "1,000,000 jobs · 888,441 fine · 111,559 failed for 9 causes"
    [[nodiscard]] QString sentence() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void viewRequested(const haulwatch::JobView &view);
    void shownChanged();

private:
    void refresh();
    void updateRows();
    void updateTrends();
    [[nodiscard]] QWidget *makeHeading();
    void activate(const QModelIndex &index);
    void setShown(bool shown);
    void fitHeight();

    const JobCounts &m_counts;
    CauseModel m_model;
    QLabel *m_sentence;
    QPushButton *m_showAll; ///< leads back from one cause
    QListView *m_causes;
    QTimer m_trendPause; ///< until the trends may be counted again
    bool m_hasNewTrends = false; ///< since they were
    bool m_isWanted = false;
    bool m_isForView = false;
    Cause m_chosen = Cause::None; ///< whose jobs are shown
};

} // namespace haulwatch
