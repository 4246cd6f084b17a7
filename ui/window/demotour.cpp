// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/demotour.h"

#include <QCoreApplication>

#include "details/detailspane.h"
#include "jobs/jobtableview.h"
#include "sidebar/sidebar.h"

namespace haulwatch {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DemoTour)
};

} // namespace

std::vector<TourStep> demoTour(Sidebar &sidebar, JobTableView &table, DetailsPane &details)
{
    const auto showProblem = [&table, &details] {
        if (table.selectedCount() == 0)
            table.selectNextProblem(1);
        details.showProblem();
    };
    return {
        {Words::tr("What needs you"),
         Words::tr("Jobs that wait for you are counted on top. Further below, equal problems stand together: one line "
                   "for each cause and server."),
         &sidebar, [&sidebar] { sidebar.choose(QString::fromLatin1(views::kAttention)); }},
        {Words::tr("Who moves next"),
         Words::tr(
             "“Next” says what happens by itself, and when. Where it says “you”, nothing will happen without you. "
             "F8 leads from problem to problem."),
         &table, [&table] { table.selectNextProblem(1); }},
        {Words::tr("Why it failed, and the ways out"),
         Words::tr("Each button says what becomes of your files before you press it. The safest useful way is on top; "
                   "one that has just failed several times says so."),
         &details, showProblem},
        {Words::tr("Many at once"),
         Words::tr("“Same problem” counts the jobs that fail for the same reason. “Act on all” mends or ends them "
                   "together and reports who did not follow."),
         &details, showProblem},
        {Words::tr("Ten seconds to think again"),
         Words::tr("Cancel and a partial Complete wait ten seconds; Ctrl+Z takes them back. Nothing here is real: "
                   "try everything."),
         &table, [&table] { table.setFocus(); }},
    };
}

} // namespace haulwatch
