// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowactions.h"

#include <QMenu>
#include <QMenuBar>

#include "jobs/jobactions.h"
#include "widgets/icons.h"

namespace haulwatch {

WindowActions::WindowActions(JobActions &jobs, const std::vector<JobView> &standard, QObject *parent)
    : QObject(parent)
    , add(make(tr("&Add downloads…"), QKeySequence::New))
    , paste(make(tr("&Paste addresses…"), QKeySequence::Paste))
    , settings(make(tr("&Settings…"), Qt::CTRL | Qt::Key_Comma))
    , quit(make(tr("&Quit"), QKeySequence::Quit))
    , selectAll(make(tr("Select &all"), QKeySequence::SelectAll))
    , copyRows(make(tr("&Rows as a table"), QKeySequence::Copy))
    , copyNames(make(tr("&Names")))
    , copyAddresses(make(tr("&Addresses")))
    , copyIds(make(tr("&Ids")))
    , copyDiagnostics(make(tr("&Diagnostics"), Qt::CTRL | Qt::SHIFT | Qt::Key_C))
    , nextProblem(make(tr("Next &problem"), Qt::Key_F8))
    , previousProblem(make(tr("Pre&vious problem"), Qt::SHIFT | Qt::Key_F8))
    , resumeSameProblem(make(tr("Resume all &with the same problem"), Qt::CTRL | Qt::SHIFT | Qt::Key_R))
    , trustedCertificates(make(tr("&Trusted certificates…")))
    , find(make(tr("&Filter"), QKeySequence::Find))
    , saveFilter(make(tr("Sa&ve filter…"), QKeySequence::Save))
    , sortNow(make(tr("Sort &now"), Qt::Key_F5))
    , groupByCause(makeToggle(tr("Group &by cause"), Qt::CTRL | Qt::Key_G))
    , sidebar(makeToggle(tr("&Sidebar"), Qt::Key_F9))
    , details(makeToggle(tr("&Details"), Qt::Key_F4))
    , detailsRight(makeToggle(tr("Details on the ri&ght of a wide window"), {}))
    , toolbar(makeToggle(tr("&Toolbar"), {}))
    , columns(make(tr("&Columns…")))
    , properties(make(tr("Propert&ies"), Qt::ALT | Qt::Key_Return))
    , nextTab(make(tr("N&ext tab"), Qt::CTRL | Qt::Key_Tab))
    , previousTab(make(tr("Previo&us tab"), Qt::CTRL | Qt::SHIFT | Qt::Key_Tab))
    , nextRegion(make(tr("Next &region"), Qt::Key_F6))
    , previousRegion(make(tr("&Previous region"), Qt::SHIFT | Qt::Key_F6))
    , keys(make(tr("&Keys"), QKeySequence::HelpContents))
    , tryDemo(make(tr("Try the &demo")))
    , about(make(tr("&About Haulwatch")))
    , m_jobs(jobs)
{
    groupByCause->setChecked(false);
    detailsRight->setChecked(false);
    add->setIconText(tr("Add"));
    add->setIcon(icons::onAccent(icons::Shape::Add));
    add->setToolTip(
        QStringLiteral("<p>%1 (%2)</p>").arg(tr("Add downloads"), add->shortcut().toString(QKeySequence::NativeText)));
    find->setShortcuts({QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash)});
    // In a text field, or another list, these keys mean what they mean there.
    for (QAction *action : {selectAll, copyRows})
        action->setShortcutContext(Qt::WidgetShortcut);
    for (std::size_t i = 0; i < standard.size(); ++i) {
        auto *view = make(standard[i].title,
                          i < 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)))
                                : QKeySequence());
        view->setIcon(standard[i].icon);
        views.push_back(view);
    }
}

QAction *WindowActions::make(const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    return action;
}

QAction *WindowActions::makeToggle(const QString &text, const QKeySequence &key)
{
    auto *action = make(text, key);
    action->setCheckable(true);
    action->setChecked(true);
    return action;
}

void WindowActions::fill(QMenuBar &bar)
{
    auto *file = bar.addMenu(tr("&File"));
    file->addActions({add, paste});
    file->addSeparator();
    file->addAction(settings);
    file->addSeparator();
    file->addAction(quit);

    auto *jobs = bar.addMenu(tr("&Jobs"));
    for (const Verb verb : kAllVerbs)
        jobs->addAction(m_jobs.action(verb));
    jobs->addAction(m_jobs.undoAction());
    jobs->addSeparator();
    jobs->addActions({nextProblem, previousProblem, resumeSameProblem});
    jobs->addSeparator();
    fillCopyMenu(*jobs->addMenu(tr("C&opy")));
    jobs->addAction(selectAll);
    jobs->addSeparator();
    jobs->addActions({properties, m_jobs.forgetAction(), trustedCertificates});

    auto *view = bar.addMenu(tr("&View"));
    for (QAction *action : views)
        view->addAction(action);
    view->addSeparator();
    view->addActions({find, saveFilter, sortNow, groupByCause});
    view->addSeparator();
    view->addActions({sidebar, toolbar, details, detailsRight, columns});
    view->addSeparator();
    view->addActions({nextTab, previousTab, nextRegion, previousRegion});

    auto *help = bar.addMenu(tr("&Help"));
    help->addActions({keys, tryDemo});
    help->addSeparator();
    help->addAction(about);
}

void WindowActions::fillCopyMenu(QMenu &menu) const
{
    menu.addActions({copyRows, copyNames, copyAddresses, copyIds});
    menu.addSeparator();
    menu.addAction(copyDiagnostics);
}

void WindowActions::fillContextMenu(QMenu &menu) const
{
    for (const Verb verb : kAllVerbs)
        menu.addAction(m_jobs.action(verb));
    menu.addSeparator();
    fillCopyMenu(*menu.addMenu(tr("C&opy")));
    menu.addAction(selectAll);
    menu.addSeparator();
    menu.addActions({properties, m_jobs.forgetAction()});
}

std::vector<const QAction *> WindowActions::withKeys() const
{
    std::vector<const QAction *> result {add, paste};
    for (const Verb verb : kAllVerbs)
        result.push_back(m_jobs.action(verb));
    result.insert(result.end(),
                  {m_jobs.undoAction(),
                   m_jobs.forgetAction(),
                   nextProblem,
                   previousProblem,
                   resumeSameProblem,
                   selectAll,
                   copyRows,
                   copyDiagnostics,
                   find,
                   saveFilter,
                   sortNow,
                   groupByCause,
                   sidebar,
                   details,
                   properties,
                   nextTab,
                   previousTab,
                   nextRegion,
                   previousRegion,
                   settings,
                   keys,
                   quit});
    return result;
}

} // namespace haulwatch
