// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/filespane.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QUrl>
#include <QVBoxLayout>

#include "details/fileprogressdelegate.h"
#include "widgets/listview.h"

namespace haulwatch {

FilesPane::FilesPane(SelectedJob &job, QWidget *parent)
    : QWidget(parent)
    , m_job(job)
    , m_view(new ListView(this))
    , m_openFile(new QAction(tr("&Open file"), this))
    , m_openFolder(new QAction(tr("Open &folder"), this))
    , m_copyAddresses(new QAction(tr("&Copy address"), this))
{
    m_view->setModel(&m_model);
    m_view->setItemDelegateForColumn(FileModel::Progress, new FileProgressDelegate(m_view));
    m_view->setColumnWidths({130, 260, 170, 90, 190});
    m_view->setAccessibleName(tr("Files of the job"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    makeMenu();
    connect(m_view, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (m_model.progressAt(index.row()).state == FileState::Complete)
            openFolder();
    });
    connect(&job, &SelectedJob::selected, this, &FilesPane::onSelected);
    connect(&job, &SelectedJob::filesChanged, this, &FilesPane::onFilesChanged);
    connect(&job, &SelectedJob::historyChanged, this, &FilesPane::onHistoryChanged);
}

void FilesPane::makeMenu()
{
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions({m_openFile, m_openFolder, m_copyAddresses});
    connect(m_openFile, &QAction::triggered, this, &FilesPane::openFile);
    connect(m_openFolder, &QAction::triggered, this, &FilesPane::openFolder);
    connect(m_copyAddresses, &QAction::triggered, this, &FilesPane::copyAddresses);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FilesPane::refreshMenu);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &FilesPane::refreshMenu);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &FilesPane::refreshMenu);
    refreshMenu();
}

void FilesPane::refreshMenu()
{
    const int row = currentRow();
    m_openFile->setEnabled(row >= 0 && m_model.progressAt(row).state == FileState::Complete);
    m_openFolder->setEnabled(row >= 0);
    m_copyAddresses->setEnabled(row >= 0);
}

int FilesPane::currentRow() const
{
    return m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
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
    onHistoryChanged();
}

void FilesPane::onHistoryChanged()
{
    std::map<std::uint32_t, JobError> last;
    if (const auto history = m_job.history())
        for (const HistoryEntry &entry : *history)
            if (entry.event == HistoryEvent::AttemptFailed && entry.file && entry.error)
                last.insert_or_assign(*entry.file, *entry.error);
    m_model.setErrors(std::move(last));
}

void FilesPane::openFile()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_model.pathAt(currentRow())));
}

void FilesPane::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_model.pathAt(currentRow())).absolutePath()));
}

void FilesPane::copyAddresses()
{
    std::vector<int> rows = m_view->selectedRows();
    if (rows.empty())
        rows.push_back(currentRow());
    QStringList addresses;
    for (const int row : rows)
        addresses += m_model.addressAt(row);
    QGuiApplication::clipboard()->setText(addresses.join(u'\n'));
}

} // namespace haulwatch
