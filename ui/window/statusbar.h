// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "model/folderlook.h"
#include "model/jobcounts.h"

class QAbstractButton;
class QLabel;

namespace haulwatch {

class Sparkline;

/// The line at the bottom: what moves, what waits for the user, what is selected, how fresh this is, how much room is
/// left.
class StatusBar : public QWidget {
    Q_OBJECT

public:
    StatusBar(JobFeed &feed, JobCounts &counts, QWidget *parent = nullptr);

    void setSelected(std::size_t jobs);
    /// The folder whose volume's free space is told; where the selected job writes.
    void setFolder(const QString &folder);
    void setOutOfOrder(bool outOfOrder);
    void setSorting(bool sorting);

Q_SIGNALS:
    void attentionClicked();
    void orderClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addRate();
    void refresh();
    void lookAtFolder();
    void showFreeSpace();

    JobFeed &m_feed;
    JobCounts &m_counts;
    QLabel *m_active;
    Sparkline *m_rate;
    QAbstractButton *m_attention;
    QLabel *m_selected;
    QAbstractButton *m_order;
    QLabel *m_updated;
    QLabel *m_free;
    QString m_folder;
    FolderLook m_look;
    QTimer m_second;
    int m_untilFreeSpace = 0; ///< seconds
    bool m_sorting = false;
    bool m_outOfOrder = false;
};

} // namespace haulwatch
