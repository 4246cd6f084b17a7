// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/timelinepane.h"

#include <QVBoxLayout>

#include "details/rategraph.h"
#include "widgets/listview.h"

namespace haulwatch {

TimelinePane::TimelinePane(SelectedJob &job, QWidget *parent)
    : QWidget(parent)
    , m_job(job)
    , m_rate(new RateGraph(this))
{
    auto *view = new ListView(this);
    view->setModel(&m_model);
    view->setColumnWidths({180, 190});
    view->setAccessibleName(tr("Timeline of the job"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rate);
    layout->addWidget(view, 1);
    setFocusProxy(view);
    connect(&job, &SelectedJob::selected, this, &TimelinePane::clear);
    connect(&job, &SelectedJob::historyChanged, this, &TimelinePane::refresh);
}

void TimelinePane::clear()
{
    m_model.set(nullptr, nullptr);
    m_rate->show({});
}

void TimelinePane::refresh()
{
    const JobRecord *job = m_job.record();
    const auto history = m_job.history();
    if (!job || !history)
        return;
    m_rate->show(rateCourse(*history, job->spec->files.size(), job->spec->options->parallelFiles));
    m_model.set(job->spec, history);
}

} // namespace haulwatch
