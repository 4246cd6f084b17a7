// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/filespane.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>
#include <QVBoxLayout>

#include "details/fileprogressdelegate.h"
#include "details/listview.h"

namespace haulwatch {

FilesPane::FilesPane(SelectedJob &job, QWidget *parent)
    : QWidget(parent)
    , m_job(job)
    , m_view(new ListView(this))
{
    m_view->setModel(&m_model);
    m_view->setItemDelegateForColumn(FileModel::Progress, new FileProgressDelegate(m_view));
    m_view->setColumnWidths({130, 300, 170, 100});
    m_view->setAccessibleName(tr("Files of the job"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &FilesPane::openFolder);
    connect(&job, &SelectedJob::selected, this, &FilesPane::onSelected);
    connect(&job, &SelectedJob::filesChanged, this, &FilesPane::onFilesChanged);
}

void FilesPane::onSelected()
{
    m_model.reset(nullptr, std::make_shared<const std::vector<FileProgress>>());
}

void FilesPane::onFilesChanged()
{
    const JobRecord *job = m_job.record();
    if (job && m_job.files() && job->spec->files.size() == m_job.files()->size())
        m_model.update(job->spec, m_job.files());
}

void FilesPane::openFolder(const QModelIndex &index)
{
    if (m_model.progressAt(index.row()).state == FileState::Complete)
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_model.pathAt(index.row())).absolutePath()));
}

} // namespace haulwatch
