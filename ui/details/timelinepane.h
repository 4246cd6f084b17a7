// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "details/timelinemodel.h"
#include "model/selectedjob.h"

namespace haulwatch {

class RateGraph;

/// Everything that ever happened to the selected job, the newest first; above it, how fast it was meanwhile.
class TimelinePane : public QWidget {
    Q_OBJECT

public:
    explicit TimelinePane(SelectedJob &job, QWidget *parent = nullptr);

private:
    void clear();
    void refresh();

    SelectedJob &m_job;
    TimelineModel m_model;
    RateGraph *m_rate;
};

} // namespace haulwatch
