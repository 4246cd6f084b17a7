// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "details/filemodel.h"
#include "details/selectedjob.h"

namespace haulwatch {

class ListView;

/// The files of the selected job. A double click on a complete one opens its folder.
class FilesPane : public QWidget {
    Q_OBJECT

public:
    explicit FilesPane(SelectedJob &job, QWidget *parent = nullptr);

private:
    void onSelected();
    void onFilesChanged();
    void openFolder(const QModelIndex &index);

    SelectedJob &m_job;
    FileModel m_model;
    ListView *m_view;
};

} // namespace haulwatch
