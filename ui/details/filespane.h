// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "details/filemodel.h"
#include "model/selectedjob.h"

class QAction;

namespace haulwatch {

class ListView;

/// The files of the selected job. A double click on a complete one opens its folder; the menu opens the file or its
/// folder and copies addresses.
class FilesPane : public QWidget {
    Q_OBJECT

public:
    explicit FilesPane(SelectedJob &job, QWidget *parent = nullptr);

private:
    void onSelected();
    void onFilesChanged();
    void onHistoryChanged();
    void makeMenu();
    void refreshMenu();
    void openFile();
    void openFolder();
    void copyAddresses();
    /// The row the keyboard is on; below 0: none.
    [[nodiscard]] int currentRow() const;

    SelectedJob &m_job;
    FileModel m_model;
    ListView *m_view;
    QAction *m_openFile;
    QAction *m_openFolder;
    QAction *m_copyAddresses;
};

} // namespace haulwatch
