// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/timelinepane.h"

#include <QVBoxLayout>

#include "details/listview.h"

namespace haulwatch {

TimelinePane::TimelinePane(SelectedJob &job, QWidget *parent)
    : QWidget(parent)
    , m_job(job)
{
    auto *view = new ListView(this);
    view->setModel(&m_model);
    view->setColumnWidths({180, 160});
    view->setAccessibleName(tr("Timeline of the job"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view);
    setFocusProxy(view);
    connect(&job, &SelectedJob::selected, this, [this] { m_model.set(nullptr, {}); });
    connect(&job, &SelectedJob::historyChanged, this, &TimelinePane::refresh);
}

void TimelinePane::refresh()
{
    if (const JobRecord *job = m_job.record(); job && m_job.history())
        m_model.set(job->spec, *m_job.history());
}

} // namespace haulwatch
