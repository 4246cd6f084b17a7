// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

#include <vector>

#include "model/jobview.h"

class QMenu;
class QMenuBar;

namespace haulwatch {

class JobActions;

/// Everything the window can be asked, besides the verbs: one action each, with its key, for menus, toolbar and context
/// menu alike. Decides nothing; the window connects them.
class WindowActions : public QObject {
    Q_OBJECT

public:
    WindowActions(JobActions &jobs, const std::vector<JobView> &views, QObject *parent);

    void fill(QMenuBar &bar);
    void fillContextMenu(QMenu &menu) const;
    /// Those with a key, in the order of the menus.
    [[nodiscard]] std::vector<const QAction *> withKeys() const;

    QAction *add;
    QAction *paste;
    QAction *settings;
    QAction *quit;
    QAction *selectAll;
    QAction *copyRows;
    QAction *copyNames;
    QAction *copyAddresses;
    QAction *copyIds;
    QAction *copyDiagnostics;
    QAction *nextProblem;
    QAction *previousProblem;
    QAction *resumeSameProblem;
    QAction *trustedCertificates;
    QAction *find;
    QAction *saveFilter;
    QAction *sortNow;
    QAction *groupByCause;
    QAction *sidebar;
    QAction *details;
    QAction *detailsRight;
    QAction *toolbar;
    QAction *columns;
    QAction *properties;
    QAction *nextTab;
    QAction *previousTab;
    QAction *nextRegion;
    QAction *previousRegion;
    QAction *keys;
    QAction *tryDemo;
    QAction *about;
    std::vector<QAction *> views; ///< in the sidebar's order

private:
    QAction *make(const QString &text, const QKeySequence &key = {});
    QAction *makeToggle(const QString &text, const QKeySequence &key);
    void fillCopyMenu(QMenu &menu) const;

    JobActions &m_jobs;
};

} // namespace haulwatch
